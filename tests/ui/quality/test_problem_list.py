"""Sentences of the checker in the reader's language."""

from __future__ import annotations

import pytest

from dashboard.analysis.selection.query import Query
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.frame.page import Page
from dashboard.ui.quality.problem_list import sentence
from dashboard.words import words
from tests.invented.synthetic import snapshot

PAGE = Page("about", "timeline", snapshot(), Query(), words("zh"))


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("", ""),
        ("found 'x'; allowed: a, b", "found 'x'; allowed: a, b"),
        (
            "no head of vocabulary/verbs.yaml opens '再次': shown as unknown; the nearest is 'x'",
            "起首用语“再次”不在动词表中，显示为不详。",
        ),
        (
            "FRA sponsored but was no member on 2024-12-02",
            "法国列为提案国，但在2024年12月2日并非会员国；按原文保留。",
        ),
        ("159 published, but the roll call names 158", "公布159国，列名158国。"),
    ],
)
def test_a_known_sentence_is_said_in_chinese_and_another_stays(message: str, said: str):
    assert sentence(PAGE, message) == said


def test_every_warning_of_the_record_has_words_of_its_own(real_record: Snapshot):
    found = real_record
    page = Page("about", "timeline", found, Query(), words("zh"))
    untold = [p.message for p in found.warnings if sentence(page, p.message) == p.message]
    assert found.warnings
    assert untold == []
