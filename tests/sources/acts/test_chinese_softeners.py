"""Chinese softeners by fingerprint, in invented words."""

from __future__ import annotations

import pytest

from dashboard.sources.acts.chinese_softeners import PHRASES, chinese_softeners
from dashboard.sources.acts.softeners import PATTERNS
from dashboard.sources.fingerprints import fingerprint


def softeners(text: str) -> frozenset[str]:
    found = fingerprint(text, "zh")
    assert found is not None
    return chinese_softeners(found)


@pytest.mark.parametrize("text", ["羊", "请牧人数羊", "请酌量情形", "请牧人自己愿意时数羊"])
def test_signs_that_stand_apart_soften_nothing(text: str) -> None:
    assert softeners(text) == frozenset()


@pytest.mark.parametrize("code", PHRASES)
def test_each_form_is_told_wherever_it_stands(code: str) -> None:
    for phrase in PHRASES[code]:
        assert code in softeners(f"请牧人{phrase}数羊")


def test_each_is_told_in_english_too() -> None:
    assert set(PHRASES) <= set(PATTERNS)
