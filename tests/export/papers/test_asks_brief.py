"""The brief: its words, its order, and hostile text that stays text."""

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

from dashboard.analysis.paragraphs.asks import asked_of
from dashboard.analysis.selection.query import Query
from dashboard.export.papers.asks_brief import BriefWords, markdown, word
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_rows import PARAGRAPHS

WORDS = BriefWords(
    title="What is asked of Member States",
    lines=["2 of 4 paragraphs", "Data version v1", "Source: the invented record"],
    nothing="Nothing is asked.",
    no_verb="no verb",
    no_summary="not summarised",
    softened="softened:",
    under="under {verb}",
    tiers={"tier_4": "Requests", "tier_3": "Urges", "unknown": "Unknown verb"},
    softeners={"as_appropriate": "as appropriate"},
)


def rows(*changed: dict[str, Any]) -> pd.DataFrame:
    found = [PARAGRAPHS[2] | {"date": "2035-12-02"} | change for change in changed]
    return asked_of(snapshot(paragraphs=found), "member_states", Query())


def paragraphs(brief: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in Document(io.BytesIO(brief)).paragraphs]


def test_nothing_asked_is_said_and_not_left_blank():
    assert markdown(rows(), WORDS).split("\n\n") == [
        "# What is asked of Member States",
        "2 of 4 paragraphs",
        "Data version v1",
        "Source\\: the invented record",
        "Nothing is asked.\n",
    ]
    assert paragraphs(word(rows(), WORDS))[-1] == ("Normal", "Nothing is asked.")


def test_the_invented_record_is_listed_by_tier_with_every_part():
    asked = asked_of(snapshot(), "member_states", Query())
    assert markdown(asked, replace(WORDS, lines=[])).split("\n\n") == [
        "# What is asked of Member States",
        "## Requests",
        "- **A/RES/90/10, 2** · *Requests* · Asks for an invented report on AI training",
        "## Urges",
        "- **A/RES/90/9, 1** · *Urges* · Asks States to keep a person in command\n",
    ]
    assert paragraphs(word(asked, replace(WORDS, lines=[])))[1:] == [
        ("Heading 1", "Requests"),
        ("List Bullet", "A/RES/90/10, 2 · Requests · Asks for an invented report on AI training"),
        ("Heading 1", "Urges"),
        ("List Bullet", "A/RES/90/9, 1 · Urges · Asks States to keep a person in command"),
    ]


def test_chinese_takes_chinese_and_falls_back_on_english():
    chinese = replace(WORDS, language="zh")
    assert "*请* · 请秘书长提交报告" in markdown(rows({}), chinese)
    assert "Asks for an invented report" in markdown(rows({"summary_zh": None}), chinese)


def test_softeners_and_what_is_not_known_are_named():
    missing = dict.fromkeys(("summary_en", "summary_zh", "verb", "verb_zh"))
    asked = rows({"softeners": ("as_appropriate", "odd"), **missing})
    assert "*no verb* · not summarised (softened\\: as appropriate; odd)" in markdown(asked, WORDS)


def test_a_sub_paragraph_says_that_its_verb_stands_above():
    sub = {"id": "A/RES/90/10#op2.b", "verb": None, "governed_by": "A/RES/90/10#op2"}
    assert "*under Requests*" in markdown(rows({}, sub), WORDS)


@pytest.mark.parametrize(
    "hostile",
    [
        "![x](http://evil.example/a.png)",
        "<script>alert(1)</script>",
        "www.evil.example",
        "`code` | cell $x$ :material/delete:",
        "a@b.example",
    ],
)
def test_hostile_text_is_no_markup(hostile):
    text = markdown(rows({"summary_en": hostile, "date": "2035-12-02"}), WORDS)
    for sign in ("](", "<script", "http://", " www.e", " `c", "$x$", ":material", "a@b"):
        assert not re.search(r"(?<!\\)" + re.escape(sign), text)


@pytest.mark.parametrize("line", ["- item", "1. item", "# head", "===", "> quote"])
def test_a_line_of_the_caller_opens_no_list_and_no_heading(line):
    found = markdown(rows(), replace(WORDS, lines=[line])).split("\n\n")[1]
    assert "\\" in found[:3]


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=40))
def test_any_text_gives_a_word_file_that_opens(text):
    brief = word(rows(), replace(WORDS, title=text, nothing=text))
    shown = paragraphs(brief)[-1][1]
    assert not any(ord(letter) < 32 for letter in shown)
    assert "\x00" not in markdown(rows(), replace(WORDS, title=text))
