"""A matrix of squares with a text in each: the text is the message, the shade repeats it.

Squares are marks of a scatter, because a heat map cannot be clicked (streamlit #8933).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.charts.palette import BLUE, grey, tint
from dashboard.charts.static_layout import (
    LEANING_COLUMNS,
    LINE_HEIGHT,
    NAME_COLUMNS,
    PHONE_NAME_COLUMNS,
    TEXT,
    left_room,
    line_count,
    name_axis,
    static_layout,
    top_room,
)
from dashboard.charts.style import escape, is_phone, require, scatter, selectable, text_width

_STEPS = 5
"""Shades that an eye tells apart."""
_FULLEST = 0.5
"""The darkest shade on which text stays readable in the theme's own colour."""
_RIGHT, _FOOT = 14, 8
_LEVEL = 84.0
"""Pixels a column must be wide for its name to stand level over it."""


@dataclass(frozen=True)
class Square:
    """A `text` where the column and the row of these codes meet; `codes` is what a selection
    gives back. The shade is the fuller the greater the `amount`; none without one."""

    column: str
    row: str
    text: str
    amount: float | None
    codes: tuple[str, str]
    hover: str


@dataclass(frozen=True)
class Sizes:
    """Pixels of a square, the part of its place it fills and of it its letters, the first shade."""

    largest: float
    smallest: float
    fill: float
    letter: float
    faintest: float


COUNTS = Sizes(36.0, 13.0, 0.86, 0.5, 0.14)
SHARES = Sizes(54.0, 22.0, 0.88, 0.27, 0.06)


def squares(
    found: Sequence[Square],
    *,
    across: Mapping[str, str],
    down: Mapping[str, str],
    width_px: int,
    name: str,
    sizes: Sizes = COUNTS,
    most: float | None = None,
) -> go.Figure:
    """Draw squares on two axes of names by code: `across` from the left, `down` from the top.

    `most` is the amount with the fullest shade, else the greatest found. Raises ValueError
    for a code that is not on its axis.
    """
    require((square.column for square in found), across, "column")
    require((square.row for square in found), down, "row")
    columns, rows = list(across.values()), list(down.values())
    x, y = ({code: n for n, code in enumerate(axis)} for axis in (across, down))
    letters = PHONE_NAME_COLUMNS if is_phone(width_px) else NAME_COLUMNS
    left = left_room(rows, letters)
    step = max(sizes.smallest, (width_px - left - _RIGHT) / max(len(columns), 1))
    size = min(sizes.largest, step * sizes.fill)
    pitch = max(size, line_count(rows, letters) * LINE_HEIGHT) + 6
    level = step >= _LEVEL
    wide = int(step / (TEXT * 0.6)) if level else LEANING_COLUMNS
    top = line_count(columns, wide) * LINE_HEIGHT + 8 if level else top_room(columns)
    height = top + pitch * max(len(rows), 1) + _FOOT
    most = most or max((square.amount or 0 for square in found), default=0)
    marks = scatter(
        x=[x[square.column] for square in found],
        y=[y[square.row] for square in found],
        mode="markers+text",
        text=[
            escape(square.text) if text_width(square.text, TEXT) < size else "" for square in found
        ],
        textposition="middle center",
        textfont={"size": max(TEXT, min(TEXT + 1, size * sizes.letter))},
        marker={
            "symbol": "square",
            "size": size,
            "color": [_shade(square.amount, most, sizes.faintest) for square in found],
            "opacity": 1,
            "line": {"width": 1, "color": grey(0.6)},
        },
        **selectable(
            (list(square.codes) for square in found), (escape(square.hover) for square in found)
        ),
        name=name,
    )
    return go.Figure(
        data=[marks],
        layout={
            **static_layout(height, l=left, r=_RIGHT, t=top, b=_FOOT),
            "xaxis": name_axis(columns, downwards=False, columns=wide)
            | {"showgrid": False, **({"tickangle": 0} if level else {})},
            "yaxis": name_axis(rows, downwards=True, columns=letters) | {"showgrid": False},
        },
    )


def _shade(amount: float | None, most: float, faintest: float) -> str:
    """The one colour of the drawing; it lets the paper through."""
    if amount is None:
        return "rgba(0,0,0,0)"
    step = math.ceil(_STEPS * amount / most) / _STEPS
    return tint(BLUE, round(faintest + (_FULLEST - faintest) * step, 2))
