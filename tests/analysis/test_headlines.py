from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.analysis.headlines import Headlines, headlines
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot as synthetic

TODAY = dt.date(2026, 5, 10)


def document(record_id: str, date: str | None, **more: object) -> dict[str, object]:
    values = {
        "kind": "resolution", "outcome": "adopted_without_vote", "weight": "core", "yes": None,
    }  # fmt: skip
    return {"id": record_id, "date": date, **values, **more}


def vote(vote_id: str, date: str, **more: object) -> dict[str, object]:
    return {"id": vote_id, "date": date, "stage": "plenary", "weight": "core", "yes": 3, **more}


def ask(
    documents: list[dict[str, object]],
    dates: dict[str, str] | None = None,
    votes: list[dict[str, object]] | None = None,
) -> Headlines:
    held = [{"id": record_id, "date": date} for record_id, date in (dates or {}).items()]
    columns = ["id", "date", "kind", "outcome", "weight", "yes"]
    empty = synthetic(version="nothing", timeline=[], documents=[], requests=[])
    table = pd.DataFrame(documents, columns=columns).astype({"outcome": "str", "date": "str"})
    recorded = pd.DataFrame(votes or [], columns=["id", "date", "stage", "weight", "yes"])
    tables = {
        "timeline": pd.DataFrame(held, columns=["id", "date", "end_date"], dtype="str"),
        "documents": table,
        "recorded_votes": recorded.astype({"date": "str"}),
        "requests": empty.tables["requests"],
    }
    return headlines(tables, TODAY)


def test_an_empty_record_answers_nothing():
    empty = synthetic(version="nothing", timeline=[], documents=[], recorded_votes=[], requests=[])
    assert headlines(empty.tables, TODAY) == Headlines(None, None, None, None)


def test_the_latest_text_is_the_last_core_one_that_was_decided():
    found = ask(
        [
            document("old", "2024-03-21"),
            document("new", "2026-05-10"),
            document("mention", "2026-05-10", weight="mention"),
            document("rejected", "2026-05-09", outcome="rejected"),
            document("undecided", "2026-05-09", outcome=None),
            document("ahead", "2026-05-11"),
            document("decision", "2026-05-10", kind="decision"),
        ]
    )
    assert found == Headlines("new", None, None, None)


def test_the_latest_vote_is_a_plenary_one_on_a_core_text():
    found = ask(
        [],
        votes=[
            vote("new@plenary", "2025-12-01", yes=0),
            vote("new@committee", "2025-12-05", stage="committee"),
            vote("mention@plenary", "2026-01-01", weight="mention"),
            vote("ahead@plenary", "2026-06-01"),
            vote("old@plenary", "2024-12-24"),
        ],
    )
    assert found.latest_vote == "new@plenary"


@pytest.mark.parametrize(
    ("dates", "upcoming"),
    [
        ({"past": "2026-05-09", "today": "2026-05-10"}, None),
        ({"tomorrow": "2026-05-11", "later": "2026-06"}, "tomorrow"),
        ({"year": "2027", "month": "2027-02"}, "month"),
        ({"year": "2027", "last": "2027-12-31"}, "year"),
        ({"this_year": "2026", "this_month": "2026-05"}, None),
    ],
)
def test_what_comes_next_is_what_is_over_first(dates: dict[str, str], upcoming: str | None):
    assert ask([], dates).upcoming == upcoming


def test_the_invented_record(snapshot: Snapshot):
    found = headlines(snapshot.tables, dt.date(2036, 1, 15))
    assert (found.latest_text, found.latest_vote, found.upcoming) == (
        "A/RES/90/1", "A/RES/90/1@plenary", "second-summit",
    )  # fmt: skip
    before = headlines(snapshot.tables, dt.date(2020, 1, 1))
    assert (before.latest_text, before.latest_vote, before.upcoming) == (None, None, "machine-law")


def test_what_is_due_is_the_next_request_about_ai():
    requests = synthetic().tables["requests"].assign(about_ai=True)
    row = requests.iloc[[0]]
    ahead = row.assign(id="later", due_to="2027-01-01", status="not_yet_due")
    soon = row.assign(id="sooner", due_to="2026-06-01", status="due_soon")
    other = row.assign(id="other", due_to="2026-05-11", status="due_soon", about_ai=False)
    came = row.assign(id="came", due_to="2026-05-12", status="issued_on_time")
    tables = {**synthetic().tables, "requests": pd.concat([ahead, soon, other, came])}
    assert headlines(tables, TODAY).due == "sooner"


@pytest.mark.parametrize(
    ("long_ends", "upcoming"),
    [("2090-06-30", "short"), ("2090-02-28", "long"), ("2090", "short"), (None, "long")],
)
def test_what_goes_on_for_long_is_over_late(
    snapshot: Snapshot, long_ends: str | None, upcoming: str
):
    row = snapshot.tables["timeline"].iloc[[0]]
    long = row.assign(id="long", date="2090-02-01", end_date=long_ends)
    short = row.assign(id="short", date="2090-03-01", end_date=pd.NA)
    tables = snapshot.tables.replacing("timeline", pd.concat([long, short]))
    assert headlines(tables, dt.date(2089, 1, 1)).upcoming == upcoming
