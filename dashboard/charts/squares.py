"""A matrix of squares with a number in each: the number is the message, the shade repeats it.

Squares are marks of a scatter, because a heat map cannot be clicked (streamlit #8933).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.charts.static_layout import (
    LEANING_COLUMNS,
    NAME_COLUMNS,
    PHONE_NAME_COLUMNS,
    TEXT,
    left_room,
    line_count,
    name_axis,
    static_layout,
    top_room,
)
from dashboard.charts.style import Trace, escape, grey, scatter
from dashboard.charts.timeline.timeline_layout import is_phone

_PAPER_BLUE = (46, 116, 181)
_FAINTEST, _FULLEST = 0.14, 0.45
"""Shades between which the number stays readable in the theme's own text colour."""
_LARGEST, _SMALLEST = 46.0, 13.0
_RIGHT = 14


@dataclass(frozen=True)
class Square:
    """A number at column `x` of row `y`; `codes` is what a selection gives back."""

    x: int
    y: int
    number: int
    codes: tuple[str, str]
    hover: str
    plain: bool = False
    """Drawn without a shade, and without part in the scale of the others."""


def squares(
    found: Sequence[Square],
    *,
    across: Sequence[str],
    down: Sequence[str],
    width_px: int,
    name: str,
) -> go.Figure:
    """Draw squares on two axes of names: `across` from left to right, `down` from the top."""
    columns = PHONE_NAME_COLUMNS if is_phone(width_px) else NAME_COLUMNS
    left = left_room(down, columns)
    step = max(_SMALLEST, (width_px - left - _RIGHT) / max(len(across), 1))
    size = min(_LARGEST, step * 0.86)
    pitch = max(size, line_count(down, columns) * TEXT * 1.3) + 6
    top = top_room(across)
    return go.Figure(
        data=[_marks(found, size, name)],
        layout={
            **static_layout(top + pitch * max(len(down), 1) + 8, l=left, r=_RIGHT, t=top, b=8),
            "xaxis": name_axis(across, downwards=False, columns=LEANING_COLUMNS),
            "yaxis": name_axis(down, downwards=True, columns=columns),
        },
    )


def _marks(found: Sequence[Square], size: float, name: str) -> Trace:
    most = max((square.number for square in found if not square.plain), default=1) or 1
    return scatter(
        x=[square.x for square in found],
        y=[square.y for square in found],
        mode="markers+text",
        text=[str(square.number) for square in found],
        textposition="middle center",
        textfont={"size": max(9.0, min(TEXT + 1, size * 0.5))},
        marker={
            "symbol": "square",
            "size": size,
            "color": [_shade(0 if square.plain else square.number / most) for square in found],
            "opacity": 1,
            "line": {"width": 1, "color": grey(0.6)},
        },
        unselected={"marker": {"opacity": 1}},
        customdata=[list(square.codes) for square in found],
        hovertext=[escape(square.hover) for square in found],
        hovertemplate="%{hovertext}<extra></extra>",
        name=name,
    )


def _shade(part: float) -> str:
    """The one colour of the drawing, the fuller the more; it lets the paper through."""
    alpha = _FAINTEST + (_FULLEST - _FAINTEST) * part if part else 0
    return f"rgba({_PAPER_BLUE[0]},{_PAPER_BLUE[1]},{_PAPER_BLUE[2]},{alpha:.2f})"
