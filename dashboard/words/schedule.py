"""Whether a record tells of something planned, and what that means on a day: computed."""

from __future__ import annotations

import datetime as dt

import numpy as np

from dashboard.corpus.records.fields import first_day, last_day
from dashboard.words import Row, Words


def schedule_words(say: Words, row: Row, today: dt.date) -> str:
    """`scheduled`, or, once its day has passed without an outcome on record, that; else nothing.

    `row` is one of the timeline; others say nothing. What is to come is scheduled whether or
    not its record says so.
    """
    date, end = row.get("date"), row.get("end_date")
    planned = row.get("planned")
    if not isinstance(date, str) or not isinstance(planned, bool | np.bool_):
        return ""
    if planned and last_day(end if isinstance(end, str) else date) < today:
        return say("schedule.passed")
    return say("schedule.ahead") if planned or first_day(date) > today else ""
