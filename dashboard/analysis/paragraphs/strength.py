"""Whether one paragraph asks more strongly than another: by all its acts, not by its opening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dashboard.analysis.frames import Row
from dashboard.corpus.snapshot import Snapshot
from dashboard.symbols import paragraph_id

WHY: Final = ("act", "verb", "more", "fewer", "intensifier", "position", "softener")
"""What can show that a paragraph is stronger or softer: it began or ceased to ask, its strongest
act has another tier, it asks more or fewer things, a word that intensifies came or went, what the
text itself stressed it only notes or the reverse; a softener gained or lost is a change of its
own. By our own scale of verbs: there is no official ranking (reference notes on peers, 7.2)."""

LEAST_TO_JUDGE: Final = 0.6
"""Below this likeness two paragraphs may say different things, and none is the stronger."""

_SOFTENERS = ("softeners", "softeners_object", "softeners_means")
_NOBODY = frozenset(
    {"supports", "endorses", "promotes", "welcomes_efforts", "looks_forward", "hopes"}
)
"""They stand on the scale of verbs, but who lends support or hopes asks nothing of anybody."""
_DECIDES: Final = 6
"""The tier of what changes the organ's own affairs: it can be done, and so fall away."""
_STRESSING = frozenset(
    {"stresses", "emphasizes", "underlines", "underscores", "affirms", "reaffirms"}
)
_RECEIVING = frozenset(
    {"notes", "takes_note", "notes_with_appreciation", "welcomes", "recalls", "commends"}
    | {"acknowledges", "expresses_appreciation"}
)
"""With these a text takes in what others said and what was done."""


def with_acts(
    paragraphs: Iterable[Row],
    acts: Mapping[str, Sequence[Row]],
    printed: Mapping[tuple[str, int], Iterable[str]] = MappingProxyType({}),
) -> list[Row]:
    """Paragraphs with what their acts, given by paragraph, ask and how.

    Four things are added: `chain`, the tiers a paragraph asks at, sorted, one for each act that
    asks, None where an act has no tier; `softening`, every softener of an act, and of one that
    only says where `softeners_of` gives those `printed`; `intensity`, whether a verb of it is
    intensified; `does`, the heads of its acts.
    """
    return [{**row, **_asked(acts.get(row["id"], ()), printed)} for row in paragraphs]


def softeners_of(snapshot: Snapshot, symbol: str) -> Mapping[tuple[str, int], Iterable[str]]:
    """The softeners a text prints, by the paragraph and the place in it of their act."""
    record = snapshot.imported.get(symbol)
    return {
        (paragraph_id(symbol, paragraph.id), act.at): act.softeners
        for paragraph in (record.paragraphs if record else ())
        for act in paragraph.acts
    }


def _asked(acts: Sequence[Row], printed: Mapping[tuple[str, int], Iterable[str]]) -> Row:
    tiers = [act["tier"] for act in acts if act["head"] not in _NOBODY]
    softening = {code for act in acts for name in _SOFTENERS for code in act[name]}
    for act in acts:
        if printed and act["head"] not in _RECEIVING:
            softening.update(printed.get((act["printed_in"], act["position"]), ()))
    return {
        "chain": sorted(filter(None, tiers)) if acts and None not in tiers else None,
        "softening": softening,
        "intensity": any(act["intensifier"] for act in acts),
        "does": {act["head"] for act in acts},
    }


def strength(earlier: Row, later: Row) -> tuple[str | None, list[str]]:
    """`stronger`, `softer`, `softened`, `unsoftened` or None, and the codes of `WHY` for it.

    Rows are those of `with_acts`. What acts ask outweighs words that intensify, and these a
    softener; one softener in place of another is no change of strength. A preambular paragraph
    asks nobody, and an annex that says "we will" speaks in another voice than a resolution, so
    that only paragraphs of one part, operative or annex, are the stronger.
    """
    first, second = earlier["chain"], later["chain"]
    parts = {earlier["part"], later["part"]}
    if first is None or second is None or len(parts) > 1 or "preambular" in parts:
        return None, []
    sign, why = _direction(first, second)
    if not sign and not first:
        sign, why = int((_standing(later) - _standing(earlier)) / 2), "position"
    if not sign and earlier["intensity"] != later["intensity"]:
        sign, why = (1 if later["intensity"] else -1), "intensifier"
    if sign:
        return ("stronger" if sign > 0 else "softer"), [why]
    soft, softer = earlier["softening"], later["softening"]
    if first and (soft < softer or softer < soft):
        return ("softened" if soft < softer else "unsoftened"), ["softener"]
    return None, []


def fulfilled(earlier: Row, later: Row) -> bool:
    """Whether a text decides what the later only takes in, as a thing done.

    Whether the later says "its decision", which may still stand open, acts do not show.
    """
    decided = bool(earlier["chain"]) and earlier["chain"][-1] == _DECIDES
    return decided and later["chain"] == [] and later["does"] <= _RECEIVING


def _standing(row: Row) -> int:
    """1 where a paragraph that asks nobody stresses something itself, -1 where it only takes in
    what others said or did, 0 otherwise.
    """
    if row["does"] & _STRESSING:
        return 1
    return -1 if row["does"] <= _RECEIVING else 0


def _direction(first: Sequence[int], second: Sequence[int]) -> tuple[int, str]:
    """1 for stronger, -1 for softer, 0 where the acts show neither, and what shows it."""
    if bool(first) != bool(second):
        return (1 if second else -1), "act"
    if first and first[-1] != second[-1]:
        return (1 if second[-1] > first[-1] else -1), "verb"
    if Counter(first) < Counter(second):
        return 1, "more"
    return (-1, "fewer") if Counter(second) < Counter(first) else (0, "")
