"""Every table has exactly the contract's columns and dtypes, and the rows one can count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import DTYPES, TABLES
from dashboard.corpus.tables.frames import build_tables, frame
from tests.invented.builders import CONSENSUS, OVERLAY, REPORT, REQUESTS, change, consensus, write


def row(table: pd.DataFrame, **where: Any) -> dict[str, Any]:
    """The one row that matches, with every null as None."""
    for column, value in where.items():
        table = table[table[column] == value]
    assert len(table) == 1, where
    found = table.iloc[0]
    return {name: None if found[name] is pd.NA or found[name] != found[name] else found[name]
            for name in table.columns}  # fmt: skip


def assert_contract(name: str, table: pd.DataFrame) -> None:
    assert list(table.columns) == list(TABLES[name])
    for column, about in TABLES[name].items():
        assert str(table[column].dtype) == DTYPES[about.kind], f"{name}.{column}"
        if about.kind == "codes":
            assert all(isinstance(value, tuple) for value in table[column]), f"{name}.{column}"


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_corpus_gives_empty_tables_of_the_same_shape(name: str):
    table = build_tables(Corpus())[name]
    assert len(table) == 0
    assert_contract(name, table)


@pytest.mark.parametrize("name", TABLES)
def test_columns_order_and_dtypes(snapshot: Snapshot, name: str):
    table = snapshot.tables[name]
    assert len(table) > 0
    assert_contract(name, table)


def test_every_table_is_built(snapshot: Snapshot):
    assert list(snapshot.tables) == list(TABLES)


def test_a_row_without_a_column_is_refused():
    with pytest.raises(KeyError, match="intended"):
        frame("votes", [{"vote": "A/1@plenary", "symbol": "A/1", "stage": "plenary",
                         "date": None, "iso3": "XAA", "position": "yes"}])  # fmt: skip


def test_nulls_stay_null_whatever_the_column():
    lists = [name for name, about in TABLES["paragraphs"].items() if about.kind == "codes"]
    table = frame("paragraphs", [dict.fromkeys(TABLES["paragraphs"]) | dict.fromkeys(lists, ())])
    assert_contract("paragraphs", table)
    assert table.drop(columns=lists).isna().all(axis=None)


def test_documents(snapshot: Snapshot):
    documents = snapshot.tables["documents"]
    assert list(documents["id"]) == ["A/RES/90/1", "A/RES/90/2", "A/91/7"]
    assert row(documents, id="A/RES/90/1") == {
        "id": "A/RES/90/1",
        "symbol": "A/RES/90/1",
        "kind": "resolution",
        "body": "general_assembly",
        "committee": "first",
        "session": 90,
        "date": "2035-12-01",
        "issued": "2035-12-05",
        "meeting": "A/90/PV.50",
        "agenda_item": "98",
        "drafts": ("A/C.1/90/L.4",),
        "committee_report": "A/90/400",
        "weight": "core",
        "track": "civilian",
        "topics": ("safety", "data"),
        "title_en": "Invented question of machines",
        "title_zh": "虚构的机器问题",
        "short_en": "Machines",
        "short_zh": "机器",
        "outcome": "adopted_recorded",
        "yes": 3,
        "no": 1,
        "abstain": 1,
        "not_voting": 1,
        "submitted_by": None,
        "submitted_for": None,
        "sponsors": 3,
        "sponsors_draft": 2,
        "sponsors_added": 1,
        "sponsors_absence": None,
        "preambular": 2,
        "operative": 3,
        "mentions_ai": 2,
        "near_ai": 1,
        "requests": 2,
        "languages": ("en",),
        "subjects": ("MACHINES",),
        "cites": ("A/RES/89/9",),
        "mandated_by": None,
        "answers": (),
        "conflicts": 0,
        "verification": "verified_primary",
        "checked": "2035-12-31",
        "source": "https://docs.un.org/en/A/RES/90/1",
        "url": "/documents?item=A/RES/90/1",
    }


def test_requests_of_a_text_are_none_or_not_known_or_counted(snapshot: Snapshot, data_dir: Path):
    def counted(tables: Any) -> dict[str, Any]:
        documents = tables["documents"].astype({"requests": object})
        found = dict(zip(documents["id"], documents["requests"], strict=True))
        return {key: None if value is pd.NA else value for key, value in found.items()}

    unread = {"A/RES/90/1": 2, "A/RES/90/2": None, "A/91/7": None}
    assert counted(snapshot.tables) == unread
    found = {"rule": 1, "candidates": {"A/RES/90/2": "none"}}
    write(data_dir / "imported" / "request_candidates.yaml", found)
    assert counted(build_tables(load(data_dir))) == {**unread, "A/RES/90/2": 0}, "read for them"
    (data_dir / REQUESTS).unlink()
    assert counted(build_tables(load(data_dir)))["A/RES/90/1"] is None


def test_a_resolution_without_vote_sponsors_or_overlay(snapshot: Snapshot):
    found = row(snapshot.tables["documents"], id="A/RES/90/2")
    assert [found[n] for n in ("yes", "no", "abstain", "not_voting")] == [None] * 4
    assert [found[n] for n in ("sponsors", "sponsors_draft", "sponsors_added")] == [None] * 3
    assert found["sponsors_absence"] == "not_applicable"
    assert (found["weight"], found["track"], found["topics"]) == ("mention", None, ())
    assert (found["committee_report"], found["drafts"], found["issued"]) == (None, (), None)


@pytest.mark.parametrize(
    ("sponsors", "total", "draft", "added", "absence"),
    [
        ({"draft": {"XAA": "Alder"}, "added": "none"}, 1, 1, 0, None),
        ({"draft": {"XAA": "Alder"}, "added": "unknown"}, 1, 1, None, None),
        ({"draft": "none", "added": {"XAA": "Alder"}}, 1, 0, 1, None),
        ({"draft": "none", "added": "none"}, 0, 0, 0, None),
        ({"draft": "unknown", "added": "unknown"}, None, None, None, "unknown"),
    ],
)
def test_no_sponsor_unknown_sponsors_and_no_question_of_sponsors_stay_apart(
    data_dir: Path, sponsors: Any, total: Any, draft: Any, added: Any, absence: Any
):
    change(data_dir / CONSENSUS, **consensus(sponsors=sponsors))
    found = row(build_tables(load(data_dir))["documents"], id="A/RES/90/2")
    assert found["sponsors"] == total
    assert found["sponsors_draft"] == draft
    assert found["sponsors_added"] == added
    assert found["sponsors_absence"] == absence


def test_a_document_people_wrote_down(snapshot: Snapshot):
    found = row(snapshot.tables["documents"], id="A/91/7")
    assert found["mandated_by"] == "A/RES/90/1#op3"
    assert found["answers"] == ("A/RES/90/1",)
    assert found["date"] == "2036-07"
    assert found["source"] == "https://example.org/invented"
    assert (found["sponsors"], found["sponsors_absence"]) == (None, "not_applicable")
    assert (found["preambular"], found["operative"], found["mentions_ai"]) == (None, None, None)
    assert found["near_ai"] is None


def test_timeline(snapshot: Snapshot):
    timeline = snapshot.tables["timeline"]
    assert list(zip(timeline["id"], timeline["date"], timeline["date_precision"], strict=True)) == [
        ("machine-law", "2034", "year"),
        ("grove-summit", "2035-03", "month"),
        ("A/RES/90/1", "2035-12-01", "day"),
        ("A/RES/90/2", "2035-12-10", "day"),
        ("second-summit", "2036-05-06", "day"),
        ("A/91/7", "2036-07", "month"),
    ]
    summit = row(timeline, id="grove-summit")
    assert summit["end_date"] == "2035-04"
    assert summit["lane"] == "outside"
    assert summit["states"] == ("XAA", "XEE")
    assert summit["url"] == "/?item=grove-summit"
    assert row(timeline, id="A/RES/90/1")["states"] == ("XAA", "XBB", "XCC")
    assert row(timeline, id="A/RES/90/1")["summary_en"] == "Our own words about nothing."
    assert row(timeline, id="A/RES/90/1")["lane"] == "assembly"


def test_a_document_without_a_date_is_on_no_timeline(data_dir: Path):
    change(data_dir / REPORT, date=None)
    tables = build_tables(load(data_dir))
    assert "A/91/7" not in set(tables["timeline"]["id"])
    assert row(tables["documents"], id="A/91/7")["date"] is None


def test_paragraphs(snapshot: Snapshot):
    paragraphs = snapshot.tables["paragraphs"]
    shown = ["id", "part", "number", "position", "parent", "verb", "head", "tier", "intensifier"]
    table = paragraphs[shown].astype(object)
    found = [tuple(values) for values in table.where(table.notna(), None).to_numpy()]
    first, second = "A/RES/90/1#", "A/RES/90/2#"
    assert found == [
        (f"{first}pp1", "preambular", None, 1, None, "Recalling", "recall", 0, None),
        (f"{first}pp2", "preambular", None, 2, None, "Mindful also", "mindful", 0, None),
        (f"{first}op1", "operative", "1", 3, None, "Takes note of", "note", 1, None),
        (f"{first}op2", "operative", "2", 4, None, "Strongly encourages", "encourage", 3,
         "strongly"),
        (f"{first}op2.a", "operative", "2 (a)", 5, f"{first}op2", None, "encourage", 3,
         "strongly"),
        (f"{first}op3", "operative", "3", 6, None, "Requests", "request", 5, None),
        (f"{second}op1", "operative", "1", 1, None, "Notes with appreciation",
         "note_with_appreciation", 2, None),
    ]  # fmt: skip
    assert list(paragraphs["mentions_ai"]) == [False, True, False, True, False, False, False]
    assert list(paragraphs["near_ai"]) == [False, False, True, False, False, False, False]
    inside = row(paragraphs, id="A/RES/90/1#op2.a")
    assert inside["governed_by"] == "A/RES/90/1#op2"  # its chapeau's verb, not one of its own
    opening = row(paragraphs, id="A/RES/90/1#pp1")
    assert opening["governed_by"] == opening["id"]
    assert opening["verb_zh"] == "回顾"
    assert opening["cites"] == ("A/RES/89/9",)
    assert opening["track"] == "civilian"
    assert opening["url"] == "/paragraphs?item=A/RES/90/1%23pp1"


@pytest.mark.parametrize("table", ["votes", "sponsors"])
def test_no_state_stands_twice(snapshot: Snapshot, table: str):
    keys = ["iso3", "vote" if table == "votes" else "symbol"]
    assert not snapshot.tables[table].duplicated(keys).any()


def test_ids_are_unique(snapshot: Snapshot):
    for name in (name for name, columns in TABLES.items() if "id" in columns):
        assert snapshot.tables[name]["id"].is_unique, name


def test_an_override_replaces_what_the_official_file_says(data_dir: Path):
    source = {"url": "https://example.org/record"}
    override = {"value": "rejected", "source": source, "why": {"en": "The record says so."}}
    change(data_dir / OVERLAY, overrides={"outcome": override})
    documents = build_tables(load(data_dir))["documents"].set_index("id")
    assert documents.loc["A/RES/90/1", "outcome"] == "rejected"
    assert documents.loc["A/RES/90/2", "outcome"] == "adopted_without_vote"
