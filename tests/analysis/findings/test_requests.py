from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.analysis.findings.finding import Clause, Due, Finding, Place
from dashboard.analysis.findings.requests import requests

DAY = dt.date(2036, 5, 1)


def found(*told: tuple[str, str, str | None]) -> Finding:
    return requests(pd.DataFrame(told, columns=["id", "status", "due_to"], dtype="str"), DAY)


def test_no_requests_say_so():
    assert found().clauses == (Clause("nothing"),)


def test_what_is_due_next_is_told_and_what_never_came():
    said = found(
        ("late", "overdue_not_found", "2035-01-01"),
        ("later", "target_date_passed", "2036-01-01"),
        ("next", "due_soon", "2036-05-01"),
        ("after", "not_yet_due", "2037-01-01"),
        ("came", "issued_on_time", "2036-06-01"),
        ("unknown", "unknown", None),
    )
    assert said.n == 6
    assert said.clauses == (
        Clause("requests.next", 2, {"what": Place("requests", "next"), "when": Due("next")}),
        Clause("requests.never", 2, {"what": Place("requests", "later")}),
    )


def test_nothing_ahead_and_nothing_missed_are_said():
    assert found(("unknown", "unknown", "2037-01-01")).clauses == (
        Clause("requests.none_ahead"),
        Clause("requests.never", 0),
    )
