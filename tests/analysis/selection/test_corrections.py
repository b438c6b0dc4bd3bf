from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.selection.corrections import correction
from dashboard.analysis.selection.search import matching
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
