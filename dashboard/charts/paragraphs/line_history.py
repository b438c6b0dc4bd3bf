"""What became of a line or phrase: a mark for each text, a row for each step."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.date_axis import Scale, date_axis, day_number
from dashboard.charts.palette import BLUE, GREY, grey
from dashboard.charts.static_layout import left_room, name_axis, static_layout
from dashboard.charts.style import require, scatter, selectable
from dashboard.corpus.records.fields import first_day

_SYMBOLS = {
    "first": "star", "taken_up": "diamond", "kept": "circle", "reworded": "circle-open",
    "stronger": "triangle-up", "softer": "triangle-down", "softened": "triangle-down-open",
    "unsoftened": "triangle-up-open", "dropped": "x",
}  # fmt: skip
_FAINT = frozenset({"dropped"})
_MARK, _PITCH, _FOOT, _TOP, _RIGHT = 11.0, 30.0, 30.0, 10.0, 16.0
_EDGE = 60
"""Days before the first text and after the last."""


def line_history_chart(
    frame: pd.DataFrame,
    *,
    steps: Mapping[str, str],
    hover: Mapping[str, str],
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns symbol, date and step, whose dates are known.

    `steps` are the rows' names by step, in their order, those without a text left out; `hover`
    says what a mark is by symbol, escaped already. A selection gives the symbol. Raises
    ValueError for a step not in `steps`.
    """
    require(frame["step"], steps, "step")
    shown = [step for step in steps if step in set(frame["step"])]
    names = [steps[step] for step in shown]
    days = [day_number(first_day(date)) for date in frame["date"]]
    left = left_room(names, 40)
    scale = Scale(
        min(days, default=0) - _EDGE, max(days, default=0) + _EDGE, width_px - left - _RIGHT
    )
    marks = scatter(
        x=list(frame["date"]),
        y=[shown.index(step) for step in frame["step"]],
        mode="markers",
        marker={
            "size": _MARK,
            "symbol": [_SYMBOLS[step] for step in frame["step"]],
            "color": [GREY if step in _FAINT else BLUE for step in frame["step"]],
            "line": {"width": 1, "color": grey(0.6)},
        },
        **selectable(frame["symbol"], [hover[symbol] for symbol in frame["symbol"]]),
    )
    height = _TOP + _PITCH * max(len(shown), 1) + _FOOT
    layout = static_layout(height, l=left, r=_RIGHT, t=_TOP, b=_FOOT)
    return go.Figure(
        [marks],
        {
            **layout,
            "xaxis": {**date_axis(scale), "fixedrange": True},
            "yaxis": name_axis(names, downwards=True, columns=40),
        },
    )


def line_history_alt(frame: pd.DataFrame, *, template: str, empty: str) -> str:
    """One sentence for the drawing; `template` may use `{texts}`, `{first}` and `{last}` (years),
    `{symbol}` (of the first text) and `{dropped}`, how many dropped it."""
    if frame.empty:
        return empty
    dropped = int(frame["step"].eq("dropped").sum())
    return template.format(
        texts=len(frame) - dropped,
        first=frame["date"].iloc[0][:4],
        last=frame["date"].iloc[-1][:4],
        symbol=frame["symbol"].iloc[0],
        dropped=dropped,
    )
