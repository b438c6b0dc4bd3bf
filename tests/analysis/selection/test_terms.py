from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.coded_rows import CodedRows
from dashboard.analysis.selection.search_text import Index
from dashboard.analysis.selection.terms import Term, spans, terms
from dashboard.sources.official_text.folding import fold


def found(search: str, text: str) -> bool:
    index = Index([], [CodedRows([(fold(text),)])])
    wanted = terms(search, searched=index)
    assert wanted
    return bool(index.found(wanted)[0])


@pytest.mark.parametrize("text", ["", "   ", "-", '"', '""', "!?", "🤖", "\x00"])
def test_nothing_to_search_for_gives_no_terms(text: str) -> None:
    assert terms(text) == ()


@pytest.mark.parametrize("text", ["(a+)+$", r"(\w+\s?)+$", "[", "a" * 200, "%_", "\\"])
def test_signs_of_patterns_mean_nothing(text: str) -> None:
    assert not terms(text) or not found(text, "plain words")


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
    ("search", "text", "expected"),
    [
        ("cyber-security", "cybersecurity", True),
        ("cyber security", "cybersecurity", True),
        ("cybersecurity", "cyber-security", True),
        ("lifecycle", "the life cycle of systems", True),
        ("stakehold", "a stakeholder holds the stake", True),
        ("capacity-building", "building the capacity", True),
        ('"capacity-building"', "building the capacity", False),
        ("-capacity-building", "building the capacity", True),
        ("formation", "information", False),
    ],
)
def test_compounds_are_found_with_and_without_a_hyphen(
    search: str, text: str, expected: bool
) -> None:
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
        ("發展權", "关于发展权的决议", True),
        ("发展权", "關於發展權的決議", True),
        ("聯合國 決議", "联合国大会决议", True),
        ("-決議", "关于人工智能的决议", False),
        ("聯合國", "国联", False),
    ],
)
def test_chinese_is_found_anywhere(search: str, text: str, expected: bool) -> None:
    assert found(search, text) is expected


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for term in terms(text):
        assert all(needle.strip() for needle in term.needles)


@settings(deadline=None)
@given(st.lists(st.from_regex(r"[a-zéA-Z]{2,12}", fullmatch=True), min_size=1, max_size=6))
def test_a_text_is_found_by_its_own_words_in_reverse(words: list[str]) -> None:
    assert found(" ".join(reversed(words)), " ".join(words))


def marked(search: str, text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, terms(search))]


@pytest.mark.parametrize(
    ("search", "text", "expected"),
    [
        ("", "training", []),
        ("training", "", []),
        ("training", "safety", []),
        ("-training", "training", []),
        ("safety -training", "training on safety", ["safety"]),
        ("train", "Training, trained; rain", ["Training", "trained"]),
        ("AI", "AI said: aid AI", ["AI", "AI"]),
        ("cote azur", "la CÔTE d’Azur!", ["CÔTE", "Azur"]),
        ("cote", "Co\u0302te", ["Co\u0302te"]),
        ("policy", "Two policies of one policy", ["policies", "policy"]),
        ('"of states"', "Part of States’ plans", ["of States"]),
        ("training safety", "safety, training", ["safety", "training"]),
        ("ai systems", "ＡＩ systems", ["ＡＩ", "systems"]),
        ("78265", "see A/RES/78/265, op. 6", ["A/RES/78/265"]),
        ("人工智慧", "人工智能", []),
        ("發展", "可持续发展，發展權", ["发展", "發展"]),
        ("人工 工智", "人工智能", ["人工智"]),
        ("AI治理", "关于AI治理的报告", ["AI治理"]),
        ("office", "the oﬃce", ["oﬃce"]),
        ("strasse", "Straße", ["Straße"]),
        ("<script>", "a <script> tag", ["script"]),
    ],
)
def test_hits_are_places_in_the_text_as_written(
    search: str, text: str, expected: list[str]
) -> None:
    assert marked(search, text) == expected


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_spans_lie_in_the_text_in_order_and_apart(text: str, search: str) -> None:
    edges = [edge for span in spans(text, terms(search)) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(start < end for start, end in spans(text, terms(search)))


@settings(deadline=None)
@given(st.text(alphabet="ab 人發发é-A", max_size=30), st.text(alphabet="ab 人發发é", max_size=8))
def test_what_is_found_is_marked(text: str, search: str) -> None:
    wanted = terms(search)
    if wanted and Index([], [CodedRows([(fold(text),)])]).found(wanted)[0]:
        assert spans(text, wanted)


def test_a_state_is_not_found_in_the_longer_name_of_another() -> None:
    term = Term(("\x02IND\x02", "印度", " india "), apart=("印度尼西亚", " india ocean "))
    assert spans("印度尼西亚和印度", [term]) == [(6, 8)]
    assert spans("印度尼西亚", [term]) == []
