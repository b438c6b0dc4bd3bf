from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame
from dashboard.export.tables.rows import csv_text, json_rows
from tests.invented.synthetic import filled, snapshot


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def title(text: str) -> str:
    """What the CSV holds for a title."""
    table = frame("timeline", filled("timeline", [{"id": "x", "title_en": text}]))
    header, row = cells(csv_text(table, "timeline"))
    return row[header.index("title_en")]


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_is_a_header_and_no_rows(table: str) -> None:
    empty = frame(table, [])
    assert json_rows(empty, table) == []
    assert cells(csv_text(empty, table)) == [list(TABLES[table])]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=1",
        '"=1+1"',
        "'=1",
        " =1",
        "＝1",
        "-",
        "''@",
    ],
)
def test_a_formula_becomes_text_and_the_text_comes_back(text: str) -> None:
    assert title(text) == "'" + text


@pytest.mark.parametrize("text", ["1+1", "A-B", "a@b", "关于=", "'tis", "(-1)"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert title(text) == text


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("=+-@'\"\t\r\n ;,aé中"), max_size=6))
def test_dropping_one_sign_gives_every_text_back(text: str) -> None:
    cell = title(text)
    assert not re.match(r"[=+\-@\t\r]", cell)
    assert cell in (text, "'" + text)
    if cell.startswith("'"):
        assert (cell == text) is (title(cell[1:]) != cell)


def test_numbers_flags_lists_and_nulls() -> None:
    record = snapshot()
    first, *_, last = json_rows(record.tables["documents"], "documents")
    assert list(first) == list(TABLES["documents"])
    assert (first["yes"], first["drafts"], first["track"]) == (
        150,
        ["A/C.1/90/L.1/Rev.1"],
        "military",
    )
    assert (last["yes"], last["drafts"], last["symbol"]) == (None, [], None)
    assert json.loads(json.dumps(first)) == first
    header, row, *_ = cells(csv_text(record.tables["documents"], "documents"))
    assert (row[header.index("yes")], row[header.index("session")]) == ("150", "")
    header, _, row, *_ = cells(csv_text(record.tables["timeline"], "timeline"))
    assert row[header.index("topics")] == "safety;capacity_building"
    header, *rows = cells(csv_text(record.tables["paragraphs"], "paragraphs"))
    assert [r[header.index("mentions_ai")] for r in rows] == ["false", "true", "true", ""]
    flags = [r["mentions_ai"] for r in json_rows(record.tables["paragraphs"], "paragraphs")]
    assert flags == [False, True, True, None]
