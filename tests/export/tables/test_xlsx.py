from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame
from dashboard.export.tables import xlsx
from dashboard.export.tables.guard import is_guarded
from dashboard.export.tables.xlsx import CUT, LONGEST_TEXT, Origin, fitting, storable, workbook
from dashboard.words import LANGUAGES, words
from tests.invented.synthetic import filled, snapshot

LINK = "https://record.test/api/timeline.json?kind=law"
ABOUT = (words("en"), Origin(LINK, "v1", dt.date(2037, 1, 15), total=2))
FORMULAS = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "{=1}", "＝1"]


def opened(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def cell(**row: Any) -> Cell:
    """How a workbook holds the one value given, of a timeline's row."""
    (name,) = row
    table = frame("timeline", filled("timeline", [{"id": "x", **row}]))
    sheet = opened(workbook(table, "timeline", *ABOUT)).worksheets[0]
    found: Cell = sheet.cell(2, list(TABLES["timeline"]).index(name) + 1)
    return found


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_is_a_header_and_no_rows(table: str) -> None:
    rows, columns, _ = opened(workbook(frame(table, []), table, *ABOUT)).worksheets
    assert list(rows.values) == [tuple(TABLES[table])]
    assert len(list(columns.values)) == len(TABLES[table]) + 1


@pytest.mark.parametrize("text", [*FORMULAS, '=HYPERLINK("https://evil.test")', "=cmd|'/C'!A0"])
def test_no_text_becomes_a_formula_and_each_is_marked_as_text(text: str) -> None:
    found = cell(title_en=text)
    assert found.data_type == "s"
    assert str(found.value) == storable(text)
    assert found.quotePrefix or storable(text)[0] in "{␍"


@pytest.mark.parametrize("text", ["12", "1e5", "TRUE", "2024-03-21", "#N/A", "0012", "_x0041_"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    found = cell(title_en=text)
    assert found.data_type == "s"
    assert bool(found.quotePrefix) is is_guarded(text)
    assert "A" not in str(cell(title_en="_x0041_").value)


def test_control_characters_are_made_visible() -> None:
    assert cell(title_en="a\x00b\x1b[31mc\x7f\x85d\te\nf").value == "a␀b␛[31mc␡\ufffdd\te\nf"
    assert cell(title_en="no sign\uffff").value == "no sign\ufffd"
    assert storable("half \ud800 a sign") == "half \ufffd a sign"


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=12))
def test_every_text_can_be_written_and_none_is_a_formula(text: str) -> None:
    found = cell(title_zh=text)
    assert found.data_type == "s"


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    whole = "x" * LONGEST_TEXT
    assert cell(title_en=whole).value == whole
    cut = cell(title_en=whole + "y").value
    assert str(cut) == "x" * (LONGEST_TEXT - len(CUT)) + CUT
    faces = fitting("🤖" * LONGEST_TEXT)
    assert len(faces.encode("utf-16-le")) <= 2 * LONGEST_TEXT
    assert faces == "🤖" * ((LONGEST_TEXT - len(CUT)) // 2) + CUT
    assert storable(faces) == faces


def test_only_web_addresses_are_links() -> None:
    good = cell(source="https://docs.un.org/en/A/RES/79/1?a=1#b")
    assert good.hyperlink is not None
    assert good.value == "https://docs.un.org/en/A/RES/79/1?a=1#b"
    bad = (
        *("javascript:alert(1)", "file:///etc/passwd", "mailto:a@b", "internal:Sheet2!A1"),
        *("/documents?item=1", "https://", "https://a b", "external:c:\\x.xlsx", "ftp://a/b"),
        "https://a.test/" + "x" * 2079,
    )
    for text in bad:
        found = cell(source=text)
        assert (found.hyperlink, found.value) == (None, text)


def test_links_and_rows_beyond_what_excel_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_LINKS", 2)
    monkeypatch.setattr(xlsx, "MOST_ROWS", 4)
    rows = [{"id": f"r{n}", "source": f"https://a.test/{n}"} for n in range(5)]
    table = frame("timeline", filled("timeline", rows))
    sheet = opened(workbook(table, "timeline", *ABOUT)).worksheets[0]
    place = list(TABLES["timeline"]).index("source") + 1
    shown = [sheet.cell(row, place) for row in range(2, sheet.max_row + 1)]
    assert [c.value for c in shown] == ["https://a.test/0", "https://a.test/1", "https://a.test/2"]
    assert [c.hyperlink is not None for c in shown] == [True, True, False]


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_are_those_given_with_their_types(table: str) -> None:
    given_rows = snapshot().tables[table]
    header, *rows = opened(workbook(given_rows, table, *ABOUT)).worksheets[0].values
    assert list(header) == list(TABLES[table])
    assert len(rows) == len(given_rows) > 0
    for (_, expected), row in zip(given_rows.iterrows(), rows, strict=True):
        for name, value in zip(header, row, strict=True):
            kind, was = TABLES[table][name].kind, expected[name]
            if kind == "codes":
                assert (value or "") == ";".join(was)
            elif value is None:
                assert pd.isna(was)
            else:
                assert value == was
                assert isinstance(value, {"count": int, "flag": bool}.get(kind, str))


def test_partial_dates_stay_as_precise_as_they_are() -> None:
    for date in ("2036", "2036-03", "2036-03-01"):
        found = cell(date=date)
        assert (found.value, found.data_type) == (date, "s")


def test_the_header_is_frozen_and_filterable() -> None:
    sheet = opened(workbook(snapshot().tables["votes"], "votes", *ABOUT)).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:J7"


def test_the_second_sheet_describes_each_column() -> None:
    sheet = opened(workbook(frame("votes", []), "votes", *ABOUT)).worksheets[1]
    header, *rows = sheet.values
    assert header == ("column", "kind", "what it means", "codes from")
    assert rows == [(n, c.kind, c.about, c.vocabulary) for n, c in TABLES["votes"].items()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_third_sheet_says_what_the_file_is(language: Any) -> None:
    say, origin = words(language), Origin(LINK, "v7", dt.date(2037, 1, 15), total=9)
    votes = snapshot().tables["votes"].head(3)
    book = opened(workbook(votes, "votes", say, origin))
    facts = dict(book.worksheets[2].values)
    assert len(facts) == 9
    said = list(facts.values())
    assert said[1:6] == [LINK, "v7", "2037-01-15", 3, 9]
    assert LINK in str(said[6])
    assert "v7" in str(said[6])
    assert "Apache" in str(said[7])
    assert book.properties.title == said[0] == say("sheet.title", table="votes")


def test_equal_rows_give_equal_bytes() -> None:
    votes = snapshot().tables["votes"]
    first, second = (workbook(votes, "votes", *ABOUT) for _ in range(2))
    assert first == second
    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert not [name for name in names if "vba" in name or "external" in name]
