from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.search import found_in
from dashboard.analysis.terms import fold, terms


def found(search: str, text: str) -> bool:
    assert terms(search)
    return bool(found_in([fold(text)], search)[0])


@pytest.mark.parametrize("text", ["", "   ", "-", '"', '""', "!?", "🤖", "\x00"])
def test_nothing_to_search_for_gives_no_terms(text: str) -> None:
    assert terms(text) == ()


@pytest.mark.parametrize("text", ["(a+)+$", r"(\w+\s?)+$", "[", "a" * 200, "%_", "\\"])
def test_signs_of_patterns_mean_nothing(text: str) -> None:
    assert not terms(text) or not found_in([fold("plain words")], text).any()


@pytest.mark.parametrize(
    ("search", "text", "expected"),
    [
        ("safety training", "training on safety", True),
        ("safety training", "training on health", False),
        ('"training on safety"', "a training on safety course", True),
        ('"safety training"', "training on safety", False),
        ("“on safety”", "training on safety", True),
        ("training -safety", "training on safety", False),
        ('training -"on safety"', "training on safety", False),
        ('training -"on safety"', "safety in training", True),
        ("-safety", "training", True),
        ("train", "training", True),
        ("rain", "training", False),
        ("AI", "training said aid", False),
        ("AI", "what AI does", True),
        ("ai", "ＡＩ systems", True),
        ("cote azur", "Côte d’Azur", True),
        ("CÔTE", "cote", True),
        ("policies", "a policy", True),
        ("policy", "two policies", True),
        ("reports", "the report", True),
        ("processes", "a process", True),
        ("status", "the status", True),
        ('"policies of States"', "the policy of state bodies", True),
        ("co-operation", "co-operation", True),
        ('training "safety', "safety training", True),
    ],
)
def test_words_phrases_and_exclusions(search: str, text: str, expected: bool) -> None:
    assert found(search, text) is expected


@pytest.mark.parametrize(
    "search", ["78/265", "78265", "ARES78265", "A/RES/78/265", "a-res-78-265", "A / RES / 78 / 265"]
)
def test_a_symbol_is_found_in_any_spelling(search: str) -> None:
    assert found(search, "A/RES/78/265")
    assert not found(search, "A/RES/78/2655")
    assert not found(search, "A/RES/78/26")


def test_a_symbol_is_found_among_words_and_excluded() -> None:
    assert found("report 78/265", "A/RES/78/265 report")
    assert not found("report -78/265", "A/RES/78/265 report")
    assert found('"A/RES/79/93 A-B"', "A/RES/79/93 A-B")


def test_a_number_is_a_number_as_well_as_a_symbol() -> None:
    assert found("500", "500 machines")
    assert found("2036", "in 2036")


@pytest.mark.parametrize(
    ("search", "text", "expected"),
    [
        ("人工智能", "关于人工智能的决议", True),
        ("智能 决议", "关于人工智能的决议", True),
        ("智能决议", "关于人工智能的决议", False),
        ("-人工智能", "关于人工智能的决议", False),
        ("「人工智能」", "关于人工智能的决议", True),
        ("AI治理", "关于AI治理的报告", True),
        ("AI", "关于AI治理的报告", True),
    ],
)
def test_chinese_is_found_anywhere(search: str, text: str, expected: bool) -> None:
    assert found(search, text) is expected


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_and_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    for term in terms(text):
        assert all(needle.strip() for needle in term.needles)


@settings(deadline=None)
@given(st.lists(st.from_regex(r"[a-zéA-Z]{2,12}", fullmatch=True), min_size=1, max_size=6))
def test_a_text_is_found_by_its_own_words_in_reverse(words: list[str]) -> None:
    assert found(" ".join(reversed(words)), " ".join(words))
