from __future__ import annotations

import pytest

from dashboard.analysis.agreed_language.line_history import (
    COLUMNS,
    is_formula,
    line_history,
    phrase_history,
)
from dashboard.analysis.agreed_language.nearest import agreed_index
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot


@pytest.mark.parametrize("phrase", ["", " ", "AI", "two words", "words that no text has"])
def test_a_phrase_that_is_too_short_or_nowhere_has_no_history(real: Snapshot, phrase: str) -> None:
    assert phrase_history(real, phrase, "en").empty
    assert list(phrase_history(snapshot(), phrase, "en").columns) == list(COLUMNS)


@pytest.mark.parametrize(
    ("phrase", "language", "first", "also"),
    [
        ("safe, secure and trustworthy", "en", "A/RES/78/265", "A/RES/78/311"),
        ("人工智能鸿沟", "zh", "A/RES/78/265", "A/RES/78/311"),
        ("人工智慧鴻溝".replace("慧", "能"), "zh", "A/RES/78/265", "A/RES/78/311"),
        ("lethal autonomous weapons systems", "en", "A/RES/78/241", "A/RES/79/62"),
    ],
)
def test_where_a_phrase_first_stands(
    real: Snapshot, phrase: str, language: str, first: str, also: str
) -> None:
    found = phrase_history(real, phrase, language)
    assert (found["symbol"].iloc[0], found["step"].iloc[0]) == (first, "first")
    assert also in set(found["symbol"])
    assert found["date"].is_monotonic_increasing
    assert set(found["step"]) <= {"first", "taken_up", "kept", "dropped"}
    assert not is_formula(real, found, language)
    for ids, step in zip(found["ids"], found["step"], strict=True):
        assert bool(ids) == (step != "dropped")


def test_a_formula_is_told_by_how_many_texts_have_it(real: Snapshot) -> None:
    found = phrase_history(real, "2030 Agenda for Sustainable Development", "en")
    assert is_formula(real, found, "en")


def test_a_line_kept_word_for_word(real: Snapshot) -> None:
    index = agreed_index(real, "en")
    wanted = index.prints[index.places["A/RES/79/239#op6"]]
    found = line_history(real, wanted, "en")
    assert [*zip(found["symbol"], found["step"], strict=True)] == [
        ("A/RES/79/239", "first"),
        ("A/RES/80/58", "kept"),
    ]
    assert found["since"].iloc[1] == "A/RES/79/239#op6"
    assert found["yes"].iloc[0] == 159
    later = line_history(real, wanted, "en", without={"A/RES/79/239"})
    assert list(later["step"]) == ["first"]


def test_a_line_dropped_by_the_next_of_its_series(real: Snapshot) -> None:
    index = agreed_index(real, "en")
    found = line_history(real, index.prints[index.places["A/RES/79/62#op9"]], "en")
    steps = dict(zip(found["symbol"], found["step"], strict=True))
    assert steps["A/RES/80/57"] == "dropped"
    assert found.loc[found["step"] == "dropped", "id"].isna().all()
