"""The brief of a view: every row with its facts and links, and hostile text that stays text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dashboard.corpus.tables.columns import TABLES
from dashboard.export.papers.entries import MOST, Entry, EntryWords, entries
from dashboard.export.papers.entry_shapes import FIELDS
from dashboard.export.papers.view_brief import ViewBrief, markdown, word
from dashboard.words import words
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_rows import DOCUMENTS, REQUESTS, TIMELINE
from tests.invented.synthetic_states import STATEMENTS

BASE = "http://127.0.0.1:8501"
WORDS = EntryWords(
    language="en",
    fields={name: name.replace("_", " ") for name in FIELDS},
    codes={
        "request_statuses": {"overdue_not_found": "Overdue"},
        "searches": {"found": "Found", "later_resolutions": "Later resolutions searched"},
        "due_bases": {"none_stated": "None stated"},
        "outcomes": {"adopted_recorded": "Adopted by recorded vote"},
        "absences": {"not_applicable": "Does not apply", "none": "None"},
        "stages": {"plenary": "Plenary", "paragraph": "Separate paragraph"},
        "tiers": {"tier_4": "Requests"},
    },
    states={"FRA": "France", "CHN": "China", "USA": "United States of America"},
    dates=words("en").dates,
    listed=words("en").listed,
    others=lambda first, n: f"{first} and {n} others",
    fact="{name}: {value}",
    place="{symbol}, para. {place}",
    behalf="{who} (for {group})",
    detailed="{what} ({detail})",
    unknown="not known",
    no_summary="not summarised",
    no_answer="none on record",
    record="Record",
    source="Source",
)
BRIEF = ViewBrief(
    title="Requests",
    lines=["Question: all", "0 of 3 requests"],
    link=("This view", f"{BASE}/requests?v=v1"),
    entries=(),
    remainder="",
    nothing="Nothing fits.",
    sources="Facts come from official files.",
)
HOSTILE = [
    "![x](http://evil.example/a.png)",
    "[x](http://evil.example)",
    "<img src=x onerror=alert(1)>",
    "# heading\n\n## another",
    "- item\n1. item",
    "| a | b |\n|---|---|",
    "www.evil.example",
    "</a> &lt;b&gt;",
    "`code` **bold** __x__ ~~y~~",
    "\\[x](http://evil.example)",
]


def said(table: str, words: EntryWords = WORDS, **rows: Any) -> list[Entry]:
    return entries(snapshot(**rows).tables[table], table, words, BASE)


def paragraphs(brief: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in Document(io.BytesIO(brief)).paragraphs]


def addresses(brief: bytes) -> list[str]:
    return [link.address for p in Document(io.BytesIO(brief)).paragraphs for link in p.hyperlinks]


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_no_entries(table: str):
    assert said(table, **{table: []}) == []


def test_an_empty_view_is_said_and_not_left_blank():
    assert markdown(BRIEF).split("\n\n") == [
        "# Requests",
        "Question\\: all",
        "0 of 3 requests",
        f"[This view]({BASE}/requests?v=v1)",
        "Nothing fits.",
        "Facts come from official files.\n",
    ]
    assert paragraphs(word(BRIEF))[3:] == [
        ("Normal", "This view"),
        ("Normal", "Nothing fits."),
        ("Normal", "Facts come from official files."),
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_of_the_record_is_no_markup(hostile: str):
    entry = Entry(hostile, hostile, (hostile,), ((hostile, f"{BASE}/x"),))
    brief = replace(
        BRIEF,
        title=hostile,
        lines=[hostile],
        link=(hostile, f"{BASE}/y"),
        entries=[entry],
        remainder=hostile,
        sources=hostile,
    )
    text = markdown(brief)
    # what some readers make a link of without being told
    assert not re.search(r"(?<!\\)(?<!\]\(http)://|(?<!\\)(?<=www)\.", text)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(text)
    kinds = [t.type for t in tokens] + [c.type for t in tokens for c in t.children or []]
    assert kinds.count("heading_open") == 1
    assert kinds.count("link_open") == 2
    assert kinds.count("list_item_open") == 1
    assert not {"image", "html_inline", "html_block", "table_open", "code_inline", "s_open"} & {
        *kinds
    }
    assert addresses(word(brief)) == [f"{BASE}/y", f"{BASE}/x"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example", "/requests", ""])
def test_only_whole_web_addresses_are_linked(address: str):
    with pytest.raises(ValueError, match="not an address"):
        markdown(replace(BRIEF, link=("x", address)))
    with pytest.raises(ValueError, match="not an address"):
        word(replace(BRIEF, link=("x", address)))


def test_an_address_cannot_end_its_link():
    brief = replace(BRIEF, link=("x", f"{BASE}/documents?item=A/RES/217(III) <b>\n# x"))
    assert f"[x]({BASE}/documents?item=A/RES/217%28III%29%20%3Cb%3E%20#%20x)" in markdown(brief)


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=40))
def test_any_text_gives_a_word_file_that_opens(text: str):
    brief = replace(BRIEF, title=text, entries=[Entry(text, text, (text,), ((text, f"{BASE}/x"),))])
    for _, shown in paragraphs(word(brief)):
        assert not any(ord(letter) < 32 or ord(letter) == 127 for letter in shown)
    assert "\x00" not in markdown(brief)


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
        "due to: 7 September 2037",
        "entity: Secretary-General",
        "deliverable: report",
        "answered by: A/91/5 (2036)",
    )
    assert overdue.facts[0] == "status: Overdue"
    assert overdue.facts[4] == "answered by: none on record (Later resolutions searched)"
    assert none.facts[1:3] == ("due to: None stated", "entity: not known")


def test_an_answer_without_a_symbol_is_found_all_the_same():
    row = {**REQUESTS[1], "answered_by": (), "search": "found", "answered_on": "2036-10"}
    assert said("requests", requests=[row])[0].facts[4] == "answered by: Found (October 2036)"


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
        "date: 2 December 2035",
        "kind: resolution",
        "outcome: Adopted by recorded vote (150–2–5)",
        "sponsors: 12",
    )
    assert first.links == (("Record", f"{BASE}/documents?item=a"),)
    assert second.facts[2:] == ("outcome: None", "sponsors: Does not apply")
    assert third.facts[2] == "outcome: Adopted by recorded vote (150–2–?)"
    assert (fourth.head, fourth.facts[0]) == ("not known", "date: not known")
    assert fourth.links == (("Source", "https://example.org/paper"),)


def test_a_statement_says_who_for_whom_and_what():
    first, second = said("statements")
    assert (first.head, first.text) == ("France", "Invented: presents the draft")
    assert second.head == "China and United States of America (for Invented group of two)"
    assert second.facts == (
        "date: December 2035",
        "type: explanation_of_vote",
        "stance: reservation",
        "symbol: A/RES/90/9 and summit-one",
    )
    many = [{**STATEMENTS[0], "speaker_iso3": ("CHN", "USA", "FRA", "XAA")}]
    assert said("statements", statements=many)[0].head == "China and 3 others"


def test_an_event_says_its_span_and_a_paragraph_its_place_and_verb():
    assert said("timeline")[3].head == "March 2036 – May 2036"
    paragraph, sub = said("paragraphs")[2:]
    assert paragraph.head == "A/RES/90/10, para. 2"
    assert paragraph.facts[:2] == ("verb: Requests", "tier: Requests")
    assert (sub.text, sub.facts) == ("not summarised", ())
    assert said("paragraphs")[0].head == "A/RES/90/9, para. PP1"


def test_a_vote_says_its_stage_totals_and_what_is_not_known():
    committee, paragraph, _ = said("recorded_votes")
    assert committee.facts[:2] == ("stage: committee", "date: 4 November 2035")
    assert paragraph.facts[0] == "stage: Separate paragraph (Plenary)"
    assert paragraph.facts[2:6] == (
        *("yes: 2", "no: 1", "abstain: not known"),
        "paragraphs: OP1",
    )
    assert said("votes")[0].links == (("Record", f"{BASE}/votes?item=A/RES/90/9@committee"),)
    assert said("sponsors")[0].links == (("Record", f"{BASE}/documents?item=A/RES/90/9"),)


def test_chinese_takes_chinese_and_falls_back_on_english():
    chinese = replace(WORDS, language="zh", dates=words("zh").dates, listed=words("zh").listed)
    first, second, *_ = said("timeline", chinese)
    assert (first.head, first.text) == ("2035年12月2日", "关于人工智能的虚构决议")
    assert second.text == "Invented text on training and safety"
    brief = replace(BRIEF, title="时间线", entries=[first], language="zh")
    assert "- **2035年12月2日** · 关于人工智能的虚构决议 · " in markdown(brief)
    assert (
        "List Bullet",
        f"2035年12月2日 · 关于人工智能的虚构决议 · {' · '.join(first.facts)}",
    ) in (paragraphs(word(brief)))
    assert Document(io.BytesIO(word(brief))).core_properties.language == "zh"


def test_a_source_that_is_no_web_address_is_not_linked():
    rows = [{**TIMELINE[0], "source": "javascript:alert(1)", "url": "/timeline?item=x"}]
    assert said("timeline", timeline=rows)[0].links == (("Record", f"{BASE}/timeline?item=x"),)


def test_no_more_rows_than_a_paper_holds():
    frame = snapshot().tables["requests"]
    many = pd.concat([frame] * (MOST // len(REQUESTS) + 1))
    assert len(many) > MOST
    found = entries(many, "requests", WORDS, BASE)
    assert len(found) == MOST
    brief = replace(BRIEF, entries=found, remainder="One more row is left out.")
    assert markdown(brief).count("\n\n- **") == MOST
    assert "One more row is left out." in markdown(brief).split("\n\n")
    assert paragraphs(word(brief))[-2] == ("Normal", "One more row is left out.")
