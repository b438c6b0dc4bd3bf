"""Whether a paragraph asks more strongly than its counterpart, and what shows it.

By our own scale of verbs: there is no official ranking (reference notes on peers, 7.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

WHY: Final = ("act", "verb", "intensifier", "softener")
"""What can show it: it began or ceased to ask (tier 0 is another kind of act), another tier,
an intensifier or a softener gained or lost."""

_DECIDES = ("act", "verb")


def strength(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> tuple[str | None, list[str]]:
    """`stronger`, `softer` or None, and the codes of `WHY` that show it.

    Rows have the columns of the paragraphs table, nulls as None. Another tier outweighs
    intensifiers and softeners; where those two disagree there is no direction, and both are
    named. One intensifier or softener in place of another is no change of strength.
    Softeners count only where both paragraphs are coded.
    """
    vote_changes = _shifts(earlier, later)
    decisive = [sign for code, sign in vote_changes.items() if code in _DECIDES] or list(
        vote_changes.values()
    )
    if len(set(decisive)) != 1:
        return None, list(vote_changes)
    why = [code for code, sign in vote_changes.items() if sign == decisive[0]]
    return ("stronger" if decisive[0] > 0 else "softer"), why


def _shifts(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, int]:
    """What changed: 1 for stronger, -1 for softer."""
    found: dict[str, int] = {}
    first, second = earlier["tier"], later["tier"]
    if first is not None and second is not None and first != second:
        found["verb" if first and second else "act"] = 1 if second > first else -1
    if bool(earlier["intensifier"]) != bool(later["intensifier"]):
        found["intensifier"] = 1 if later["intensifier"] else -1
    if earlier["summary_en"] and later["summary_en"]:
        soft, softer = set(earlier["softeners"]), set(later["softeners"])
        if soft < softer or softer < soft:
            found["softener"] = 1 if softer < soft else -1
    return found
