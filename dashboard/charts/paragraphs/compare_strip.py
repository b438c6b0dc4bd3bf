"""Two texts as a strip: a tick for each paragraph in its order, a row for what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.palette import BLUE, PALE, grey
from dashboard.charts.static_layout import hidden_axis, left_room, name_axis, static_layout
from dashboard.charts.style import is_phone, require, scatter, selectable

_KEPT: Final = frozenset({"same", "editorial"})
_APART: Final = {"new": "new", "dropped": "gone", "unknown": "unknown"}
_LOOKS: Final[Mapping[str, tuple[str, str]]] = {
    "kept": (grey(0.6), "line-ns-open"),
    "changed": (BLUE, "line-ns-open"),
    "new": (PALE, "cross-thin-open"),
    "gone": (BLUE, "x-thin-open"),
    "unknown": (grey(0.6), "circle-open"),
}
"""Colour and plotly symbol of each row."""
_SIGNS: Final = {"stronger": "triangle-up", "softer": "triangle-down"}
_PITCH, _TOP, _FOOT, _RIGHT, _TALL = 26.0, 30.0, 6.0, 14.0, 16.0


def row_of(change: str) -> str:
    """The row of what became of a paragraph."""
    return "kept" if change in _KEPT else _APART.get(change, "changed")


def compare_strip(
    compared: pd.DataFrame,
    *,
    rows: Mapping[str, str],
    hover: list[str],
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of a comparison (column change) from left to right as they follow each other.

    `rows` are the rows' names by code, from the top, drawn whole but for those nobody needs;
    `hover`, escaped, says each line. What is stronger or softer points up or down. Raises
    ValueError for a row without a name.
    """
    changes = [str(change) for change in compared["change"]]
    taken = [row_of(change) for change in changes]
    require(taken, rows, "row")
    shown = [code for code in rows if code != "unknown" or code in taken]
    names = [rows[code] for code in shown]
    symbols = [
        _SIGNS.get(change, _LOOKS[row][1]) for change, row in zip(changes, taken, strict=True)
    ]
    colours = [_LOOKS[row][0] for row in taken]
    columns = 14 if is_phone(width_px) else 30
    marker: dict[str, Any] = {
        "symbol": symbols,
        "size": [_TALL if symbol == "line-ns-open" else _TALL * 0.7 for symbol in symbols],
        "color": colours,
        "opacity": 1,
        "line": {"width": 3, "color": colours},
    }
    marks = scatter(
        x=list(range(len(changes))),
        y=[shown.index(row) for row in taken],
        mode="markers",
        marker=marker,
        **selectable(range(len(changes)), hover),
        name="paragraphs",
    )
    height = _TOP + _PITCH * len(names) + _FOOT
    return go.Figure(
        data=[marks],
        layout={
            **static_layout(height, l=left_room(names, columns), r=_RIGHT, t=_TOP, b=_FOOT),
            "xaxis": hidden_axis(-1, max(len(changes), 1)),
            "yaxis": name_axis(names, downwards=True, columns=columns),
        },
    )


def compare_strip_alt(compared: pd.DataFrame, *, template: str) -> str:
    """One sentence for the strip; `template` may use `{n}` (lines), `{kept}`, `{changed}`, `{new}`
    and `{gone}`."""
    counted = pd.Series([row_of(str(change)) for change in compared["change"]]).value_counts()
    return template.format(n=len(compared), **{row: int(counted.get(row, 0)) for row in _LOOKS})
