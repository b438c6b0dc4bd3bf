"""Paragraphs are called as official documents call them, never by the ids of files."""

from __future__ import annotations

import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.words import words
from dashboard.words.places import paragraph_place, place_as_named, place_in_words, place_of_request

EN, ZH = words("en"), words("zh")


def test_a_whole_record_has_no_place_and_an_unknown_one_stays():
    assert place_in_words(EN, None, None) == ("", "close")
    assert place_in_words(EN, "forged", None) == ("forged", "apart")


@pytest.mark.parametrize(
    ("local", "printed", "english", "chinese"),
    [
        ("pp3", None, "third preambular para.", "序言部分第三段"),
        ("B.pp10", None, "tenth preambular para.", "序言部分第十段"),
        ("op7", "7", "para. 7", "第7段"),
        ("op6.e", "6 (e)", "para. 6 (e)", "第6(e)段"),
        ("op7", None, "para. 7", "第7段"),
        ("op20.a", None, "para. 20 (a)", "第20(a)段"),
        ("op.u1", None, "first unnumbered para.", "无编号的第一段"),
        ("annex.309", "309", "annex, para. 309", "附件，第309段"),
        ("annex1.8.a", "8 (a)", "annex I, para. 8 (a)", "附件一，第8(a)段"),
        ("annex2.u1", None, "annex II, first unnumbered para.", "附件二，无编号的第一段"),
    ],
)
def test_a_paragraph_in_words(local: str, printed: str | None, english: str, chinese: str):
    assert paragraph_place(EN, f"A/RES/90/1#{local}", printed) == english
    assert paragraph_place(ZH, f"A/RES/90/1#{local}", printed) == chinese


@pytest.mark.parametrize(
    ("printed", "english", "chinese"),
    [
        ("7", "para. 7", "第7段"),
        ("annex, 309", "annex, para. 309", "附件，第309段"),
        ("annex I, 56 (a)", "annex I, para. 56 (a)", "附件一，第56(a)段"),
        ("B, 22", "part B, para. 22", "B部分，第22段"),
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
