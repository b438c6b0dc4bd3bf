"""The key: as many lines as the library will set it in, or its halves lie over each other."""

from __future__ import annotations

import pytest

from dashboard.charts.legend import LINE
from dashboard.charts.timeline.legend import legend_lines
from tests.charts.timeline.records import TRACKS, WORDS, draw, frame_of, record

WIDE, NARROW, PHONE = 1100, 660, 360


def test_a_narrow_plot_needs_more_lines_than_a_wide_one():
    wide = legend_lines(TRACKS, WORDS, WIDE, WIDE - 120)
    narrow = legend_lines(TRACKS, WORDS, NARROW, NARROW - 120)
    assert all(more >= fewer for more, fewer in zip(narrow, wide, strict=True))
    assert sum(narrow) > sum(wide)
    assert legend_lines(TRACKS, WORDS, PHONE, 10) == legend_lines(TRACKS, WORDS, PHONE, 300)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_second_half_begins_below_all_lines_of_the_first(width: int):
    figure = draw(frame_of(record("one", "2024-03-21")), width_px=width)
    margin, height = figure.layout.margin, figure.layout.height
    room = width - margin.l - margin.r
    first, second = legend_lines(TRACKS, WORDS, width, room)
    assert figure.layout.legend2.y == pytest.approx(1 - LINE * first / height)
    assert margin.t >= LINE * (first + second)


@pytest.mark.parametrize("width", [288, 358, 600])
def test_on_a_phone_both_halves_have_their_lines_below_the_plot(width: int):
    figure = draw(frame_of(record("one", "2024-03-21")), width_px=width)
    lines = legend_lines(TRACKS, WORDS, width, width)
    bottom = figure.layout.legend.y * figure.layout.height
    assert bottom == pytest.approx(LINE * lines[1], abs=1)
    assert figure.layout.margin.b >= LINE * sum(lines)
