"""The key: as many lines as the library will set it in, or it lies over the drawing."""

from __future__ import annotations

import pytest

from dashboard.charts.legend import LINE
from dashboard.charts.timeline.legend import legend_lines
from tests.charts.timeline.records import TRACKS, WORDS, draw, frame_of, record

WIDE, NARROW, PHONE = 1100, 660, 360


def test_a_narrow_plot_needs_more_lines_than_a_wide_one():
    wide = legend_lines(TRACKS, WORDS, WIDE, WIDE - 120)
    assert legend_lines(TRACKS, WORDS, NARROW, NARROW - 320) > wide
    assert legend_lines(TRACKS, WORDS, PHONE, 10) == legend_lines(TRACKS, WORDS, PHONE, 300)


@pytest.mark.parametrize("width", [WIDE, NARROW, PHONE, 288])
def test_the_key_has_its_lines_above_the_plot_or_below_it_on_a_phone(width: int):
    figure = draw(frame_of(record("one", "2024-03-21")), width_px=width)
    margin = figure.layout.margin
    lines = legend_lines(TRACKS, WORDS, width, width - margin.l - margin.r)
    phone = width < 640
    assert (figure.layout.legend.y, figure.layout.legend.yanchor) == (
        (0, "bottom") if phone else (1, "top")
    )
    assert (margin.b if phone else margin.t) >= LINE * lines


def test_only_tracks_and_time_are_explained_because_only_they_are_drawn():
    figure = draw(frame_of(record("one", "2024-03-21"), record("two", "2024-05-21", kind="law")))
    assert [t.name for t in figure.data if t.showlegend] == [
        *TRACKS.values(), WORDS.upcoming, WORDS.imprecise,
    ]  # fmt: skip
    (marks,) = [t for t in figure.data if t.name == "marks"]
    assert set(marks.marker.symbol) == {"circle"}
