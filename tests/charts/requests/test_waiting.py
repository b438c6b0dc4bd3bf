"""The share that had come, a panel a group: the steps of the frame, and no text over another."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.requests.waiting import Panel, waiting, waiting_alt
from tests.charts.drawn import HOSTILE, WIDTHS, named, themeless, unsafe

COLUMNS = ["group", "day", "at_risk", "came", "share"]
CURVES = pd.DataFrame(
    [
        ("every", 30, 40, 10, 0.25),
        ("every", 400, 30, 12, 0.55),
        ("every", 900, 5, 0, 0.55),
        ("report", 400, 12, 4, 0.33),
        ("report", 500, 4, 1, 0.4),
    ],
    columns=COLUMNS,
)
PANELS = [
    Panel("every", "All", "n = 40; half within 400 days"),
    Panel("report", HOSTILE, "n = 12"),
    Panel("silent", "审查" * 40, "n = 11"),
]


def draw(frame: pd.DataFrame = CURVES, panels=tuple(PANELS), width: int = 1000):
    return waiting(
        frame,
        panels=panels,
        behind="every",
        few=10,
        hover="{group} {day} {share} {came} {n}",
        days=lambda day: f"{day} d",
        width_px=width,
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_drawn_is_still_a_figure(width: int):
    figure = draw(CURVES.iloc[:0], (), width)
    assert not figure.data
    assert themeless(figure)
    assert waiting_alt(panels=(), template="{n}", empty="nothing") == "nothing"


@pytest.mark.parametrize("width", WIDTHS)
def test_strings_of_the_record_stay_text(width: int):
    assert unsafe(draw(width=width)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_step_is_a_line_of_the_frame_solid_or_dotted(width: int):
    figure = draw(width=width)
    steps = {trace.xaxis: trace for trace in named(figure, "steps")}
    few = {trace.xaxis: trace for trace in named(figure, "few")}
    assert list(steps["x"].x) == [0, 30, 400]
    assert list(steps["x"].y) == [0, 0.25, 0.55]
    assert list(few["x"].x) == [400, 900]
    assert list(few["x2"].x) == [400, 500]
    assert {trace.line.dash for trace in few.values()} == {"dot"}
    assert {trace.line.shape for trace in (*steps.values(), *few.values())} == {"hv"}
    assert [(t.xaxis, t.x[0], t.y[0]) for t in named(figure, "half")] == [("x", 400, 0.5)]
    assert [trace.xaxis for trace in named(figure, "behind")] == ["x2", "x3"]
    assert "x3" not in steps  # a group without a curve draws none
    assert steps["x"].hovertext[-1] == "All 400 d 55% 12 30"


@pytest.mark.parametrize("width", WIDTHS)
def test_titles_and_plots_have_places_of_their_own(width: int):
    figure = draw(width=width)
    height = figure.layout.height
    plots = []
    for number in ("", "2", "3"):
        x, y = figure.layout[f"xaxis{number}"].domain, figure.layout[f"yaxis{number}"].domain
        plots.append((x, y))
    for note, (x, y) in zip(figure.layout.annotations, plots, strict=True):
        above = note.y * height + len(note.text.split("<br>")) * 12 * 1.3
        assert y[1] < note.y
        assert above <= height
        beneath = [other for column, other in plots if column == x and other[0] > y[1]]
        assert all(above < other[0] * height for other in beneath)
    columns = {x for x, _ in plots}
    assert len(columns) == (1 if width < 640 else 3)
    assert figure.layout.xaxis.range == figure.layout.xaxis3.range


def test_the_sentence_names_the_first_panel():
    said = waiting_alt(panels=PANELS, template="{n} {group}: {said}", empty="")
    assert said == "3 All: n = 40; half within 400 days"
