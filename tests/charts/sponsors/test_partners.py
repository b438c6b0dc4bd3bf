"""Co-sponsorship of any two States: a number in each square, both sides of the diagonal."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.sponsors.partners import partners, partners_alt
from tests.charts.drawn import HOSTILE, WIDTHS, marks, themeless, unsafe

HOVER = "{left} and {right}: {shared} of {either}"


def pairs(*lines: tuple[str, str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(lines, columns=["left", "right", "shared", "either"])


def draw(frame: pd.DataFrame, codes: list[str], width: int = 1000, **labels: str):
    return partners(frame, codes=codes, labels=labels, hover=HOVER, width_px=width)


THREE = pairs(("A", "B", 7, 10), ("A", "C", 0, 8), ("B", "C", 2, 9), ("A", "A", 8, 8))


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_frame_keeps_its_axes(width: int):
    figure = draw(pairs(), ["A", "B"], width)
    assert marks(figure) == 0
    assert list(figure.layout.yaxis.ticktext) == ["A", "B"]
    assert partners_alt(pairs(), labels={}, template="x", empty="none") == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_text_stays_text(width: int):
    assert unsafe(draw(pairs((HOSTILE, "B", 1, 2)), [HOSTILE, "B"], width)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_pair_is_written_on_both_sides_and_none_is_written_too(width: int):
    figure = draw(THREE, ["A", "B", "C"], width, A="Aland")
    trace = figure.data[0]
    found = {tuple(c): int(n) for c, n in zip(trace.customdata, trace.text, strict=True)}
    assert found == {
        ("A", "B"): 7,
        ("B", "A"): 7,
        ("A", "C"): 0,
        ("C", "A"): 0,
        ("B", "C"): 2,
        ("C", "B"): 2,
        ("A", "A"): 8,
    }
    at = {tuple(c): (x, y) for c, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)}
    assert at["A", "C"] == (2, 0)
    assert at["C", "A"] == (0, 2)
    assert trace.hovertext[0] == "Aland and B: 7 of 10"
    assert themeless(figure)


def test_the_diagonal_and_none_have_no_shade_and_more_is_fuller():
    trace = draw(THREE, ["A", "B", "C"]).data[0]
    alpha = {
        tuple(code): float(colour.rstrip(")").split(",")[3])
        for code, colour in zip(trace.customdata, trace.marker.color, strict=True)
    }
    assert alpha["A", "A"] == alpha["A", "C"] == 0
    assert 0 < alpha["B", "C"] < alpha["A", "B"]


def test_a_state_outside_the_axes_is_refused_by_name():
    with pytest.raises(ValueError, match="column 'C' has no label"):
        draw(THREE, ["A", "B"])


def test_twenty_states_have_squares_that_do_not_touch_even_on_a_phone():
    codes = [f"S{n:02}" for n in range(20)]
    figure = draw(pairs(), codes, 360)
    plot = 360 - figure.layout.margin.l - figure.layout.margin.r
    assert figure.data[0].marker.size < plot / len(codes)


def test_the_sentence_counts_pairs_once_and_names_the_closest():
    both_ways = pd.concat([THREE, THREE.rename(columns={"left": "right", "right": "left"})])
    said = partners_alt(both_ways, labels={"A": "Aland"}, template="{pairs} " + HOVER, empty="")
    assert said == "3 Aland and B: 7 of 10"
