"""What is due and in which order, on invented requests."""

from __future__ import annotations

import datetime as dt

from dashboard.analysis.requests.due import (
    OUTCOMES,
    answered_with,
    by_due,
    by_quarter,
    due_between,
    next_due,
    of_paragraph,
    quarter_of,
    status_counts,
)
from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame


def request(request_id: str, status: str, due_to: str | None, **more: object) -> dict[str, object]:
    empty = {name: () if c.kind == "codes" else None for name, c in TABLES["requests"].items()}
    return {
        **empty, "id": request_id, "date": "2025-01-01", "status": status, "due_to": due_to, **more
    }  # fmt: skip


ROWS = frame(
    "requests",
    [
        request("came", "issued_on_time", "2025-09-01", answered_by=("A/80/7",)),
        request("undated", "unknown", None),
        request("late", "overdue_not_found", "2025-10-01", paragraph="A/RES/79/1#op1"),
        request("earlier", "overdue_not_found", "2024-10-01"),
        request("next", "due_soon", "2026-12-31"),
        request("ahead", "not_yet_due", "2027-09-07"),
        request("replaced", "superseded", "2026-12-01"),
    ],
)
EMPTY = ROWS.iloc[:0]


def test_nothing_is_due_where_nothing_was_asked():
    assert next_due(EMPTY, dt.date(2026, 1, 1)).empty
    assert list(by_due(EMPTY).columns) == list(TABLES["requests"])
    assert status_counts(EMPTY).empty


def test_due_in_a_period_are_open_requests_whose_window_ends_in_it():
    found = due_between(ROWS, dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    assert list(found["id"]) == ["next"]
    assert list(due_between(ROWS, dt.date(2024, 10, 1), dt.date(2024, 10, 1))["id"]) == ["earlier"]


def test_next_due_leaves_out_what_came_what_was_replaced_and_what_is_past():
    assert list(next_due(ROWS, dt.date(2026, 11, 22))["id"]) == ["next", "ahead"]


def test_the_ledger_begins_with_what_is_due_and_loses_nothing():
    assert list(by_due(ROWS)["id"]) == [
        "next", "ahead", "late", "earlier", "came", "undated", "replaced",
    ]  # fmt: skip


def test_a_quarter_holds_what_falls_due_in_it_and_what_has_no_day_is_in_none():
    assert by_quarter(EMPTY).empty
    assert [quarter_of(day) for day in ("2026", "2026-03", "2026-04-01")] == [
        "2026-4", "2026-1", "2026-2",
    ]  # fmt: skip
    found = by_quarter(ROWS)
    assert found["n"].sum() == ROWS["due_to"].notna().sum()
    assert set(found["series"]) <= set(OUTCOMES)


def test_every_status_is_one_of_what_became_of_requests():
    statuses = [status for own in OUTCOMES.values() for status in own]
    assert len(statuses) == len(set(statuses)) > 0
    assert set(ROWS["status"]) <= set(statuses)


def test_a_paragraph_and_an_answer_lead_to_their_requests():
    assert list(of_paragraph(ROWS, "A/RES/79/1#op1")["id"]) == ["late"]
    assert list(answered_with(ROWS, "A/80/7")["id"]) == ["came"]
    assert answered_with(ROWS, "A/80/8").empty
    assert status_counts(ROWS)["overdue_not_found"] == 2
