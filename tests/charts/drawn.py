"""What the tests of drawings ask of any figure: its traces by name, its strings, its marks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go

HOSTILE = '<a href="javascript:alert(1)">now</a> & <b>bold</b> <br>'
WIDTHS = (1180, 360)


def named(figure: go.Figure, name: str) -> list[Any]:
    """The traces of that name."""
    return [trace for trace in figure.data if trace.name == name]


def bars(figure: go.Figure) -> list[Any]:
    """The traces of bars."""
    return [trace for trace in figure.data if trace.type == "bar"]


def marks(figure: go.Figure) -> int:
    """How many bars and points with something to select there are."""
    return sum(len(trace.customdata) for trace in figure.data if trace.customdata is not None)


def unsafe(figure: go.Figure) -> list[str]:
    """Strings outside `customdata` that plotly would read as markup."""
    drawn = json.loads(figure.to_json())
    found = []
    for text in _strings(drawn["data"]), _strings(drawn["layout"]):
        found += [s for s in text if "<" in s.replace("<br>", "").replace("<extra></extra>", "")]
    return found


def themeless(figure: go.Figure) -> bool:
    """Whether text and paper are left to the theme."""
    layout = figure.layout
    return layout.paper_bgcolor is layout.plot_bgcolor is layout.font.color is None


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key != "customdata":
                yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
