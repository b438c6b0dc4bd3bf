"""Rows of a table as JSON values and as CSV text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from dashboard.corpus.tables.columns import TABLES, Kind

Value = str | int | bool | list[str] | None

FORMULA = re.compile(r"""["'\s]*[=+\-@＝＋－＠]|["']*[\t\r\n]""")
"""What a spreadsheet may take for a formula, also behind quotes or white space."""

_READ: Mapping[Kind, Callable[[Any], Value]] = {"codes": list, "count": int, "flag": bool}


def json_rows(frame: pd.DataFrame, table: str) -> list[dict[str, Value]]:
    """A dict for each row: the table's columns in order, nulls as None, codes as lists."""
    columns = [values(frame, table, name) for name in TABLES[table]]
    return [dict(zip(TABLES[table], row, strict=True)) for row in zip(*columns, strict=True)]


def csv_text(frame: pd.DataFrame, table: str) -> str:
    """A header and a line for each row (RFC 4180); lists joined by `;`, nulls empty.

    A text that a spreadsheet could run as a formula gets `'` in front; dropping that one
    sign gives the text back. Numbers stay numbers.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(TABLES[table])
    columns = [values(frame, table, name) for name in TABLES[table]]
    for row in zip(*columns, strict=True):
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def values(frame: pd.DataFrame, table: str, name: str) -> list[Value]:
    """A column's values as plain Python: nulls as None, codes as lists, counts as integers."""
    read = _READ.get(TABLES[table][name].kind, str)
    found = frame[name]
    if read is list:
        return [list(codes) for codes in found]
    known, nulls = found.to_numpy(dtype=object), found.isna().to_numpy()
    return [None if null else read(v) for v, null in zip(known, nulls, strict=True)]


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return value
    text = ";".join(value) if isinstance(value, list) else value
    return f"'{text}" if FORMULA.match(text) else text
