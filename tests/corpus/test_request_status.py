"""Each rule of the status of a request, at its boundaries."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.request_status import SEARCHED, SOON, status_of, with_status
from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame
from tests.invented.synthetic import filled

DUE = "2036-06-30"
STATUSES = {
    "issued_on_time", "issued_late", "issued_undated", "superseded", "unknown", "due_soon",
    "not_yet_due", "overdue_not_found", "target_date_passed",
}  # fmt: skip
days = st.dates(dt.date(2035, 1, 1), dt.date(2038, 12, 31))
partial_dates = st.one_of(
    st.none(), days.map(str), days.map(lambda d: str(d)[:7]), days.map(lambda d: str(d)[:4])
)


def status(as_of: str, **given: Any) -> tuple[str, int | None]:
    """Of a report asked for in 2035 and due on DUE, searched for and without an answer."""
    found: dict[str, Any] = {
        "answered_on": None, "answered_before": None, "due_to": DUE, "search": "later_resolutions",
        "asked": dt.date(2035, 12, 1), "report_with_date": True, **given,
    }  # fmt: skip
    answered = bool(found["answered_on"] or found["answered_before"])
    return status_of(**{"answered": answered, **found}, as_of=dt.date.fromisoformat(as_of))


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    return frame("requests", filled("requests", rows))


def test_an_empty_table_stays_one():
    found = with_status(table(), dt.date(2036, 1, 1))
    assert len(found) == 0
    assert list(found.columns) == list(TABLES["requests"])
    assert list(found.dtypes) == list(table().dtypes)


def test_a_row_of_nulls_is_unknown_and_the_frame_given_is_not_changed():
    given_rows = table({"id": "90-1-3"})
    found = with_status(given_rows, dt.date(2036, 1, 1))
    assert list(found["status"]) == ["unknown"]
    assert found["days_late"].isna().all()
    assert found.dtypes.equals(given_rows.dtypes)
    assert given_rows["status"].isna().all()


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2035-12-02", "not_yet_due"),
        ("2036-04-01", "not_yet_due"),  # 90 days before
        ("2036-04-02", "due_soon"),  # 89 days before: the due day is the 90th
        ("2036-06-30", "due_soon"),
        ("2036-07-01", "overdue_not_found"),
        ("2099-01-01", "overdue_not_found"),
    ],
)
def test_without_an_answer(as_of: str, expected: str):
    assert status(as_of) == (expected, None)


def test_the_last_part_of_a_window_has_its_length():
    due = dt.date.fromisoformat(DUE)
    soon = [n for n in range(400) if status(str(due - dt.timedelta(n)))[0] == "due_soon"]
    assert soon == list(range(SOON.days))


@pytest.mark.parametrize("search", ["not_searched", "nothing_to_search_yet", "nan", ""])
def test_what_nobody_looked_for_is_not_called_missing(search: str):
    assert status("2036-07-01", search=search) == ("unknown", None)
    assert status("2036-06-30", search=search) == ("due_soon", None)
    assert status("2099-01-01", search=search, due_to=None) == ("unknown", None)


@pytest.mark.parametrize("search", sorted(SEARCHED))
def test_what_was_looked_for_is_overdue(search: str):
    assert status("2036-07-01", search=search)[0] == "overdue_not_found"
    assert status("2099-01-01", search=search, due_to=None) == ("unknown", None)
    assert status("2036-07-01", search=search, unknowable=True)[0] == "overdue_not_found"
    assert status("2099-01-01", search=search, due_to=None, unknowable=True)[0] == "cannot_be_known"


@pytest.mark.parametrize(
    ("deliverable", "due_basis", "expected"),
    [
        ("report_sg", "explicit_date", "overdue_not_found"),
        ("compilation_of_views", "explicit_date", "overdue_not_found"),
        ("report_sg", "explicit_session", "target_date_passed"),
        ("report_other", "event_based", "target_date_passed"),
        ("meeting_event", "explicit_date", "target_date_passed"),
        ("appointment", "explicit_date", "target_date_passed"),
        ("agenda_item", "inferred_session", "target_date_passed"),
    ],
)
def test_only_a_report_whose_date_the_text_gives_is_overdue(
    deliverable: str, due_basis: str, expected: str
):
    rows = table(
        {"id": "90-1-3", "date": "2035-12-01", "due_to": DUE, "search": "later_resolutions",
         "deliverable": deliverable, "due_basis": due_basis},
    )  # fmt: skip
    assert list(with_status(rows, dt.date(2036, 7, 1))["status"]) == [expected]


@pytest.mark.parametrize(
    ("answered_on", "expected"),
    [
        ("2036-06-29", ("issued_on_time", -1)),
        ("2036-06-30", ("issued_on_time", 0)),
        ("2036-07-01", ("issued_late", 1)),
        ("2037-06-30", ("issued_late", 365)),
        ("2036-05", ("issued_on_time", None)),
        ("2036-06", ("issued_on_time", None)),  # its last day is the due day
        ("2036-07", ("issued_late", None)),
        ("2036", ("issued_undated", None)),
        ("2035", ("issued_on_time", None)),
        ("2037", ("issued_late", None)),
    ],
)
def test_a_dated_answer(answered_on: str, expected: tuple[str, int | None]):
    assert status("2040-01-01", answered_on=answered_on) == expected
    assert status("2040-01-01", answered_on=answered_on, due_to=None) == ("issued_undated", None)


@pytest.mark.parametrize(
    ("answered_on", "answered_before", "expected"),
    [
        (None, "2036-06-30", ("issued_on_time", None)),
        (None, "2036-07-01", ("issued_undated", None)),
        ("2036", "2036-06-30", ("issued_on_time", None)),
        ("2036", "2036-12-01", ("issued_undated", None)),
        ("2036-07-05", "2036-12-01", ("issued_late", 5)),
        ("2036-07-05", "2036-06-01", ("issued_on_time", None)),  # another came before
        ("2037-07-05", "2036-12-01", ("issued_undated", None)),
        ("2036-05-01", "2036-12-01", ("issued_on_time", -60)),
    ],
)
def test_an_answer_known_to_be_out_by_a_day(
    answered_on: str | None, answered_before: str, expected: tuple[str, int | None]
):
    found = status("2040-01-01", answered_on=answered_on, answered_before=answered_before)
    assert found == expected


def test_an_answer_of_which_no_day_is_known():
    assert status("2040-01-01", answered=True) == ("issued_undated", None)
    assert status("2035-12-01", answered=True) == ("issued_undated", None)
    # before the request was adopted nothing can have answered it
    assert status("2035-11-30", answered=True) == ("not_yet_due", None)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2036-03-01", ("not_yet_due", None)),
        ("2036-06-30", ("due_soon", None)),
        ("2036-07-01", ("overdue_not_found", None)),
        ("2036-08-14", ("overdue_not_found", None)),
        ("2036-08-15", ("issued_late", 46)),
    ],
)
def test_an_answer_has_not_come_before_its_day(as_of: str, expected: tuple[str, int | None]):
    assert status(as_of, answered_on="2036-08-15", search="found") == expected


def test_a_partial_date_may_mean_its_first_day():
    assert status("2036-07-31", answered_on="2036-08")[0] == "overdue_not_found"
    assert status("2036-08-01", answered_on="2036-08")[0] == "issued_late"


def test_before_an_undated_answer_is_known_its_lateness_is_not():
    known = {"answered_before": "2036-12-01", "search": "found"}
    assert status("2036-06-30", **known) == ("due_soon", None)
    assert status("2036-07-01", **known) == ("unknown", None)
    assert status("2036-12-01", **known) == ("issued_undated", None)


def test_an_answer_dated_after_the_day_asked_lends_no_date_to_another():
    two = {"answered_on": "2036-09-01", "answered_before": "2036-05-01"}
    assert status("2036-06-01", **two) == ("issued_on_time", None)
    assert status("2036-04-30", **two) == ("due_soon", None)


def test_superseded_only_where_nothing_came():
    assert status("2036-01-01", superseded=True) == ("superseded", None)
    assert status("2099-01-01", superseded=True, due_to=None) == ("superseded", None)
    answered = {"answered_on": "2036-06-01", "superseded": True}
    assert status("2036-05-31", **answered) == ("superseded", None)
    assert status("2036-06-01", **answered) == ("issued_on_time", -29)


def test_superseded_from_the_adoption_of_the_later_request():
    found = table(
        {"id": "90-1-3", "date": "2035-12-01", "due_to": DUE, "search": "not_searched",
         "superseded_by": "91-1-3"},
        {"id": "91-1-3", "date": "2036-12-01", "due_to": "2037-06-30", "search": "not_searched"},
        {"id": "90-1-4", "date": "2035-12-01", "superseded_by": "99-1-1", "search": "found"},
    )  # fmt: skip
    before, after = (with_status(found, dt.date(2036, *day)) for day in ((11, 30), (12, 1)))
    assert list(before["status"]) == ["unknown", "not_yet_due", "superseded"]
    assert list(after["status"]) == ["superseded", "not_yet_due", "superseded"]


def test_columns_of_the_table_are_read():
    found = with_status(
        table(
            {"id": "90-1-1", "date": "2035-12-01", "due_to": DUE, "search": "found",
             "answered_on": "2036-07-10", "established_by": ("look_up",)},
            {"id": "90-1-2", "date": "2035-12-01", "due_to": DUE, "search": "found",
             "answered_before": "2036-06-01", "established_by": ("look_up",)},
            {"id": "90-1-3", "date": "2035-12-01", "due_to": DUE, "search": "later_resolutions"},
        ).set_index(pd.Index([7, 3, 5])),
        dt.date(2037, 1, 1),
    )  # fmt: skip
    assert list(found.index) == [7, 3, 5]
    assert list(found["status"]) == ["issued_late", "issued_on_time", "target_date_passed"]
    assert list(found["days_late"].fillna(-999)) == [10, -999, -999]


@given(partial_dates, st.one_of(st.none(), days.map(str)), st.booleans(),
       st.one_of(st.none(), days.map(str)), st.sampled_from([*sorted(SEARCHED), "not_searched"]),
       st.booleans(), days, st.integers(0, 800))  # fmt: skip
def test_any_request_has_a_status_and_an_answer_stays(
    answered_on: str | None, before: str | None, answered: bool, due: str | None, search: str,
    superseded: bool, as_of: dt.date, later: int,
):  # fmt: skip
    if not answered:
        answered_on = before = None

    def on(day: dt.date) -> tuple[str, int | None]:
        return status_of(
            answered_on, before, answered, due, search, superseded=superseded, as_of=day
        )

    code, late = on(as_of)
    assert code in STATUSES
    assert late is None or (code == "issued_late") == (late > 0)
    assert late is None or code.startswith("issued")
    if code.startswith("issued"):
        assert answered
        assert on(as_of + dt.timedelta(later))[0].startswith("issued")
