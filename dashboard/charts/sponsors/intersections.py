"""Which States stand on which texts together: an UpSet plot, bars over a matrix of dots.

After Lex, Gehlenborg, Strobelt, Vuillemot and Pfister, "UpSet: Visualization of Intersecting
Sets" (2014): every State is in exactly one column, so that the bars add up to all States.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.sponsors.upset import (
    Column,
    bars,
    counts,
    dots,
    sideways_layout,
    upright_layout,
)
from dashboard.charts.static_layout import CONFIG
from dashboard.charts.style import paragraph
from dashboard.charts.timeline.timeline_layout import is_phone

__all__ = ["CONFIG", "intersections", "intersections_alt"]

_MOST_NAMES, _HOVER_COLUMNS = 12, 56
_APART = 0.6


def intersections(
    frame: pd.DataFrame,
    *,
    symbols: Sequence[tuple[str, str]],
    neither_label: str,
    hover: str,
    names: Mapping[str, str] | None = None,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns texts (tuple of symbols), states (count) and names (ISO3 of States).

    `symbols` are symbol and label of the sets in order, `names` States' names by ISO3. The
    line without texts stands last, apart and grey, under `neither_label`. `hover` may use
    `{texts}`, `{n}` and `{names}` (the first twelve). A selection of a bar or dot gives the
    symbols joined by `;`. On a phone the sets run across and the bars to the right. Raises
    ValueError for a symbol not in `symbols`.
    """
    columns = _columns(frame, dict(symbols), neither_label, hover, names or {})
    labels = [label for _, label in symbols]
    most = max((column.states for column in columns), default=1) or 1
    phone = is_phone(width_px)
    layout = sideways_layout if phone else upright_layout
    return go.Figure(
        data=[
            bars(columns, sideways=phone),
            *dots(columns, len(labels), sideways=phone),
            counts(columns, neither_label, sideways=phone),
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
    frame: pd.DataFrame,
    labels: Mapping[str, str],
    neither_label: str,
    hover: str,
    known: Mapping[str, str],
) -> list[Column]:
    place = {symbol: n for n, symbol in enumerate(labels)}
    lines = sorted(frame.to_dict("records"), key=lambda line: not line["texts"])
    found = []
    for n, line in enumerate(lines):
        symbols = tuple(line["texts"])
        strange = set(symbols) - set(place)
        if strange:
            raise ValueError(f"symbol {sorted(strange)[0]!r} is not among the sets")
        names = [known.get(name, name) for name in line["names"]]
        said = hover.format(
            texts=" + ".join(labels[symbol] for symbol in symbols) or neither_label,
            n=int(line["states"]),
            names=", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else ""),
        )
        found.append(
            Column(
                at=n if symbols or not n else n + _APART,
                sets=tuple(sorted(place[symbol] for symbol in symbols)),
                states=int(line["states"]),
                code=";".join(symbols),
                hover=paragraph(said, _HOVER_COLUMNS),
            )
        )
    return found
