"""Whether a record tells of something planned or not read, and what that means on a day."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import numpy as np

from dashboard.corpus.records.fields import first_day, last_day
from dashboard.words import Row, Words


def schedule(row: Row, today: dt.date) -> Literal["ahead", "passed", "unread"] | None:
    """`ahead`, or, once its last day is over without an outcome on record, `passed`; else None.

    `unread` is a text of which nobody here knows more than symbol, title and date.

    `row` is one of the timeline; others give None. What is to come is ahead whether or not its
    record says so.
    """
    if row.get("weight") == "not_read":
        return "unread"
    date, end = row.get("date"), row.get("end_date")
    planned = row.get("planned")
    if not isinstance(date, str) or not isinstance(planned, bool | np.bool_):
        return None
    if planned and last_day(end if isinstance(end, str) else date) < today:
        return "passed"
    return "ahead" if planned or first_day(date) > today else None


def schedule_words(say: Words, row: Row, today: dt.date) -> str:
    """`scheduled`, or that it was and no outcome is on record, or not read; else nothing."""
    found = schedule(row, today)
    return say(f"schedule.{found}") if found else ""


def scheduled_title(say: Words, row: Row, today: dt.date, title: str = "") -> str:
    """The title of a row, or the one given, and whether it is only scheduled."""
    told = title or say.field(row, "title"), schedule_words(say, row, today)
    return " · ".join(filter(None, told))
