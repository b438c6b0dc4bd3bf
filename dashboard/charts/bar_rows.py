"""Horizontal bars, one row a name: stacked series, what they come to written at their end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from dashboard.charts import legend
from dashboard.charts.palette import BLUE, EDGE, PALE, grey
from dashboard.charts.static_layout import (
    GAP,
    LINE_HEIGHT,
    PHONE_ROW_COLUMNS,
    ROW_COLUMNS,
    TEXT,
    hidden_axis,
    left_room,
    line_count,
    name_axis,
    names_above,
    static_layout,
    texts,
)
from dashboard.charts.style import Trace, escape, is_phone, selectable, text_width

SERIES: Final = {"draft": BLUE, "additional": PALE, "named": BLUE, "near": PALE}
"""Colour of each sponsor role and way to speak of AI, two lightnesses; of any other the first."""

_RIGHT, _FOOT, _GAP = 10.0, 8.0, 8.0
_CAMERA = 30.0
"""What the button over a drawing needs, where no key stands beside it."""
_PITCH, _BAR, _PHONE_GAP = 26.0, 17.0, 9.0


@dataclass(frozen=True)
class Row:
    """A name, and what is `written` where its bars `end`; `code` is what a selection gives back."""

    code: str
    name: str
    end: float
    written: str


@dataclass(frozen=True)
class Bar:
    """A piece of the row with that `code`, from `start` on."""

    code: str
    start: float
    length: float
    hover: str
    series: str = ""


def bar_rows(
    rows: Sequence[Row],
    bars: Sequence[Bar],
    *,
    width_px: int,
    series: Mapping[str, str] | None = None,
    most: float | None = None,
) -> go.Figure:
    """Draw rows from the top: their names at the left, or above their bars on a phone.

    `series` are the key's entries by code, in its order; without them all bars look the same.
    `most` is the whole of every row, shown as a faint bar behind it; without one the longest
    row fills the width.
    """
    names, ends = [row.name for row in rows], [row.end for row in rows]
    written = [row.written for row in rows]
    phone = is_phone(width_px)
    columns = PHONE_ROW_COLUMNS if phone else ROW_COLUMNS
    left = _RIGHT if phone else left_room(names, columns)
    lines = line_count(names, columns) * LINE_HEIGHT
    pitch = lines + _BAR + _PHONE_GAP if phone else max(_PITCH, lines + 6)
    labels = (series or {}).values()
    top = legend.height(labels, width_px, 6 if labels or phone else _CAMERA)
    thick = _BAR / pitch
    room = max(80.0, width_px - left - _RIGHT)
    widest = max((text_width(text, TEXT) for text in written), default=0.0) + _GAP
    longest = max(ends, default=1) if most is None else most
    reach = max(longest, 1e-9) * room / max(40.0, room - widest)
    at = {row.code: n for n, row in enumerate(rows)}
    height = top + pitch * max(len(names), 1) + _FOOT
    axis = name_axis(names, downwards=True, columns=columns) | {"showgrid": False}
    axis |= {"ticklabelstandoff": 4, "showticklabels": not phone}
    if phone:  # the first name stands above the first row, the last bar at the foot
        axis["range"] = [len(names) - 1 + _BAR / pitch, -1 + _BAR / pitch]
    return go.Figure(
        data=[
            *(
                _trace([(at[bar.code], bar) for bar in bars if bar.series == code], code, label)
                | {"width": thick}
                for code, label in (series or {"": ""}).items()
            ),
            texts(ends, range(len(rows)), written, "middle right", GAP),
        ],
        layout={
            **static_layout(height, l=left, r=_RIGHT, t=top, b=_FOOT),
            **legend.above(labels, width_px),
            "barmode": "overlay",
            "xaxis": hidden_axis(0, reach),
            "yaxis": axis,
            "shapes": [] if most is None else [_behind(n, thick, most) for n in at.values()],
            "annotations": names_above(names, _BAR / 2) if phone else [],
        },
    )


def _trace(placed: Sequence[tuple[int, Bar]], code: str, label: str) -> Trace:
    """The bars of one series, each with the number of its row."""
    bars = [bar for _, bar in placed]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.length for bar in bars],
        "base": [bar.start for bar in bars],
        "y": [row for row, _ in placed],
        "marker": {
            "color": SERIES.get(code, BLUE),
            "line": {"width": 1 if label else 0, "color": EDGE},  # pieces touch, rows do not
        },
        **selectable((bar.code for bar in bars), (escape(bar.hover) for bar in bars)),
        "name": escape(label),
        "showlegend": bool(label),
    }


def _behind(y: float, thick: float, most: float) -> dict[str, Any]:
    edges = {"x0": 0, "x1": most, "y0": y - thick / 2, "y1": y + thick / 2}
    look = {"fillcolor": grey(0.14), "line": {"width": 0}, "layer": "below"}
    return {"type": "rect", **edges, **look}
