"""Kappa against values worked out by hand, and which paragraphs are compared at all."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.quality.intercoder_agreement import (
    FIELDS,
    FieldAgreement,
    coder_agreement,
    cohens_kappa,
)
from dashboard.corpus.records.codings import SecondReading
from dashboard.corpus.records.vocabularies import Vocabulary
from dashboard.corpus.snapshot import Snapshot

YES, NO = True, False
CODES = {
    "topics": ("safety", "data"),
    "addressees": ("states", "none"),
    "actions": ("report",),
    "tiers": ("tier_3", "tier_4"),
}
VOCABULARIES = {
    name: Vocabulary.model_validate(
        {
            "name": name,
            "about": {"en": "invented"},
            "version": 1,
            "terms": {code: {"labels": {"en": code}} for code in codes},
        }
    )
    for name, codes in CODES.items()
}


def table(**rows: dict[str, Any]) -> pd.DataFrame:
    """A paragraphs table of the text A/RES/90/1: what is not given is not coded."""
    return pd.DataFrame(
        [
            {"id": f"A/RES/90/1#{place}", **dict.fromkeys(FIELDS, ()), "tier": None, **r}
            for place, r in rows.items()
        ],
        columns=["id", *FIELDS],
    )


def second(**paragraphs: dict[str, Any]) -> SecondReading:
    codes = {"topics": ["safety"], "addressees": "none", "actions": []}
    return SecondReading.model_validate(
        {
            "sampled": "all of an invented text",
            "coded_by": "human",
            "checked": "2035-12-31",
            "paragraphs": {
                f"A/RES/90/1#{p}": {**codes, **given} for p, given in paragraphs.items()
            },
        }
    )


def test_no_decisions_have_no_kappa() -> None:
    assert cohens_kappa([]) is None


@pytest.mark.parametrize("said", [YES, NO])
def test_one_answer_throughout_has_no_kappa(said: bool) -> None:
    assert cohens_kappa([(said, said)] * 5) is None


def test_kappa_worked_out_by_hand() -> None:
    # 20 both yes, 5 only the first, 10 only the second, 15 both no: p_o = 35/50 = 0.7,
    # p_e = 25/50 * 30/50 + 25/50 * 20/50 = 0.5, kappa = 0.2 / 0.5
    pairs = [(YES, YES)] * 20 + [(YES, NO)] * 5 + [(NO, YES)] * 10 + [(NO, NO)] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)


def test_high_agreement_on_a_rare_code_can_have_a_low_kappa() -> None:
    # p_o = 0.96; p_e = 0.02 * 0.04 + 0.98 * 0.96 = 0.9416; kappa = 0.0184 / 0.0584 = 23/73
    pairs = [(YES, YES)] * 1 + [(YES, NO)] * 1 + [(NO, YES)] * 3 + [(NO, NO)] * 95
    assert cohens_kappa(pairs) == pytest.approx(23 / 73)


def test_kappa_at_its_ends() -> None:
    assert cohens_kappa([(YES, YES), (NO, NO)]) == 1
    assert cohens_kappa([(YES, NO), (NO, YES)]) == -1
    assert cohens_kappa([(YES, YES), (YES, NO), (NO, YES), (NO, NO)]) == 0
    assert cohens_kappa([(YES, YES), (YES, NO)]) == 0


@given(st.lists(st.tuples(st.booleans(), st.booleans())))
def test_kappa_is_bounded_and_knows_no_first_reader(pairs: list[tuple[bool, bool]]) -> None:
    kappa = cohens_kappa(pairs)
    assert kappa == cohens_kappa((other, one) for one, other in pairs)
    assert kappa == cohens_kappa((not one, not other) for one, other in pairs)
    if kappa is None:
        assert len(set(pairs)) <= 1
    else:
        assert -1 <= kappa <= 1
        assert (kappa == 1) == all(one == other for one, other in pairs)


def test_nothing_to_compare_is_said_and_not_counted_as_agreement() -> None:
    uncoded = table(pp1={})
    for frame in (uncoded, table()):
        found = coder_agreement(frame, second(pp1={}, pp2={}), VOCABULARIES)
        assert found[0] == FieldAgreement("topics", 0, None, 0, None, 0, 0, None)
        assert [one.field for one in found] == list(FIELDS)


def test_fields_of_a_small_sample() -> None:
    frame = table(
        op1={"topics": ("safety", "data"), "addressees": ("states",), "actions": ("report",)},
        op2={"topics": ("safety",), "addressees": ("none",)},
        op3={"topics": ("data",), "addressees": ("none",)},
        unsampled={"topics": ("data",), "addressees": ("states",)},
    )
    reading = second(
        op2={},
        op1={"topics": ["data", "safety"], "addressees": ["states"]},
        op3={"topics": ["safety"], "addressees": ["states"]},
        gone={},
    )
    found = coder_agreement(frame, reading, VOCABULARIES)
    topics, addressees, actions, tier = found
    assert tier == FieldAgreement("tier", 0, None, 0, None, 0, 0, None)  # nobody was asked
    # topics: first yes 4 of 6, second yes 4 of 6, same 4 of 6: p_e = 20/36, kappa 4/36 / 16/36
    assert topics == FieldAgreement(
        "topics", 3, pytest.approx(2 / 3), 6, pytest.approx(4 / 6), 4, 4, pytest.approx(0.25)
    )
    # addressees: yes 3 and 3 of 6, same 4 of 6: p_e = 1/2, kappa = (2/3 - 1/2) / (1/2)
    assert addressees == FieldAgreement(
        "addressees", 3, pytest.approx(2 / 3), 6, pytest.approx(4 / 6), 3, 3, pytest.approx(1 / 3)
    )
    # actions: the second never says yes, so p_o = p_e = 2/3
    assert actions == FieldAgreement(
        "actions", 3, pytest.approx(2 / 3), 3, pytest.approx(2 / 3), 1, 0, 0
    )


def test_tiers_are_compared_where_the_second_reader_was_asked_for_them() -> None:
    coded = {"topics": ("safety",), "addressees": ("none",)}
    frame = table(
        op1=coded | {"tier": 3}, op2=coded | {"tier": 4}, op3=coded, op4=coded | {"tier": 4}
    )
    reading = second(op1={"tier": 3}, op2={"tier": 3}, op3={"tier": 4}, op4={})
    found = coder_agreement(frame, reading, VOCABULARIES)
    assert (found[3].paragraphs, found[3].identical) == (3, pytest.approx(1 / 3))


def test_a_code_outside_the_vocabulary_differs_but_is_no_decision() -> None:
    frame = table(op1={"topics": ("safety", "strange"), "addressees": ("none",)})
    found = coder_agreement(frame, second(op1={}), VOCABULARIES)
    assert found[0] == FieldAgreement("topics", 1, 0, 2, 1, 1, 1, 1)


def test_a_missing_vocabulary_is_an_error() -> None:
    with pytest.raises(KeyError, match="topics"):
        coder_agreement(table(op1={"topics": ("safety",)}), second(op1={}), {})


def test_the_record_has_a_second_reading_of_coded_paragraphs(real: Snapshot) -> None:
    assert real.second_reading is not None
    found = coder_agreement(real.tables["paragraphs"], real.second_reading, real.vocabularies)
    sampled = len(real.second_reading.paragraphs)
    assert sampled >= 70
    assert {one.paragraphs for one in found[:3]} == {sampled}
