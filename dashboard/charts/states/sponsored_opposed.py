"""States by the texts they sponsored and the votes they cast against, like ones in one mark."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.palette import BLUE, grey, tint
from dashboard.charts.static_layout import TEXT, static_layout
from dashboard.charts.style import escape, note, scatter, selectable, text_width

_PLOT, _TOP, _FOOT, _LEFT, _RIGHT = 150.0, 30.0, 44.0, 34.0, 14.0
_SMALLEST, _LARGEST, _TICK = 8.0, 26.0, 24.0


def sponsored_opposed(
    frame: pd.DataFrame,
    *,
    across: str,
    up: str,
    said: Callable[[Sequence[str]], str],
    named: Collection[str],
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns sponsored, against and states (their codes), each a mark whose area
    grows with their number.

    `across` and `up` name the axes, `said` the States of a mark; `hover` may use `{states}`,
    `{sponsored}` and `{against}`. A mark with one of the `named` has its States written beside
    it. A selection gives the codes of its States.
    """
    lines = [
        (int(x), int(y), tuple(states))
        for x, y, states in frame[["sponsored", "against", "states"]].itertuples(index=False)
    ]
    furthest = max((x for x, _, _ in lines), default=0) or 1
    highest = max((y for _, y, _ in lines), default=0) or 1
    crowd = max((len(states) for *_, states in lines), default=1)
    step = (width_px - _LEFT - _RIGHT) / (furthest + 1)
    pitch = _PLOT / (highest + 1)
    largest = max(_SMALLEST, min(_LARGEST, step))
    sizes = [largest * max((len(states) / crowd) ** 0.5, 0.3) for *_, states in lines]
    marks = scatter(
        x=[x for x, *_ in lines],
        y=[y for _, y, _ in lines],
        mode="markers",
        marker={
            "size": sizes,
            "color": tint(BLUE, 0.65),
            "opacity": 1,
            "line": {"width": 1, "color": BLUE},
        },
        cliponaxis=False,
        **selectable(
            (list(states) for *_, states in lines),
            (escape(hover.format(states=said(s), sponsored=x, against=y)) for x, y, s in lines),
        ),
        name="states",
    )
    room = width_px - _LEFT - _RIGHT
    names = []
    for (x, y, states), size in zip(lines, sizes, strict=True):
        if set(named) & set(states):
            text = said(states)
            fits = x / furthest * room + size + text_width(text, TEXT) < room
            side, way = ("left", 1) if fits else ("right", -1)
            place = {"x": x, "y": y, "yanchor": "bottom", "yshift": size / 2}
            names.append(note(escape(text), TEXT, xanchor=side, xshift=way * size / 2, **place))
    corner = {"xref": "paper", "yref": "paper"}
    names += [
        note(escape(up), TEXT, x=0, xanchor="left", y=1, yanchor="bottom", yshift=8, **corner),
        note(escape(across), TEXT, x=1, xanchor="right", y=0, yanchor="top", yshift=-22, **corner),
    ]
    return go.Figure(
        data=[marks],
        layout={
            **static_layout(_TOP + _PLOT + _FOOT, l=_LEFT, r=_RIGHT, t=_TOP, b=_FOOT),
            "xaxis": _axis(furthest, step, 0.5),
            "yaxis": _axis(highest, pitch, max(0.5, largest / 2 / pitch)),
            "annotations": names,
        },
    )


def _axis(furthest: int, step: float, before: float) -> dict[str, Any]:
    """Whole numbers from 0, as many as have room, and how much is left `before` them."""
    return {
        "range": [-before, furthest + 0.5],
        "dtick": next((n for n in (1, 2, 5, 10, 20, 50) if step * n >= _TICK), 100),
        "tick0": 0,
        "tickfont": {"size": TEXT},
        "gridcolor": grey(0.18),
        "zeroline": False,
        "ticks": "",
        "fixedrange": True,
    }
