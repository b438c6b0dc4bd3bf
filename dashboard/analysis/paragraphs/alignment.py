"""Which paragraphs of two texts belong together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.analysis.paragraphs.likeness import (
    LEAST_BY_SUMMARY,
    LEAST_BY_WORDING,
    Reading,
    likeness,
)
from dashboard.analysis.paragraphs.pairing import best_pairs, in_place

Row = Mapping[str, Any]
Basis = Literal["wording", "summary"]


@dataclass(frozen=True)
class Pair:
    """Places of two paragraphs in their lists, how alike they are, and whether it moved."""

    earlier: int
    later: int
    likeness: float
    moved: bool


@dataclass(frozen=True)
class Alignment:
    """The pairs in the later text's order, and what they were found by.

    `whole_earlier` and `whole_later` say that every paragraph of that list could be
    compared, so that a paragraph of the other list without a pair has no counterpart.
    """

    pairs: tuple[Pair, ...]
    basis: Basis
    whole_earlier: bool
    whole_later: bool


def align(earlier: Sequence[Row], later: Sequence[Row], wording: Mapping[str, str]) -> Alignment:
    """The pairing of two lists of paragraphs in which all pairs together are most alike.

    By the official wording where `wording` has every paragraph of both lists, by their
    summaries otherwise; a paragraph without a summary is then in no pair.
    """
    attached = all(row["id"] in wording for row in (*earlier, *later))
    basis: Basis = "wording" if attached else "summary"
    first = [place for place, row in enumerate(earlier) if words_of(row, basis, wording)]
    second = [place for place, row in enumerate(later) if words_of(row, basis, wording)]
    alike = likeness(
        [_reading(earlier[place], basis, wording) for place in first],
        [_reading(later[place], basis, wording) for place in second],
        wording=attached,
    )
    found = best_pairs(alike, LEAST_BY_WORDING if attached else LEAST_BY_SUMMARY)
    found.sort(key=lambda pair: pair[1])
    kept = in_place([row for row, _ in found])
    return Alignment(
        tuple(
            Pair(first[row], second[column], float(alike[row, column]), row not in kept)
            for row, column in found
        ),
        basis,
        len(first) == len(earlier),
        len(second) == len(later),
    )


def words_of(row: Row, basis: Basis, wording: Mapping[str, str]) -> str:
    """What a paragraph is compared by; empty where there is nothing."""
    return wording.get(row["id"], "") if basis == "wording" else row["summary_en"] or ""


def _reading(row: Row, basis: Basis, wording: Mapping[str, str]) -> Reading:
    """What is compared; a verb taken from above says nothing of the paragraph itself."""
    head = "none" if row["inherited"] else row["head"]
    return Reading(words_of(row, basis, wording), head, frozenset(row["addressees"]))
