"""What a spreadsheet would run or turn into something else is marked as text, and only that."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.tables.guard import guarded, is_guarded
from tests.invented.reference_readers import unguarded

FORMULAS = (
    "=1+1", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "\n=1", '"=1+1"', "'=1", " =1", "＝1", "-",
    "''@", '=HYPERLINK("https://evil.test")', "=cmd|'/C'!A0",
)  # fmt: skip
FIGURES = (
    "79-10-7", "78-241-2", "75-264-38-2", "1-2", "3/4", "1/2/3", "12.5.2024", "2024-03", "2024/3/1",
    "1E5", "1e-5", "1.5E+3", "007", "0012", "00", "123456789012", "(5)", "(1,234)", "1,234", "1.50",
    ".5", "5.", "5%", "% 5", "$5", "€ 5", "￥5", "12:30", "1:2", "12:30 pm", "9 a", "1 1/2",
    "1 - 2", "May 5", "may5", "MAR-24", "5 May", "5-may-2024", "1st May 2024", "Sept 5",
    "December 2024", "May 5, 2024", "3月4日", "2024年", "24年3月", "12时30分", "TRUE", "false",
    "#N/A", "#ref!", "１－２", "３／４", " 79-10-7 ", "'79-10-7",
)  # fmt: skip
PLAIN = (
    "", "0", "1", "38", "99999999999", "A/RES/79/239", "A/79/PV.55", "6 (e)", "(a)", "(-1)", "1a",
    "90-7-a-3", "pp3", "op6.e", "annex 1", "may", "May", "Mayor 5", "March on 5 fronts", "5 marks",
    "1 machine", "In 2024", "2024 and after", "1+1", "A-B", "a@b", "关于=", "'tis", ".", "%", "()",
    "three/four", "-".join(["1"] * 30), "第79/1号决议", "3个月", "https://docs.un.org/1-2",
)  # fmt: skip


@pytest.mark.parametrize("text", [*FORMULAS, *FIGURES])
def test_what_a_spreadsheet_takes_for_more_becomes_text_and_comes_back(text: str):
    assert is_guarded(text)
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", PLAIN)
def test_what_reads_the_same_in_a_spreadsheet_stays_as_it_is(text: str):
    assert not is_guarded(text)
    assert guarded(text) == text


@given(st.text(alphabet=st.sampled_from("=+-@'\"\t\r\n ;,./:()%eE年月日0157may中"), max_size=8))
def test_dropping_one_sign_gives_every_text_back(text: str):
    cell = guarded(text)
    assert cell in (text, f"'{text}")
    assert unguarded(cell) == text
    assert not re.match(r"\s*[=+\-@\t\r]", cell)
    assert is_guarded(cell) is is_guarded(text) or not text


def test_a_long_text_is_judged_at_once():
    assert not is_guarded("1" * 100_000 + "-" + "2" * 100_000)
    assert is_guarded("=" + "1" * 100_000)
    assert not is_guarded("1 " * 20 + "x")


@pytest.mark.parametrize("table", TABLES)
def test_of_the_record_whole_columns_are_marked_or_none(real_record: Snapshot, table: str):
    """An id is written one way in all its rows, so that rows can be joined by it."""
    keys = [name for name in ("id", "symbol", "vote", "iso3") if name in TABLES[table]]
    for name in keys:
        known = real_record.tables[table][name].dropna()
        plain = [is_guarded(str(value)) for value in known if re.fullmatch(r"[0-9-]+", str(value))]
        rest = [is_guarded(str(v)) for v in known if not re.fullmatch(r"[0-9-]+", str(v))]
        assert all(plain), name
        assert not any(rest), name
