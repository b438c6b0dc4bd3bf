"""What became of each request, as of a day: computed, never typed.

Rules, in this order:

1. A request that another took the place of is `superseded`.
2. An answer dated, or known to be out, by the last day on time is `issued_on_time`; one dated
   after it `issued_late`; an answer whose day is not known to that precision, or without a due
   day to hold it to, is `issued_undated`.
3. Without an answer: before the window ends `due_soon` in its last `SOON` days, `not_yet_due`
   before; after it `overdue_not_found` where something was searched, else `unknown`.
4. Without an answer and without a due day: `unknown`.

`as_of` only moves the day asked: an answer that came after it has not come yet.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.corpus.base import first_day, last_day

SOON = dt.timedelta(days=90)
"""The last part of a window, in which a request falls due soon: a quarter of a year."""
SEARCHED = frozenset({"found", "later_resolutions", "later_resolutions_and_look_up"})


def with_status(requests: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """The requests table with `status` and `days_late` (days after `due_to`) as of a day."""
    found = [
        status_of(
            _text(row.answered_on),
            _text(row.answered_before),
            bool(row.established_by),
            _text(row.due_to),
            str(row.search),
            superseded=_text(row.superseded_by) is not None,
            as_of=as_of,
        )
        for row in requests.itertuples()
    ]
    return requests.assign(
        status=pd.Series([status for status, _ in found], index=requests.index, dtype="str"),
        days_late=pd.Series([late for _, late in found], index=requests.index, dtype="Int64"),
    )


def status_of(
    answered_on: str | None,
    answered_before: str | None,
    answered: bool,
    due_to: str | None,
    search: str,
    *,
    superseded: bool = False,
    as_of: dt.date,
) -> tuple[str, int | None]:
    """One request's status code and days late (negative: early; None: not computable)."""
    if superseded:
        return "superseded", None
    due = dt.date.fromisoformat(due_to) if due_to else None
    dates = [d for d in (answered_on and first_day(answered_on), _day(answered_before)) if d]
    if answered and not (dates and min(dates) > as_of):
        return _answered(answered_on, _day(answered_before), due)
    if due is None:
        return "unknown", None
    if as_of <= due:
        return ("due_soon" if due - as_of < SOON else "not_yet_due"), None
    return ("overdue_not_found" if search in SEARCHED else "unknown"), None


def _answered(
    answered_on: str | None, before: dt.date | None, due: dt.date | None
) -> tuple[str, int | None]:
    if due is None:
        return "issued_undated", None
    if answered_on is None:
        return ("issued_on_time" if before and before <= due else "issued_undated"), None
    late = (first_day(answered_on) - due).days if len(answered_on) == 10 else None
    if last_day(answered_on) <= due:
        return "issued_on_time", late
    if first_day(answered_on) > due:
        return "issued_late", late
    return "issued_undated", None


def _day(date: str | None) -> dt.date | None:
    return dt.date.fromisoformat(date) if date else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
