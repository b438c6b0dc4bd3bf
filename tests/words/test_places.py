"""Paragraphs are called as official documents call them, never by the ids of files."""

from __future__ import annotations

import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.words import words
from dashboard.words.places import (
    citing_place,
    paragraph_place,
    paragraph_reference,
    place_as_named,
    place_in_words,
    place_of_request,
)

EN, ZH = words("en"), words("zh")


def test_a_whole_record_has_no_place_and_an_unknown_one_stays():
    assert place_in_words(EN, None, None) == ("", "close")
    assert place_in_words(EN, "forged", None) == ("forged", "apart")


@pytest.mark.parametrize(
    ("local", "printed", "english", "chinese"),
    [
        ("pp3", None, "third preambular para.", "序言部分第三段"),
        ("B.pp10", None, "part B, tenth preambular para.", "B部分序言部分第十段"),
        ("A.op5", "5", "part A, para. 5", "A部分第5段"),
        ("op7", "7", "para. 7", "第7段"),
        ("op6.e", "6 (e)", "para. 6 (e)", "第6(e)段"),
        ("op7", None, "para. 7", "第7段"),
        ("op20.a", None, "para. 20 (a)", "第20(a)段"),
        ("op.u1", None, "first unnumbered para.", "无编号的第一段"),
        ("annex.309", "309", "annex, para. 309", "附件第309段"),
        ("annex1.8.a", None, "annex I, para. 8 (a)", "附件一第8(a)段"),
        ("annex1.8.a", "8 (a)", "annex I, para. 8 (a)", "附件一第8(a)段"),
        ("annex2.u1", None, "annex II, first unnumbered para.", "附件二无编号的第一段"),
    ],
)
def test_a_paragraph_in_words(local: str, printed: str | None, english: str, chinese: str):
    assert paragraph_place(EN, f"A/RES/90/1#{local}", printed) == english
    assert paragraph_place(ZH, f"A/RES/90/1#{local}", printed) == chinese


@pytest.mark.parametrize(
    ("place", "english", "chinese"),
    [
        ("A/RES/90/1", "A/RES/90/1", "A/RES/90/1"),
        ("A/RES/90/1#op7", "A/RES/90/1, paragraph 7", "A/RES/90/1，第7段"),
        ("A/RES/90/1#pp2", "A/RES/90/1, second preambular paragraph", "A/RES/90/1，序言部分第二段"),
        ("A/RES/90/1#annex.309", "A/RES/90/1, annex, paragraph 309", "A/RES/90/1，附件第309段"),
        (
            "A/RES/90/4 A-B#B.op3",
            "A/RES/90/4 A-B, part B, paragraph 3",
            "A/RES/90/4 A-B，B部分第3段",
        ),
    ],
)
def test_a_paragraph_in_a_sentence(place: str, english: str, chinese: str):
    assert paragraph_reference(EN, place, form="place") == english
    assert paragraph_reference(ZH, place, form="place") == chinese


@pytest.mark.parametrize(
    ("via", "english", "chinese"),
    [
        ("A/RES/90/1, paragraph 23", "A/RES/90/1, para. 23", "A/RES/90/1，第23段"),
        ("A/RES/90/1, preamble", "A/RES/90/1, preamble", "A/RES/90/1，序言部分"),
        ("A/RES/90/1, paragraph 6 (a)", "A/RES/90/1, para. 6 (a)", "A/RES/90/1，第6(a)段"),
        ("a footnote", "a footnote", "a footnote"),
    ],
)
def test_where_a_text_is_cited(via: str, english: str, chinese: str):
    assert citing_place(EN, via) == english
    assert citing_place(ZH, via) == chinese


@pytest.mark.parametrize(
    ("printed", "english", "chinese"),
    [
        ("7", "para. 7", "第7段"),
        ("annex, 309", "annex, para. 309", "附件第309段"),
        ("annex I, 56 (a)", "annex I, para. 56 (a)", "附件一第56(a)段"),
        ("B, 22", "part B, para. 22", "B部分第22段"),
    ],
)
def test_the_place_of_a_request_in_words(printed: str, english: str, chinese: str):
    assert place_of_request(EN, printed) == english
    assert place_of_request(ZH, printed) == chinese


@pytest.mark.parametrize(
    ("named", "english", "chinese"),
    [
        ("OP20(a)", "para. 20 (a)", "第20(a)段"),
        ("PP3", "third preambular para.", "序言部分第三段"),
        ("OP13", "para. 13", "第13段"),
        ("the whole", "the whole", "the whole"),
    ],
)
def test_what_a_delegation_calls_a_paragraph(named: str, english: str, chinese: str):
    assert place_as_named(EN, named) == english
    assert place_as_named(ZH, named) == chinese


def test_no_paragraph_and_no_request_of_the_record_is_called_by_an_id(real_record: Snapshot):
    rows = real_record.tables["paragraphs"].itertuples()
    places = real_record.tables["requests"]["place"]
    said = {
        paragraph_place(say, row.id, row.number if isinstance(row.number, str) else None)
        for row in rows for say in (EN, ZH)
    } | {place_of_request(ZH, place) for place in places}  # fmt: skip
    ids = ("op", "pp", "annex1", "annex2", ".u", "#")
    assert [place for place in said if place.startswith(ids) or ".u" in place] == []
