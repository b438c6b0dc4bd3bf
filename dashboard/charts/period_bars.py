"""How many of what stand in each quarter or year: an upright bar a period, in pieces by series."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import legend
from dashboard.charts.palette import BLUE, GREY, PALE, grey
from dashboard.charts.static_layout import TEXT, hidden_axis, static_layout, texts
from dashboard.charts.style import Trace, escape, note, selectable, text_width

_LOOKS: Final = {
    "came": (BLUE, BLUE),
    "late": (PALE, PALE),
    "ahead": (grey(0.08), BLUE),
    "not_found": (GREY, GREY),
    "unknown": (grey(0.25), GREY),
    "agreed": (BLUE, BLUE),
    "voted": (PALE, PALE),
}
"""Ground and edge of each series: hollow what is still to come, grey what was not found, faint
what nobody can say."""
_BETWEEN: Final = " · "
_PLOT, _FOOT, _EDGE, _AIR = 150.0, 26.0, 10.0, 24.0
_YEAR_WIDTH, _WIDEST = 40.0, 72.0
_HEADROOM = 1.14
"""Of the highest bar, so that its number stands under the line of today."""


def period_bars(
    frame: pd.DataFrame,
    *,
    series: Mapping[str, str],
    hover: str,
    today: str | None = None,
    today_label: str = "",
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns period (`2026-4`, or `2026`), series and n as stacked bars, every
    period from the first to the last a place, also one of which there is nothing.

    `series` are labels by code from the foot of a bar, the key those there are; `hover` may use
    `{year}`, `{quarter}`, `{series}` and `{n}`; the dotted line of `today` (a period) is called
    `today_label`. A selection gives period and series.
    """
    parts = 4 if any("-" in period for period in (*frame["period"], today or "")) else 1
    series = {code: label for code, label in series.items() if code in set(frame["series"])}
    numbers = {(str(p), str(s)): int(n) for p, s, n in frame.itertuples(index=False, name=None)}
    places = [_number(period) for period, _ in numbers] + ([_number(today)] if today else [])
    first, last = min(places, default=0), max(places, default=0)
    totals = frame.groupby("period")["n"].sum() if len(frame) else pd.Series(dtype=int)
    most = max(totals, default=1)
    step = (width_px - 2 * _EDGE) / (last - first + 1)
    traces: list[Trace] = []
    for code, label in series.items():
        own = {p: n for (p, s), n in numbers.items() if s == code}
        ground, edge = _LOOKS[code]
        said = (
            escape(hover.format(year=p[:4], quarter=p[5:], series=label, n=n))
            for p, n in own.items()
        )
        traces.append(
            {
                "type": "bar",
                "x": [_number(p) for p in own] or [None],
                "y": [*own.values()] or [None],
                "width": min(0.8, _WIDEST / step),
                "marker": {"color": ground, "line": {"width": 1, "color": edge}},
                **selectable(([p, code] for p in own), said),
                "name": escape(label),
                "showlegend": True,
            }
        )
    if step >= text_width(str(most), TEXT):
        ends = [_number(str(period)) for period in totals.index]
        traces.append(texts(ends, list(totals), [str(n) for n in totals], "top center"))
    top = legend.height(series.values(), width_px, _AIR)
    shapes = [
        _upright(year * parts - 0.5, 0, color=grey(0.25), width=1)
        for year in range(first // parts + 1, last // parts + 1)
        if parts > 1
    ]
    names = []
    if today:
        over = totals.get(today, 0) / (most * _HEADROOM) + 18 / _PLOT  # above its own number
        shapes.append(_upright(_number(today), over, color=grey(0.95), width=1.4, dash="dot"))
        named = {"x": _number(today), "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 2}
        names.append(note(escape(today_label), TEXT, **named))
    return go.Figure(
        data=traces,
        layout={
            **static_layout(top + _PLOT + _FOOT, l=_EDGE, r=_EDGE, t=top, b=_FOOT),
            **legend.above(series.values(), width_px),
            "legend_traceorder": "normal",
            "barmode": "stack",
            "xaxis": _years(first, last, step, parts),
            "yaxis": hidden_axis(0, most * _HEADROOM),
            "shapes": shapes,
            "annotations": names,
        },
    )


def period_bars_alt(
    frame: pd.DataFrame, *, series: Mapping[str, str], template: str, part: str
) -> str:
    """One sentence for the drawing; `template` may use `{n}` (of all), `{parts}` (`part` with
    `{series}` and `{n}` for each that occurs, joined), `{first}` and `{last}` (years)."""
    counted = frame.groupby("series")["n"].sum()
    parts = [part.format(series=series[s], n=counted[s]) for s in series if s in counted]
    years = frame["period"].str[:4]
    return template.format(
        n=frame["n"].sum(), parts=_BETWEEN.join(parts), first=years.min(), last=years.max()
    )


def _number(period: str) -> int:
    """A period's place on the axis: quarters or years since the year 0."""
    year, _, quarter = period.partition("-")
    return int(year) * 4 + int(quarter) - 1 if quarter else int(year)


def _upright(x: float, foot: float, **look: Any) -> dict[str, Any]:
    """A line behind the bars from `foot` to the top."""
    ends = {"x0": x, "x1": x, "y0": foot, "y1": 1, "yref": "paper"}
    return {"type": "line", **ends, "line": look, "layer": "below"}


def _years(first: int, last: int, step: float, parts: int) -> dict[str, Any]:
    """Each year named at its middle, or every few where there is no room."""
    every = next((n for n in (1, 2, 5) if step * parts * n >= _YEAR_WIDTH), 10)
    years = [year for year in range(first // parts, last // parts + 1) if year % every == 0]
    return {
        "range": [first - 0.6, last + 0.6],
        "tickmode": "array",
        "tickvals": [min(max(year * parts + (parts - 1) / 2, first), last) for year in years],
        "ticktext": [str(year) for year in years],
        "tickfont": {"size": TEXT},
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "fixedrange": True,
    }
