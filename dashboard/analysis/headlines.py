"""What the first screen answers: the latest text, the latest recorded vote, what comes next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from dashboard.corpus.base import last_day


@dataclass(frozen=True)
class Headlines:
    """Ids of records in the timeline; None where the record has no such thing."""

    latest_text: str | None
    latest_vote: str | None
    upcoming: str | None


def headlines(timeline: pd.DataFrame, documents: pd.DataFrame, today: dt.date) -> Headlines:
    """Read off the tables, as of a day.

    The latest text is the last core resolution adopted; the latest vote the last core document
    with a recorded vote; what comes next the record dated after `today` that is over
    first (a year alone may mean its last day).
    """
    day = today.isoformat()
    decided = documents["outcome"].str.startswith("adopted").eq(True)
    core = (documents["weight"] == "core") & (documents["date"] <= day)
    central = documents[decided & core].sort_values("date", kind="stable")
    voted = central[central["yes"].notna()]
    ends = timeline["date"].map(lambda date: last_day(date).isoformat())
    ahead = timeline.assign(ends=ends)[timeline["date"] > day].sort_values("ends", kind="stable")
    texts = central[central["kind"] == "resolution"]
    return Headlines(_last(texts), _last(voted), None if ahead.empty else str(ahead["id"].iloc[0]))


def _last(frame: pd.DataFrame) -> str | None:
    return None if frame.empty else str(frame["id"].iloc[-1])
