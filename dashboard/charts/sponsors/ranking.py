"""Which States sponsored most: texts on whose draft they stood, and texts they joined later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import Bar, Row, bar_rows
from dashboard.charts.static_layout import NOBODY

_COLUMNS = {"draft": "draft", "additional": "added"}
"""The column that counts each step."""


def ranking(
    frame: pd.DataFrame,
    *,
    names: Mapping[str, str],
    steps: Mapping[str, str],
    hover: str,
    written: str,
    groups: Mapping[str, str],
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
    rows, bars = [], []
    for line in frame.head(top).to_dict("records"):
        iso3, end = str(line["iso3"]), 0
        counts = {"k": int(line["texts"]), "total": _eligible(line)}
        name, group = names.get(iso3, iso3), groups.get(line["regional_group"], "")
        for step, label in steps.items():
            n = int(line[_COLUMNS[step]])
            if n:
                said = hover.format(label=name, group=group, step=label, n=n, **counts)
                bars.append(Bar(iso3, end, n, said, step))
            end += n
        rows.append(Row(iso3, name, end, written.format(**counts)))
    return bar_rows(rows, bars, series=steps, width_px=width_px)


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
