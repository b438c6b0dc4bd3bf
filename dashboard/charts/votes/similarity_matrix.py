"""How often two sides took the same position: a square for each pair, its share written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.static_layout import (
    CONFIG,
    LEANING_COLUMNS,
    NAME_COLUMNS,
    PHONE_NAME_COLUMNS,
    left_room,
    line_count,
    name_axis,
    static_layout,
    top_room,
)
from dashboard.charts.style import escape, grey, scatter
from dashboard.charts.timeline.timeline_layout import is_phone
from dashboard.charts.votes.positions import require

__all__ = ["CONFIG", "similarity_matrix"]

_BLUE = "46,116,181"
_FAINTEST, _FULLEST = 0.06, 0.45
"""Shades between which the number stays readable in the theme's own text colour."""
_LARGEST, _SMALLEST, _RIGHT = 54.0, 22.0, 14.0


def similarity_matrix(
    frame: pd.DataFrame,
    *,
    codes: Sequence[tuple[str, str]],
    hover: str,
    hover_small: str,
    percent: str = "{percent} %",
    small: str = "{same}/{pairs}",
    none: str = "–",
    width_px: int = 1000,
) -> go.Figure:
    """Draw agreement (columns left, right, shared, same, pairs, share) as given, row by row.

    `codes` are the sides and their labels, from the top and from the left. `percent` is
    written where a share is known, `small` where it is not because there are too few votes,
    `none` where no vote is shared. `hover` and `hover_small` (no share) may use `{left}`,
    `{right}`, `{shared}`, `{same}`, `{pairs}` and, the first, `{percent}`. A square without
    a share has no shade. It has (left, right) as `customdata`. Raises ValueError for a side
    without a label.
    """
    labels = dict(codes)
    require(frame, "left", labels)
    require(frame, "right", labels)
    names = [label for _, label in codes]
    place = {code: n for n, (code, _) in enumerate(codes)}
    columns = PHONE_NAME_COLUMNS if is_phone(width_px) else NAME_COLUMNS
    left = left_room(names, columns)
    step = max(_SMALLEST, (width_px - left - _RIGHT) / max(1, len(names)))
    size = min(_LARGEST, step * 0.88)
    pitch = max(size, line_count(names, columns) * 15.6) + 6
    top = top_room(names)
    lines = frame.to_dict("records")
    known = [not pd.isna(line["share"]) for line in lines]
    places = [_places(line, labels) for line in lines]
    written = [
        (percent if whole else small if said["shared"] else none).format(**said)
        for whole, said in zip(known, places, strict=True)
    ]
    marks = scatter(
        x=[place[str(line["right"])] for line in lines],
        y=[place[str(line["left"])] for line in lines],
        mode="markers+text",
        text=[escape(text) for text in written],
        textposition="middle center",
        textfont={"size": max(9.0, min(13.0, size * 0.27))},
        marker={
            "symbol": "square",
            "size": size,
            "color": [
                _shade(float(line["share"])) if whole else "rgba(0,0,0,0)"
                for whole, line in zip(known, lines, strict=True)
            ],
            "opacity": 1,
            "line": {"width": 1, "color": grey(0.6)},
        },
        unselected={"marker": {"opacity": 1}},
        customdata=[[str(line["left"]), str(line["right"])] for line in lines],
        hovertext=[
            escape((hover if whole else hover_small).format(**said))
            for whole, said in zip(known, places, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        name="agreement",
    )
    return go.Figure(
        data=[marks] if lines else [],
        layout={
            **static_layout(top + pitch * max(1, len(names)) + 8, l=left, r=_RIGHT, t=top, b=8),
            "xaxis": name_axis(names, downwards=False, columns=LEANING_COLUMNS),
            "yaxis": name_axis(names, downwards=True, columns=columns),
        },
    )


def _places(line: dict[Any, Any], labels: dict[str, str]) -> dict[str, str | int]:
    counts = {name: int(line[name]) for name in ("shared", "same", "pairs")}
    percent = "" if pd.isna(line["share"]) else round(float(line["share"]) * 100)
    return {
        "left": labels[str(line["left"])],
        "right": labels[str(line["right"])],
        "percent": percent,
        **counts,
    }


def _shade(share: float) -> str:
    return f"rgba({_BLUE},{_FAINTEST + (_FULLEST - _FAINTEST) * share:.2f})"
