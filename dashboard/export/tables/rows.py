"""Rows of a table as JSON values and as CSV text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from dashboard.corpus.tables.columns import TABLES, Kind
from dashboard.export.tables.guard import guarded

Value = str | int | bool | list[str] | None
BYTE_MARK = "\ufeff"
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")

_READ: Mapping[Kind, Callable[[Any], Value]] = {"codes": list, "count": int, "flag": bool}


def json_rows(frame: pd.DataFrame, table: str) -> list[dict[str, Value]]:
    """A dict for each row: the table's columns in order, nulls as None, codes as lists."""
    columns = [values(frame, table, name) for name in TABLES[table]]
    return [dict(zip(TABLES[table], row, strict=True)) for row in zip(*columns, strict=True)]


def json_text(head: Mapping[str, Any], frame: pd.DataFrame, table: str) -> str:
    """An object of what `head` says and the `rows`; no other kind of number than JSON has."""
    body = {**head, "rows": json_rows(frame, table)}
    return json.dumps(body, ensure_ascii=False, allow_nan=False)


def csv_text(frame: pd.DataFrame, table: str) -> str:
    """A header and a line for each row (RFC 4180); lists joined by `;`, nulls empty.

    A text that a spreadsheet would run, or take for a date or a number, has `'` in front
    (`guard`); counts stay numbers and dates dates. It begins with the mark by which Excel knows
    UTF-8, without which Chinese is not Chinese there.
    """
    out = io.StringIO(newline="")
    out.write(BYTE_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(TABLES[table])
    columns = [values(frame, table, name) for name in TABLES[table]]
    dates = [TABLES[table][name].kind in ("date", "partial_date") for name in TABLES[table]]
    for row in zip(*columns, strict=True):
        writer.writerow(map(_cell, row, dates))
    return out.getvalue()


def values(frame: pd.DataFrame, table: str, name: str) -> list[Value]:
    """A column's values as plain Python: nulls as None, codes as lists, counts as integers."""
    read = _READ.get(TABLES[table][name].kind, str)
    found = frame[name]
    if read is list:
        return [list(codes) for codes in found]
    known, nulls = found.to_numpy(dtype=object), found.isna().to_numpy()
    return [None if null else read(v) for v, null in zip(known, nulls, strict=True)]


def _cell(value: Value, dated: bool) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return value
    text = ";".join(value) if isinstance(value, list) else value
    return text if dated and _DATE.fullmatch(text) else guarded(text)
