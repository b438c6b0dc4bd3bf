"""Statements on a timeline: thin ticks in a lane of their own, because a statement is no record
of a decision and none of its colours or shapes would fit."""

from __future__ import annotations

import pandas as pd

from dashboard.charts.style import NEUTRAL, Trace, paragraph, scatter
from dashboard.charts.timeline.lanes import day_number
from dashboard.charts.timeline.timeline_layout import TimelineLayout, iso
from dashboard.corpus.records.fields import first_day, last_day

_HOVER_COLUMNS, _PHONE_HOVER_COLUMNS = 60, 34


def statement_ticks(statements: pd.DataFrame | None, stage: TimelineLayout) -> Trace | None:
    """One tick a line of columns id, date and hover; in the middle of a month or year."""
    if statements is None or stage.foot is None:
        return None
    columns = _PHONE_HOVER_COLUMNS if stage.phone else _HOVER_COLUMNS
    return scatter(
        x=[iso(_middle(str(date))) for date in statements["date"]],
        y=[stage.foot.rug] * len(statements),
        mode="markers",
        marker={
            "symbol": "line-ns-open",
            "size": 12,
            "color": NEUTRAL,
            "line": {"width": 1.4},
            "opacity": 0.8,
        },
        unselected={"marker": {"opacity": 0.8}},
        customdata=[str(name) for name in statements["id"]],
        hovertext=[paragraph(str(said), columns) for said in statements["hover"]],
        hovertemplate="%{hovertext}<extra></extra>",
        name="statements",
    )


def _middle(date: str) -> float:
    return (day_number(first_day(date)) + day_number(last_day(date))) / 2
