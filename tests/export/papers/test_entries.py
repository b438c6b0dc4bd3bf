"""Rows as entries of a paper: what each is, what it says, its facts and its links."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.corpus.records.vocabularies import Term, Vocabulary
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.papers.entries import SHAPES, Entry, entries, fact_name
from dashboard.words import LANGUAGES, InterfaceLanguage, words
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_requests import REQUESTS
from tests.invented.synthetic_rows import DOCUMENTS, TIMELINE
from tests.invented.synthetic_states import STATEMENTS

BASE = "http://127.0.0.1:8501"
LABELS = {
    "request_statuses": {"overdue_not_found": "Overdue"},
    "searches": {"found": "Found", "later_resolutions": "Later resolutions searched"},
    "due_bases": {"none_stated": "None stated"},
    "outcomes": {"adopted_recorded": "Adopted by recorded vote"},
    "absences": {"not_applicable": "Does not apply", "none": "None"},
    "stages": {"plenary": "Plenary", "paragraph": "Separate paragraph"},
    "tiers": {"tier_4": "Requests"},
}
VOCABULARIES = {
    name: Vocabulary(
        name=name,
        about={"en": name},
        version=1,
        terms={code: Term(labels={"en": label}) for code, label in labels.items()},
    )
    for name, labels in LABELS.items()
}


def said(table: str, language: str = "en", **rows: Any) -> list[Entry]:
    known = snapshot(vocabularies=VOCABULARIES, **rows)
    return entries(known, words(language), known.tables[table], table, BASE)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_no_entries(table: str):
    assert said(table, **{table: []}) == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_every_table_has_an_entry_that_says_something(table: str):
    frame = snapshot().tables[table]
    found = said(table)
    assert len(found) == len(frame) > 0
    for entry in found:
        assert entry.head
        assert "None" not in entry.head + entry.text
        assert not any("nan" in fact or "<NA>" in fact for fact in entry.facts)


def test_a_request_says_status_due_date_addressee_and_what_came():
    none, answered, overdue = said("requests")
    assert answered.head == "A/RES/90/10, para. 2"
    assert answered.text == "Invented report on training"
    assert answered.facts[1:5] == (
        "Due: at the 91st session (est. by 7 September 2037)",
        "Addressee: Secretary-General",
        "What is requested: report_sg",
        "Answered by: A/91/5 (2036)",
    )
    assert overdue.facts[0] == "Status: Overdue"
    assert overdue.facts[4] == "Answered by: none on record (Later resolutions searched)"
    assert none.facts[1:3] == ("Due: None stated", "Addressee: Not known")


def test_an_answer_without_a_symbol_is_found_all_the_same():
    row = {**REQUESTS[1], "answered_by": (), "search": "found", "answered_on": "2036-10"}
    assert said("requests", requests=[row])[0].facts[4] == "Answered by: Found (October 2036)"


def test_a_document_says_outcome_totals_and_why_there_are_no_sponsors():
    rows = [
        {**DOCUMENTS[0], "outcome": "adopted_recorded", "sponsors": 12, "url": "/documents?item=a"},
        {**DOCUMENTS[1], "outcome": "none", "sponsors_absence": "not_applicable"},
        {**DOCUMENTS[0], "outcome": "adopted_recorded", "abstain": None},
        {**DOCUMENTS[4], "source": "https://example.org/paper"},
    ]
    first, second, third, fourth = said("documents", documents=rows)
    assert first.head == "A/RES/90/9"
    assert first.facts == (
        "Date: 2 December 2035",
        "Kind: resolution",
        "Outcome: Adopted by recorded vote (150–2–5)",
        "Sponsors: 12",
    )
    assert first.links == (("Record", f"{BASE}/documents?item=a"),)
    assert second.facts[2:] == ("Outcome: None", "Sponsors: Does not apply")
    assert third.facts[2] == "Outcome: Adopted by recorded vote (150–2–?)"
    assert (fourth.head, fourth.facts[0]) == ("Not known", "Date: Not known")
    assert fourth.links == (("Source", "https://example.org/paper"),)


def test_a_statement_says_who_for_whom_and_what():
    first, second = said("statements")
    assert (first.head, first.text) == ("France", "Invented: presents the draft")
    assert second.head == "China and United States of America (for Invented group of two)"
    assert second.facts == (
        "Date: December 2035",
        "Kind of statement: explanation_of_vote",
        "Stance in statement: reservation",
        "Symbol: A/RES/90/9 and summit-one",
    )
    many = [{**STATEMENTS[0], "speaker_iso3": ("CHN", "USA", "FRA", "XAA")}]
    assert said("statements", statements=many)[0].head == "China and 3 others"


def test_an_event_says_its_span_and_a_paragraph_its_place_and_verb():
    assert said("timeline")[3].head == "March 2036 – May 2036"
    paragraph, sub = said("paragraphs")[2:]
    assert paragraph.head == "A/RES/90/10, para. 2"
    assert paragraph.facts[:2] == ("Opening verb: Requests", "Strength: Requests")
    assert (sub.text, sub.facts) == ("Not summarised yet", ())
    assert said("paragraphs")[0].head == "A/RES/90/9, first preambular para."


def test_a_vote_says_its_stage_totals_and_what_is_not_known():
    committee, paragraph, _ = said("recorded_votes")
    assert committee.facts[:2] == ("Stage: committee", "Date: 4 November 2035")
    assert paragraph.facts[0] == "Stage: Separate paragraph (Plenary)"
    assert paragraph.facts[2:6] == (
        *("In favour: 2", "Against: 1", "Abstaining: Not known"),
        "Paragraphs: para. 1",
    )
    assert said("votes")[0].links == (("Record", f"{BASE}/votes?item=A/RES/90/9@committee"),)
    assert said("sponsors")[0].links == (("Record", f"{BASE}/documents?item=A/RES/90/9"),)


def test_chinese_takes_chinese_and_falls_back_on_english():
    first, second, *_ = said("timeline", "zh")
    assert (first.head, first.text) == ("2035年12月2日", "关于人工智能的虚构决议")
    assert second.text == "Invented text on training and safety（英文）"


def test_a_source_that_is_no_web_address_is_not_linked():
    rows = [{**TIMELINE[0], "source": "javascript:alert(1)", "url": "/timeline?item=x"}]
    assert said("timeline", timeline=rows)[0].links == (("Record", f"{BASE}/timeline?item=x"),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_a_name(language: InterfaceLanguage):
    for shape in SHAPES.values():
        for name in (*shape.facts, *shape.also):
            assert fact_name(words(language), name), name
