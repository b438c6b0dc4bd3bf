"""What the first screen answers: the latest text and vote, what is due, what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.requests.due import next_due
from dashboard.corpus.records.fields import last_day


@dataclass(frozen=True)
class Headlines:
    """Ids: of records, of a vote, of a request; None where the record has no such thing."""

    latest_text: str | None
    latest_vote: str | None
    upcoming: str | None
    due: str | None


def headlines(
    tables: Mapping[str, pd.DataFrame], today: dt.date, *, everything: bool = False
) -> Headlines:
    """Read off the tables, as of a day.

    The latest text is the last core resolution adopted; the latest vote the last plenary vote
    on a core document; what comes next the record dated after `today` that is over first (a
    year alone may mean its last day); what is due the request about AI that falls due next. Of
    `everything`, texts, votes and requests count whatever they are about.
    """
    day, requests = today.isoformat(), tables["requests"]
    texts, votes, timeline = (
        tables[name].sort_values("date", kind="stable")
        for name in ("documents", "recorded_votes", "timeline")
    )
    if not everything:
        texts, votes = (rows[rows["weight"] == "core"] for rows in (texts, votes))
        requests = requests[requests["about_ai"].fillna(False)]
    adopted = texts["outcome"].str.startswith("adopted").eq(True)
    texts = texts[adopted & (texts["kind"] == "resolution") & (texts["date"] <= day)]
    votes = votes[(votes["stage"] == "plenary") & (votes["date"] <= day)]
    last = timeline["end_date"].fillna(timeline["date"])
    ends = last.map(lambda date: last_day(date).isoformat())
    ahead = timeline.assign(ends=ends)[timeline["date"] > day].sort_values("ends", kind="stable")
    due = next_due(requests, today)
    return Headlines(
        latest_text=_id_at(texts, -1),
        latest_vote=_id_at(votes, -1),
        upcoming=_id_at(ahead, 0),
        due=_id_at(due, 0),
    )


def _id_at(frame: pd.DataFrame, place: int) -> str | None:
    return None if frame.empty else str(frame["id"].iloc[place])
