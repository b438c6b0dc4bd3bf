"""Requests as rows, before any day is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.tables.frames import build_tables
from dashboard.corpus.tables.request_rows import request_rows
from tests.invented.builders import CONSENSUS, REQUESTS, change, write
from tests.invented.builders_curated import request, requests


def rows(data: Path) -> list[dict[str, Any]]:
    corpus = load(data)
    documents = build_tables(corpus)["documents"].astype(object)
    by_id = {row["id"]: row for row in documents.to_dict("records")}
    return list(request_rows(corpus, by_id))  # type: ignore[arg-type]


def first(data: Path, *answers: dict[str, Any]) -> dict[str, Any]:
    listed = [{"established_by": ["invented"], **answer} for answer in answers]
    change(data / REQUESTS, requests=[request(answers=listed)])
    return rows(data)[0]


def test_no_record_no_request():
    assert list(request_rows(Corpus(), {})) == []


def test_a_request_of_a_text_left_out_is_left_out(data_dir: Path):
    assert list(request_rows(load(data_dir), {})) == []
    (data_dir / CONSENSUS).unlink()
    path = data_dir / "curated/requests/A-RES-90-2.yaml"
    write(path, requests(symbol="A/RES/90/2", requests=[request("90-2-1")]))
    assert {row["symbol"] for row in rows(data_dir)} == {"A/RES/90/1"}


def test_a_request_with_what_narrows_a_choice_of_its_text(data_dir: Path):
    assert rows(data_dir)[0] == {
        "id": "90-1-3",
        "symbol": "A/RES/90/1",
        "paragraph": "A/RES/90/1#op3",
        "place": "3",
        "date": "2035-12-01",
        "addressee": "invented",
        "entity_en": "Office of Trees",
        "entity_zh": "树木办公室",
        "deliverable": "invented",
        "subject_en": "Report on machines",
        "subject_zh": "机器报告",
        "due": "91",
        "due_event_en": None,
        "due_event_zh": None,
        "due_from": "2036-09-09",
        "due_to": "2037-09-07",
        "due_basis": "invented",
        "frequency": "invented",
        "about_ai": True,
        "status": None,
        "answered_by": ("A/91/7",),
        "answered_on": "2036-07",
        "answered_before": None,
        "days_late": None,
        "answer_scope": "invented",
        "established_by": ("invented",),
        "search": "found",
        "searched": (),
        "searched_on": None,
        "cannot_be_known": None,
        "superseded_by": None,
        "note_en": None,
        "note_zh": None,
        "track": "civilian",
        "topics": ("safety", "data"),
        "weight": "core",
        "title_en": "Invented question of machines",
        "title_zh": "虚构的机器问题",
        "checked": "2035-12-31",
        "source": "https://docs.un.org/en/A/RES/90/1",
        "url": "/requests?item=90-1-3",
    }


def test_what_is_not_known_is_null(data_dir: Path):
    unanswered = rows(data_dir)[1]
    assert (unanswered["id"], unanswered["place"]) == ("90-1-3-2", "annex, 4")
    unknown = ("paragraph", "due", "due_from", "due_to", "answered_on", "answered_before")
    assert [unanswered[name] for name in unknown] == [None] * 6
    assert (unanswered["answered_by"], unanswered["established_by"]) == ((), ())
    assert (unanswered["answer_scope"], unanswered["search"]) == (None, "not_searched")


def test_of_several_answers_all_are_named_and_the_first_dated_one_counts(data_dir: Path):
    found = first(
        data_dir,
        {"symbol": "A/92/1", "issued": "2037-02-01"},
        {"event": "second-summit", "issued": "2036-05", "established_by": ["invented", "look_up"]},
        {"source": "https://example.org/page", "known_by": "2036-12-01"},
        {"symbol": "A/91/7", "known_by": "2036-11-01"},
    )
    assert found["answered_by"] == ("A/92/1", "second-summit", "A/91/7")
    assert (found["answered_on"], found["answered_before"]) == ("2036-05", "2036-11-01")
    assert found["established_by"] == ("invented", "look_up")


def test_an_answer_without_a_name_or_a_day_is_an_answer_still(data_dir: Path):
    found = first(data_dir, {"via": "A/RES/91/1, 4"})
    assert (found["answered_by"], found["established_by"]) == ((), ("invented",))
    assert (found["answered_on"], found["answered_before"]) == (None, None)


def test_requests_stand_by_the_date_of_their_text(data_dir: Path):
    path = data_dir / "curated/requests/A-RES-90-2.yaml"
    write(path, requests(symbol="A/RES/90/2", requests=[request("90-2-1", paragraph="op1")]))
    assert [row["id"] for row in rows(data_dir)] == ["90-1-3", "90-1-3-2", "90-2-1"]
    change(data_dir / CONSENSUS, adopted="2035-11-30")
    assert [row["id"] for row in rows(data_dir)] == ["90-2-1", "90-1-3", "90-1-3-2"]
