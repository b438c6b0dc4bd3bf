"""Text that hides nothing, whatever sign it is hidden with."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.plain_text import HIDDEN, OtherWords, mentions, mentions_ai, seen, tidy

SEEN = {
    *"\t\n\r",  # ends of lines and tabs
    *"\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2",  # signs of Arabic
    *"\U000110bd\U000110cd",  # signs of Kaithi
}
"""Of the categories of what is not seen, and seen all the same."""


def test_every_sign_of_a_category_that_is_not_seen_is_hidden():
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    signs = map(chr, range(sys.maxunicode + 1))
    found = {sign for sign in signs if unicodedata.category(sign) in unseen}
    assert {sign for sign in found if not HIDDEN.search(f"a{sign}b")} == SEEN


@pytest.mark.parametrize("sign", "\u034f\u115f\u17b4\u180b\u2800\u3164\ufe0f\uffa0\U000e0100\uffff")
def test_signs_of_other_categories_that_are_not_seen(sign: str):
    assert HIDDEN.search(f"a{sign}b")
    assert tidy(f"a{sign}b") == "ab"


@pytest.mark.parametrize(
    "text",
    ["人工智能，（第七十九届会议）", "Côte d’Ivoire — “naïve” № 7\u00a0%", "إن الجمعية؛",
     "Генеральная",
     "می\u200cخواهم", "क्\u200dष", "a\u0301e\u0308", "😀 ≥ €"],
)  # fmt: skip
def test_what_is_seen_stays(text: str):
    assert not HIDDEN.search(text)


@pytest.mark.parametrize("joiner", "\u200c\u200d")
def test_a_joiner_in_a_script_that_needs_none_is_hidden(joiner: str):
    assert tidy(f"intel{joiner}ligence 人{joiner}工") == "intelligence 人工"


def test_ends_of_lines_part_words():
    assert tidy("one\x85two\u2028three\u2029four\r\n five") == "one two three four five"


def test_a_hidden_sign_hides_no_mention():
    assert mentions(tidy("artificial intel\u00adligence")) == 1
    assert mentions_ai(tidy("A\u2060I"))
    assert not mentions_ai("ST/AI/2013/4 and AID")


def test_without_a_word_nothing_is_said_in_other_words():
    assert not OtherWords()("")
    assert not OtherWords(["thinking machines"])("")
    assert not OtherWords([], ["sheep"])("machines that think about sheep")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Thinking  machines count sheep", True),
        ("thinking-machines, thinking\u2011machines", True),
        ("rethinking machines and thinking machinery", False),
        ("no thinking machines", False),
        ("no thinking machines, but thinking machines", True),
        ("no thinking machines and AI", False),  # by name
        ("thinking machines and artificial intelligence", False),
        ("is c+ (or .*) said?", True),
        ("is ccc said?", False),
    ],
)
def test_other_words_stand_as_words_and_alone(text: str, said: bool):
    found = OtherWords(["thinking machines", "c+ (or .*)"], ["no thinking machines"])
    assert found(text) is said


def test_what_is_taken_out_joins_no_words():
    assert not OtherWords(["thinking machines"], ["no sheep"])("thinking no sheep machines")


@given(st.text(st.sampled_from("aا \n\x85\u200b\u200c\u200d\u2028\ufeff")))
def test_nothing_hidden_is_seen_and_all_else_stays(text: str):
    kept = seen(text)
    assert not HIDDEN.search(kept)
    assert [c for c in kept if c in "aا "] == [c for c in text if c in "aا "]
    assert kept.count("\n") == sum(text.count(end) for end in "\n\x85\u2028")
