"""What is asked of whom: a square for each verb row and addressee, its number written in it.

Squares are marks of a scatter, because a heat map cannot be clicked (streamlit #8933). The
number is the message; the shade only repeats it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.stage import is_phone
from dashboard.charts.style import Trace, escape, grey, scatter, text_width, wrap

CONFIG: Final[dict[str, Any]] = {"displayModeBar": False, "scrollZoom": False, "responsive": True}
"""What `st.plotly_chart(config=…)` takes: nothing to zoom, so no buttons."""

_PAPER_BLUE = (46, 116, 181)
_FAINTEST, _FULLEST = 0.14, 0.45
"""Shades between which the number stays readable in the theme's own text colour."""
_TEXT = 12.0
_NAME_COLUMNS, _PHONE_NAME_COLUMNS, _LEANING_COLUMNS = 22, 15, 60
_LARGEST, _SMALLEST = 46.0, 13.0


def matrix(
    cells: pd.DataFrame,
    *,
    rows: Sequence[tuple[str, str]],
    addressees: Sequence[tuple[str, str]],
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of `analysis.asks.matrix` (columns row, addressee, paragraphs).

    `rows` are code and label from top to bottom, `addressees` from left to right; both are
    drawn whole, also where nothing stands. `hover` is a sentence with the places `{row}`,
    `{addressee}` and `{paragraphs}`. Every square has `(row, addressee)` as `customdata`,
    for selection by points. On a phone the addressees run down and the verbs across.
    Raises ValueError for a row or an addressee that is not on its axis.
    """
    phone = is_phone(width_px)
    across, down = (rows, addressees) if phone else (addressees, rows)
    for column, axis in (("row", rows), ("addressee", addressees)):
        strange = set(cells[column]) - {code for code, _ in axis}
        if strange:
            raise ValueError(f"{column} {sorted(strange)[0]!r} is not on the axis")
    names = _NAME_COLUMNS if not phone else _PHONE_NAME_COLUMNS
    left = _left(down, names)
    step = max(_SMALLEST, (width_px - left - 14) / max(len(across), 1))
    size = min(_LARGEST, step * 0.86)
    lines = max((len(wrap(label, names)) for _, label in down), default=1)
    pitch = max(size, lines * _TEXT * 1.3) + 6
    top = _top(across)
    height = round(top + pitch * max(len(down), 1) + 8)
    return go.Figure(
        data=[_squares(cells, rows, addressees, hover, size, phone=phone)],
        layout={
            "height": height,
            "margin": {"l": left, "r": 14, "t": top, "b": 8, "pad": 0},
            "dragmode": False,
            "clickmode": "event+select",
            "hovermode": "closest",
            "hoverlabel": {"align": "left"},
            "xaxis": _axis(across, downwards=False, columns=_LEANING_COLUMNS),
            "yaxis": _axis(down, downwards=True, columns=names),
        },
    )


def _squares(
    cells: pd.DataFrame,
    rows: Sequence[tuple[str, str]],
    addressees: Sequence[tuple[str, str]],
    hover: str,
    size: float,
    *,
    phone: bool,
) -> Trace:
    """One mark for each cell that holds a paragraph; empty cells stay empty."""
    row_labels, addressee_labels = dict(rows), dict(addressees)
    places = ({code: n for n, (code, _) in enumerate(axis)} for axis in (rows, addressees))
    row_at, addressee_at = places
    found = [
        (str(row), str(addressee), int(count))
        for row, addressee, count in zip(
            cells["row"], cells["addressee"], cells["paragraphs"], strict=True
        )
        if count
    ]
    most = max((count for _, _, count in found), default=1)
    by_row = [row_at[row] for row, _, _ in found]
    by_addressee = [addressee_at[addressee] for _, addressee, _ in found]
    return scatter(
        x=by_row if phone else by_addressee,
        y=by_addressee if phone else by_row,
        mode="markers+text",
        text=[str(count) for _, _, count in found],
        textposition="middle center",
        textfont={"size": max(9.0, min(_TEXT + 1, size * 0.5))},
        marker={
            "symbol": "square",
            "size": size,
            "color": [_shade(count / most) for _, _, count in found],
            "opacity": 1,
            "line": {"width": 1, "color": grey(0.6)},
        },
        unselected={"marker": {"opacity": 1}},
        customdata=[[row, addressee] for row, addressee, _ in found],
        hovertext=[
            escape(
                hover.format(
                    row=row_labels[row], addressee=addressee_labels[addressee], paragraphs=count
                )
            )
            for row, addressee, count in found
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        name="asks",
    )


def _shade(part: float) -> str:
    """The one colour of the drawing, the fuller the more paragraphs; it lets the paper through."""
    alpha = _FAINTEST + (_FULLEST - _FAINTEST) * part
    return f"rgba({_PAPER_BLUE[0]},{_PAPER_BLUE[1]},{_PAPER_BLUE[2]},{alpha:.2f})"


def _axis(names: Sequence[tuple[str, str]], *, downwards: bool, columns: int) -> dict[str, Any]:
    """An axis with a name at every place and half a place of room at both ends."""
    last = max(len(names), 1) - 0.5
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": ["<br>".join(map(escape, wrap(label, columns))) for _, label in names],
        "tickangle": 0 if downwards else 50,  # leans over the names at the left, where room is
        "tickfont": {"size": _TEXT},
        "range": [last, -0.5] if downwards else [-0.5, last],
        "side": "left" if downwards else "top",
        "fixedrange": True,
        "zeroline": False,
        "showgrid": True,
        "gridcolor": grey(0.18),
        "ticks": "",
    }


def _left(names: Sequence[tuple[str, str]], columns: int) -> float:
    """Room for the names at the left, as wide as their widest line."""
    lines = [line for _, label in names for line in wrap(label, columns)]
    return 14 + max((text_width(line, _TEXT) for line in lines), default=40.0)


def _top(names: Sequence[tuple[str, str]]) -> float:
    """Room for names that lean over the columns."""
    widest = max((text_width(label, _TEXT) for _, label in names), default=40.0)
    return round(widest * 0.77 + 2 * _TEXT)
