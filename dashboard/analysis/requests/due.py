"""Requested reports and other deliverables: what is due, what is open, in what order."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pandas as pd

from dashboard.analysis.frames import counted_lines
from dashboard.corpus.request_status import CAME

PASSED = frozenset({"overdue_not_found", "target_date_passed"})
"""Statuses of requests whose day has passed and to which no answer was found."""
OPEN = frozenset({"not_yet_due", "due_soon", "unknown"}) | PASSED
"""Statuses of requests to which no answer is known."""
AHEAD = frozenset({"not_yet_due", "due_soon"})
OUTCOMES: Final = {
    "came": frozenset({"issued_on_time", "issued_undated"}),
    "late": frozenset({"issued_late"}),
    "ahead": AHEAD,
    "not_found": PASSED,
    "unknown": frozenset({"superseded", "cannot_be_known", "unknown"}),
}
"""What became of requests, in a few words, by their statuses."""
_LAST = "9999"


def quarter_of(date: str) -> str:
    """The quarter of a date as `2026-4`; of a year alone its last."""
    return f"{date[:4]}-{(int(date[5:7] or 12) - 1) // 3 + 1}"


def by_quarter(requests: pd.DataFrame) -> pd.DataFrame:
    """Columns period (`2026-4`), series (of `OUTCOMES`) and n: how many fall due in each quarter,
    by the last day of their window; those without a day are in none."""
    outcome = {status: code for code, own in OUTCOMES.items() for status in own}
    dated = requests[requests["due_to"].notna()]
    return counted_lines(
        dated["due_to"].map(quarter_of), [outcome[status] for status in dated["status"]], "period"
    )


def due_between(requests: pd.DataFrame, start: dt.date, end: dt.date) -> pd.DataFrame:
    """Requests without an answer whose window ends in a period, both days in; next due first."""
    due = requests["due_to"]
    kept = due.ge(start.isoformat()) & due.le(end.isoformat()) & requests["status"].isin(OPEN)
    return requests[kept.fillna(False)].sort_values(["due_to", "id"], kind="stable")


def next_due(requests: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Requests without an answer that fall due on a day or later; next due first."""
    return due_between(requests, day, dt.date.max)


def by_due(requests: pd.DataFrame) -> pd.DataFrame:
    """Next due first, then what is past its day (the latest first), then what came (the latest
    asked first), then what has no due day; a status that names none of these last."""
    status, due = requests["status"], requests["due_to"]
    rank = pd.Series(4, index=requests.index)
    rank[due.isna()] = 3
    rank[status.isin(CAME)] = 2
    rank[status.isin(PASSED)] = 1
    rank[status.isin(AHEAD)] = 0
    key = due.fillna(_LAST).where(rank == 0, _backwards(due.fillna(requests["date"])))
    order = pd.DataFrame({"rank": rank, "key": key}).sort_values(["rank", "key"], kind="stable")
    return requests.loc[order.index]


def _backwards(dates: pd.Series[str]) -> pd.Series[str]:
    """Dates as text that sorts from late to early."""
    return dates.fillna("").str.translate(str.maketrans("0123456789", "9876543210"))


def status_counts(requests: pd.DataFrame) -> pd.Series[int]:
    """How many requests have each status, most first."""
    return requests["status"].value_counts()


def of_paragraph(requests: pd.DataFrame, paragraph_id: str) -> pd.DataFrame:
    """The requests one paragraph makes."""
    return requests[requests["paragraph"] == paragraph_id]


def answered_with(requests: pd.DataFrame, record_id: str) -> pd.DataFrame:
    """The requests a document or an event answers."""
    return requests[requests["answered_by"].map(lambda answers: record_id in answers)]
