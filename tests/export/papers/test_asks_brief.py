"""The brief of what is asked: its words, its order."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.analysis.paragraphs.asks import asked_of
from dashboard.analysis.selection.query import Query
from dashboard.corpus.records.vocabularies import Term, Vocabulary
from dashboard.export.papers.asks_brief import asks_brief
from dashboard.export.papers.paper import markdown, word
from dashboard.words import InterfaceLanguage, words
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_rows import PARAGRAPHS
from tests.invented.word_files import paragraphs

LABELS = {
    "tiers": {"tier_4": "Requests", "tier_3": "Urges"},
    "softeners": {"as_appropriate": "as appropriate"},
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


def brief(asked: pd.DataFrame, *lines: str, language: InterfaceLanguage = "en"):
    known = snapshot(vocabularies=VOCABULARIES)
    return asks_brief(known, words(language), asked, title="What is asked", lines=lines)


def rows(*changed: dict[str, Any]) -> pd.DataFrame:
    found = [PARAGRAPHS[2] | {"date": "2035-12-02"} | change for change in changed]
    return asked_of(snapshot(paragraphs=found), "member_states", Query())


def test_nothing_asked_is_said_and_not_left_blank():
    paper = brief(rows(), "2 of 4 paragraphs", "Source: the invented record")
    assert markdown(paper).split("\n\n") == [
        "# What is asked",
        "2 of 4 paragraphs",
        "Source\\: the invented record",
        "Nothing fits these filters\n",
    ]
    assert paragraphs(word(paper))[-1] == ("Normal", "Nothing fits these filters")


def test_the_invented_record_is_listed_by_tier_with_every_part():
    paper = brief(asked_of(snapshot(), "member_states", Query()))
    assert markdown(paper).split("\n\n") == [
        "# What is asked",
        "## Requests",
        "- **A/RES/90/10, para. 2** · *Requests* · Asks for an invented report on AI training",
        "## Urges",
        "- **A/RES/90/9, para. 1** · *Urges* · Asks States to keep a person in command\n",
    ]
    assert paragraphs(word(paper))[1:] == [
        ("Heading 1", "Requests"),
        (
            "List Bullet",
            "A/RES/90/10, para. 2 · Requests · Asks for an invented report on AI training",
        ),
        ("Heading 1", "Urges"),
        ("List Bullet", "A/RES/90/9, para. 1 · Urges · Asks States to keep a person in command"),
    ]


def test_chinese_takes_chinese_and_falls_back_on_english():
    assert "*请* · 请秘书长提交报告" in markdown(brief(rows({}), language="zh"))
    fallen = markdown(brief(rows({"summary_zh": None}), language="zh"))
    assert "Asks for an invented report" in fallen


def test_softeners_and_what_is_not_known_are_named():
    asked = rows({"softeners": ("as_appropriate", "odd"), "summary_en": None, "verb": None,
                  "verb_zh": None, "summary_zh": None, "tier": None})  # fmt: skip
    text = markdown(brief(asked))
    assert "## No opening verb" in text
    assert "*no opening verb* · Not summarised yet (Softened by as appropriate; odd)" in text


def test_a_sub_paragraph_says_that_its_verb_stands_above():
    sub = {"id": "A/RES/90/10#op2.b", "verb": None, "governed_by": "A/RES/90/10#op2"}
    assert "*under “Requests”*" in markdown(brief(rows({}, sub)))
