"""Which States stand on which texts together: an UpSet plot, bars over a matrix of dots.

After Lex, Gehlenborg, Strobelt, Vuillemot and Pfister, "UpSet: Visualization of Intersecting
Sets" (2014): every State is in exactly one column, so that the bars add up to all States.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import BLUE
from dashboard.charts.static_layout import (
    GAP,
    LEANING_COLUMNS,
    LINE_HEIGHT,
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
from dashboard.charts.style import (
    NEUTRAL,
    Trace,
    grey,
    is_phone,
    note,
    paragraph,
    require,
    scatter,
    selectable,
    text_width,
)

_MOST_NAMES, _HOVER_COLUMNS = 12, 56
_BARS, _LARGEST, _PITCH = 170.0, 64.0, 30.0
_DOT, _THICK, _APART = 13.0, 0.62, 0.6


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
    """Draw lines of columns texts (tuple of symbols), states (count) and names (of States).

    `symbols` are symbol and label of the sets in order. The line without texts stands last,
    apart and grey, under `neither_label`. `hover` may use `{texts}`, `{n}` and `{names}` (the
    first twelve). A selection of a bar or dot gives the symbols joined by `;`. On a phone the
    sets run across and the bars to the right. Raises ValueError for a symbol not in `symbols`.
    """
    columns = _columns(frame, dict(symbols), neither_label, hover)
    labels = [label for _, label in symbols]
    phone = is_phone(width_px)
    layout = _sideways if phone else _upright
    return go.Figure(
        data=[
            _bars(columns, phone),
            *_dots(columns, len(labels), phone),
            _counts(columns, neither_label, phone),
        ],
        layout=layout(columns, labels, neither_label, width_px),
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
    require((symbol for texts in frame["texts"] for symbol in texts), labels, "symbol")
    place = {symbol: n for n, symbol in enumerate(labels)}
    found = []
    lines = sorted(frame.to_dict("records"), key=lambda line: not line["texts"])
    for n, line in enumerate(lines):
        symbols, names = tuple(line["texts"]), line["names"]
        said = hover.format(
            texts=" + ".join(labels[symbol] for symbol in symbols) or neither_label,
            n=int(line["states"]),
            names=", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else ""),
        )
        at = n + _APART if n and not symbols else n
        sets = tuple(sorted(place[symbol] for symbol in symbols))
        written = paragraph(said, _HOVER_COLUMNS)
        found.append(_Column(at, sets, int(line["states"]), ";".join(symbols), written))
    return found


def _turned(at: Iterable[Any], level: Iterable[Any], sideways: bool) -> dict[str, list[Any]]:
    """Places along the columns and across them, as the figure's x and y."""
    x, y = (level, at) if sideways else (at, level)
    return {"x": list(x), "y": list(y)}


def _said(columns: Sequence[_Column]) -> Trace:
    """What a mark of each column gives back; a list, so that no text is no falsehood."""
    return selectable(([c.code] for c in columns), (c.hover for c in columns))


def _bars(columns: Sequence[_Column], sideways: bool) -> Trace:
    return {
        "type": "bar",
        "orientation": "h" if sideways else "v",
        **_turned((c.at for c in columns), (c.states for c in columns), sideways),
        **({"xaxis": "x2"} if sideways else {"yaxis": "y2"}),
        "width": _THICK,
        "marker": {
            "color": [BLUE if c.sets else NEUTRAL for c in columns],
            "pattern": {"shape": ["" if c.sets else "/" for c in columns], "size": 6},
            "line": {"width": 0},
        },
        **_said(columns),
        "showlegend": False,
        "name": "bars",
    }


def _dots(columns: Sequence[_Column], sets: int, sideways: bool) -> list[Trace]:
    """Hollow where the column lacks the set, filled and joined where it has it."""
    joined = [c for c in columns if len(c.sets) > 1]
    along = (at for c in joined for at in (c.at, c.at, None))
    ends = (level for c in joined for level in (c.sets[0], c.sets[-1], None))
    line = {"width": 3, "color": BLUE}
    joins = _turned(along, ends, sideways) | {"line": line, "hoverinfo": "skip"}
    traces = [scatter(**joins, mode="lines", name="joins")]
    for name, symbol, size, colour in (
        ("lacks", "circle-open", _DOT - 4, grey(0.55)),
        ("has", "circle", _DOT, BLUE),
    ):
        held = name == "has"
        pairs = [(c, level) for c in columns for level in range(sets) if (level in c.sets) == held]
        traces.append(
            scatter(
                **_turned((c.at for c, _ in pairs), (level for _, level in pairs), sideways),
                mode="markers",
                marker={"symbol": symbol, "size": size, "color": colour},
                **_said([c for c, _ in pairs]),
                name=name,
            )
        )
    return traces


def _counts(columns: Sequence[_Column], neither_label: str, sideways: bool) -> Trace:
    at, ends = [c.at for c in columns], [c.states for c in columns]
    if not sideways:
        return texts(at, ends, [str(n) for n in ends], "top center") | {"yaxis": "y2"}
    written = [str(c.states) if c.sets else f"{c.states} · {neither_label}" for c in columns]
    return texts(ends, at, written, "middle right", GAP) | {"xaxis": "x2"}


def _extent(columns: Sequence[_Column]) -> tuple[int, float]:
    """The most States of a column, and the far edge of the last one."""
    most = max((c.states for c in columns), default=1) or 1
    return most, (columns[-1].at if columns else 0.0) + 0.5


def _upright(
    columns: Sequence[_Column], labels: Sequence[str], neither: str, width_px: int
) -> dict[str, Any]:
    left, right, top, foot = left_room(labels, NAME_COLUMNS), 14.0, 8.0, 26.0
    most, last = _extent(columns)
    last = max(last, (width_px - left - right) / _LARGEST - 0.5)
    pitch = max(26.0, line_count(labels, NAME_COLUMNS) * LINE_HEIGHT + 4)
    sets = pitch * max(len(labels), 1)
    part = sets / (sets + _BARS)
    step = (width_px - left - right) / (last + 0.5)
    below = {"y": 0, "yref": "paper", "yanchor": "top", "yshift": -6}
    edge = {"x": 1, "xref": "paper", "xanchor": "right"}
    half = text_width(neither, TEXT) / 2
    notes = [
        note(paragraph(neither, 99), TEXT, **below)
        | ({"x": c.at, "xref": "x"} if half < (last - c.at) * step + right else edge)
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


def _sideways(
    columns: Sequence[_Column], labels: Sequence[str], neither: str, width_px: int
) -> dict[str, Any]:
    top, side, foot = top_room(labels), 8.0, 8.0
    room = max(120.0, width_px - 2 * side)
    part = min(0.6, _PITCH * len(labels) / room)
    (most, last), bars = _extent(columns), room * (1 - part)
    reach = most * bars / max(60.0, bars - text_width(f"{most} · {neither}", TEXT) - 10)
    across = name_axis(labels, downwards=False, columns=LEANING_COLUMNS)
    across |= {"tickangle": -50, "domain": [0, part]}  # leans over the bars, where room is
    return {
        **static_layout(top + _PITCH * (last + 0.5) + foot, l=side, r=side, t=top, b=foot),
        "xaxis": across,
        "xaxis2": hidden_axis(0, reach, domain=[part, 1], anchor="y"),
        "yaxis": hidden_axis(last, -0.5, anchor="x"),
    }
