"""The vocabularies in data/vocabulary: complete in six languages, consistent, and wide enough."""

import re
from pathlib import Path

import pytest

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.vocabularies import Vocabulary
from dashboard.corpus.verbs import UNKNOWN, VerbRule
from dashboard.sources.names import folded
from tests.facts.gathered import rows

FOLDER = Path(__file__).parents[2] / "data" / "vocabulary"
VOCABULARIES = {
    path.stem: Vocabulary.model_validate(read_yaml(path)) for path in sorted(FOLDER.glob("*.yaml"))
}
NEEDED = {
    "absences",
    "actions",
    "addressees",
    "bodies",
    "committees",
    "deliverables",
    "due_bases",
    "frequencies",
    "groups",
    "kinds",
    "lanes",
    "languages",
    "outcomes",
    "parts",
    "positions",
    "relations",
    "request_statuses",
    "softeners",
    "sponsor_roles",
    "stages",
    "stances",
    "statement_types",
    "tiers",
    "topics",
    "tracks",
    "verb_families",
    "verbs",
    "verification",
    "weights",
}
RULE = VerbRule(VOCABULARIES["verbs"].terms)
OFFICIAL = ("en", "zh", "fr", "es", "ru", "ar")
LETTERS = {"zh": "[\u4e00-\u9fff]", "ru": "[\u0400-\u04ff]", "ar": "[\u0600-\u06ff]"}
LONGEST = 80
"""Characters a label may have, so that it fits a table's column and a chart's axis."""
TOO_RARE = {
    "acting_under",
    "designates",
    "directs",
    "entrusts",
    "establishes",
    "extends",
    "promotes",
    "warns",
    "welcomes_efforts",
    "will",
}
"""Verbs without a line among the counted ones: their labels are our translation."""


def test_every_vocabulary_needed_is_there_and_named_as_its_file():
    assert set(VOCABULARIES) >= NEEDED
    assert {name: vocabulary.name for name, vocabulary in VOCABULARIES.items()} == {
        name: name for name in VOCABULARIES
    }


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_every_term_has_a_label_and_a_definition_in_english_and_chinese(name):
    vocabulary = VOCABULARIES[name]
    assert vocabulary.terms
    assert {"en", "zh"} <= set(vocabulary.about)
    lacking = [
        code
        for code, term in vocabulary.terms.items()
        if not {"en", "zh"} <= set(term.labels) or not {"en", "zh"} <= set(term.definition)
    ]
    assert lacking == []


@pytest.mark.parametrize("name", sorted(set(VOCABULARIES) - {"verbs"}))
@pytest.mark.parametrize("language", OFFICIAL)
def test_no_two_terms_share_a_label(name, language):
    """Verbs may share one: the Chinese texts print 重申 for reaffirms and for reiterates."""
    labels = [term.labels[language].casefold() for term in VOCABULARIES[name].terms.values()]
    assert [label for label in labels if labels.count(label) > 1] == []


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_every_term_has_a_short_label_in_every_official_language(name):
    wrong = {
        (code, language): term.labels.get(language)
        for code, term in VOCABULARIES[name].terms.items()
        for language in OFFICIAL
        if not 0 < len(term.labels.get(language, "").strip()) <= LONGEST
    }
    assert wrong == {}


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
@pytest.mark.parametrize("language", sorted(LETTERS))
def test_labels_are_written_in_the_letters_of_their_language(name, language):
    wrong = {
        code: term.labels[language]
        for code, term in VOCABULARIES[name].terms.items()
        if not re.search(LETTERS[language], term.labels[language])
    }
    assert wrong == {}


def test_codes_yaml_would_misread_are_text():
    positions = {"yes", "no", "abstain", "not_voting", "unnamed", "not_member", "unknown"}
    assert positions == set(VOCABULARIES["positions"].terms)
    assert {"none", "unknown", "not_applicable"} == set(VOCABULARIES["absences"].terms)


def test_bodies_stand_in_known_lanes_and_every_lane_holds_a_body():
    lanes = {term.lane for term in VOCABULARIES["bodies"].terms.values()}
    assert lanes == set(VOCABULARIES["lanes"].terms)


def test_topics_are_mapped_to_outside_schemes_or_say_none():
    for code, term in VOCABULARIES["topics"].terms.items():
        assert set(term.outside) == {"agora", "oecd", "mit"}, code
        assert all(term.outside.values()), code


def test_tiers_are_zero_to_six():
    tiers = {code: term.tier for code, term in VOCABULARIES["tiers"].terms.items()}
    assert tiers == {f"tier_{number}": number for number in range(7)}


def test_verbs_have_family_tier_and_phrases_of_their_own():
    seen: dict[str, str] = {}
    for code, term in VOCABULARIES["verbs"].terms.items():
        assert term.family in VOCABULARIES["verb_families"].terms, code
        assert term.tier is not None, code
        assert term.phrases, code
        for phrase in term.phrases:
            assert phrase == phrase.lower().strip()
            assert phrase not in seen, (phrase, code, seen.get(phrase))
            seen[phrase] = code


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("", UNKNOWN),
        ("expresses", UNKNOWN),
        ("global sustainable development report", UNKNOWN),
        ("Also requests", "requests"),
        ("reiterates its request", "requests"),
        ("recalling further", "recalls"),
        ("strongly encourages", "strongly_encourages"),
        ("strongly condemns", "condemns"),
        ("takes note with appreciation", "notes_with_appreciation"),
        ("taking note of", "takes_note"),
        ("deeply concerned", "expresses_concern"),
        ("remains deeply concerned", "expresses_concern"),
        ("we commit to", "commits"),
        ("we decide to", "decides"),
        ("commit to", "commits"),
        ("we will", "will"),
        ("reaffirms its commitment", "commits"),
    ],
)
def test_heads_find_their_verb(head, code):
    assert RULE.read(head).head == code


@pytest.mark.parametrize("part", ["operative", "preambular"])
def test_verbs_cover_nearly_all_opening_verbs_of_recent_sessions(part):
    counted = [row for row in rows("opening_verbs") if row["part"] == part]
    total = sum(int(row["count"]) for row in counted)
    covered = sum(int(row["count"]) for row in counted if RULE.read(row["en"]).head != UNKNOWN)
    assert covered / total >= 0.98


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar"])
def test_verbs_begin_with_a_word_the_counted_paragraphs_begin_with(language):
    """Chinese is left out, having no spaces between words; so are verbs too rare to be counted."""
    counted = rows("opening_verbs")
    printed = {
        word for row in counted for word in f"{row[language]} {row[f'{language}_second']}".split()
    }
    verbs = VOCABULARIES["verbs"].terms
    found = {RULE.read(row["en"]).head for row in counted} & set(verbs)
    assert set(verbs) - found == TOO_RARE
    first = {code: verbs[code].labels[language].split()[0].casefold() for code in found}
    assert {code: word for code, word in first.items() if word not in printed} == {}


def test_no_word_stands_for_two_things():
    synonyms = VOCABULARIES["synonyms"].terms
    words = [
        (folded(word), code)
        for code, term in synonyms.items()
        for word in [*term.labels.values(), *term.spellings, *term.in_capitals]
    ]
    assert len(dict(words)) == len({*words})
    states = read_yaml(FOLDER.parent / "states.yaml")["states"]
    codes = {folded(code) for state in states for code in (state["iso2"], state["iso3"])}
    assert codes.isdisjoint(dict(words))
