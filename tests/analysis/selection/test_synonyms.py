from __future__ import annotations

import pytest

from dashboard.analysis.coded_rows import CodedRows
from dashboard.analysis.selection.search_text import Index
from dashboard.analysis.selection.synonyms import NO_SYNONYMS, Synonyms, mark
from dashboard.analysis.selection.terms import terms
from dashboard.corpus.records.vocabularies import State, Term
from dashboard.sources.official_text.folding import fold, folded_words


def state(iso3: str, iso2: str, en: str, zh: str, *aliases: str) -> State:
    return State(
        iso3=iso3, iso2=iso2, m49="001", names={"en": en, "zh": zh}, aliases=list(aliases),
        status="member", regional_group="african",
    )  # fmt: skip


KNOWN = Synonyms(
    {
        "ai": Term(labels={"en": "artificial intelligence", "zh": "人工智能"}, spellings=["AI"]),
        "laws": Term(labels={"en": "autonomous weapons"}, in_capitals=["LAWS"]),
    },
    {
        "MLI": state("MLI", "ML", "Mali", "马里"),
        "SOM": state("SOM", "SO", "Somalia", "索马里"),
        "CAN": state("CAN", "CA", "Canada", "加拿大"),
        "USA": state("USA", "US", "United States", "美利坚合众国", "US", "美国"),
    },
)


def found(search: str, text: str) -> bool:
    index = Index([], [CodedRows([(fold(text),)])])
    return bool(index.found(terms(search, KNOWN, index))[0])


def test_without_synonyms_nothing_has_a_meaning() -> None:
    assert NO_SYNONYMS.meaning((), "", True) is None
    assert NO_SYNONYMS.meaning(("ai",), "AI", True) is None
    assert NO_SYNONYMS.state("France") is None


@pytest.mark.parametrize("search", ["AI", "ai", "artificial intelligence", "人工智能", "人工智慧"])
@pytest.mark.parametrize("text", ["On AI", "Artificial  Intelligence", "关于人工智能"])
def test_each_word_for_a_thing_finds_the_others(search: str, text: str) -> None:
    assert found(search, text)
    assert found(f"{search} -training", text)
    assert not found(f"training {search}", text)


@pytest.mark.parametrize("search", ['"artificial intelligence"', "intelligence artificial"])
def test_in_quotation_marks_or_another_order_words_stand_for_themselves(search: str) -> None:
    assert not found(search, "On AI")


def test_what_is_excluded_is_excluded_by_every_name() -> None:
    assert not found("-AI", "artificial intelligence")
    assert found("-AI", "maintain the aid")


@pytest.mark.parametrize("text", ["the rule of law", "laws"])
def test_an_abbreviation_that_is_a_word_means_something_in_capitals_only(text: str) -> None:
    assert not found("LAWS", text)
    assert found("laws", text)
    assert found("LAWS", "autonomous weapons")


@pytest.mark.parametrize(
    ("search", "alone", "expected"),
    [
        ("CAN", False, True),
        ("can", False, False),
        ("can", True, True),
        ("us", False, False),
        ("US", False, True),
        ("mali", False, True),
        ("加拿大", False, True),
    ],
)
def test_codes_of_states_are_no_words(search: str, alone: bool, expected: bool) -> None:
    assert (KNOWN.meaning(folded_words(search), search, alone) is not None) is expected


def test_a_name_is_not_looked_for_in_a_longer_name() -> None:
    assert found("马里", "马里发言")
    assert not found("马里", "索马里发言")
    assert found("马里", "马里和索马里")


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("MALI", "MLI"),
        ("ml", "MLI"),
        ("mli", "MLI"),
        ("美国", "USA"),
        ("the Mali", "MLI"),
        ("the", None),
        ("", None),
    ],
)
def test_a_state_has_many_names(text: str, iso3: str | None) -> None:
    assert KNOWN.state(text) == iso3


def test_what_was_found_besides_is_told() -> None:
    (term,) = terms("AI", KNOWN)
    assert term.also == ("artificial intelligence", "人工智能")
    assert term.needles[0] == mark("ai")
    assert terms("training", KNOWN)[0].also == ()
