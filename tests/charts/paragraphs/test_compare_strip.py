"""The strip of a comparison: a tick for each line, in its row, in its order."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.paragraphs.change import CHANGES
from dashboard.charts.paragraphs.compare_strip import compare_strip, compare_strip_alt, row_of
from tests.charts.drawn import HOSTILE, WIDTHS, themeless, unsafe

ROWS = {"kept": "Kept", "changed": "Changed", "new": "New", "gone": HOSTILE, "unknown": "Unknown"}


def compared(*changes: str) -> pd.DataFrame:
    return pd.DataFrame({"change": pd.Series(changes, dtype="str")})


@pytest.mark.parametrize("width", WIDTHS)
def test_texts_without_a_paragraph_have_rows_and_no_tick(width: int):
    figure = compare_strip(compared(), rows=ROWS, hover=[], width_px=width)
    assert len(figure.data[0].x) == 0
    assert len(figure.layout.yaxis.ticktext) == 4  # nobody needs the row of what is not known
    assert unsafe(figure) == []
    assert compare_strip_alt(compared(), template="{n} {kept} {gone}") == "0 0 0"


@pytest.mark.parametrize("width", WIDTHS)
def test_each_line_is_a_tick_in_its_row_and_strength_points_up_or_down(width: int):
    changes = ("same", "editorial", "stronger", "dropped", "softer", "unknown")
    figure = compare_strip(compared(*changes), rows=ROWS, hover=list(changes), width_px=width)
    (ticks,) = figure.data
    assert list(ticks.x) == list(range(6))
    assert list(ticks.y) == [0, 0, 1, 3, 1, 4]
    assert (ticks.marker.symbol[2], ticks.marker.symbol[4]) == ("triangle-up", "triangle-down")
    assert list(ticks.hovertext) == list(changes)
    assert themeless(figure)
    said = compare_strip_alt(compared(*changes), template="{n}: {kept} {changed} {new} {gone}")
    assert said == "6: 2 2 0 1"


def test_every_change_there_is_has_a_row():
    assert {row_of(change) for change in CHANGES} == set(ROWS)
