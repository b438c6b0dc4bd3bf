"""The geometry of an UpSet plot: bars over, or beside, a matrix of dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.bar_rows import BLUE
from dashboard.charts.static_layout import (
    GAP,
    LEANING_COLUMNS,
    NAME_COLUMNS,
    TEXT,
    hidden_axis,
    left_room,
    line_count,
    name_axis,
    static_layout,
    texts,
    top_room,
)
from dashboard.charts.style import NEUTRAL, Trace, grey, paragraph, scatter, text_width

_BARS, _LARGEST = 170.0, 64.0
_DOT = 13.0
_THICK = 0.62


@dataclass(frozen=True)
class Column:
    """One combination: where it stands, which sets hold it, how many States."""

    at: float
    sets: tuple[int, ...]
    states: int
    code: str
    hover: str


def bars(columns: Sequence[Column], *, sideways: bool) -> Trace:
    at, lengths = [c.at for c in columns], [c.states for c in columns]
    return {
        "type": "bar",
        "orientation": "h" if sideways else "v",
        **({"x": lengths, "y": at, "xaxis": "x2"} if sideways else {}),
        **({} if sideways else {"x": at, "y": lengths, "yaxis": "y2"}),
        "width": _THICK,
        "marker": {
            "color": [BLUE if c.sets else NEUTRAL for c in columns],
            "pattern": {"shape": ["" if c.sets else "/" for c in columns], "size": 6},
            "line": {"width": 0},
        },
        "unselected": {"marker": {"opacity": 1}},
        **_said(columns),
        "name": "bars",
    }


def _said(columns: Sequence[Column]) -> dict[str, Any]:
    """What a mark of each column gives to a pointer; a list, so that no text is no falsehood."""
    return {
        "customdata": [[c.code] for c in columns],
        "hovertext": [c.hover for c in columns],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def dots(columns: Sequence[Column], sets: int, *, sideways: bool) -> list[Trace]:
    """Hollow where the column lacks the set, filled and joined where it has it."""

    def turned(at: Sequence[float | None], level: Sequence[float | None]) -> dict[str, Any]:
        return {"x": list(level), "y": list(at)} if sideways else {"x": list(at), "y": list(level)}

    joined = [c for c in columns if len(c.sets) > 1]
    ends: list[float | None] = [v for c in joined for v in (c.sets[0], c.sets[-1], None)]
    along: list[float | None] = [v for c in joined for v in (c.at, c.at, None)]
    traces = [
        scatter(
            **turned(along, ends),
            mode="lines",
            line={"width": 3, "color": BLUE},
            hoverinfo="skip",
            name="joins",
        )
    ]
    for name, held in (("lacks", False), ("has", True)):
        pairs = [(c, level) for c in columns for level in range(sets) if (level in c.sets) == held]
        colour = BLUE if held else grey(0.55)
        symbol = "circle" if held else "circle-open"
        traces.append(
            scatter(
                **turned([c.at for c, _ in pairs], [level for _, level in pairs]),
                mode="markers",
                marker={"symbol": symbol, "size": _DOT if held else _DOT - 4, "color": colour},
                unselected={"marker": {"opacity": 1}},
                **_said([c for c, _ in pairs]),
                name=name,
            )
        )
    return traces


def counts(columns: Sequence[Column], neither_label: str, *, sideways: bool) -> Trace:
    at = [c.at for c in columns]
    ends = [c.states for c in columns]
    if not sideways:
        return texts(at, ends, [str(n) for n in ends], "top center") | {"yaxis": "y2"}
    written = [str(c.states) if c.sets else f"{c.states} · {neither_label}" for c in columns]
    return texts(ends, at, written, "middle right", GAP) | {"xaxis": "x2"}


def upright_layout(
    columns: Sequence[Column], labels: Sequence[str], most: int, neither: str, width_px: int
) -> dict[str, Any]:
    left, right, top, foot = left_room(labels, NAME_COLUMNS), 14.0, 8.0, 26.0
    last = (columns[-1].at if columns else 0.0) + 0.5
    last = max(last, (width_px - left - right) / _LARGEST - 0.5)
    pitch = max(26.0, line_count(labels, NAME_COLUMNS) * TEXT * 1.3 + 4)
    sets = pitch * max(len(labels), 1)
    part = sets / (sets + _BARS)
    step = (width_px - left - right) / (last + 0.5)
    notes = [
        {"y": 0, "yref": "paper", "yanchor": "top", "yshift": -6, "showarrow": False}
        | {"text": paragraph(neither, 99), "font": {"size": TEXT}}
        | (
            {"x": c.at, "xref": "x"}
            if text_width(neither, TEXT) / 2 < (last - c.at) * step + right
            else {"x": 1, "xref": "paper", "xanchor": "right"}
        )
        for c in columns
        if not c.sets
    ]
    return {
        **static_layout(sets + _BARS + top + foot, l=left, r=right, t=top, b=foot),
        "xaxis": hidden_axis(-0.5, last, anchor="y"),
        "yaxis": name_axis(labels, downwards=True, columns=NAME_COLUMNS) | {"domain": [0, part]},
        "yaxis2": hidden_axis(0, most * 1.16, domain=[part, 1], anchor="x"),
        "annotations": notes,
    }


def sideways_layout(
    columns: Sequence[Column], labels: Sequence[str], most: int, neither: str, width_px: int
) -> dict[str, Any]:
    top, side, foot = top_room(labels), 8.0, 8.0
    room = max(120.0, width_px - 2 * side)
    part = min(0.6, 30.0 * len(labels) / room)
    last = (columns[-1].at if columns else 0.0) + 0.5
    written = text_width(f"{most} · {neither}", TEXT) + 10
    reach = most * room * (1 - part) / max(60.0, room * (1 - part) - written)
    height = top + 30.0 * (last + 0.5) + foot
    across = name_axis(labels, downwards=False, columns=LEANING_COLUMNS)
    across["tickangle"] = -50  # over the bars, where room is
    return {
        **static_layout(height, l=side, r=side, t=top, b=foot),
        "xaxis": across | {"domain": [0, part]},
        "xaxis2": hidden_axis(0, reach, domain=[part, 1], anchor="y"),
        "yaxis": hidden_axis(last, -0.5, anchor="x"),
    }
