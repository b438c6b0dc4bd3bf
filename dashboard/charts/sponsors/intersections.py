"""Which States stand on which texts together: a row for each combination, the largest first.

Every State is in exactly one row, so that the rows add up to all States.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import Bar, Row, bar_rows
from dashboard.charts.style import require

_MOST_NAMES = 12
Labels = Sequence[tuple[str, str]]
"""Each text by its symbol, and what it is called in the drawing."""


def intersections(
    frame: pd.DataFrame,
    *,
    symbols: Labels,
    neither_label: str,
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns texts (tuple of symbols), states (their number), names (tuple).

    The row of none of the texts is called `neither_label` and stands last. `hover` may use
    `{texts}`, `{n}` and `{names}` (the first of them). A selection gives the symbols of a row,
    joined by `;`. Raises `ValueError` for a text that has no label.
    """
    rows, bars = [], []
    lines = sorted(frame.to_dict("records"), key=lambda line: not line["texts"])
    for line in lines:
        code, name = ";".join(line["texts"]), _called(line["texts"], symbols, neither_label)
        names, n = line["names"], int(line["states"])
        listed = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        rows.append(Row(code, name, n, str(n)))
        bars.append(Bar(code, 0, n, hover.format(texts=name, n=n, names=listed)))
    return bar_rows(rows, bars, width_px=width_px)


def intersections_alt(
    frame: pd.DataFrame, *, symbols: Labels, neither_label: str, template: str, empty: str
) -> str:
    """One sentence for the drawing; `template` may use `{sets}` (texts), `{states}` (all),
    `{every}` and `{none}` (States on all of them, on none), `{label}` and `{n}` (largest row)."""
    if frame.empty:
        return empty
    states = dict(zip(frame["texts"], frame["states"].astype(int), strict=True))
    largest = max(states, key=lambda texts: states[texts])
    return template.format(
        sets=len(symbols),
        states=sum(states.values()),
        every=sum(n for texts, n in states.items() if len(texts) == len(symbols)),
        none=states.get((), 0),
        label=_called(largest, symbols, neither_label),
        n=states[largest],
    )


def _called(texts: Sequence[str], symbols: Labels, neither_label: str) -> str:
    labels = dict(symbols)
    require(texts, labels, "symbol")
    return " + ".join(labels[symbol] for symbol in texts) or neither_label
