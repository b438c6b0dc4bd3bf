"""What became of a paragraph from one text to the next: by its fingerprints, then by its acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.analysis.frames import Row
from dashboard.analysis.paragraphs.fingerprints import Fingerprints
from dashboard.analysis.paragraphs.strength import LEAST_TO_JUDGE, fulfilled, strength
from dashboard.sources.fingerprints import pieces

CHANGES: Final = (
    "same", "editorial", "reworded", "stronger", "softer", "fulfilled", "softened", "unsoftened",
    "to_preamble", "to_operative", "new", "dropped", "unknown",
)  # fmt: skip
"""`editorial`: joining words, punctuation and capitals differ, nothing else. `fulfilled`: what one
decides the other takes in as done. `softened` and `unsoftened`: the same acts, with a softener
more or less. `to_preamble` and `to_operative`: it stands in the other part. `unknown`: too little
of the texts is on record to say what became of the paragraph."""

MOST_BESIDE_A_SOFTENER: Final = 12
"""A phrase of ten words set in at one place makes at most so many new triples of words. Where
more was written in, the softener may stand on that, and nothing else became softer."""


@dataclass(frozen=True)
class Change:
    """One of `CHANGES`, codes of `strength.WHY` for it, and the softeners gained or lost where
    that is all.
    """

    code: str
    why: Sequence[str] = ()
    softeners: Sequence[str] = ()


def change_of(before: Row, after: Row, likeness: float, kept: Fingerprints | None) -> Change:
    """What became of a paragraph and what shows it; by summary where `kept` is None."""
    relation = kept.relation(before["id"], after["id"]) if kept else None
    if relation in ("identical", "editorial"):
        return Change("same" if relation == "identical" else relation)
    if likeness >= LEAST_TO_JUDGE:
        change = _by_acts(before, after, kept)
        if change:
            return change
    if relation:
        return Change(relation)
    codes = ("head", "cites", "addressees", "actions", "softening")
    alike = pieces(before["summary_en"]) == pieces(after["summary_en"])
    return Change("same" if alike and all(before[c] == after[c] for c in codes) else "reworded")


def _by_acts(before: Row, after: Row, kept: Fingerprints | None) -> Change | None:
    """What the acts of two paragraphs show, as far as their wording does not gainsay it."""
    one, two = before["id"], after["id"]
    if fulfilled(before, after):
        still_open = kept is None or kept.says(two, "its decision to")
        return None if still_open else Change("fulfilled")
    code, why = strength(before, after)
    if code in ("softened", "unsoftened"):
        pair = (one, two) if code == "softened" else (two, one)
        if kept and kept.gained(*pair) > MOST_BESIDE_A_SOFTENER:
            return None
        return Change(code, why, sorted(before["softening"] ^ after["softening"]))
    return Change(code, why) if code else None
