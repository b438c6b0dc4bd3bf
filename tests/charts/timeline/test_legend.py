"""The key: as many lines as the library will set it in, or its halves lie over each other."""

from __future__ import annotations

import pytest

from dashboard.charts.timeline.legend import LINE, column_lines, entry_lines, key_lines
from tests.charts.timeline.records import TRACKS, WORDS, draw, frame_of, record

WIDE, NARROW, PHONE = 1100, 620, 360


def test_nothing_needs_no_line_in_columns():
    assert column_lines([], 400) == 0


def test_one_entry_wider_than_the_room_still_has_its_line():
    assert column_lines(["x" * 300], 10) == 1
    assert entry_lines(["x" * 300], WIDE) >= 1


@pytest.mark.parametrize(
    ("labels", "room", "lines"),
    [
        (["ab", "cd"], 500, 1),  # fits one line
        (["ab", "cd", "a much longer entry than that"], 200, 3),  # columns as wide as the longest
        (["ab"] * 9, 150, 5),  # two columns
    ],
)
def test_what_does_not_fit_stands_in_columns_as_wide_as_the_longest(labels, room, lines):
    assert column_lines(labels, room) == lines


def test_a_narrow_plot_needs_more_lines_than_a_wide_one():
    wide = key_lines(TRACKS, WORDS, WIDE, WIDE - 120)
    narrow = key_lines(TRACKS, WORDS, NARROW, NARROW - 120)
    assert all(more >= fewer for more, fewer in zip(narrow, wide, strict=True))
    assert sum(narrow) > sum(wide)
    assert key_lines(TRACKS, WORDS, PHONE, 10) == key_lines(TRACKS, WORDS, PHONE, 300)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_second_half_begins_below_all_lines_of_the_first(width: int):
    figure = draw(frame_of(record("one", "2024-03-21")), width_px=width)
    margin, height = figure.layout.margin, figure.layout.height
    room = width - margin.l - margin.r
    first, second = key_lines(TRACKS, WORDS, width, room)
    assert figure.layout.legend2.y == pytest.approx(1 - LINE * first / height)
    assert margin.t >= LINE * (first + second)
