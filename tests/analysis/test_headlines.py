from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.analysis.headlines import Headlines, headlines
from dashboard.corpus.snapshot import Snapshot
from tests.synthetic import snapshot as synthetic

TODAY = dt.date(2026, 5, 10)


def document(record_id: str, date: str | None, **more: object) -> dict[str, object]:
    values = {
        "kind": "resolution", "outcome": "adopted_without_vote", "weight": "core", "yes": None,
    }  # fmt: skip
    return {"id": record_id, "date": date, **values, **more}


def ask(documents: list[dict[str, object]], dates: dict[str, str] | None = None) -> Headlines:
    held = [{"id": record_id, "date": date} for record_id, date in (dates or {}).items()]
    columns = ["id", "date", "kind", "outcome", "weight", "yes"]
    table = pd.DataFrame(documents, columns=columns).astype({"outcome": "str", "date": "str"})
    return headlines(pd.DataFrame(held, columns=["id", "date"], dtype="str"), table, TODAY)


def test_an_empty_record_answers_nothing():
    empty = synthetic(version="nothing", timeline=[], documents=[])
    found = headlines(empty.tables["timeline"], empty.tables["documents"], TODAY)
    assert found == Headlines(None, None, None)


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
    assert found == Headlines("new", None, None)


def test_a_vote_of_zero_is_a_vote():
    voted = document("voted", "2025-12-01", kind="decision", yes=0, outcome="adopted_recorded")
    found = ask([voted, document("new", "2026-01-01")])
    assert (found.latest_text, found.latest_vote) == ("new", "voted")


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
    timeline, documents = snapshot.tables["timeline"], snapshot.tables["documents"]
    assert headlines(timeline, documents, dt.date(2036, 1, 15)) == Headlines(
        "A/RES/90/1", "A/RES/90/1", "second-summit"
    )
    assert headlines(timeline, documents, dt.date(2020, 1, 1)) == Headlines(
        None, None, "machine-law"
    )
