"""From one vote to the next: how many States kept their position and how many changed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.palette import grey, tint
from dashboard.charts.static_layout import TEXT, static_layout
from dashboard.charts.style import Trace, escape, is_phone, note, require
from dashboard.charts.votes.positions import counted, position_look

_HEIGHT, _PHONE_HEIGHT, _TOP = 380.0, 440.0, 34.0
_STAYED, _MOVED = 0.28, 0.75
"""How full the bands are; a change stands out among those that stayed."""


def moves(
    matrix: pd.DataFrame,
    *,
    positions: Mapping[str, str],
    earlier: str,
    later: str,
    hover: str,
    node: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw a matrix of moves (columns earlier, later, states) as bands between two votes.

    `positions` are labels by code from the top; `earlier` and `later` name the two votes.
    `hover` may use `{earlier}`, `{later}` (labels of positions) and `{n}`; `node` is written
    at each end of the bands with `{position}` and `{n}`. A band that changes position has
    the colour of the later one, the others are grey. Bands have (earlier, later) as
    `customdata`. Raises ValueError for a position without a label.
    """
    for column in ("earlier", "later"):
        require(matrix[column], positions, column)
    height = _PHONE_HEIGHT if is_phone(width_px) else _HEIGHT
    lines = matrix.loc[matrix["states"] > 0, ["earlier", "later", "states"]]
    hidden = {"visible": False, "fixedrange": True}
    headings = [_heading(earlier, "left"), _heading(later, "right")]
    return go.Figure(
        data=[] if lines.empty else [_bands(lines, positions, hover, node)],
        layout={
            **static_layout(height + _TOP, l=8, r=8, t=_TOP, b=12),
            "xaxis": hidden,
            "yaxis": hidden,
            "annotations": [] if lines.empty else headings,
        },
    )


def moves_alt(matrix: pd.DataFrame, *, template: str, empty: str) -> str:
    """One sentence for the moves; `template` may use `{n}`, `{stayed}` and `{moved}` States."""
    if matrix.empty:
        return empty
    states = int(matrix["states"].sum())
    stayed = int(matrix.loc[matrix["earlier"] == matrix["later"], "states"].sum())
    return template.format(n=states, stayed=stayed, moved=states - stayed)


def _bands(lines: pd.DataFrame, positions: Mapping[str, str], hover: str, node: str) -> Trace:
    """States of each end in the order of `positions`, and the bands between them."""
    ends = [
        {code: int(totals[code]) for code in positions if code in totals}
        for totals in (lines.groupby(side)["states"].sum() for side in ("earlier", "later"))
    ]
    source, target = ({code: n for n, code in enumerate(end)} for end in ends)
    nodes = [*ends[0].items(), *ends[1].items()]
    bands = [(str(a), str(b), int(n)) for a, b, n in lines.itertuples(index=False, name=None)]
    return {
        "type": "sankey",
        "arrangement": "fixed",
        "valueformat": "d",
        "textfont": {"size": TEXT},
        "node": {
            "label": [counted(node, positions[code], states) for code, states in nodes],
            "color": [position_look(code).colour for code, _ in nodes],
            "line": {"width": 0},
            "thickness": 16,
            "pad": 26,
            "x": [0.001] * len(ends[0]) + [0.999] * len(ends[1]),
            "y": [middle for end in ends for middle in _middles(end)],
            "customdata": [code for code, _ in nodes],
            "hoverinfo": "none",
        },
        "link": {
            "source": [source[one] for one, _, _ in bands],
            "target": [len(source) + target[two] for _, two, _ in bands],
            "value": [states for _, _, states in bands],
            "color": [_colour(one, two) for one, two, _ in bands],
            "label": [
                escape(hover.format(earlier=positions[one], later=positions[two], n=states))
                for one, two, states in bands
            ],
            "customdata": [[one, two] for one, two, _ in bands],
            "hovertemplate": "%{label}<extra></extra>",
        },
    }


def _middles(end: Mapping[str, int]) -> list[float]:
    """Where the middles of one end's nodes stand, from 0 at the top to 1."""
    free = 0.08 * max(0, len(end) - 1)
    middles, edge = [], 0.0
    for states in end.values():
        part = states / sum(end.values()) * (1 - free)
        middles.append(min(0.999, max(0.001, edge + part / 2)))
        edge += part + 0.08
    return middles


def _colour(earlier: str, later: str) -> str:
    if earlier == later:
        return grey(_STAYED)
    return tint(position_look(later).colour, _MOVED)


def _heading(name: str, side: str) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0 if side == "left" else 1, "y": 1}
    return note(escape(name), TEXT, **place, yshift=8, xanchor=side, yanchor="bottom")
