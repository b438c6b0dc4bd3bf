"""How each text's sponsors grew: those on the draft, and those that joined later."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import BLUE, STEP_COLOURS, STEP_PATTERNS, Bar, Series, bar_rows
from dashboard.charts.static_layout import CONFIG

__all__ = ["CONFIG", "growth", "growth_alt"]


def _as_stored(date: str | None) -> str:
    return date or ""


def growth(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    steps: Mapping[str, str],
    hover: str,
    written: str = "{total}",
    written_unknown: str = "≥ {total}",
    dates: Callable[[str | None], str] = _as_stored,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns symbol, step (`draft` or `additional`), date, added and total.

    One row a text, ordered by its first date; each line of the frame is one piece of the
    row's bar, `added` long and ending at `total`. `labels` are the rows' names by symbol,
    `steps` the key's entries by step, in its order. `hover` may use `{label}`, `{step}`,
    `{date}`, `{added}` and `{total}`, `written` at the end of a row `{total}`. A line whose
    counts are null, because it is not known whether States were added, is not drawn, and its
    row ends with `written_unknown`. A selection gives the symbol. Raises
    ValueError for a step not in `steps`.
    """
    strange = set(frame["step"]) - set(steps)
    if strange:
        raise ValueError(f"step {sorted(strange)[0]!r} has no label")
    lines = frame.to_dict("records")
    first = {str(line["symbol"]): _UNDATED for line in lines}
    totals = dict.fromkeys(first, 0)
    for line in lines:
        symbol = str(line["symbol"])
        first[symbol] = min(first[symbol], _date(line["date"]) or _UNDATED)
        if not pd.isna(line["total"]):
            totals[symbol] = max(totals[symbol], int(line["total"]))
    order = sorted(first, key=lambda symbol: first[symbol])
    row_of = {symbol: row for row, symbol in enumerate(order)}
    bars: dict[str, list[Bar]] = {step: [] for step in steps}
    open_ended = {str(line["symbol"]) for line in lines if pd.isna(line["total"])}
    for line in lines:
        if pd.isna(line["total"]):
            continue
        symbol, added, total = str(line["symbol"]), int(line["added"]), int(line["total"])
        said = hover.format(
            label=labels.get(symbol, symbol),
            step=steps[line["step"]],
            date=dates(_date(line["date"])),
            added=added,
            total=total,
        )
        bars[line["step"]].append(Bar(row_of[symbol], total - added, added, symbol, said))
    return bar_rows(
        [
            Series(bars[step], label, STEP_COLOURS.get(step, BLUE), STEP_PATTERNS.get(step, ""))
            for step, label in steps.items()
        ],
        names=[labels.get(symbol, symbol) for symbol in order],
        ends=[totals[symbol] for symbol in order],
        written=[
            (written_unknown if symbol in open_ended else written).format(total=totals[symbol])
            for symbol in order
        ],
        most=max(totals.values(), default=1),
        width_px=width_px,
    )


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


_UNDATED = "9999"
"""Sorts a text without a date after the others."""


def _date(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
