"""Requests looked up: each about AI settled, no answer without a day, each search with its day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
import yaml

from dashboard.corpus.records.requests import Request
from dashboard.corpus.request_status import SEARCHED, with_status
from dashboard.corpus.snapshot import Snapshot

AS_OF = dt.date(2026, 11, 30)
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def listed(record: Snapshot) -> dict[str, Request]:
    return {r.id: r for each in record.requests.values() for r in each.requests}


@pytest.fixture(scope="module")
def status(record: Snapshot) -> pd.Series:
    rows: pd.DataFrame = with_status(record.tables["requests"], AS_OF)
    return rows.set_index("id")["status"]


def test_every_request_about_ai_is_settled(listed: dict[str, Request], status: pd.Series) -> None:
    about = {name: request for name, request in listed.items() if request.about_ai}
    assert len(about) == 61
    assert Counter(status[list(about)]) == {
        "issued_on_time": 23, "cannot_be_known": 14, "not_yet_due": 11, "issued_undated": 10,
        "target_date_passed": 2, "issued_late": 1,
    }  # fmt: skip
    for name, request in about.items():
        if status[name] in ("cannot_be_known", "target_date_passed"):
            assert {each.on for each in request.searched} <= {"2026-11-21", "2026-11-30"}, name
            assert request.searched, name
        elif request.answers:
            assert any(answer.issued or answer.known_by for answer in request.answers), name


def test_few_stay_unknown_or_without_a_day(status: pd.Series) -> None:
    found = Counter(status)
    # of the 39 each answer has a day: the text names none to hold it to
    assert (found["unknown"], found["issued_undated"]) == (47, 39)


def test_every_answer_has_a_day_of_issue_or_one_by_which_it_was_out(
    listed: dict[str, Request],
) -> None:
    answers = [answer for request in listed.values() for answer in request.answers]
    assert [answer for answer in answers if not answer.issued and not answer.known_by] == []


def test_what_was_searched_in_vain_says_where_and_when(listed: dict[str, Request]) -> None:
    for name, request in listed.items():
        unanswered = request.search in SEARCHED - {"found"}
        assert not unanswered or request.searched or request.superseded_by, name
        looked = {each.where for each in request.searched}
        if request.search == "later_resolutions_and_look_up":
            assert "stored_pages" in looked, name


@pytest.mark.parametrize(
    ("request_id", "due", "unknowable", "scope"),
    [
        # A/RES/79/323, annex, 65 (b) and (c); A/RES/80/123 gives 20 September 2023
        ("79-323-annex-65-b", "2026", None, None),
        ("79-323-annex-65-b-iii-2", "2026", None, None),
        ("79-323-annex-65-c", "2027", None, None),
        # A/RES/79/226, 85 and 87 (made public), 35 and 73 (in other reports); undg.org
        ("79-226-85", None, "standing_task", None),
        ("79-226-87", None, "standing_task", None),
        ("79-226-35", None, "in_later_reports", None),
        ("79-226-73", None, "in_later_reports", None),
        # A/RES/79/93, B, 164: before the session; g77.org, 28 April 2025: at its opening
        ("79-93-b-164-2", "2025-04-28", None, "series"),
        # 80/84, B, 162: the same a year later; the session began on 27 April 2026
        ("80-84-b-162-2", "2026-04-27", None, None),
        # 80/228, 11: kept informed without an end; icat.un.org tells of it in public
        ("80-228-11", None, "standing_task", None),
        # 79/1, 81 (b): consultations on the process on 29 June 2026, g77.org
        ("79-1-81-b", None, None, "direct"),
        # 79/325, 1 (d): a dialogue with the Co-Chairs, as a statement on record shows
        ("79-325-1-d", None, None, "direct"),
        # 79/226, 95 and 98: reports to the Council's segments of 2025 and 2026
        ("79-226-95", "2025", None, "direct"),
        ("79-226-98", None, None, "direct"),
        # 79/323, annex, 29 (c), 50 (f), 55 (a): meetings of the Council and talks would show
        ("79-323-annex-29-c", None, None, None),
        ("79-323-annex-50-f", None, None, None),
        ("79-323-annex-55-a", None, None, None),
        # 79/248, 76: in reports on accountability, not in A/80/94
        ("79-248-76", None, "in_later_reports", None),
        ("80-234-66", None, "in_later_reports", None),
        # 80/84, B, 60, 80/234, 37: told in the series that answered the year before
        ("80-84-b-60", "2026-05", None, None),
        ("80-234-37", "81", None, None),
        # 79/93, B, 109 and 166, 80/84, B, 108 and 164: before the session too
        ("79-93-b-109", "2025-04-28", None, None),
        ("79-93-b-166", "2025-04-28", None, None),
        ("80-84-b-108", "2026-04-27", None, None),
        ("80-84-b-164", "2026-04-27", None, None),
        # 79/1, annex I, 71: ahead of the review of 16 and 17 December 2025 (79/277)
        ("79-1-annex-i-71", "2025-12-16", None, "direct"),
        # 79/325, 8: an input to the review at the 82nd session
        ("79-325-8", "82", None, None),
    ],
)
def test_what_later_readings_found_wrong_is_right(
    listed: dict[str, Request],
    request_id: str,
    due: str | None,
    unknowable: str | None,
    scope: str | None,
) -> None:
    request = listed[request_id]
    assert (request.due, request.cannot_be_known, request.answer_scope) == (due, unknowable, scope)


def test_an_appointment_is_not_answered_by_the_text_that_came_of_it(
    listed: dict[str, Request],
) -> None:
    for name, out_by in (
        ("79-1-annex-i-57", "2025-01-17"),  # g77.org: thanked as co-facilitators
        ("79-286-10", "2025-06-30"),  # un.org/pga/79: thanked by the President
        ("79-325-7", "2026-01-13"),  # g77.org: named as Co-Chairs
    ):
        (answer,) = listed[name].answers
        assert (answer.symbol, answer.known_by) == (None, out_by), name


@pytest.mark.parametrize(
    ("part", "asked"),
    [
        ("requests", 60),
        ("rosters_and_events", 90),
        ("third_reading", 150),
        ("fourth_reading", 150),
    ],
)
def test_each_fact_of_the_audit_is_of_one_on_record(
    record: Snapshot, listed: dict[str, Request], part: str, asked: int
) -> None:
    audit = yaml.safe_load((DATA / "curated/fact_audit.yaml").read_text("utf-8"))[part]
    assert len(audit["facts"]) == audit["asked"] == asked
    verdicts = Counter(fact["verdict"] for fact in audit["facts"])
    assert {name: audit[name] for name in ("right", "wrong", "cannot_be_confirmed")} == {
        "right": 0, "wrong": 0, "cannot_be_confirmed": 0, **verdicts
    }  # fmt: skip
    known = {*listed, *record.events, *record.curated}
    for fact in audit["facts"]:
        assert fact["record"] in known, fact["record"]
        assert fact["found"], fact["record"]
        assert fact["source"] or part == "rosters_and_events", fact["record"]


def test_no_fact_is_asked_twice() -> None:
    audit = yaml.safe_load((DATA / "curated/fact_audit.yaml").read_text("utf-8"))
    asked = Counter((f["record"], f["field"]) for part in audit.values() for f in part["facts"])
    assert asked.total() == len(asked) == 450
