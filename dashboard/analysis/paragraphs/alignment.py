"""Which paragraphs of two texts belong together: the best pairing as a whole, and what moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard.analysis.frames import Row
from dashboard.analysis.paragraphs.likeness import (
    LEAST_BY_SUMMARY,
    LEAST_BY_WORDING,
    Grid,
    Reading,
    likeness,
)

Basis = Literal["wording", "summary"]

_AT_LEAST = 0.05
"""What a pair at the bound is worth: little, so that two poor pairs do not displace a good one."""


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
    """What is compared; a verb taken from above, or one that heads an item of a list, says
    nothing of the paragraph itself.
    """
    head = "none" if row["inherited"] or row["parent"] else row["head"]
    return Reading(words_of(row, basis, wording), head, frozenset(row["addressees"]))


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
