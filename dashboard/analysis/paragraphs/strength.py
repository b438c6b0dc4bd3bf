"""Whether one paragraph asks more strongly than another: by all its acts, not by its opening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dashboard.analysis.frames import Row

WHY: Final = ("act", "verb", "more", "fewer", "intensifier", "softener")
"""What can show that a paragraph is stronger or softer: it began or ceased to ask, its strongest
act has another tier, it asks more or fewer things, a word that intensifies came or went; a
softener gained or lost is a change of its own. By our own scale of verbs: there is no official
ranking (reference notes on peers, 7.2)."""

LEAST_TO_JUDGE: Final = 0.6
"""Below this likeness two paragraphs may say different things, and none is the stronger."""

_SOFTENERS = ("softeners", "softeners_object", "softeners_means")


def with_acts(paragraphs: Iterable[Row], acts: Mapping[str, Sequence[Row]]) -> list[Row]:
    """Paragraphs with what their acts, given by paragraph, ask and how.

    Three things are added: `chain`, the tiers a paragraph asks at, sorted, one for each act that
    asks, None where no rule reads a tier; `softening`, every softener of an act of it;
    `intensity`, whether a verb of it is intensified.
    """
    return [{**row, **_asked(acts.get(row["id"], ()))} for row in paragraphs]


def _asked(acts: Sequence[Row]) -> Row:
    tiers = [act["tier"] for act in acts if act["tier"] is not None]
    return {
        "chain": sorted(tier for tier in tiers if tier) if tiers else None,
        "softening": {code for act in acts for name in _SOFTENERS for code in act[name]},
        "intensity": any(act["intensifier"] for act in acts),
    }


def strength(earlier: Row, later: Row) -> tuple[str | None, list[str]]:
    """`stronger`, `softer`, `softened`, `unsoftened` or None, and the codes of `WHY` for it.

    Rows are those of `with_acts`. What acts ask outweighs words that intensify, and these a
    softener; one softener in place of another is no change of strength. A preambular paragraph
    asks nobody, so that none is stronger than another.
    """
    first, second = earlier["chain"], later["chain"]
    if first is None or second is None or "preambular" in (earlier["part"], later["part"]):
        return None, []
    sign, why = _direction(first, second)
    if not sign and earlier["intensity"] != later["intensity"]:
        sign, why = (1 if later["intensity"] else -1), "intensifier"
    if sign:
        return ("stronger" if sign > 0 else "softer"), [why]
    soft, softer = earlier["softening"], later["softening"]
    if soft < softer or softer < soft:
        return ("softened" if soft < softer else "unsoftened"), ["softener"]
    return None, []


def _direction(first: list[int], second: list[int]) -> tuple[int, str]:
    """1 for stronger, -1 for softer, 0 where the acts show neither, and what shows it."""
    if bool(first) != bool(second):
        return (1 if second else -1), "act"
    if first and first[-1] != second[-1]:
        return (1 if second[-1] > first[-1] else -1), "verb"
    if Counter(first) < Counter(second):
        return 1, "more"
    return (-1, "fewer") if Counter(second) < Counter(first) else (0, "")
