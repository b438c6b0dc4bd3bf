from __future__ import annotations

import codecs
import csv
import io
import json

import pytest

from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame
from dashboard.export.tables.rows import csv_text, json_rows
from tests.invented.reference_readers import csv_cells
from tests.invented.synthetic import filled, snapshot


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_is_a_header_and_no_rows(table: str) -> None:
    empty = frame(table, [])
    assert json_rows(empty, table) == []
    assert cells(csv_text(empty, table)) == [list(TABLES[table])]


@pytest.mark.parametrize("text", ["=1+1", "3/4", "1E5", "\t=1", "May 5"])
def test_what_a_spreadsheet_takes_for_more_is_marked_in_every_kind_of_text(text: str) -> None:
    row = {"id": "x", "title_en": text, "symbol": text, "kind": text, "topics": (text,)}
    table = frame("timeline", filled("timeline", [{**row, "date": text}]))
    header, written = cells(csv_text(table, "timeline"))
    for name in ("title_en", "symbol", "kind", "topics", "date"):
        assert written[header.index(name)] == "'" + text, name


@pytest.mark.parametrize("date", ["2036", "2036-03", "2036-03-01"])
def test_a_date_stays_a_date_and_a_count_a_number(date: str) -> None:
    table = frame("timeline", filled("timeline", [{"id": "x", "date": date, "title_en": date}]))
    header, written = cells(csv_text(table, "timeline"))
    assert written[header.index("date")] == date
    assert written[header.index("title_en")] == (date if date == "2036" else "'" + date)


@pytest.mark.parametrize("table", TABLES)
def test_a_file_begins_with_the_mark_of_its_encoding_and_joins_by_its_ids(table: str) -> None:
    rows = snapshot().tables[table]
    text = csv_text(rows, table)
    assert text.encode().startswith(codecs.BOM_UTF8)
    assert text.count("\ufeff") == 1
    header, *lines = csv_cells(text)
    assert header == list(TABLES[table])
    key = header[0]
    assert [line[0] for line in lines] == list(rows[key].astype(str))


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
