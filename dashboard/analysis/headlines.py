"""What the first screen answers: the latest text and vote, what is due, what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.requests import next_due
from dashboard.corpus.records.fields import last_day


@dataclass(frozen=True)
class Headlines:
    """Ids: of records, of a vote, of a request; None where the record has no such thing."""

    latest_text: str | None
    latest_vote: str | None
    upcoming: str | None
    due: str | None


def headlines(tables: Mapping[str, pd.DataFrame], today: dt.date) -> Headlines:
    """Read off the tables, as of a day.

    The latest text is the last core resolution adopted; the latest vote the last plenary vote
    on a core document; what comes next the record dated after `today` that is over first (a
    year alone may mean its last day); what is due the request about AI that falls due next.
    """
    timeline, documents = tables["timeline"], tables["documents"]
    day = today.isoformat()
    decided = documents["outcome"].str.startswith("adopted").eq(True)
    core = (documents["weight"] == "core") & (documents["date"] <= day)
    central = documents[decided & core].sort_values("date", kind="stable")
    ends = timeline["date"].map(lambda date: last_day(date).isoformat())
    ahead = timeline.assign(ends=ends)[timeline["date"] > day].sort_values("ends", kind="stable")
    texts = central[central["kind"] == "resolution"]
    requests = tables["requests"]
    due = next_due(requests[requests["about_ai"].fillna(False)], today)
    return Headlines(
        latest_text=_last(texts),
        latest_vote=_last(_votes(tables["recorded_votes"], day)),
        upcoming=_first(ahead),
        due=_first(due),
    )


def _votes(recorded: pd.DataFrame, day: str) -> pd.DataFrame:
    """Plenary votes on core documents up to a day, in order of date."""
    kept = (recorded["stage"] == "plenary") & (recorded["weight"] == "core")
    return recorded[kept & (recorded["date"] <= day)].sort_values("date", kind="stable")


def _first(frame: pd.DataFrame) -> str | None:
    return None if frame.empty else str(frame["id"].iloc[0])


def _last(frame: pd.DataFrame) -> str | None:
    return None if frame.empty else str(frame["id"].iloc[-1])
