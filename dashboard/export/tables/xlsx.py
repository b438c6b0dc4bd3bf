"""A table as an Excel workbook: its rows, what its columns mean, and what the file is."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.corpus.tables.columns import TABLES, Kind
from dashboard.export.tables.guard import is_guarded
from dashboard.export.tables.rows import Value, values
from dashboard.words import Words

MOST_ROWS = 1_048_576
"""Rows of a sheet, the header among them (Excel specifications and limits)."""
MOST_LINKS = 65_530
LONGEST_LINK = 2_079
LONGEST_TEXT = 32_767
"""In a cell, in UTF-16 code units, which is how Excel counts."""
CUT = " […]"
"""Ends a text that was too long for a cell."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINK = re.compile(r"https?://[^\s/]")
_WIDTHS: Mapping[Kind, int] = {"count": 10, "flag": 10, "date": 12, "partial_date": 12, "text": 32}
_WIDTH = 18


@dataclass(frozen=True)
class Origin:
    """Where a file is from: the canonical link, the data version, its day, of how many rows."""

    link: str
    version: str
    day: dt.date
    total: int


def workbook(frame: pd.DataFrame, table: str, say: Words, origin: Origin) -> bytes:
    """An .xlsx file of these rows, in the order given, in the columns of `table`.

    Counts are numbers, flags booleans, nulls empty cells; dates stay text as precise as they
    are; lists are joined by `;`. No text becomes a formula or a number, an http(s) address is
    a link as far as Excel's limits go. Rows beyond `MOST_ROWS` are left out; a sheet says of
    how many rows these are. Equal input gives equal bytes.
    """
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with Workbook(out, options) as book:
        title = say("sheet.title", table=table)
        midnight = dt.datetime.combine(origin.day, dt.time())
        book.set_properties({"title": storable(title)[:255], "created": midnight})
        cells = _Cells(book)
        rows, columns, facts = (
            book.add_worksheet(say(key)) for key in ("sheet.rows", "sheet.columns", "sheet.about")
        )
        _write_rows(rows, cells, frame, table)
        _write_columns(columns, cells, table, say)
        _write_facts(facts, cells, _facts(title, len(frame), say, origin))
    return out.getvalue()


def storable(text: str) -> str:
    """The text with each control character, and half a surrogate, as a sign one can see."""
    return _CONTROL.sub(_picture, text)


def fitting(text: str) -> str:
    """The text, or as much of it as a cell holds, ending in `CUT`."""
    if 2 * len(text) <= LONGEST_TEXT:  # a sign is two units at most
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - len(CUT))].decode("utf-16-le", errors="ignore") + CUT


def _picture(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


class _Cells:
    """Writes values as what they are. Text that a spreadsheet takes for more is marked as text."""

    def __init__(self, book: Workbook) -> None:
        self.bold: Format = book.add_format({"bold": True})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._quoted: Format = book.add_format({"quote_prefix": True})
        self._links: dict[Worksheet, int] = {}

    def write(
        self, sheet: Worksheet, row: int, column: int, value: Value, form: Format | None = None
    ) -> None:
        if value is None or value == []:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value, form)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, form)
        else:
            text = fitting(storable(";".join(value) if isinstance(value, list) else value))
            if not self._linked(sheet, row, column, text):
                quoted = self._quoted if form is None and is_guarded(text) else form
                sheet.write_string(row, column, text, quoted)

    def _linked(self, sheet: Worksheet, row: int, column: int, text: str) -> bool:
        """Whether the text was an address that could be written as a link."""
        used = self._links.get(sheet, 0)
        if len(text) > LONGEST_LINK or used >= MOST_LINKS or not _LINK.match(text):
            return False
        if ";" in text or any(sign.isspace() for sign in text):
            return False  # a list, or a sentence that begins with an address
        self._links[sheet] = used + 1
        return bool(sheet.write_url(row, column, text, string=text) == 0)


def _write_rows(sheet: Worksheet, cells: _Cells, frame: pd.DataFrame, table: str) -> None:
    shown = frame.iloc[: MOST_ROWS - 1]
    for column, (name, described) in enumerate(TABLES[table].items()):
        sheet.set_column(column, column, _WIDTHS.get(described.kind, _WIDTH))
        cells.write(sheet, 0, column, name, cells.bold)
        for row, value in enumerate(values(shown, table, name), start=1):
            cells.write(sheet, row, column, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(shown), len(TABLES[table]) - 1)


def _write_columns(sheet: Worksheet, cells: _Cells, table: str, say: Words) -> None:
    headings = ("sheet.column", "sheet.kind", "sheet.meaning", "sheet.vocabulary")
    for column, key in enumerate(headings):
        cells.write(sheet, 0, column, say(key), cells.bold)
    for row, (name, described) in enumerate(TABLES[table].items(), start=1):
        told = (name, described.kind, described.about, described.vocabulary)
        for column, text in enumerate(told):
            cells.write(sheet, row, column, text)
    for column, width in enumerate((20, 24, 72, 20)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)


def _facts(title: str, shown: int, say: Words, origin: Origin) -> dict[str, str | int]:
    """What the file is: where it is from, how much of it, how it is cited, on what terms."""
    link, version, today = origin.link, origin.version, say.date(origin.day.isoformat())
    return {
        say("sheet.what"): title,
        say("sheet.link"): link,
        say("sheet.version"): version,
        say("sheet.day"): origin.day.isoformat(),
        say("sheet.shown"): shown,
        say("sheet.total"): origin.total,
        say("sheet.cite"): say(
            "cite.available", cited=title, url=link, version=version, date=today
        ),
        say("sheet.licence"): say("sheet.terms"),
        say("sheet.sources"): say("footer.sources"),
    }


def _write_facts(sheet: Worksheet, cells: _Cells, facts: Mapping[str, str | int]) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 96)
    for row, (name, fact) in enumerate(facts.items()):
        cells.write(sheet, row, 0, name, cells.bold)
        cells.write(sheet, row, 1, fact, None if isinstance(fact, int) else cells.wrapped)
