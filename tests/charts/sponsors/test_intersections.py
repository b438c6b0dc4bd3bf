"""Each State in one row, none of the texts last, and a click that opens the list."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.sponsors.intersections import intersections, intersections_alt
from tests.charts.drawn import HOSTILE, WIDTHS, bars, marks, named, themeless, unsafe

SETS = [("t/1", "First"), ("t/2", "Second"), ("t/3", "Third")]


def columns(*lines: tuple[tuple[str, ...], tuple[str, ...]]) -> pd.DataFrame:
    rows = [(texts, len(names), names) for texts, names in lines]
    return pd.DataFrame(rows, columns=["texts", "states", "names"])


def draw(frame: pd.DataFrame, width: int = 1000, sets: list[tuple[str, str]] | None = None):
    return intersections(
        frame,
        symbols=SETS if sets is None else sets,
        neither_label="None of these",
        hover="{texts}: {n}. {names}",
        width_px=width,
    )


FOUR = columns(
    (("t/1", "t/2", "t/3"), ("Aland", "BBB", "CCC")),
    ((), ("DDD", "EEE")),
    (("t/1", "t/3"), ("FFF",)),
    (("t/2",), tuple(f"S{n:02}" for n in range(20))),
)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_frame_has_no_mark(width: int):
    assert marks(draw(columns(), width)) == 0
    said = intersections_alt(columns(), symbols=SETS, neither_label="", template="x", empty="none")
    assert said == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_text_stays_text(width: int):
    frame = columns(((HOSTILE,), (HOSTILE,)), ((), ("B",)))
    figure = intersections(
        frame,
        symbols=[(HOSTILE, HOSTILE)],
        neither_label=HOSTILE,
        hover="{texts} {names}",
        width_px=width,
    )
    assert unsafe(figure) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_combination_is_one_row_with_its_count_and_its_symbols(width: int):
    figure = draw(FOUR, width)
    (trace,) = bars(figure)
    found = dict(zip(trace.customdata, trace.x, strict=True))
    assert found == {"t/1;t/2;t/3": 3, "t/1;t/3": 1, "t/2": 20, "": 2}
    written = [text.strip().split()[0] for text in named(figure, "written")[0].text]
    assert written == ["3", "1", "20", "2"]
    assert themeless(figure)


@pytest.mark.parametrize("width", WIDTHS)
def test_none_of_the_texts_stands_last(width: int):
    (trace,) = bars(draw(FOUR, width))
    lowest = min(range(len(trace.y)), key=lambda at: abs(trace.y[at] - max(trace.y)))
    assert trace.customdata[-1] == ""
    assert lowest == len(trace.y) - 1


def test_hover_names_states_but_not_without_end():
    (trace,) = bars(draw(FOUR))
    first, _, twenty, none = (text.replace("<br>", " ") for text in trace.hovertext)
    assert first == "First + Second + Third: 3. Aland, BBB, CCC"
    assert "S11 …" in twenty
    assert "S12" not in twenty
    assert none.startswith("None of these: 2.")


def test_a_text_outside_the_sets_is_refused_by_name():
    with pytest.raises(ValueError, match="symbol 't/9' has no label"):
        draw(columns((("t/9",), ("A",))))


def test_the_sentence_counts_all_every_and_none():
    said = intersections_alt(
        FOUR,
        symbols=SETS,
        neither_label="None",
        template="{sets} {states} {every} {none} {label} {n}",
        empty="",
    )
    assert said == "3 26 3 2 Second 20"
