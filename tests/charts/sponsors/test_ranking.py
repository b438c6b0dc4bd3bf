"""States by texts sponsored: draft and added stacked, k of N written."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.sponsors.ranking import ranking, ranking_alt
from tests.charts.drawn import HOSTILE, WIDTHS, bars, marks, named, themeless, unsafe

STEPS = {"draft": "On the draft", "additional": "Joined later"}
COLUMNS = ["iso3", "regional_group", "texts", "draft", "added", "eligible"]


def states(*lines: tuple[str, str, int, int, int, int | None]) -> pd.DataFrame:
    return pd.DataFrame(lines, columns=COLUMNS).astype({"eligible": "Int64"})


def draw(frame: pd.DataFrame, width: int = 1000, top: int = 30, **names: str):
    return ranking(
        frame,
        names=names,
        steps=STEPS,
        groups={"weog": "West"},
        hover="{label} ({group}), {step}: {n} of {k} of {total}",
        written="{k} of {total}",
        top=top,
        width_px=width,
    )


THREE = states(
    ("AAA", "weog", 9, 6, 3, 20), ("BBB", "weog", 4, 0, 4, 18), ("CCC", "x", 1, 1, 0, None)
)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_frame_has_no_mark(width: int):
    assert marks(draw(states(), width)) == 0
    assert ranking_alt(states(), names={}, template="x", empty="none") == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_text_stays_text(width: int):
    assert unsafe(draw(states((HOSTILE, HOSTILE, 2, 1, 1, 2)), width)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_are_the_counts_and_nothing_is_drawn_for_none(width: int):
    figure = draw(THREE, width, AAA="Aland")
    draft, later = bars(figure)
    assert dict(zip(draft.customdata, draft.x, strict=True)) == {"AAA": 6, "CCC": 1}
    assert list(zip(later.customdata, later.base, later.x, strict=True)) == [
        ("AAA", 6, 3),
        ("BBB", 0, 4),
    ]
    assert [text.strip() for text in named(figure, "written")[0].text] == [
        "9 of 20",
        "4 of 18",
        "1 of –",
    ]
    assert draft.hovertext[0] == "Aland (West), On the draft: 6 of 9 of 20"
    assert themeless(figure)


def test_only_the_first_rows_are_drawn():
    figure = draw(THREE, top=2)
    assert {name for trace in bars(figure) for name in trace.customdata} == {"AAA", "BBB"}


def test_the_sentence_names_the_first():
    template = "{shown} {states} {label} {k} {total}"
    said = ranking_alt(THREE, names={"AAA": "Aland"}, template=template, empty="", top=2)
    assert said == "2 3 Aland 9 20"
