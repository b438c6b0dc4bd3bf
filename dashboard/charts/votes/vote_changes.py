"""From one vote to the next: how many States kept their position and how many changed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.static_layout import CONFIG, TEXT, static_layout
from dashboard.charts.style import Trace, escape, grey
from dashboard.charts.timeline.timeline_layout import is_phone
from dashboard.charts.votes.positions import key_name, position_colour, require

__all__ = ["CONFIG", "moves"]

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
    node: str = "{position} {n}",
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
        require(matrix, column, positions)
    phone = is_phone(width_px)
    height = _PHONE_HEIGHT if phone else _HEIGHT
    lines = [
        (str(one), str(two), int(states))
        for one, two, states in matrix[["earlier", "later", "states"]].itertuples(
            index=False, name=None
        )
        if states
    ]
    return go.Figure(
        data=[_bands(lines, positions, hover, node)] if lines else [],
        layout={
            **static_layout(height + _TOP, l=8, r=8, t=_TOP, b=12),
            "xaxis": {"visible": False, "fixedrange": True},
            "yaxis": {"visible": False, "fixedrange": True},
            "annotations": [_heading(earlier, "left"), _heading(later, "right")] if lines else [],
        },
    )


def _bands(
    lines: list[tuple[str, str, int]], positions: Mapping[str, str], hover: str, node: str
) -> Trace:
    ends = [
        [code for code in positions if any(line[side] == code for line in lines)] for side in (0, 1)
    ]
    numbers = [
        sum(line[2] for line in lines if line[side] == code)
        for side in (0, 1)
        for code in ends[side]
    ]
    codes = ends[0] + ends[1]
    return {
        "type": "sankey",
        "arrangement": "fixed",
        "valueformat": "d",
        "textfont": {"size": TEXT},
        "node": {
            "label": [
                key_name(node, positions[code], states)
                for code, states in zip(codes, numbers, strict=True)
            ],
            "color": [position_colour(code) for code in codes],
            "line": {"width": 0},
            "thickness": 16,
            "pad": 26,
            "x": [0.001] * len(ends[0]) + [0.999] * len(ends[1]),
            "y": [*_heights(lines, ends[0], 0), *_heights(lines, ends[1], 1)],
            "customdata": codes,
            "hoverinfo": "none",
        },
        "link": {
            "source": [ends[0].index(one) for one, _, _ in lines],
            "target": [len(ends[0]) + ends[1].index(two) for _, two, _ in lines],
            "value": [states for _, _, states in lines],
            "color": [_colour(one, two) for one, two, _ in lines],
            "label": [
                escape(hover.format(earlier=positions[one], later=positions[two], n=states))
                for one, two, states in lines
            ],
            "customdata": [[one, two] for one, two, _ in lines],
            "hovertemplate": "%{label}<extra></extra>",
        },
    }


def _heights(lines: list[tuple[str, str, int]], codes: list[str], side: int) -> list[float]:
    """Where the middles of one side's nodes stand, from 0 at the top to 1."""
    all_states = sum(states for _, _, states in lines)
    free = 0.08 * max(0, len(codes) - 1)
    middles, edge = [], 0.0
    for code in codes:
        part = sum(line[2] for line in lines if line[side] == code) / all_states * (1 - free)
        middles.append(min(0.999, max(0.001, edge + part / 2)))
        edge += part + 0.08
    return middles


def _colour(earlier: str, later: str) -> str:
    if earlier == later:
        return grey(_STAYED)
    red, green, blue = (int(position_colour(later)[n : n + 2], 16) for n in (1, 3, 5))
    return f"rgba({red},{green},{blue},{_MOVED:g})"


def _heading(name: str, side: str) -> dict[str, Any]:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0 if side == "left" else 1,
        "y": 1,
        "yshift": 8,
        "xanchor": side,
        "yanchor": "bottom",
        "showarrow": False,
        "text": escape(name),
        "font": {"size": TEXT},
    }
