"""How many requests fall due in each quarter, and what became of them: a bar a quarter."""

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
}
"""Ground and edge of what became of requests: hollow what is still to come, grey what was not
found, faint what nobody can say."""
_PLOT, _FOOT, _EDGE, _AIR = 280.0, 26.0, 10.0, 24.0
_YEAR_WIDTH = 40.0


def due_quarters(
    frame: pd.DataFrame,
    *,
    outcomes: Mapping[str, str],
    hover: str,
    today: str,
    today_label: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns quarter (`2026-4`), outcome and requests as stacked bars, every quarter
    from the first to the last a place, also one without a request.

    `outcomes` are labels by code from the foot of a bar; `hover` may use `{year}`, `{quarter}`,
    `{outcome}` and `{n}`; the dotted line of `today` (a quarter) is called `today_label`. A
    selection gives quarter and outcome.
    """
    numbers = {(str(q), str(o)): int(n) for q, o, n in frame.itertuples(index=False, name=None)}
    places = [_number(quarter) for quarter, _ in numbers] + [_number(today)]
    first, last = min(places), max(places)
    totals = frame.groupby("quarter")["requests"].sum() if len(frame) else pd.Series(dtype=int)
    most = max(totals, default=1)
    step = (width_px - 2 * _EDGE) / (last - first + 1)
    traces: list[Trace] = []
    for outcome, label in outcomes.items():
        own = {q: n for (q, o), n in numbers.items() if o == outcome}
        ground, edge = _LOOKS[outcome]
        said = (
            escape(hover.format(year=q[:4], quarter=q[5:], outcome=label, n=n))
            for q, n in own.items()
        )
        traces.append(
            {
                "type": "bar",
                "x": [_number(q) for q in own] or [None],
                "y": [*own.values()] or [None],
                "width": 0.8,
                "marker": {"color": ground, "line": {"width": 1, "color": edge}},
                **selectable(([q, outcome] for q in own), said),
                "name": escape(label),
                "showlegend": True,
            }
        )
    if step >= text_width(str(most), TEXT):
        ends = [_number(str(quarter)) for quarter in totals.index]
        traces.append(texts(ends, list(totals), [str(n) for n in totals], "top center"))
    top = legend.height(outcomes.values(), width_px, _AIR)
    over = totals.get(today, 0) / (most * 1.1) + 0.08  # above its own number
    shapes = [
        _upright(year * 4 - 0.5, 0, color=grey(0.25), width=1)
        for year in range(first // 4 + 1, last // 4 + 1)
    ]
    shapes.append(_upright(_number(today), over, color=grey(0.95), width=1.4, dash="dot"))
    named = {"x": _number(today), "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 2}
    return go.Figure(
        data=traces,
        layout={
            **static_layout(top + _PLOT + _FOOT, l=_EDGE, r=_EDGE, t=top, b=_FOOT),
            **legend.above(outcomes.values(), width_px),
            "legend_traceorder": "normal",
            "barmode": "stack",
            "xaxis": _years(first, last, step),
            "yaxis": hidden_axis(0, most * 1.1),
            "shapes": shapes,
            "annotations": [note(escape(today_label), TEXT, **named)],
        },
    )


def due_quarters_alt(
    frame: pd.DataFrame,
    *,
    outcomes: Mapping[str, str],
    template: str,
    part: str,
    joint: str,
    empty: str,
) -> str:
    """One sentence for the drawing; `template` may use `{n}` (requests), `{parts}` (`part` with
    `{outcome}` and `{n}` for each that occurs, joined), `{first}` and `{last}` (years)."""
    if frame.empty:
        return empty
    counted = frame.groupby("outcome")["requests"].sum()
    parts = [
        part.format(outcome=label, n=counted[o]) for o, label in outcomes.items() if o in counted
    ]
    years = frame["quarter"].str[:4]
    return template.format(
        n=frame["requests"].sum(), parts=joint.join(parts), first=years.min(), last=years.max()
    )


def _number(quarter: str) -> int:
    """A quarter's place on the axis: quarters since the year 0."""
    return int(quarter[:4]) * 4 + int(quarter[5:]) - 1


def _upright(x: float, foot: float, **look: Any) -> dict[str, Any]:
    """A line behind the bars from `foot` to the top."""
    ends = {"x0": x, "x1": x, "y0": foot, "y1": 1, "yref": "paper"}
    return {"type": "line", **ends, "line": look, "layer": "below"}


def _years(first: int, last: int, step: float) -> dict[str, Any]:
    """Each year named at its middle, or every few where there is no room."""
    every = next((n for n in (1, 2, 5) if step * 4 * n >= _YEAR_WIDTH), 10)
    years = [year for year in range(first // 4, last // 4 + 1) if year % every == 0]
    return {
        "range": [first - 0.6, last + 0.6],
        "tickmode": "array",
        "tickvals": [min(max(year * 4 + 1.5, first), last) for year in years],
        "ticktext": [str(year) for year in years],
        "tickfont": {"size": TEXT},
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "fixedrange": True,
    }
