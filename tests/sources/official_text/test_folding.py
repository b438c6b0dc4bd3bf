from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.sources.official_text.folding import fold, mainland_words, words_at


@pytest.mark.parametrize("text", ["", "  ", "!?", "🤖", "\x00\x02\x03", "\u0301"])
def test_what_has_no_letter_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


@pytest.mark.parametrize(
    "same",
    [
        ("organise", "organize", "organizes", "ＯＲＧＡＮＩＳＥ"),
        ("organisation", "organizations"),
        ("analysed", "analyzed"),
        ("programme", "programs", "programmes"),
        ("labour", "labor"),
        ("behavioural", "behavioral"),
        ("centre", "centers"),
        ("defence", "defense"),
        ("dialogue", "dialog"),
        ("judgement", "judgment"),
        ("labelling", "labeling"),
        ("fulfilment", "fulfillment"),
        ("Türkiye", "Turkiye"),
        ("聯合國", "联合国"),
        ("ＡＩ", "ai"),
    ],
)
def test_spellings_of_one_word_are_one(same: tuple[str, ...]) -> None:
    assert {fold(word) for word in same} == {fold(same[0])}


@pytest.mark.parametrize(
    ("one", "other"), [("hour", "hor"), ("four", "for"), ("your", "yor"), ("policy", "police")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("written", "mainland"),
    [
        ("人工智慧", "人工智能"),
        ("資訊", "信息"),
        ("资讯", "信息"),
        ("軟體", "软件"),
        ("演算法", "算法"),
        ("永續發展", "可持续发展"),
        ("數碼鴻溝", "数字鸿沟"),
        ("義大利", "意大利"),
        ("training", "training"),
    ],
)
def test_words_of_taiwan_and_hong_kong_have_words_of_the_united_nations(
    written: str, mainland: str
) -> None:
    assert mainland_words(written) == mainland


@settings(deadline=None)
@given(st.text(max_size=80))
def test_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(
    st.from_regex(
        r"[a-z]{1,8}(?:mme|our|is|iz|yz|tre|ll|ss|logue|ense)(?:s|e|ed|ing)?", fullmatch=True
    )
)
def test_folding_is_stable_where_spellings_differ(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_words_with_places_are_the_folded_words(text: str) -> None:
    assert [word for word, _, _ in words_at(text)] == fold(text).split()
