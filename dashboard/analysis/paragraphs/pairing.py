"""The best pairing of two lists as a whole, and what stands out of order in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Grid = npt.NDArray[np.float64]

_AT_LEAST = 0.05
"""What a pair at the bound is worth: little, so that two poor pairs do not displace a good one."""


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
