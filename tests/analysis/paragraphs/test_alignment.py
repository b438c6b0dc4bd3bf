"""The best pairing as a whole, held to trying every one."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dashboard.analysis.paragraphs.alignment import best_pairs, in_place

GRIDS = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=st.integers(0, 100).map(lambda n: n / 100))
)


def worth(grid: np.ndarray, least: float) -> float:
    """The best worth over all pairings, by trying each."""
    gain = np.where(grid >= least, grid - least + 0.05, 0.0)
    wide = gain if gain.shape[0] <= gain.shape[1] else gain.T
    rows, columns = wide.shape
    return max(
        sum(wide[row, column] for row, column in enumerate(chosen))
        for chosen in permutations(range(columns), rows)
    )


def test_nothing_is_paired_with_nothing():
    assert best_pairs(np.zeros((0, 3)), 0.5) == []
    assert best_pairs(np.zeros((2, 0)), 0.5) == []
    assert best_pairs(np.zeros((2, 2)), 0.5) == []
    assert in_place([]) == set()


def test_the_best_whole_is_taken_and_not_the_best_pair_first():
    grid = np.array([[0.9, 0.85], [0.85, 0.1]])
    assert best_pairs(grid, 0.2) == [(0, 1), (1, 0)]


@given(GRIDS)
def test_no_other_pairing_is_worth_more(grid):
    pairs = best_pairs(grid, 0.4)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(grid[pair] >= 0.4 for pair in pairs)
    assert np.isclose(sum(grid[pair] - 0.4 + 0.05 for pair in pairs), worth(grid, 0.4))


@given(st.permutations(range(7)))
def test_what_kept_its_order_rises_and_is_as_much_as_can_be(order):
    kept = in_place(order)
    run = [number for number in order if number in kept]
    assert run == sorted(run)
    lengths: list[int] = []
    for place, number in enumerate(order):
        lengths.append(1 + max((lengths[p] for p in range(place) if order[p] < number), default=0))
    assert len(kept) == max(lengths)
