from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.charts.paragraphs.line_history import line_history_alt, line_history_chart

STEPS = {"first": "First", "kept": "Kept", "softer": "Softer", "dropped": "Dropped"}
TEMPLATE = "{texts} texts {first}-{last}, first {symbol}, {dropped} dropped"


def history(*steps: str) -> pd.DataFrame:
    lines = [(f"A/RES/9{n}/1", f"205{n}-03-01", step) for n, step in enumerate(steps)]
    return pd.DataFrame(lines, columns=["symbol", "date", "step"])


def drawn(frame: pd.DataFrame, width: int = 1000) -> Any:
    hover = dict.fromkeys(frame["symbol"], "said")
    return line_history_chart(frame, steps=STEPS, hover=hover, width_px=width)


def test_a_step_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="strange"):
        drawn(history("strange"))


def test_nothing_gives_an_empty_drawing() -> None:
    assert len(drawn(history()).data[0].x) == 0
    assert line_history_alt(history(), template=TEMPLATE, empty="none") == "none"


@pytest.mark.parametrize("width", [320, 1000])
def test_a_mark_for_each_text_in_the_row_of_its_step(width: int) -> None:
    figure = drawn(history("first", "kept", "dropped"), width)
    marks = figure.data[0]
    assert list(marks.x) == ["2050-03-01", "2051-03-01", "2052-03-01"]
    assert list(marks.y) == [0, 1, 2]
    assert list(figure.layout.yaxis.ticktext) == ["First", "Kept", "Dropped"]
    assert list(marks.customdata) == ["A/RES/90/1", "A/RES/91/1", "A/RES/92/1"]
    assert len(set(marks.marker.symbol)) == 3


def test_the_sentence_counts_those_that_have_it() -> None:
    said = line_history_alt(history("first", "kept", "dropped"), template=TEMPLATE, empty="")
    assert said == "2 texts 2050-2052, first A/RES/90/1, 1 dropped"
