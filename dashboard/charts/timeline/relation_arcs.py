"""The chain of the selected record: thin arcs to what it answers, and to what answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.charts.style import Trace, escape, grey, scatter

_STEPS = 17
_BULGE = 0.18


@dataclass(frozen=True)
class Spot:
    """Where a drawn mark stands: pixels from the plot's left edge and from its bottom."""

    x: float
    y: float


def linked(chain: pd.DataFrame | None, spots: Mapping[str, Spot], selected: str) -> pd.DataFrame:
    """The links of `chain` that touch the selected record and have both ends in the drawing."""
    if chain is None or chain.empty:
        return pd.DataFrame({"from": [], "to": [], "relation": []}, dtype="str")
    touches = (chain["from"] == selected) | (chain["to"] == selected)
    drawn = chain["from"].isin(list(spots)) & chain["to"].isin(list(spots))
    return chain[touches & drawn & (chain["from"] != chain["to"])]


def arcs(
    links: pd.DataFrame,
    spots: Mapping[str, Spot],
    relations: Mapping[str, str],
    date_at: Callable[[float], str],
) -> Trace:
    """One trace of arcs, each with an arrowhead at its `to` end and its relation on hover.

    `date_at` turns pixels into what the date axis takes; an unnamed relation says its code.
    """
    x: list[str | None] = []
    y: list[float | None] = []
    sizes: list[float] = []
    texts: list[str] = []
    for link in links.to_dict("records"):
        start, end = spots[link["from"]], spots[link["to"]]
        label = escape(relations.get(link["relation"], link["relation"]))
        xs, ys = _curve(start, end)
        x += [*(date_at(value) for value in xs), None]
        y += [*(round(float(value), 1) for value in ys), None]
        sizes += [0.0] * (_STEPS - 1) + [9.0, 0.0]
        texts += [label] * _STEPS + [""]
    return scatter(
        x=x,
        y=y,
        mode="lines+markers",
        line={"width": 1.3, "color": grey(0.95)},
        marker={
            "symbol": "arrow",
            "angleref": "previous",
            "size": sizes,
            "color": grey(1),
            "opacity": 1,
            "line": {"width": 0},
        },
        hovertext=texts,
        hovertemplate="%{hovertext}<extra></extra>",
        name="chain",
    )


def rings(ids: Mapping[str, Spot], selected: str, date_at: Callable[[float], str]) -> Trace:
    """Rings around the selected record, thick, and the ends of its chain, thin."""
    order = sorted(ids, key=lambda name: (name != selected, name))
    first = [name == selected for name in order]
    return scatter(
        x=[date_at(ids[name].x) for name in order],
        y=[round(ids[name].y, 1) for name in order],
        mode="markers",
        marker={
            "symbol": "circle-open",
            "size": [20 if chosen else 15 for chosen in first],
            "line": {"width": [2.4 if chosen else 1.2 for chosen in first]},
            "color": grey(1),
        },
        hoverinfo="skip",
        name="selected",
    )


def _curve(start: Spot, end: Spot) -> tuple[np.ndarray, np.ndarray]:
    """A quadratic curve that bulges to one side, and stops short of the mark it points at."""
    dx, dy = end.x - start.x, end.y - start.y
    length = float(np.hypot(dx, dy)) or 1.0
    middle_x = (start.x + end.x) / 2 - dy * _BULGE
    middle_y = (start.y + end.y) / 2 + abs(dx) * _BULGE
    stop = max(0.5, 1 - 9.0 / length)
    t = np.linspace(0, stop, _STEPS)
    x = (1 - t) ** 2 * start.x + 2 * t * (1 - t) * middle_x + t**2 * end.x
    y = (1 - t) ** 2 * start.y + 2 * t * (1 - t) * middle_y + t**2 * end.y
    return x, y
