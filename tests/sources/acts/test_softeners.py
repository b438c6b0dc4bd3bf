"""What softens, and what it governs, in invented sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.sources.acts.softeners import CLUES, GOVERNS, PATTERNS, softeners

TERMS = read_yaml(Path(__file__).parents[3] / "data/vocabulary/softeners.yaml")["terms"]


def found(text: str) -> dict[str, str]:
    return {softener.code: softener.governs for softener in softeners(text)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Requests the ram to rest;",
        "Notes rams as well as relevant ewes;",
        "Notes such herds as appropriated;",
        "Recalls the Voluntary Guidelines on Wool;",
        "Encourages voluntary repatriation;",
        "Recalls respect for international law;",
        "Notes national priorities;",
        "Notes the existing resources of the herd;",
        "Requests to be considered;",
        "Calls for guidance on how to consider the ewes;",
        "Decides to continue to consider the wool at its next shearing;",
        "Also decides to hold a fair to consider the report;",
    ],
)
def test_other_words_soften_nothing(text: str) -> None:
    assert found(text) == {}


def test_the_rule_and_the_vocabulary_know_the_same_softeners() -> None:
    assert set(PATTERNS) == set(TERMS)
    for code, term in TERMS.items():
        for phrase in term["phrases"]:
            assert code in found(f"Urges rams to rest, {phrase}, by night;"), (code, phrase)


@pytest.mark.parametrize(
    ("text", "code", "governs"),
    [
        ("Encourages rams and, where applicable, other sheep to rest;", "where_applicable", "ask"),
        ("Encourages rams, as appropriate, to rest;", "as_appropriate", "ask"),
        ("Encourages rams to rest, as appropriate;", "as_appropriate", "ask"),
        ("Encourages rams to rest and, as appropriate, sleep;", "as_appropriate", "ask"),
        ("To shear national, and where applicable local, flocks;", "where_applicable", "object"),
        ("To count rams and, as appropriate, lambs in folds;", "as_appropriate", "object"),
        ("To hear ewes and, as appropriate, adolescent lambs;", "as_appropriate", "object"),
        ("Asks rams to join the talks of the herd as appropriate;", "as_appropriate", "object"),
        ("Calls for wool to be shared on mutually agreed terms;", "mutually_agreed_terms", "means"),
        ("Urges rams to give voluntary contributions;", "voluntary_basis", "means"),
        ("Urges rams to build on voluntary frameworks;", "voluntary_basis", "object"),
        ("Urges rams to rest on a voluntary basis;", "voluntary_basis", "ask"),
        ("Asks the herd, within existing resources, to rest;", "existing_resources", "ask"),
        ("Asks rams in a position to do so to rest;", "in_a_position", "ask"),
        ("Asks the herd, within its mandate, to rest;", "within_mandates", "ask"),
        ("Asks rams, in accordance with their obligations under international law, to rest;",
         "international_law", "ask"),
        ("Asks rams to rest, taking into account national circumstances;",
         "national_priorities", "ask"),
        ("Asks rams to note the wool;", "to_consider", "ask"),
        ("Decides to consider shearing by night;", "to_consider", "ask"),
        ("Asks the herd, within its budget and existing resources, to rest;",
         "existing_resources", "ask"),
        ("Urges rams to rest, including through naps, as appropriate, by day;",
         "as_appropriate", "object"),
        ("Urges rams to rest, including, where possible, in folds;", "where_appropriate", "object"),
        ("Urges rams, including lambs, to rest, as appropriate, by day;", "as_appropriate", "ask"),
        ("Asks rams to see that shearing is in conformity with international law;",
         "international_law", "object"),
        ("Asks for rest that is fully consistent with national law;", "national_law", "object"),
        ("Asks rams, without prejudice to ewes, to rest;", "without_prejudice", "ask"),
    ],
)  # fmt: skip
def test_what_a_softener_governs(text: str, code: str, governs: str) -> None:
    assert found(text) == {code: governs}


@pytest.mark.parametrize(
    "text", ["Consider rest;", "Seriously consider rest;", "Considering rest;"]
)
def test_the_head_of_a_task_may_ask_for_thought_alone(text: str) -> None:
    assert [s.code for s in softeners(text, task=True)] == ["to_consider"]
    assert found(text) == {}
    assert not list(softeners("Considerable rest;", task=True))


@given(st.text(max_size=200))
def test_any_text_gives_known_codes_in_it(text: str) -> None:
    for softener in softeners(text):
        assert softener.governs in GOVERNS
        assert 0 <= softener.at < softener.end <= len(text)


@given(st.sampled_from(sorted(PATTERNS)), st.data())
def test_whatever_a_pattern_finds_holds_one_of_its_clues(code: str, data: st.DataObject) -> None:
    pattern = re.compile(PATTERNS[code], re.IGNORECASE)
    letters = st.characters(max_codepoint=127)
    text = data.draw(st.from_regex(pattern, alphabet=letters))
    for found in pattern.finditer(text):
        assert any(clue in found[0].lower() for clue in CLUES[code])
    assert code in {softener.code for softener in softeners(text)}
