"""Horizontal bars, one row a name: stacked series, what they come to written at their end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

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
from dashboard.charts.style import Trace, escape, grey, text_width
from dashboard.charts.timeline.legend import LINE, above, entry_lines
from dashboard.charts.timeline.timeline_layout import is_phone

BLUE: Final = "#2E74B5"
OCHRE: Final = "#C26D18"
STEP_COLOURS: Final = {"draft": BLUE, "additional": OCHRE}
"""Colour of each sponsor role; at least 3:1 on either paper."""
STEP_PATTERNS: Final = {"draft": "", "additional": "/"}
"""Plotly pattern of each sponsor role, so that colour is never the only sign."""

_HATCH = "rgba(255,255,255,0.6)"
_RIGHT, _FOOT, _GAP = 10.0, 8.0, 8.0
_PITCH, _BAR, _PHONE_GAP = 26.0, 17.0, 9.0


@dataclass(frozen=True)
class Bar:
    """A piece of a row, from `start` on; `code` is what a selection gives back."""

    row: int
    start: float
    length: float
    code: str
    hover: str


@dataclass(frozen=True)
class Series:
    """Bars of one colour and pattern; `label` is its entry in the key, empty for none."""

    bars: Sequence[Bar]
    label: str = ""
    colour: str = BLUE
    pattern: str = ""


def bar_rows(
    series: Sequence[Series],
    *,
    names: Sequence[str],
    ends: Sequence[float],
    written: Sequence[str],
    most: float,
    width_px: int,
    whole: bool = False,
) -> go.Figure:
    """Draw rows from the top: `names` at the left, or above their bars on a phone.

    `written` stands where the row `ends`; `most` is the amount that fills the width, and
    `whole` shows it as a faint bar behind each row.
    """
    phone = is_phone(width_px)
    columns = PHONE_ROW_COLUMNS if phone else ROW_COLUMNS
    left = _RIGHT if phone else left_room(names, columns)
    lines = line_count(names, columns) * LINE_HEIGHT
    pitch = lines + _BAR + _PHONE_GAP if phone else max(_PITCH, lines + 6)
    labels = [each.label for each in series if each.label]
    top = LINE * entry_lines(labels, width_px) + 6 if labels else 6.0
    thick = _BAR / pitch
    room = max(80.0, width_px - left - _RIGHT)
    widest = max((text_width(text, TEXT) for text in written), default=0.0) + _GAP
    reach = max(most, 1e-9) * room / max(40.0, room - widest)
    rows = list(range(len(names)))
    traces = [
        *(_trace(each, thick) for each in series),
        texts(ends, rows, written, "middle right", GAP),
    ]
    height = top + pitch * max(len(names), 1) + _FOOT
    axis = name_axis(names, downwards=True, columns=columns) | {"showgrid": False}
    axis["ticklabelstandoff"] = 4
    if phone:  # the first name stands above the first row, the last bar at the foot
        axis["range"] = [len(names) - 1 + _BAR / pitch, -1 + _BAR / pitch]
    return go.Figure(
        data=traces,
        layout={
            **static_layout(height, l=left, r=_RIGHT, t=top, b=_FOOT),
            **(above(width_px) if labels else {}),
            "barmode": "overlay",
            "xaxis": hidden_axis(0, reach),
            "yaxis": axis | {"showticklabels": not phone},
            "shapes": [_behind(row, thick, most) for row in rows] if whole else [],
            "annotations": names_above(names, _BAR / 2) if phone else [],
        },
    )


def _trace(series: Series, thick: float) -> Trace:
    bars = series.bars
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.length for bar in bars],
        "base": [bar.start for bar in bars],
        "y": [bar.row for bar in bars],
        "width": thick,
        "marker": {
            "color": series.colour,
            "pattern": {
                "shape": series.pattern,
                "fillmode": "overlay",  # else the colour itself is gone between the strokes
                "fgcolor": _HATCH,
                "size": 6,
                "solidity": 0.3,
            },
            "line": {"width": 0.5, "color": grey(0.9)},
        },
        "unselected": {"marker": {"opacity": 1}},
        "customdata": [bar.code for bar in bars],
        "hovertext": [escape(bar.hover) for bar in bars],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": escape(series.label),
        "showlegend": bool(series.label),
    }


def _behind(y: float, thick: float, most: float) -> dict[str, Any]:
    edges = {"x0": 0, "x1": most, "y0": y - thick / 2, "y1": y + thick / 2}
    return {"type": "rect", **edges, "fillcolor": grey(0.14), "line": {"width": 0}} | {
        "layer": "below"
    }
