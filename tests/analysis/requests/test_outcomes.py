"""What became of requests, and after how many days, on invented ones."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.analysis.requests.outcomes import BY, OUTCOMES, divided, outcomes
from dashboard.corpus.request_status import with_status
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.frames import frame
from tests.analysis.requests.test_due import request
from tests.invented.synthetic import snapshot as invented

DAY = dt.date(2026, 6, 1)
CAME = {"answered_by": ("A/90/7",), "established_by": ("look_up",), "search": "found"}


def asked(name: str, due_to: str | None = None, **more: object) -> dict[str, object]:
    return request(name, "", due_to, **{"search": "later_resolutions", "due_basis": "none", **more})


ROWS = {
    "on its day": (asked("a", **CAME, answered_on="2025-01-31"), "came", 30),
    "before it was asked": (asked("a", **CAME, answered_on="2024-12-31"), "came", 0),
    "in a month": (asked("a", **CAME, answered_on="2025-02"), "came_by", 58),
    "cited": (asked("a", **CAME, answered_before="2025-03-02"), "came_by", 60),
    "cited before the first that is dated": (
        asked("a", **CAME, answered_on="2025-05-01", answered_before="2025-03-02"), "came_by", 60,
    ),
    "issued before it was cited": (
        asked("a", **CAME, answered_on="2025-01-31", answered_before="2025-03-02"), "came", 30,
    ),
    "without a day or a bound": (asked("a", **CAME), "came_by", 516),
    "past its day": (asked("a", "2026-05-31"), "not_found", 516),
    "on its last day": (asked("a", "2026-06-01"), "ahead", 516),
    "past its day, not searched": (
        asked("a", "2026-05-31", search="not_searched"), "unknown", None,
    ),
    "no day, searched": (asked("a"), "no_day", 516),
    "no day, not searched": (asked("a", search="not_searched"), "unknown", None),
    "no day, and nothing could show it": (
        asked("a", cannot_be_known="standing_task"), "cannot_be_known", None,
    ),
    "known to have come later, day unknown": (
        asked("a", "2026-05-31", **CAME, answered_before="2026-07-01"), "unknown", None,
    ),
    "known to have come later": (
        asked("a", "2026-05-31", **CAME, answered_on="2026-07-01"), "not_found", 516,
    ),
    "asked in a year": (asked("a", date="2025", **CAME, answered_on="2025-03-01"), "came", None),
}  # fmt: skip


@pytest.mark.parametrize("case", ROWS)
def test_what_became_of_a_request(case: str):
    row, outcome, days = ROWS[case]
    found = outcomes(with_status(frame("requests", [row]), DAY), DAY).iloc[0]
    assert found["outcome"] == outcome
    assert (None if pd.isna(found["days"]) else found["days"]) == days


def test_what_was_replaced_is_neither_silent_nor_unknown():
    rows = frame("requests", [asked("a", "2026-05-31", superseded_by="b"), asked("b")])
    found = outcomes(with_status(rows, DAY), DAY)
    assert list(found["outcome"]) == ["superseded", "no_day"]
    assert found["days"].isna().tolist() == [True, False]
    assert set(found["outcome"]) <= set(OUTCOMES)


def test_no_requests_have_no_outcomes():
    found = outcomes(frame("requests", []), DAY)
    assert found.empty
    assert str(found["days"].dtype) == "Int64"


def with_acts(*acts: tuple[str, dict[str, tuple[str, ...]]]) -> Snapshot:
    nothing = {"softeners": (), "softeners_object": (), "softeners_means": ()}
    return invented(
        paragraphs=[{"id": name, "tier": 4} for name in dict.fromkeys(name for name, _ in acts)],
        acts=[{"paragraph": name, **nothing, **said} for name, said in acts],
    )


def test_money_is_a_clause_of_the_paragraph_the_strictest_where_it_has_two():
    record = with_acts(
        ("A#op1", {"softeners": ("existing_resources",)}),
        ("A#op1", {"softeners_means": ("voluntary_basis",)}),
        ("A#op2", {"softeners": ("voluntary_basis",)}),
        ("A#op3", {"softeners_means": ("voluntary_basis", "mutually_agreed_terms")}),
        ("A#op4", {"softeners_object": ("available_resources",)}),
    )
    places = ["A#op1", "A#op2", "A#op3", "A#op4", "A#op9", None]
    rows = frame("requests", [asked(str(n), paragraph=p) for n, p in enumerate(places)])
    found = outcomes(with_status(rows, DAY), DAY)
    assert list(divided(record, found, "money")) == [
        "existing_resources", "none", "voluntary_basis", "available_resources",
        "unknown", "unknown",
    ]  # fmt: skip
    assert list(divided(record, found, "tier")) == ["4", "4", "4", "4", "unknown", "unknown"]


@pytest.mark.parametrize("by", BY)
def test_every_request_of_the_small_record_is_in_one_group(snapshot: Snapshot, by: str):
    found = outcomes(snapshot.tables["requests"], snapshot.as_of)
    groups = divided(snapshot, found, by)
    assert len(groups) == len(found) > 0
    assert groups.notna().all()
