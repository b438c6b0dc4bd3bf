"""Which States stand on which texts together: an UpSet plot, bars over a matrix of dots.

After Lex, Gehlenborg, Strobelt, Vuillemot and Pfister, "UpSet: Visualization of Intersecting
Sets" (2014): every State is in exactly one column, so that the bars add up to all States.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.rows import BLUE
from dashboard.charts.stage import is_phone
from dashboard.charts.still import (
    CONFIG,
    LEANING_COLUMNS,
    NAME_COLUMNS,
    TEXT,
    hidden_axis,
    left_room,
    line_count,
    name_axis,
    still_layout,
    texts,
    top_room,
)
from dashboard.charts.style import NEUTRAL, Trace, grey, paragraph, scatter, text_width

__all__ = ["CONFIG", "intersections", "intersections_alt"]

_MOST_NAMES, _HOVER_COLUMNS = 12, 56
_BARS, _LARGEST, _APART = 170.0, 64.0, 0.6
_DOT = 13.0
_THICK = 0.62


@dataclass(frozen=True)
class _Column:
    """One combination: where it stands, which sets hold it, how many States."""

    at: float
    sets: tuple[int, ...]
    states: int
    code: str
    hover: str


def intersections(
    frame: pd.DataFrame,
    *,
    symbols: Sequence[tuple[str, str]],
    neither_label: str,
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns texts (tuple of symbols), states (count) and names (list).

    `symbols` are symbol and label of the sets in order. The line without texts stands last,
    apart and grey, under `neither_label`. `hover` may use `{texts}`, `{n}` and `{names}`
    (the first twelve). A selection of a bar or dot gives the symbols joined by `;`. On a
    phone the sets run across and the bars to the right. Raises ValueError for a symbol not
    in `symbols`.
    """
    columns = _columns(frame, dict(symbols), neither_label, hover)
    labels = [label for _, label in symbols]
    most = max((column.states for column in columns), default=1) or 1
    layout = _sideways if is_phone(width_px) else _upright
    return go.Figure(
        data=[
            _bars(columns, sideways=is_phone(width_px)),
            *_dots(columns, len(labels), sideways=is_phone(width_px)),
            _counts(columns, neither_label, sideways=is_phone(width_px)),
        ],
        layout=layout(columns, labels, most, neither_label, width_px),
    )


def intersections_alt(
    frame: pd.DataFrame,
    *,
    symbols: Sequence[tuple[str, str]],
    neither_label: str,
    template: str,
    empty: str,
) -> str:
    """One sentence for the drawing; `template` may use `{sets}`, `{states}` (all), `{every}`
    (on all texts), `{none}` (on none), `{label}` and `{n}` (the largest column)."""
    if frame.empty:
        return empty
    labels = dict(symbols)
    counts = {tuple(t): int(n) for t, n in zip(frame["texts"], frame["states"], strict=True)}
    largest = max(counts, key=lambda texts: counts[texts])
    return template.format(
        sets=len(symbols),
        states=sum(counts.values()),
        every=sum(n for texts, n in counts.items() if set(texts) == set(labels)),
        none=counts.get((), 0),
        label=" + ".join(labels[symbol] for symbol in largest) or neither_label,
        n=counts[largest],
    )


def _columns(
    frame: pd.DataFrame, labels: Mapping[str, str], neither_label: str, hover: str
) -> list[_Column]:
    place = {symbol: n for n, symbol in enumerate(labels)}
    lines = sorted(frame.to_dict("records"), key=lambda line: not line["texts"])
    found = []
    for n, line in enumerate(lines):
        symbols = tuple(line["texts"])
        strange = set(symbols) - set(place)
        if strange:
            raise ValueError(f"symbol {sorted(strange)[0]!r} is not among the sets")
        names = list(line["names"])
        said = hover.format(
            texts=" + ".join(labels[symbol] for symbol in symbols) or neither_label,
            n=int(line["states"]),
            names=", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else ""),
        )
        found.append(
            _Column(
                at=n if symbols or not n else n + _APART,
                sets=tuple(sorted(place[symbol] for symbol in symbols)),
                states=int(line["states"]),
                code=";".join(symbols),
                hover=paragraph(said, _HOVER_COLUMNS),
            )
        )
    return found


def _bars(columns: Sequence[_Column], *, sideways: bool) -> Trace:
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


def _said(columns: Sequence[_Column]) -> dict[str, Any]:
    """What a mark of each column gives to a pointer; a list, so that no text is no falsehood."""
    return {
        "customdata": [[c.code] for c in columns],
        "hovertext": [c.hover for c in columns],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _dots(columns: Sequence[_Column], sets: int, *, sideways: bool) -> list[Trace]:
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


def _counts(columns: Sequence[_Column], neither_label: str, *, sideways: bool) -> Trace:
    at = [c.at for c in columns]
    ends = [c.states for c in columns]
    if not sideways:
        return texts(at, ends, [str(n) for n in ends], "top center") | {"yaxis": "y2"}
    written = [str(c.states) if c.sets else f"{c.states} · {neither_label}" for c in columns]
    return texts(ends, at, written, "middle right") | {"xaxis": "x2"}


def _upright(
    columns: Sequence[_Column], labels: Sequence[str], most: int, neither: str, width_px: int
) -> dict[str, Any]:
    left, right, top, foot = left_room(labels, NAME_COLUMNS), 14.0, 8.0, 26.0
    last = (columns[-1].at if columns else 0.0) + 0.5
    last = max(last, (width_px - left - right) / _LARGEST - 0.5)
    pitch = max(26.0, line_count(labels, NAME_COLUMNS) * TEXT * 1.3 + 4)
    sets = pitch * max(len(labels), 1)
    part = sets / (sets + _BARS)
    notes = [
        {"x": c.at, "xref": "x", "y": 0, "yref": "paper", "yanchor": "top", "yshift": -6}
        | {"text": paragraph(neither, 99), "showarrow": False, "font": {"size": TEXT}}
        for c in columns
        if not c.sets
    ]
    return {
        **still_layout(sets + _BARS + top + foot, l=left, r=right, t=top, b=foot),
        "xaxis": hidden_axis(-0.5, last, anchor="y"),
        "yaxis": name_axis(labels, downwards=True, columns=NAME_COLUMNS) | {"domain": [0, part]},
        "yaxis2": hidden_axis(0, most * 1.16, domain=[part, 1], anchor="x"),
        "annotations": notes,
    }


def _sideways(
    columns: Sequence[_Column], labels: Sequence[str], most: int, neither: str, width_px: int
) -> dict[str, Any]:
    top, side, foot = top_room(labels), 8.0, 8.0
    room = max(120.0, width_px - 2 * side)
    part = min(0.6, 30.0 * len(labels) / room)
    last = (columns[-1].at if columns else 0.0) + 0.5
    written = text_width(f"{most} · {neither}", TEXT) + 10
    reach = most * room * (1 - part) / max(60.0, room * (1 - part) - written)
    height = top + 30.0 * (last + 0.5) + foot
    across = name_axis(labels, downwards=False, columns=LEANING_COLUMNS)
    return {
        **still_layout(height, l=side, r=side, t=top, b=foot),
        "xaxis": across | {"domain": [0, part]},
        "xaxis2": hidden_axis(0, reach, domain=[part, 1], anchor="y"),
        "yaxis": hidden_axis(last, -0.5, anchor="x"),
    }
