"""What the tools answer of a small record: refusals first, then rows, counts and citations."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.server.assistants.answers import RefusedError, answer

SITE = "https://dash.example"
ONE = "A/RES/90/1"


def asked(snapshot: Snapshot, tool: str, **given: Any) -> dict[str, Any]:
    return answer(snapshot, SITE, tool, given)


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("selct", {}, "did you mean 'select'?"),
        ("select", {}, "table: is needed"),
        ("select", {"table": None}, "table: is needed"),
        ("select", {"table": "vote"}, "did you mean 'votes'?"),
        ("select", {"table": ["votes"]}, "table: must be a text"),
        ("select", {"table": "votes", "trak": "x"}, "did you mean 'track'?"),
        ("select", {"table": "documents", "track": "civillian"}, "did you mean 'civilian'?"),
        ("select", {"table": "votes", "min_sponsors": 3}, "min_sponsors: selects no rows of votes"),
        ("select", {"table": "votes", "limit": -1}, "limit: must be a whole number from 0"),
        ("select", {"table": "votes", "limit": True}, "limit: must be a whole number from 0"),
        ("select", {"table": "votes", "limit": 2.5}, "limit: must be a whole number from 0"),
        ("select", {"table": "votes", "track": [1]}, "track: must be a list of texts"),
        ("select", {"table": "documents", "mentions": "yes"}, "mentions: must be true or false"),
        ("select", {"table": "votes", "columns": ["symbl"]}, "did you mean 'symbol'?"),
        ("select", {"table": "votes", "sort": "-symbl"}, "did you mean 'symbol'?"),
        ("select", {"table": "votes", "from": "2024-13"}, "YYYY-MM-DD"),
        ("select", {"table": "votes", "q": "\ud800!?"}, "at least one letter"),
        ("compare", {"earlier": ONE}, "later: is needed"),
        ("compare", {"earlier": ONE, "later": "A/RES/90/22"}, "did you mean 'A/RES/90/2'?"),
        ("compare", {"earlier": ONE, "later": ONE, "change": "softr"}, "did you mean 'softer'?"),
        ("compare", {"earlier": ONE, "later": "90/2", "what": "votes"}, "vote: found '90/2'"),
        ("agreed_language", {"text": "  "}, "at least one word"),
        ("agreed_language", {"text": "a word", "nearest": 51}, "from 1 to 50"),
        ("requests_due", {"day": "soon"}, "as_of: found 'soon'"),
        ("requests_due", {"status": "overdu"}, "status: found 'overdu'"),
        ("explain", {"vocabulary": "topcs"}, "did you mean 'topics'?"),
        ("explain", {"vocabulary": "x" * 100_000}, "…'; allowed:"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(
    snapshot: Snapshot, tool: str, given: dict[str, Any], said: str
):
    with pytest.raises(RefusedError) as refused:
        asked(snapshot, tool, **given)
    assert said in str(refused.value)
    assert len(str(refused.value)) < 600


def test_a_selection_without_rows_says_of_how_many(snapshot: Snapshot):
    found = asked(snapshot, "select", table="documents", q="nowhere to be found")
    assert (found["count"], found["next"], found["rows"]) == ("0 of 0 selected, 3 in all", None, [])


def test_what_is_cut_says_how_to_go_on(snapshot: Snapshot):
    given = {"table": "paragraphs", "columns": ["id"], "limit": 3}
    found, total, after = [], len(snapshot.tables["paragraphs"]), 0
    while True:
        told = asked(snapshot, "select", **given, offset=after)
        found += [row["id"] for row in told["rows"]]
        if told["next"] is None:
            break
        after += 3
        assert told["next"] == f"{total - after} more: ask again with offset={after}"
    assert found == list(snapshot.tables["paragraphs"]["id"])


@pytest.mark.parametrize("table", TABLES)
def test_rows_of_every_table_are_explained_and_cited(snapshot: Snapshot, table: str):
    found = asked(snapshot, "select", table=table, limit=100)
    assert found["data_version"] == snapshot.version
    assert len(found["rows"]) == len(snapshot.tables[table]) > 0
    others = {name for name in TABLES[table] if name.endswith("_zh")}
    assert found["columns"].keys() == TABLES[table].keys() - others
    for row in found["rows"]:
        cite = row.pop("cite")
        assert row.keys() == found["columns"].keys()
        assert cite["page"].startswith(f"{SITE}/")
        assert cite["page"] in cite["text"]
        assert snapshot.version in cite["text"]
        assert table == "countries" or cite["official"].startswith("https://")


def test_a_paragraph_is_cited_with_its_symbol_number_and_document(snapshot: Snapshot):
    given = {"table": "paragraphs", "columns": "id", "q": f"{ONE} para 2 (a)", "lang": "zh"}
    (row,) = asked(snapshot, "select", **given)["rows"]
    assert row["id"] == f"{ONE}#op2.a"
    assert {n: row["cite"][n] for n in ("symbol", "paragraph", "page", "official")} == {
        "symbol": ONE,
        "paragraph": "op2.a",
        "page": f"{SITE}/paragraphs?item=A/RES/90/1%23op2.a",
        "official": "https://docs.un.org/zh/A/RES/90/1",
    }


def test_two_texts_are_compared_with_counts(snapshot: Snapshot):
    found = asked(snapshot, "compare", earlier="90/1", later="90/2")
    assert found["texts"] == [ONE, "A/RES/90/2"]
    assert sum(n for change, n in found["changes"].items() if change != "moved") == len(
        found["rows"]
    )
    one = asked(snapshot, "compare", earlier="90/1", later="90/2", change=["unknown", "new"])
    assert len(one["rows"]) == found["changes"]["unknown"] + found["changes"]["new"]
    assert {row["change"] for row in found["rows"]} > {row["change"] for row in one["rows"]}


def test_nobody_moves_between_a_vote_and_itself(snapshot: Snapshot):
    found = asked(snapshot, "compare", earlier=f"{ONE}@plenary", later="90/1", what="votes")
    assert found["rows"] == []
    assert [(vote["id"], vote["yes"]) for vote in found["votes"]] == [(f"{ONE}@plenary", 3)] * 2


def test_requests_that_have_not_come_are_those_on_ai_unless_said(snapshot: Snapshot):
    found = asked(snapshot, "requests_due", day="2036-01-15")
    assert [row["id"] for row in found["rows"]] == ["90-1-3"]
    assert found["statuses"] == {"not_yet_due": 1}
    every = asked(snapshot, "requests_due", day="2036-01-15", scope="all", status=["unknown"])
    assert [row["id"] for row in every["rows"]] == ["90-1-3-2"]
    assert every["statuses"] == {"not_yet_due": 1, "unknown": 1}


def test_a_code_and_a_column_are_explained_in_the_language_asked(snapshot: Snapshot):
    all_of = asked(snapshot, "explain")["rows"]
    assert {row["name"] for row in all_of} == {*TABLES, *snapshot.vocabularies}
    columns = asked(snapshot, "explain", table="votes", lang="zh")["rows"]
    assert columns[0]["about"] == TABLES["votes"]["vote"].meanings["zh"]
    codes = asked(snapshot, "explain", vocabulary="tracks")["rows"]
    assert [row["name"] for row in codes] == list(snapshot.terms("tracks"))
