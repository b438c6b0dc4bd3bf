"""The opening verb by rule, on an invented and on the record's own vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.vocabularies import Term, Vocabulary
from dashboard.corpus.verbs import UNKNOWN, VerbReading, VerbRule
from tests.facts.gathered import rows

VERBS = Path(__file__).parents[2] / "data/vocabulary/verbs.yaml"


def term(family: str, tier: int, *phrases: str) -> Term:
    return Term(labels={"en": phrases[0]}, family=family, tier=tier, phrases=list(phrases))


RULE = VerbRule(
    {
        "note": term("note", 1, "notes", "takes note of"),
        "note_well": term("note", 2, "notes with appreciation"),
        "mindful": term("background", 0, "mindful of", "mindful"),
        "encourage": term("ask", 3, "encourages"),
        "reaffirm": term("stance", 2, "reaffirms"),
    }
)


@pytest.fixture(scope="module")
def own_rule() -> VerbRule:
    """The rule on the vocabulary of the record itself."""
    return VerbRule(Vocabulary.model_validate(read_yaml(VERBS)).terms)


@pytest.mark.parametrize("phrase", ["", " ", "...", "2024", "Shall", "Ensures that", "To note"])
def test_what_no_head_opens_is_unknown(phrase: str):
    assert RULE.read(phrase) == VerbReading(UNKNOWN)


def test_without_a_vocabulary_all_is_unknown():
    assert VerbRule({}).read("Encourages") == VerbReading(UNKNOWN)
    assert VerbRule({}).read("Strongly encourages") == VerbReading(UNKNOWN, intensifier="strongly")


@pytest.mark.parametrize(
    ("phrase", "head", "tier", "intensifier"),
    [
        ("Encourages", "encourage", 3, None),
        ("ENCOURAGES,", "encourage", 3, None),
        ("Strongly encourages", "encourage", 3, "strongly"),
        ("Encourages strongly", "encourage", 3, "strongly"),
        ("Further strongly encourages", "encourage", 3, "strongly"),
        ("Once again urgently and solemnly encourages", "encourage", 3, "urgently solemnly"),
        ("Mindful also", "mindful", 0, None),
        ("Mindful of", "mindful", 0, None),
        ("Notes", "note", 1, None),
        ("Notes with appreciation", "note_well", 2, None),
        ("Notes with concern", "note", 1, None),
        ("Takes note of", "note", 1, None),
        ("Also takes note of", "note", 1, None),
        ("Takes", UNKNOWN, None, None),
        ("Reaffirms and encourages", "reaffirm", 2, None),
        ("The Committee encourages", UNKNOWN, None, None),
    ],
)
def test_longest_head_after_what_only_connects_or_strengthens(
    phrase: str, head: str, tier: int | None, intensifier: str | None
):
    reading = RULE.read(phrase)
    assert (reading.head, reading.tier, reading.intensifier) == (head, tier, intensifier)


@given(st.text(max_size=60))
def test_any_text_gets_a_reading(phrase: str):
    reading = RULE.read(phrase)
    assert (reading.head == UNKNOWN) == (reading.tier is None)


@pytest.mark.parametrize(
    ("phrase", "intensifier"),
    [
        ("Strongly encourages", "strongly"),
        ("Mindful also", None),
        ("Notes with appreciation", None),
        ("Takes note of", None),
        ("Recalling", None),
        ("Also requests", None),
        ("Deeply concerned", "deeply"),
        ("Welcomes", None),
        ("Decides", None),
        ("Calls upon", None),
    ],
)
def test_the_records_own_vocabulary_knows_common_heads(
    own_rule: VerbRule, phrase: str, intensifier: str | None
):
    reading = own_rule.read(phrase)
    assert reading.head != UNKNOWN
    assert reading.family is not None
    assert reading.tier is not None
    assert reading.intensifier == intensifier


def test_a_longer_head_of_the_record_wins(own_rule: VerbRule):
    assert own_rule.read("Notes with appreciation").head != own_rule.read("Notes").head
    assert own_rule.read("Takes note of").family == own_rule.read("Also takes note of").family
    assert own_rule.read("Mindful also").head == own_rule.read("Mindful").head


@pytest.mark.parametrize(
    ("phrase", "head", "intensifier"),
    [
        ("We are concerned", "expresses_concern", None),
        ("We are deeply concerned", "expresses_concern", "deeply"),
        ("We remain deeply concerned", "expresses_concern", "deeply"),
        ("We express our deep concern", "expresses_concern", None),
        ("Equally concerned", "expresses_concern", None),
        ("We aim", "commits", None),
        ("We must", "will", None),
        ("We therefore commit", "commits", None),
        ("We remain committed", "commits", None),
        ("remains determined", "determined", None),
        ("Remains convinced", "convinced", None),
        ("Remains seized", "seized", None),
        ("Continues to stress", "stresses", None),
        ("We are guided", "guided_by", None),
        ("We are", UNKNOWN, None),
        ("We share", UNKNOWN, None),
    ],
)
def test_what_we_say_in_a_declaration_is_read_as_what_the_assembly_says(
    own_rule: VerbRule, phrase: str, head: str, intensifier: str | None
):
    reading = own_rule.read(phrase)
    assert (reading.head, reading.intensifier) == (head, intensifier)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("", UNKNOWN),
        (" ", UNKNOWN),
        ("又", UNKNOWN),
        ("对", UNKNOWN),
        ("Urges", UNKNOWN),
        ("敦促", "urges"),
        ("又 敦促", "urges"),
        ("强烈敦促", "urges"),
        ("表示注意到", "takes_note"),
        ("又注意到", "notes"),
        ("深为关切地注意到", "notes_with_concern"),
        ("深为关切地认识到", "recognizes"),
        ("表示深为关切的是", "expresses_concern"),
        ("满意地回顾", "recalls"),
        ("赞赏", "expresses_appreciation"),
        ("再次请", "requests"),
        ("再次呼吁", "calls_for"),
        ("欢迎并鼓励", "welcomes"),
        ("特别指出", "underscores"),
    ],
)
def test_a_chinese_opening_is_read_from_the_left(own_rule: VerbRule, phrase: str, head: str):
    assert own_rule.read_zh(phrase) == head


@given(st.text(alphabet="又还表示深为关切地注意到重申其 a", max_size=20))
def test_any_chinese_text_gets_a_reading(phrase: str):
    assert RULE.read_zh(phrase) == UNKNOWN


def test_chinese_openings_of_recent_sessions_are_recognised(own_rule: VerbRule):
    """At least 95 % of paragraphs, by the commonest Chinese form beside each English head."""
    counted = [(row["zh"], int(row["count"])) for row in rows("opening_verbs") if row["zh"]]
    known = sum(count for zh, count in counted if own_rule.read_zh(zh) != UNKNOWN)
    assert known / sum(count for _, count in counted) > 0.99
