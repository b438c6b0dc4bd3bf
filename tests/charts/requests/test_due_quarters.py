"""Requests by quarter: a place for every quarter, every number once, words as words."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.requests.due_quarters import due_quarters, due_quarters_alt
from tests.charts.drawn import HOSTILE, WIDTHS, bars, marks, named, themeless, unsafe

OUTCOMES = {"came": "Came", "late": "Late", "ahead": "Ahead", "not_found": "Gone"}
OUTCOMES |= {"unknown": HOSTILE}
ALT = {"template": "{n}, {first} to {last}: {parts}", "part": "{outcome} {n}", "joint": "; "}


def quarters(*lines: tuple[str, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=["quarter", "outcome", "requests"])
    return frame.astype({"quarter": "str", "outcome": "str", "requests": "int64"})


def draw(frame: pd.DataFrame, width: int = 1180):
    return due_quarters(
        frame,
        outcomes=OUTCOMES,
        hover="{year} {quarter} {outcome} {n}",
        today="2026-4",
        today_label=HOSTILE,
        width_px=width,
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_request_there_is_a_key_and_today_and_no_mark(width: int):
    figure = draw(quarters(), width)
    assert marks(figure) == 0
    assert [bar.name for bar in bars(figure)][:4] == ["Came", "Late", "Ahead", "Gone"]
    assert unsafe(figure) == []
    assert due_quarters_alt(quarters(), outcomes=OUTCOMES, **ALT, empty="none") == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_each_number_is_a_piece_at_its_quarter_and_a_year_has_four_places(width: int):
    frame = quarters(("2025-4", "came", 3), ("2026-1", "came", 1), ("2026-1", "unknown", 2))
    figure = draw(frame, width)
    came, unknown = bars(figure)[0], bars(figure)[4]
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
    said = due_quarters_alt(frame, outcomes=OUTCOMES, **ALT, empty="")
    assert said == "6, 2025 to 2027: Came 4; Ahead 2"
