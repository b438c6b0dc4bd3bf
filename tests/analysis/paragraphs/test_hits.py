"""The words around a hit are the wording's own, and what is marked is what was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.paragraphs.hits import around, hits, with_hits, without_marks
from dashboard.analysis.selection.terms import terms
from dashboard.corpus import official_text
from dashboard.corpus.official_text import official_text_folder
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.official_text.text_store import store_path
from dashboard.words import words
from tests.invented.wordings import attach

LONG = (
    f"{'Noting the flocks of all hills, ' * 9}asks for <b>sheep</b> and shears{', and wool' * 40};"
)
OP2 = "A/RES/90/10#op2"


@pytest.mark.parametrize("text", ["", "   ", "-sheep", "goats", '" OR * NEAR(', "heep"])
def test_what_is_not_in_a_wording_has_no_words_around_it(text: str) -> None:
    assert around("Asks for sheep;", terms(text)) is None
    assert around("", terms("sheep")) is None


@pytest.mark.parametrize(
    ("said", "text", "hit"),
    [
        ("Asks for sheep;", "sheep", "Asks for ⟦sheep⟧;"),
        ("Asks for Sheep:\nand shears;", "shears sheep", "Asks for ⟦Sheep⟧: and ⟦shears⟧;"),
        ("Asks for ⟦sheep⟧ twice", "sheep", "Asks for [⟦sheep⟧] twice"),
        ("请牧人修补羊圈；", "羊圈", "请牧人修补⟦羊圈⟧；"),
        ("يطلب إصلاح حظيرة الأغنام", "الأغنام", "يطلب إصلاح حظيرة ⟦الأغنام⟧"),
        ("Réparer l’étable", "etable", "Réparer l’⟦étable⟧"),
        ("½ of the sheep… organised", "organize", "½ of the sheep… ⟦organised⟧"),
    ],
)
def test_every_word_found_is_marked_and_the_rest_stays(said: str, text: str, hit: str) -> None:
    assert around(said, terms(text)) == hit


def test_a_long_wording_is_cut_between_words_on_both_sides() -> None:
    found = around(LONG, terms("sheep shears"))
    assert found is not None
    assert found.startswith("…of all hills, Noting the flocks of all hills, asks")
    assert "asks for <b>⟦sheep⟧</b> and ⟦shears⟧, and wool" in found
    assert found.endswith(("wool…", "and…", "wool,…"))
    assert len(found) < 220
    chinese = around("羊" * 200 + "牧人修补围栏" + "圈" * 200, terms("牧人"))
    assert chinese == f"…{'羊' * 30}⟦牧人⟧修补围栏{'圈' * 56}…"


@given(st.text(max_size=60), st.text(max_size=12))
def test_no_text_breaks_it_and_what_is_left_of_marks_is_the_wording(said: str, text: str) -> None:
    found = around(said, terms(text))
    if found is not None:
        plain, marks = without_marks(found)
        assert marks
        assert all(start < end <= len(plain) for start, end in marks)
        assert plain.strip("…") in said.replace("⟦", "[").replace("⟧", "]").replace("\n", " ")


def test_the_reader_s_language_comes_first_and_another_is_named_before_it(record: Snapshot) -> None:
    attach("A/RES/90/10", "en", {"op2": "Asks for sheep and 羊;"})
    attach("A/RES/90/10", "fr", {"op2": "demande des moutons, sheep"})
    attach("A/RES/90/10", "zh", {"op2": "请求羊群 sheep；"})
    assert hits(record, words("zh"), [OP2], "sheep") == ["请求羊群 ⟦sheep⟧；"]
    assert hits(record, words("en"), [OP2], "羊") == ["Asks for sheep and ⟦羊⟧;"]
    assert hits(record, words("en"), [OP2], "moutons") == ["fr: demande des ⟦moutons⟧, sheep"]
    assert hits(record, words("zh"), [OP2], "moutons") == ["fr：demande des ⟦moutons⟧, sheep"]
    assert hits(record, words("en"), ["A/RES/90/9#op1"], "sheep") == [None]


def test_rows_without_wording_keep_an_empty_column(record: Snapshot) -> None:
    table = record.tables["paragraphs"]
    assert with_hits(record, words("en"), table, "requests")["hit"].isna().all()
    attach("A/RES/90/10", "en", {"op2": "Asks for sheep;"})
    found = with_hits(record, words("en"), table, "sheep")
    assert dict(zip(found["id"], found["hit"].notna(), strict=True))[OP2]
    assert found["hit"].notna().sum() == 1
    assert found["hit"].dtype == table["hit"].dtype
    assert table["hit"].isna().all(), "the table itself is not changed"
    store_path(official_text_folder()).write_bytes(b"no store")
    official_text.reset()
    assert with_hits(record, words("en"), table, "sheep")["hit"].isna().all()
