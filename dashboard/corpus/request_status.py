"""What became of each request, as of a day: computed, never typed.

Rules, in this order:

1. With an answer that has come: `issued_on_time` where it was out by the last day on time,
   `issued_late` where it is dated after that day, `issued_undated` where its day is not known to
   that precision or there is no due day to hold it to.
2. Without one, a request that another took the place of is `superseded`.
3. Without a due day: `unknown`.
4. Until the due day, that day included: `due_soon` in the last `SOON` days, `not_yet_due` before.
5. After it: `overdue_not_found` where something was searched, else `unknown`.

`as_of` only moves the day asked. An answer has come from the first day its date can mean; one
without a date from the day it is known to be out by, and where that is not known either, from
the adoption of the request. Before the day it is known to be out by it may have come already,
so rule 5 gives `unknown`. A request is superseded from the adoption of the later one.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.corpus.records.fields import first_day, last_day

SOON = dt.timedelta(days=90)
"""The last part of a window, in which a request falls due soon: a quarter of a year."""
SEARCHED = frozenset({"found", "later_resolutions", "later_resolutions_and_look_up"})


def with_status(requests: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """The requests table with `status` and `days_late` (days after `due_to`) as of a day."""
    adopted = {row.id: _first(row.date) or dt.date.min for row in requests.itertuples()}
    found = [
        status_of(
            _text(row.answered_on),
            _text(row.answered_before),
            bool(row.established_by),
            _text(row.due_to),
            str(row.search),
            asked=adopted[row.id],
            superseded=_text(row.superseded_by) is not None
            and adopted.get(row.superseded_by, dt.date.min) <= as_of,
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
    asked: dt.date = dt.date.min,
    superseded: bool = False,
    as_of: dt.date,
) -> tuple[str, int | None]:
    """One request's status code and days late (negative: early; None: not computable).

    `answered_on` is the (partial) date of the first dated answer, `answered_before` a day on
    which an answer was out, `answered` whether any is known, `asked` the adoption.
    """
    due = _first(due_to)
    came, before = _first(answered_on), _first(answered_before)
    if answered and min([day for day in (came, before) if day] or [asked]) <= as_of:
        return _answered(answered_on if came and came <= as_of else None, before, due)
    if superseded:
        return "superseded", None
    if due is None:
        return "unknown", None
    if as_of <= due:
        return ("due_soon" if due - as_of < SOON else "not_yet_due"), None
    may_have_come = answered and came is None
    return ("overdue_not_found" if search in SEARCHED and not may_have_come else "unknown"), None


def _answered(
    answered_on: str | None, before: dt.date | None, due: dt.date | None
) -> tuple[str, int | None]:
    if due is None:
        return "issued_undated", None
    if answered_on is None or (before and before < first_day(answered_on)):
        # the first answer is one whose day is not known
        return ("issued_on_time" if before and before <= due else "issued_undated"), None
    earliest, latest = first_day(answered_on), last_day(answered_on)
    late = (earliest - due).days if earliest == latest else None
    if min(latest, before or latest) <= due:
        return "issued_on_time", late
    return ("issued_late" if earliest > due else "issued_undated"), late


def _first(date: object) -> dt.date | None:
    return first_day(date) if isinstance(date, str) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
