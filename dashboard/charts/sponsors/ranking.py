"""Which States sponsored most: texts on whose draft they stood, and texts they joined later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import BLUE, STEP_COLOURS, STEP_PATTERNS, Bar, Series, bar_rows
from dashboard.charts.static_layout import CONFIG, NOBODY

__all__ = ["CONFIG", "ranking", "ranking_alt"]

_COLUMNS = {"draft": "draft", "additional": "added"}
"""The column that counts each step."""


def ranking(
    frame: pd.DataFrame,
    *,
    names: Mapping[str, str],
    steps: Mapping[str, str],
    hover: str,
    written: str,
    groups: Mapping[str, str] | None = None,
    top: int = 30,
    width_px: int = 1000,
) -> go.Figure:
    """Draw the first `top` lines of columns iso3, regional_group, texts, draft, added, eligible.

    One row a State, as sorted; its bar is `draft` and `added` long, a piece of no length is
    not drawn. `names` are by ISO3, `steps` the key's entries of `draft` and `additional`,
    `groups` regional groups by code. `hover` may use `{label}`, `{group}`, `{step}`, `{n}`
    (of the step), `{k}` (texts) and `{total}` (`eligible`); `written`, at the row's end,
    `{k}` and `{total}`; a dash is the total of an observer. A selection gives the ISO3.
    """
    lines = frame.head(top).to_dict("records")
    bars: dict[str, list[Bar]] = {step: [] for step in steps}
    for row, line in enumerate(lines):
        iso3, start = str(line["iso3"]), 0
        for step, label in steps.items():
            n = int(line[_COLUMNS[step]])
            said = hover.format(
                label=names.get(iso3, iso3),
                group=(groups or {}).get(line["regional_group"], ""),
                step=label,
                n=n,
                k=int(line["texts"]),
                total=_eligible(line),
            )
            if n:
                bars[step].append(Bar(row, start, n, iso3, said))
            start += n
    ends = [sum(int(line[_COLUMNS[step]]) for step in steps) for line in lines]
    return bar_rows(
        [
            Series(bars[step], label, STEP_COLOURS.get(step, BLUE), STEP_PATTERNS.get(step, ""))
            for step, label in steps.items()
        ],
        names=[names.get(str(line["iso3"]), str(line["iso3"])) for line in lines],
        ends=ends,
        written=[written.format(k=int(line["texts"]), total=_eligible(line)) for line in lines],
        most=max(ends, default=1),
        width_px=width_px,
    )


def ranking_alt(
    frame: pd.DataFrame, *, names: Mapping[str, str], template: str, empty: str, top: int = 30
) -> str:
    """One sentence for the drawing; `template` may use `{shown}` and `{states}` (rows drawn
    and on record), and `{label}`, `{k}` and `{total}` of the first."""
    if frame.empty:
        return empty
    first = frame.iloc[0].to_dict()
    return template.format(
        shown=min(top, len(frame)),
        states=len(frame),
        label=names.get(first["iso3"], first["iso3"]),
        k=int(first["texts"]),
        total=_eligible(first),
    )


def _eligible(line: Mapping[Any, Any]) -> int | str:
    return NOBODY if pd.isna(line["eligible"]) else int(line["eligible"])
