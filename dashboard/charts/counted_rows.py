"""How many of each: a bar a row, in pieces by series, their sum written at its end."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import Bar, Row, bar_rows
from dashboard.charts.style import require


def counted_rows(
    frame: pd.DataFrame,
    *,
    names: Mapping[str, str],
    hover: str,
    series: Mapping[str, str] | None = None,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns row, series and n; of each row those of one series after another.

    `names` are the rows' names by code, from the top; `series` the key's entries by code, in its
    order, without which a row is one piece. `hover` may use `{row}`, `{series}` and `{n}`. A
    selection gives the row's code. Raises ValueError for a row or a series without a name.
    """
    labels = series or {"": ""}
    require(frame["row"], names, "row")
    require(frame["series"], labels, "series")
    counted = {(str(r), str(s)): int(n) for r, s, n in frame.itertuples(index=False, name=None)}
    rows, bars = [], []
    for code, name in names.items():
        end = 0
        for one, label in labels.items():
            if n := counted.get((code, one), 0):
                bars.append(Bar(code, end, n, hover.format(row=name, series=label, n=n), one))
                end += n
        rows.append(Row(code, name, end, str(end)))
    return bar_rows(rows, bars, series=series, width_px=width_px)
