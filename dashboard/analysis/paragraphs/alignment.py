"""Which paragraphs of two texts belong together: the best pairing as a whole, and what moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard.analysis.frames import Row
from dashboard.analysis.paragraphs.fingerprints import Fingerprints
from dashboard.analysis.paragraphs.likeness import (
    LEAST_ACROSS,
    LEAST_BY_FINGERPRINT,
    LEAST_BY_SUMMARY,
    Grid,
    Reading,
    by_summary,
    likeness,
)

Basis = Literal["fingerprint", "summary"]

_IN_ORDER = 2 / 3
"""Raised to this, the share of triples two wordings have in common comes near the share of words
they have in common in the same order, which a reader takes for likeness."""
_AT_LEAST = 0.05
"""What a pair at the bound is worth: little, so that two poor pairs do not displace a good one."""


@dataclass(frozen=True)
class Pair:
    """Places of two paragraphs in their lists, how alike they are, and whether it moved among its
    neighbours."""

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


def align(earlier: Sequence[Row], later: Sequence[Row], kept: Fingerprints) -> Alignment:
    """The pairing of two lists of paragraphs in which all pairs together are most alike.

    By the fingerprints of their wording where every paragraph of both lists has one, by their
    summaries otherwise; a paragraph without a summary is then in no pair.
    """
    whole = all(row["id"] in kept.by_id for row in (*earlier, *later))
    first, second = (
        [place for place, row in enumerate(text) if whole or row["summary_en"]]
        for text in (earlier, later)
    )
    one, two = [earlier[place] for place in first], [later[place] for place in second]
    if whole:
        words = kept.likeness([row["id"] for row in one], [row["id"] for row in two]) ** _IN_ORDER
    else:
        words = by_summary([row["summary_en"] for row in one], [row["summary_en"] for row in two])
    alike = likeness(list(map(_reading, one)), list(map(_reading, two)), words)
    found = best_pairs(alike, LEAST_BY_FINGERPRINT if whole else LEAST_BY_SUMMARY)
    found.sort(key=lambda pair: pair[1])
    unmoved = in_place([row for row, _ in found])
    return Alignment(
        tuple(
            Pair(first[row], second[column], float(alike[row, column]), row not in unmoved)
            for row, column in found
        ),
        "fingerprint" if whole else "summary",
        len(first) == len(earlier),
        len(second) == len(later),
    )


def across(
    earlier: Sequence[Row], later: Sequence[Row], wordings: Sequence[Fingerprints]
) -> tuple[Pair, ...]:
    """The pairs of paragraphs of which one stands in a preamble and the other does not.

    For those that have no counterpart in their own part. Both must have one verb of their own,
    and their wording be alike in some language: what was recast for another part keeps few
    triples of English words, but many pairs of Chinese signs.
    """
    ids = [row["id"] for row in earlier], [row["id"] for row in later]
    heads = [[_reading(row).head for row in text] for text in (earlier, later)]
    one_verb = [[a == b != "none" for b in heads[1]] for a in heads[0]]
    alike = np.zeros((len(earlier), len(later)))
    for wording in wordings:
        alike = np.maximum(alike, wording.likeness(*ids))
    alike = np.where(np.reshape(one_verb, alike.shape), alike, 0.0)
    return tuple(
        Pair(row, column, float(alike[row, column]), moved=False)
        for row, column in best_pairs(alike, LEAST_ACROSS)
    )


def _reading(row: Row) -> Reading:
    """What is compared; a verb taken from above, or one that heads an item of a list, says
    nothing of the paragraph itself.
    """
    head = "none" if row["inherited"] or row["parent"] else row["head"]
    return Reading(head, frozenset(row["addressees"]))


def best_pairs(likeness: Grid, least: float) -> list[tuple[int, int]]:
    """Rows and columns paired so that all pairs together exceed `least` by most.

    Each row and column stands in one pair at most; pairs below `least` are none. The
    shortest augmenting path method (Jonker and Volgenant 1987), O(n³).
    """
    if not likeness.size:
        return []
    gain = np.where(likeness >= least, likeness - least + _AT_LEAST, 0.0)
    if likeness.shape[0] > likeness.shape[1]:
        return sorted((row, column) for column, row in _assign(-gain.T) if gain[row, column])
    return [(row, column) for row, column in _assign(-gain) if gain[row, column]]


def _assign(cost: Grid) -> list[tuple[int, int]]:
    """The cheapest column for each row; there are at least as many columns as rows."""
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    holder = np.full(columns, -1)
    for start in range(rows):
        shortest, before = np.full(columns, np.inf), np.full(columns, -1)
        done = np.zeros(columns, dtype=bool)
        row, reached, last = start, 0.0, -1
        while True:
            ways = reached + cost[row] - row_price[row] - column_price
            better = ~done & (ways < shortest)
            shortest[better], before[better] = ways[better], last
            last = int(np.argmin(np.where(done, np.inf, shortest)))
            reached = float(shortest[last])
            done[last] = True
            if holder[last] < 0:
                break
            row = int(holder[last])
        held = done & (holder >= 0)
        row_price[start] += reached
        row_price[holder[held]] += reached - shortest[held]
        column_price[done] -= reached - shortest[done]
        while last >= 0:
            holder[last] = holder[before[last]] if before[last] >= 0 else start
            last = int(before[last])
    return sorted((int(row), column) for column, row in enumerate(holder) if row >= 0)


def in_place(order: Sequence[int]) -> set[int]:
    """The members of a longest rising run of distinct numbers: those that kept their order.

    What is left stands out of order: as few as can be moved to restore it.
    """
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in order:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    kept: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return kept
