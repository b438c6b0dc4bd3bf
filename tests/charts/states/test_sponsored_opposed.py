"""States by texts sponsored and votes against: each once, like ones together, few by name."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.states.sponsored_opposed import sponsored_opposed
from tests.charts.drawn import HOSTILE, WIDTHS, marks, named, themeless, unsafe


def draw(*lines: tuple[int, int, tuple[str, ...]], width: int, few: str = "") -> go.Figure:
    return sponsored_opposed(
        pd.DataFrame(lines, columns=["sponsored", "against", "states"]),
        across="Sponsored",
        up="Against",
        said=lambda states: f"{', '.join(states)} {HOSTILE}",
        named=[few] if few else [],
        hover="{states} {sponsored} {against}",
        width_px=width,
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_state_there_are_axes_and_no_mark(width: int):
    figure = draw(width=width)
    assert marks(figure) == 0
    assert [text.text for text in figure.layout.annotations] == ["Against", "Sponsored"]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_mark_stands_where_its_states_do_and_the_larger_has_more_of_them(width: int):
    figure = draw((0, 0, ("XAA", "XBB", "XCC")), (9, 4, ("XDD",)), width=width, few="XDD")
    (states,) = named(figure, "states")
    assert (states.x, states.y) == ((0, 9), (0, 4))
    assert states.customdata == (["XAA", "XBB", "XCC"], ["XDD"])
    assert states.marker.size[0] > states.marker.size[1]
    assert states.hovertext[1].endswith(" 9 4")
    name = figure.layout.annotations[0]
    assert name.text.startswith("XDD")
    assert (name.x, name.y, name.xanchor) == (9, 4, "right")  # within the drawing
    assert unsafe(figure) == []
    assert themeless(figure)
