"""What part of each group sponsored: a bar against the whole group, n of N written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import Bar, Row, bar_rows
from dashboard.charts.static_layout import NOBODY


def shares(
    frame: pd.DataFrame,
    *,
    groups: Mapping[str, str],
    hover: str,
    written: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns group, sponsors, eligible and share (0 to 1, or null), as given.

    `groups` are the rows' names by code. `hover` may use `{label}`, `{n}`, `{total}` and
    `{percent}` (whole); so may `written`, at the row's end. A group of which nobody was
    eligible has a bar of no length, and a dash for its total and its share. A selection gives the
    group's code.
    """
    rows, bars = [], []
    for line in frame.to_dict("records"):
        code, said = str(line["group"]), _places(line, groups)
        rows.append(Row(code, str(said["label"]), 1.0, written.format(**said)))
        bars.append(Bar(code, 0, _share(line), hover.format(**said)))
    return bar_rows(rows, bars, width_px=width_px, most=1.0)


def shares_alt(frame: pd.DataFrame, *, groups: Mapping[str, str], template: str, empty: str) -> str:
    """One sentence for the drawing; `template` may use `{groups}` (how many), and `{label}`,
    `{n}`, `{total}` and `{percent}` of the group with the largest share."""
    known = frame[frame["share"].notna()].to_dict("records")
    if not known:
        return empty
    line = max(known, key=_share)
    return template.format(groups=len(frame), **_places(line, groups))


def _share(line: Mapping[Any, Any]) -> float:
    return 0.0 if pd.isna(line["share"]) else float(line["share"])


def _places(line: Mapping[Any, Any], groups: Mapping[str, str]) -> dict[str, str | int]:
    code = str(line["group"])
    return {
        "label": groups.get(code, code),
        "n": int(line["sponsors"]),
        "total": int(line["eligible"]) or NOBODY,
        "percent": NOBODY if pd.isna(line["share"]) else round(_share(line) * 100),
    }
