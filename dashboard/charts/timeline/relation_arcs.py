"""Relations of the selected record: thin arcs to what it answers, and to what answers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from dashboard.charts.date_axis import Scale
from dashboard.charts.palette import grey
from dashboard.charts.style import HOVER, Trace, escape, scatter
from dashboard.charts.timeline.marks import Mark

_STEPS = 17
_BULGE = 0.18


def relation_arcs(
    links: pd.DataFrame | None,
    marks: Mapping[str, Mark],
    selected: str | None,
    relations: Mapping[str, str],
    scale: Scale,
) -> list[Trace]:
    """The ring around the selected record and the arcs of its links, none if it is not drawn.

    `links` have columns from, to and relation; `relations` are labels by code, and an unnamed
    one says its code.
    """
    if selected is None or selected not in marks:
        return []
    own = [
        link
        for link in ([] if links is None else links.to_dict("records"))
        if selected in (link["from"], link["to"])
        and {link["from"], link["to"]} <= marks.keys()
        and link["from"] != link["to"]
    ]
    ends = {selected, *(link[end] for link in own for end in ("from", "to"))}
    ringed = _rings({name: marks[name] for name in ends}, selected)
    arcs = [(marks[link["from"]], marks[link["to"]], link["relation"]) for link in own]
    return [_arcs(arcs, relations, scale), ringed] if arcs else [ringed]


def _arcs(
    links: Sequence[tuple[Mark, Mark, str]], relations: Mapping[str, str], scale: Scale
) -> Trace:
    """One trace of arcs, each with an arrowhead at its far end and its relation on hover."""
    x: list[str | None] = []
    y: list[float | None] = []
    sizes: list[float] = []
    texts: list[str] = []
    for start, end, relation in links:
        label = escape(relations.get(relation, relation))
        xs, ys = _curve(start, end)
        x += [*(scale.date_at(value) for value in xs), None]
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
        hovertemplate=HOVER,
        name="chain",
    )


def _rings(marks: Mapping[str, Mark], selected: str) -> Trace:
    """Rings around the selected record, thick, and the ends of its links, thin."""
    order = sorted(marks, key=lambda name: (name != selected, name))
    first = [name == selected for name in order]
    return scatter(
        x=[marks[name].date for name in order],
        y=[marks[name].y for name in order],
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


def _curve(start: Mark, end: Mark) -> tuple[np.ndarray, np.ndarray]:
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
