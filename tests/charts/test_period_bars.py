"""Bars by quarter or year: a place for every period, every number once, words as words."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.period_bars import period_bars, period_bars_alt
from tests.charts.drawn import HOSTILE, WIDTHS, bars, marks, named, themeless, unsafe

OUTCOMES = {"came": "Came", "late": "Late", "ahead": "Ahead", "not_found": "Gone"}
OUTCOMES |= {"unknown": HOSTILE}
ALT = {"template": "{n}, {first} to {last}: {parts}", "part": "{series} {n}"}


def quarters(*lines: tuple[str, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=["period", "series", "n"])
    return frame.astype({"period": "str", "series": "str", "n": "int64"})


def draw(frame: pd.DataFrame, width: int = 1180):
    return period_bars(
        frame,
        series=OUTCOMES,
        hover="{year} {quarter} {series} {n}",
        today="2026-4",
        today_label=HOSTILE,
        width_px=width,
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_request_there_is_today_and_neither_key_nor_mark(width: int):
    figure = draw(quarters(), width)
    assert marks(figure) == 0
    assert bars(figure) == []
    assert unsafe(figure) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_number_is_a_piece_at_its_quarter_and_a_year_has_four_places(width: int):
    frame = quarters(("2025-4", "came", 3), ("2026-1", "came", 1), ("2026-1", "unknown", 2))
    figure = draw(frame, width)
    came, unknown = bars(figure)  # the key has no series of which there is nothing
    assert came.x[1] - came.x[0] == 1
    axis = figure.layout.xaxis
    assert axis.ticktext == ("2025", "2026")  # a year of which one quarter is drawn is named there
    assert axis.tickvals[0] == came.x[0]
    assert (came.y, unknown.y) == ((3, 1), (2,))
    assert unknown.customdata == (["2026-1", "unknown"],)
    assert came.hovertext[0] == "2025 4 Came 3"
    assert [text.strip() for text in named(figure, "written")[0].text] == ["3", "3"]
    assert unsafe(figure) == []
    assert themeless(figure)


def test_many_quarters_write_no_number_that_would_lie_over_the_next():
    frame = quarters(*((f"{year}-1", "came", 1000) for year in range(1990, 2027)))
    assert named(draw(frame, 360), "written") == []


def test_the_sentence_counts_what_occurs():
    frame = quarters(("2025-4", "came", 3), ("2026-1", "came", 1), ("2027-1", "ahead", 2))
    said = period_bars_alt(frame, series=OUTCOMES, **ALT)
    assert said == "6, 2025 to 2027: Came 4 · Ahead 2"


@pytest.mark.parametrize("width", WIDTHS)
def test_of_years_each_has_a_place_of_its_own_and_no_today(width: int):
    frame = quarters(("2031", "agreed", 2), ("2034", "voted", 1))
    series = {"agreed": HOSTILE, "voted": "Voted"}
    figure = period_bars(frame, series=series, hover="{year}: {n} {series}", width_px=width)
    agreed, voted = bars(figure)
    assert voted.x[0] - agreed.x[0] == 3
    assert figure.layout.xaxis.ticktext == ("2031", "2032", "2033", "2034")
    assert (voted.hovertext, voted.customdata) == (("2034: 1 Voted",), (["2034", "voted"],))
    assert not figure.layout.shapes
    assert unsafe(figure) == []
