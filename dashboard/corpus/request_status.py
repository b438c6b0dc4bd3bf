"""What became of each request, as of a day: computed, never typed.

Rules, in this order:

1. With an answer that has come: `issued_on_time` where it was out by the last day on time,
   `issued_late` where it is dated after that day, `issued_undated` where its day is not known to
   that precision or there is no due day to hold it to.
2. Without one, a request that another took the place of is `superseded`.
3. Without a due day: `cannot_be_known` where the record says why no answer can be expected to
   show, else `unknown`.
4. Until the due day, that day included: `due_soon` in the last `SOON` days, `not_yet_due` before.
5. After it, where something was searched: `overdue_not_found` for a report whose date the text
   itself gives, `target_date_passed` for anything else; where nothing was, `unknown`.

`as_of` moves the day asked, and hides what was not known then: of the answers only those that
had come are left in the row. An answer has come from the first day its date can mean; one
without a date from the day it is known to be out by, and where that is not known either, from
the adoption of the request. Before the day it is known to be out by it may have come already,
so rule 5 gives `unknown`. A request is superseded from the adoption of the later one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.corpus.records.fields import first_day, last_day
from dashboard.corpus.records.requests import Answer
from dashboard.corpus.request_answers import answer_columns, known_answers

SOON = dt.timedelta(days=90)
"""The last part of a window, in which a request falls due soon: a quarter of a year."""
SEARCHED = frozenset({"found", "later_resolutions", "later_resolutions_and_look_up"})


REPORTS = frozenset(
    {"report_sg", "report_other", "compilation_of_views", "summary_chair_or_pga", "study"}
)
"""Deliverables of which *overdue* can be said: something is to be put on paper."""
_DATE_IN_TEXT = "explicit_date"
CAME = frozenset({"issued_on_time", "issued_late", "issued_undated"})
"""Statuses of requests to which an answer is known."""


def is_estimated(due_basis: object) -> bool:
    """Whether a due day is ours, inferred from a session or an event, and not the text's own."""
    return due_basis != _DATE_IN_TEXT


def with_status(
    requests: pd.DataFrame, as_of: dt.date, answers: Mapping[str, Sequence[Answer]] | None = None
) -> pd.DataFrame:
    """The requests table as of a day: with `status` and `days_late` (days after `due_to`), and
    with what was known of the answers on that day.

    `answers` has the answers on record by request; a row that it does not name keeps the
    answers it has, or, where none had come, shows none.
    """
    dates = zip(requests["id"], requests["date"], strict=True)
    adopted = {str(name): _first(date) or dt.date.min for name, date in dates}
    found = [
        _as_of(row, adopted, as_of, (answers or {}).get(row["id"]))
        for row in requests.to_dict("records")
    ]
    columns = {name: [row[name] for row in found] for name in (*_OF_ANSWERS, "status", "days_late")}
    return requests.assign(
        **{
            name: pd.Series(values, index=requests.index, dtype=_DTYPES.get(name, "str"))
            for name, values in columns.items()
        }
    )


_OF_ANSWERS = ("answered_by", "answered_on", "answered_before", "established_by", "answer_scope")
_DTYPES = {"answered_by": "object", "established_by": "object", "days_late": "Int64"}


def _as_of(
    row: Mapping[Any, Any],
    adopted: Mapping[str, dt.date],
    as_of: dt.date,
    answers: Sequence[Answer] | None,
) -> dict[str, Any]:
    """A row as of a day; `adopted` are the days on which the requests were made."""
    asked, later = adopted[row["id"]], _text(row["superseded_by"])
    known = {**row, **({} if answers is None else answer_columns(answers))}
    status, late = status_of(
        _text(known["answered_on"]),
        _text(known["answered_before"]),
        bool(known["established_by"]),
        _text(row["due_to"]),
        str(row["search"]),
        asked=asked,
        superseded=later is not None and adopted.get(later, dt.date.min) <= as_of,
        report_with_date=row["deliverable"] in REPORTS and not is_estimated(row["due_basis"]),
        unknowable=_text(row.get("cannot_be_known")) is not None,
        as_of=as_of,
    )
    if status not in CAME:
        known |= {**answer_columns(()), "answer_scope": None}
    elif answers is not None:
        known |= answer_columns(known_answers(answers, asked, as_of), as_of)
    return {**known, "status": status, "days_late": late}


def status_of(
    answered_on: str | None,
    answered_before: str | None,
    answered: bool,
    due_to: str | None,
    search: str,
    *,
    asked: dt.date = dt.date.min,
    superseded: bool = False,
    report_with_date: bool = False,
    unknowable: bool = False,
    as_of: dt.date,
) -> tuple[str, int | None]:
    """One request's status code and days late (negative: early; None: not computable).

    `answered_on` is the (partial) date of the first dated answer, `answered_before` a day on
    which an answer was out, `answered` whether any is known, `asked` the adoption,
    `report_with_date` whether it is a report for which the text itself gives a date, and
    `unknowable` whether the record says why no answer can be expected to show.
    """
    due = _first(due_to)
    came, before = _first(answered_on), _first(answered_before)
    if answered and min([day for day in (came, before) if day] or [asked]) <= as_of:
        return _answered(answered_on if came and came <= as_of else None, before, due)
    if superseded:
        return "superseded", None
    if due is None:
        return ("cannot_be_known" if unknowable else "unknown"), None
    if as_of <= due:
        return ("due_soon" if due - as_of < SOON else "not_yet_due"), None
    may_have_come = answered and came is None
    if search not in SEARCHED or may_have_come:
        return "unknown", None
    return ("overdue_not_found" if report_with_date else "target_date_passed"), None


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
