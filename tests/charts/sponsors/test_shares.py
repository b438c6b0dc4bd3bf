"""The part of each group that sponsored: n of N, and nobody is not nothing of somebody."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.sponsors.shares import shares, shares_alt
from tests.charts.drawn import HOSTILE, WIDTHS, bars, marks, named, themeless, unsafe

WRITTEN = "{label}: {n} of {total} ({percent})"


def groups(*lines: tuple[str, int, int, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=["group", "sponsors", "eligible", "share"])
    return frame.astype({"group": "str", "share": "Float64"})


def draw(frame: pd.DataFrame, width: int = 1000):
    return shares(frame, groups={"weog": "West"}, hover=WRITTEN, written=WRITTEN, width_px=width)


THREE = groups(("african", 22, 54, 22 / 54), ("weog", 29, 29, 1.0), ("observer", 1, 0, None))


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_frame_has_no_mark(width: int):
    assert marks(draw(groups(), width)) == 0
    assert shares_alt(groups(), groups={}, template="x", empty="none") == "none"
    assert shares_alt(THREE[2:], groups={}, template="x", empty="none") == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_text_stays_text(width: int):
    assert unsafe(draw(groups((HOSTILE, 1, 2, 0.5)), width)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_group_is_a_bar_as_long_as_its_share_before_the_whole(width: int):
    figure = draw(THREE, width)
    (trace,) = bars(figure)
    assert list(trace.customdata) == ["african", "weog", "observer"]
    assert list(trace.x) == pytest.approx([22 / 54, 1, 0])
    assert len(figure.layout.shapes) == len(THREE)
    assert {shape.x1 for shape in figure.layout.shapes} == {1}
    assert figure.layout.xaxis.range[1] > 1, "room for what is written"
    assert themeless(figure)


def test_what_is_written_says_n_of_n_and_a_dash_where_nobody_was_eligible():
    written = [text.strip() for text in named(draw(THREE), "written")[0].text]
    assert written == ["african: 22 of 54 (41)", "West: 29 of 29 (100)", "observer: 1 of – (–)"]


def test_the_sentence_names_the_largest_share():
    said = shares_alt(THREE, groups={"weog": "West"}, template="{groups} " + WRITTEN, empty="")
    assert said == "3 West: 29 of 29 (100)"
