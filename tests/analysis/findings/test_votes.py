from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.findings.finding import Clause, Day, Finding, Place, States
from dashboard.analysis.findings.votes import votes
from tests.invented.synthetic import filled

KNOWN = ("yes", "no", "abstain")
BALLOTS = pd.DataFrame(
    [
        ("one", "XAA", "no"), ("one", "XBB", "yes"), ("one", "XCC", "abstain"),
        ("two", "XAA", "no"), ("two", "XBB", "no"), ("two", "XCC", "no"),
    ],
    columns=["vote", "iso3", "position"],
)  # fmt: skip


def vote(vote_id: str, date: str | None, no: int | None, **more: Any) -> dict[str, Any]:
    told = {"stage": "plenary", "title_en": "Of clocks", "complete": KNOWN, "weight": "core"}
    return {"id": vote_id, "date": date, "no": no, **told, **more}


def found(*told: dict[str, Any]) -> Finding:
    frame = pd.DataFrame(
        filled("recorded_votes", told), columns=list(filled("recorded_votes", [{}])[0])
    )
    return votes(frame, BALLOTS)  # fmt: skip


def keys(finding: Finding) -> list[str]:
    return [clause.key for clause in finding.clauses]


def test_no_votes_and_votes_without_totals_say_so():
    assert keys(found()) == ["nothing"]
    assert keys(found(vote("one", "2035-01-01", None))) == ["votes.no_totals"]


def test_opposition_that_grew_is_told_with_who_is_newly_against():
    later = vote("two", "2036-01-01", 3, title_en="Of Clocks, 2036")
    assert found(later, vote("one", "2035-01-01", 1)).clauses == (
        Clause("votes.grew", None, {
            "what": Place("votes", "two"), "before": 1, "after": 3,
            "from": Day("2035"), "to": Day("2036"),
        }),
        Clause("votes.newly", 2, {"states": States(("XBB", "XCC"))}),
    )  # fmt: skip


def test_opposition_that_fell_within_a_year_is_told_with_days_and_who_is_against_no_longer():
    said = found(vote("two", "2035-01-01", 3), vote("one", "2035-12-01", 1)).clauses
    assert said[0].key == "votes.fell"
    assert (said[0].values["from"], said[0].values["to"]) == (Day("2035-01-01"), Day("2035-12-01"))
    assert said[1] == Clause("votes.no_longer", 2, {"states": States(("XBB", "XCC"))})


def test_nobody_is_named_where_a_list_of_names_is_not_whole():
    partly = vote("two", "2036-01-01", 3, complete=("abstain",))
    assert keys(found(vote("one", "2035-01-01", 1), partly)) == ["votes.grew"]


@pytest.mark.parametrize(
    "other",
    [{"stage": "committee"}, {"stage": "paragraph"}, {"title_en": "Of bells"}, {"date": None}],
)
def test_votes_of_another_stage_or_title_are_no_series(other: dict[str, Any]):
    later = vote("two", "2036-01-01", 3) | other
    assert keys(found(vote("one", "2035-01-01", 1), later))[0] == "votes.most"


def test_core_texts_come_before_larger_changes_of_others():
    others = [vote("three", "2034-01-01", 0, title_en="Of bells", weight="mention"),
              vote("four", "2035-01-01", 40, title_en="Of bells", weight="mention")]  # fmt: skip
    series = [vote("one", "2035-01-01", 1), vote("two", "2036-01-01", 3)]
    assert found(*others, *series).clauses[0].values["what"] == Place("votes", "two")
    assert found(*others).clauses[0].values["what"] == Place("votes", "four")


def test_without_a_series_the_vote_with_most_against_is_told_and_who_they_are():
    said = found(vote("two", "2036-01-01", 3), vote("three", "2035-01-01", 0, title_en="Of bells"))
    assert said.clauses == (
        Clause("votes.most", 3, {"what": Place("votes", "two")}),
        Clause("votes.who", 3, {"states": States(("XAA", "XBB", "XCC"))}),
    )
    assert found(vote("three", "2035-01-01", 0)).clauses == (Clause("votes.unopposed", 1),)
