"""How many of each: rows in the order of their names, pieces one after another."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.counted_rows import counted_rows
from tests.charts.drawn import HOSTILE, WIDTHS, bars, marks, named, unsafe


def lines(*told: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(told, columns=["row", "series", "n"]).astype({"n": "int64"})


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_row_nothing_is_drawn(width: int):
    assert marks(counted_rows(lines(), names={}, hover="", width_px=width)) == 0


@pytest.mark.parametrize("told", [("alder", "", 1), ("oak", "lost", 1)])
def test_a_row_or_series_without_a_name_is_refused(told: tuple[str, str, int]):
    with pytest.raises(ValueError, match=r"(row 'alder'|series 'lost') has no label"):
        counted_rows(lines(told), names={"oak": "Oak"}, hover="")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pieces_of_a_row_follow_each_other_and_their_sum_stands_at_the_end(width: int):
    figure = counted_rows(
        lines(("b", "near", 2), ("b", "named", 3), ("a", "near", 1)),
        names={"b": HOSTILE, "a": "A"},
        series={"named": "Named", "near": "Near"},
        hover="{row}: {n} {series}",
        width_px=width,
    )
    first, second = bars(figure)
    assert (first.base, first.x, first.customdata) == ((0,), (3,), ("b",))
    assert (second.base, second.x, second.customdata) == ((3, 0), (2, 1), ("b", "a"))
    assert second.hovertext[1] == "A: 1 Near"
    assert [text.strip() for text in named(figure, "written")[0].text] == ["5", "1"]
    assert unsafe(figure) == []
