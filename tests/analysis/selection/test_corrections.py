from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.selection.corrections import correction, elsewhere, relaxed
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.search import matching
from dashboard.analysis.selection.select import select
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot


def test_an_empty_table_knows_no_word() -> None:
    assert correction(snapshot(version="empty", documents=[]), "documents", "reprot") is None


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("documents", "", None),
        ("documents", "-", None),
        ("documents", "x" * 300, None),
        ("documents", "invented", None),
        ("documents", "invent", None),
        ("documents", "text report", None),
        ("documents", "qwertyuiop", None),
        ("documents", "txt", None),
        ("documents", "inventde", "invented"),
        ("documents", "Machnes in armed conflct", "machines in armed conflict"),
        ("documents", "rxpoxt", "report"),  # two slips in six letters
        ("documents", "rxpot", None),  # and in five
        ("documents", '"armed conflcit"', '"armed conflict"'),
        ("documents", "trainning -conflict", "training -conflict"),
        ("documents", "training -conflcit", None),
        ("documents", "trainning -conflcit", "training -conflcit"),
        ("documents", 'reprots -"armed conflcit"', 'report -"armed conflcit"'),
        ("documents", "智能体", None),
        ("timeline", "polcies", "policies"),
        ("votes", "Frence", "france"),
        ("sponsors", "Chiina 90/10", "china 90/10"),
        ("paragraphs", "requsets 90/10", "requests 90/10"),
    ],
)
def test_misspelt_words_are_replaced_by_the_tables_own(
    record: Snapshot, table: str, text: str, expected: str | None
) -> None:
    assert correction(record, table, text) == expected


@settings(deadline=None)
@given(st.text(alphabet='invetdxrpo -"人', max_size=30))
def test_a_correction_finds_what_the_text_does_not(text: str) -> None:
    record = snapshot(version="corrections")
    found = correction(record, "documents", text)
    if found is not None:
        assert not matching(record, "documents", text).any()
        assert matching(record, "documents", found).any()


@pytest.mark.parametrize("text", ["", "quokka", "quokka numbat", "-resolution", "90/10 para 2 (a)"])
def test_there_is_nothing_looser_than_what_nothing_has(record: Snapshot, text: str) -> None:
    assert relaxed(record, "countries", Query().having(q=text or None)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("meaningful human control", "human control"),
        ("meaningfull human controll", "human control"),
        ("right to privacy in warfare", "right privacy"),
        ("Atlantis 人权", "人权"),
    ],
)
def test_most_words_of_a_search_are_offered(
    real_record: Snapshot, text: str, expected: str
) -> None:
    query = Query().having(q=text, mentions=True)
    assert not select(real_record, "paragraphs", query).size
    first = relaxed(real_record, "paragraphs", query)[0]
    assert first.text == expected
    assert first.rows == len(select(real_record, "paragraphs", query.having(q=expected))) > 0


def test_what_is_quoted_or_excluded_stays_so(real_record: Snapshot) -> None:
    query = Query().having(q='Atlantis "human rights" -council')
    assert relaxed(real_record, "documents", query)[0].text == '"human rights" -council'


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("meaningful human control", "statements"),
        ("Brazil", "sponsors"),
        ("78/265 para 6 (e)", "requests"),
    ],
)
def test_tables_that_have_what_is_searched_are_named(
    real_record: Snapshot, text: str, table: str
) -> None:
    found = dict(elsewhere(real_record, Query().having(q=text), ("countries", "paragraphs", table)))
    rows = select(real_record, table, Query().having(q=text))
    assert found[table] == (rows["symbol"].nunique() if table == "sponsors" else len(rows))
    assert 0 not in found.values()
