"""How each text's sponsors grew: those on the draft, and those that joined later."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import Bar, Row, bar_rows
from dashboard.charts.style import require


def growth(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    steps: Mapping[str, str],
    hover: str,
    dates: Callable[[str | None], str],
    written: Mapping[str, str],
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns symbol, step (`draft` or `additional`), date, added and total.

    One row a text, the one with most sponsors first; each line of the frame is one piece of the
    row's bar, `added` long and ending at `total`. `labels` are the rows' names by symbol,
    `steps` the key's entries by step, in its order, `dates` writes a day or that there is
    none. `hover` may use `{label}`, `{step}`, `{date}`, `{added}` and `{total}`. A line whose
    counts are null, because it is not known whether States were added, is not drawn, and its
    row ends with at least (≥) its total; `written` says by symbol what stands there instead. A
    selection gives the symbol. Raises ValueError for a step not in `steps`.
    """
    require(frame["step"], steps, "step")
    totals = frame.groupby("symbol", sort=False)["total"].max().fillna(0).astype(int)
    totals = totals.sort_values(ascending=False, kind="stable")
    order = list(totals.index)
    bars = []
    for line in frame.dropna(subset="total").to_dict("records"):
        symbol, added, total = str(line["symbol"]), int(line["added"]), int(line["total"])
        said = hover.format(
            label=labels.get(symbol, symbol),
            step=steps[line["step"]],
            date=dates(None if pd.isna(line["date"]) else line["date"]),
            added=added,
            total=total,
        )
        bars.append(Bar(symbol, total - added, added, said, line["step"]))
    unknown = set(frame.loc[frame["total"].isna(), "symbol"])
    ends = {
        str(symbol): f"≥ {n}" if symbol in unknown else _sum(frame, str(symbol), n)
        for symbol, n in totals.items()
    }
    rows = [
        Row(symbol, labels.get(symbol, symbol), n, written.get(symbol, ends[symbol]))
        for symbol, n in zip(order, totals, strict=True)
    ]
    return bar_rows(rows, bars, series=steps, width_px=width_px)


def _sum(frame: pd.DataFrame, symbol: str, total: int) -> str:
    """How many stood on the draft and joined later, and what they come to: `28 + 115 = 143`."""
    parts = [str(n) for n in frame.loc[frame["symbol"] == symbol, "added"] if n]
    return f"{' + '.join(parts)} = {total}" if len(parts) > 1 else str(total)


def growth_alt(frame: pd.DataFrame, *, labels: Mapping[str, str], template: str, empty: str) -> str:
    """One sentence for the drawing; `template` may use `{texts}`, `{draft}` and `{added}`
    (sponsorships in all), `{label}` and `{total}` (the text with most sponsors)."""
    frame = frame[frame["total"].notna()]
    if frame.empty:
        return empty
    most = max(frame.to_dict("records"), key=lambda line: int(line["total"]))
    by_step = frame.groupby("step")["added"].sum()
    return template.format(
        texts=frame["symbol"].nunique(),
        draft=int(by_step.get("draft", 0)),
        added=int(by_step.get("additional", 0)),
        label=labels.get(most["symbol"], most["symbol"]),
        total=int(most["total"]),
    )
