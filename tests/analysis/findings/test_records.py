from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from dashboard.analysis.findings.finding import Clause, Day, Place, States, Term
from dashboard.analysis.findings.records import (
    adoptions,
    documents,
    stances,
    statements,
    timeline,
)
from tests.invented.synthetic import filled

TODAY = dt.date(2036, 5, 1)
NOTHING = (Clause("nothing"),)


def rows(table: str, *told: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(filled(table, told), columns=list(filled(table, [{}])[0]))


def test_no_rows_say_that_there_is_nothing_to_say():
    assert timeline(rows("timeline"), TODAY).clauses == NOTHING
    assert documents(rows("documents")).clauses == NOTHING
    assert statements(rows("statements")).clauses == NOTHING
    assert adoptions(rows("documents")).empty
    assert stances(rows("statements", {"id": "a", "stance": None})).empty


def test_the_fullest_year_is_the_later_of_two_and_what_comes_next_is_what_is_over_first():
    found = rows(
        "timeline",
        {"id": "a", "date": "2034-01-02"},
        {"id": "b", "date": "2035"},
        {"id": "unread", "date": "2034-02-03", "weight": "not_read"},
        {"id": "year", "date": "2036-06"},
        {"id": "day", "date": "2036-06-15"},
        {"id": "undated", "date": None},
    )
    finding = timeline(found, TODAY)
    assert finding.n == 5
    assert finding.clauses == (
        Clause("timeline.year", 2, {"year": Day("2036")}),
        Clause(
            "timeline.next", None, {"what": Place("timeline", "day"), "when": Day("2036-06-15")}
        ),
    )


def test_undated_records_and_those_past_are_said_to_be_so():
    found = timeline(rows("timeline", {"id": "a", "date": None}), TODAY)
    assert [clause.key for clause in found.clauses] == ["timeline.undated", "timeline.none_ahead"]


def test_texts_are_counted_by_how_they_were_adopted():
    found = rows(
        "documents",
        {"id": "a", "outcome": "adopted_without_vote", "date": "2035"},
        {"id": "b", "outcome": "acclamation", "date": "2035"},
        {"id": "c", "outcome": "adopted_recorded", "no": 3, "date": "2035-01-01"},
        {"id": "d", "outcome": "adopted_recorded", "no": 3, "date": "2036-01-01"},
        {"id": "e", "outcome": None},
    )
    finding = documents(found)
    assert (finding.n, finding.unit) == (5, "documents")
    assert finding.clauses == (
        Clause("documents.agreed", 2),
        Clause("documents.voted", 2),
        Clause("documents.opposed", 3, {"what": Place("documents", "d")}),
    )
    assert documents(found.iloc[4:]).clauses == (Clause("documents.none_adopted"),)


def test_statements_tell_the_commonest_stance_who_spoke_most_and_who_left_the_consensus():
    found = rows(
        "statements",
        {"stance": "support", "speaker_iso3": ("XAA",), "type": "introduction"},
        {"stance": "reservation", "speaker_iso3": ("XAA", "XBB"), "type": "dissociation"},
        {"stance": "dissociation", "speaker_iso3": (), "type": "general_statement"},
        {"stance": "support", "speaker_iso3": ("XBB",), "type": "general_statement"},
    )
    assert statements(found).clauses == (
        Clause("statements.stance", 2, {"stance": Term("stances", "support")}),
        Clause("statements.speaker", 2, {"states": States(("XAA", "XBB"))}),
        Clause("statements.apart", 2),
    )
    silent = rows("statements", {"stance": None, "speaker_iso3": (), "type": "introduction"})
    assert statements(silent).clauses == (Clause("statements.no_stance"),)


def test_the_pictures_count_what_the_sentences_do():
    texts = rows(
        "documents",
        {"id": "a", "outcome": "acclamation", "date": "2035"},
        {"id": "b", "outcome": "adopted_recorded", "date": "2036-05"},
        {"id": "c", "outcome": "adopted_without_vote", "date": "2036-01-01"},
        {"id": "d", "outcome": "adopted_recorded", "date": "2036-01-01", "weight": "not_read"},
        {"id": "e", "outcome": None, "date": "2034"},
        {"id": "f", "outcome": "adopted_recorded", "date": None},
    )
    assert adoptions(texts).values.tolist() == [
        ["2035", "agreed", 1], ["2036", "agreed", 1], ["2036", "voted", 1],
    ]  # fmt: skip
    said = rows("statements", *({"id": str(n), "stance": s} for n, s in enumerate("cabb")))
    assert stances(said).values.tolist() == [["b", "", 2], ["a", "", 1], ["c", "", 1]]
