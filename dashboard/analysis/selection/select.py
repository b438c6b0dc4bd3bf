"""The rows of a table that a query selects, in its order.

What a choice keeps, and in which order a column puts the rows, is worked out once for each
version of the data: a selection is made of the places of rows, and copies them once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.changes import changed_ids
from dashboard.analysis.coded_rows import CodedRows, Mask
from dashboard.analysis.scope import about_ai, rows_read, table_within
from dashboard.analysis.selection.codes import codes_of, symbol_key
from dashboard.analysis.selection.parameters import (
    ABOUT_AI,
    COLUMNS,
    PARAMETER,
    RECORD_OF,
    Parameter,
)
from dashboard.analysis.selection.query import Choice, Query
from dashboard.analysis.selection.search import matching, record_column
from dashboard.analysis.snapshot_cache import TableCache
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.sources.official_text.folding import unaccented

Places = npt.NDArray[np.intp]
"""Rows of a table by where they stand in it."""
Ranks = npt.NDArray[np.int32]
_DIGITS = re.compile(r"[0-9]+")
_ORDERED = ("count", "flag", "date", "partial_date")
"""Kinds whose values sort as they are; text is sorted with its numbers as numbers."""
_NAMES: Mapping[str, str] = MappingProxyType({"name_en": "en", "name_zh": "zh"})
"""Columns of names of States, and their language."""
_OF_TEXTS = ("documents", "paragraphs", "recorded_votes")
_LAST = np.iinfo(np.int32).max
_NEVER = _LAST
"""After every day: a record without a date is in no period."""


@dataclass(frozen=True)
class _Days:
    """The first and the last possible day of each row, as numbers: 20240321; 31 ends any month.

    A record dated 2023 may have happened after June 2023, so `from=2023-06` keeps it.
    """

    first: Ranks
    last: Ranks


_kept: TableCache[_Days] = TableCache(most=2)
_masks: TableCache[Mask] = TableCache(most=40)
_ranks: TableCache[Places] = TableCache(most=20)


def select(snapshot: Snapshot, table: str, query: Query) -> pd.DataFrame:
    """The rows of `table` that satisfy every parameter of `query`, sorted as it asks.

    Without `sort` the order is the table's own. Parameters that do not act on the table
    select nothing away; `limit` and `offset` are left to `page_of`.
    """
    rows = table_within(snapshot, table, query.scope)
    return rows.take(in_order(snapshot, table, places(snapshot, table, query), query))


def as_read(snapshot: Snapshot, table: str, query: Query) -> pd.DataFrame:
    """The rows a query selects as a page lists them: in the order it asks for, or newest first.

    Of the tables of texts those on core texts come first, then related ones.
    """
    rows = table_within(snapshot, table, query.scope)
    return rows.take(as_listed(snapshot, table, places(snapshot, table, query), query))


def as_listed(snapshot: Snapshot, table: str, found: Places, query: Query) -> Places:
    """Rows in the order in which a page lists them."""
    if query.sort:
        return in_order(snapshot, table, found, query)
    found = in_order(snapshot, table, found, query.having(sort=("-date",)))
    if table not in _OF_TEXTS:
        return found
    rank = _ranks.get(snapshot, table, partial(_centrality, snapshot, table))
    return found[np.argsort(rank[found], kind="stable")]


def _centrality(snapshot: Snapshot, table: str) -> Places:
    """How central AI is to the text of each row: 0 where it is at the centre."""
    rank = {weight: n for n, weight in enumerate(snapshot.terms("weights"))}
    weights = snapshot.tables[table]["weight"]
    return np.array([rank.get(weight, len(rank)) for weight in weights], dtype=np.intp)


def places(snapshot: Snapshot, table: str, query: Query) -> Places:
    """The rows a query selects, in the order of the table."""
    rows = len(snapshot.tables[table])
    return np.flatnonzero(kept_by_all(masks(snapshot, table, query).values(), rows))


def how_many(snapshot: Snapshot, table: str, query: Query) -> int:
    """How many rows a query selects, without texts known but not read."""
    return int(rows_read(snapshot, table)[places(snapshot, table, query)].sum())


def page_of(frame: pd.DataFrame, query: Query) -> pd.DataFrame:
    """The part of a selection that `offset` and `limit` ask for."""
    start = query.offset or 0
    return frame.iloc[start : None if query.limit is None else start + query.limit]


def in_order(snapshot: Snapshot, table: str, found: Places, query: Query) -> Places:
    """Rows sorted by the columns the query names, `-column` downwards, unknown values last.

    Numbers inside text count as numbers, so that A/RES/79/9 comes before A/RES/79/10; accents
    do not count. Names of States are sorted as their language sorts them, Chinese by sound.
    Names that are no column of the table are passed over.
    """
    for name in reversed(query.sort):
        column = name.removeprefix("-")
        if column not in TABLES[table]:
            continue
        rank = _ranks.get(
            snapshot,
            table,
            partial(_ranked, snapshot, table, query.scope, column),
            (query.scope, column),
        )[found]
        if name.startswith("-"):
            rank = np.where(rank == _LAST, rank, -rank)
        found = found[np.argsort(rank, kind="stable")]
    return found


def _ranked(snapshot: Snapshot, table: str, scope: str | None, column: str) -> Places:
    """The place of each row's value among all values of a column; `_LAST` where it has none."""
    frame = table_within(snapshot, table, scope)
    keys, kind = frame[column], TABLES[table][column].kind
    if kind == "codes":
        keys = keys.where(keys.map(len) > 0)
    if column in _NAMES:
        keys = frame["iso3"].map(snapshot.sort_keys(_NAMES[column])).fillna(keys)
    elif kind not in _ORDERED:
        keys = keys.map(_natural, na_action="ignore")
    codes, _ = pd.factorize(keys, sort=True)
    return np.where(codes < 0, _LAST, codes).astype(np.intp)


def masks(snapshot: Snapshot, table: str, query: Query) -> dict[str, Mask]:
    """For each parameter that acts on the table, which rows it keeps."""
    return {
        name: _mask(snapshot, table, PARAMETER[name], value)
        for name, value in query.values
        if PARAMETER[name].narrows and table in PARAMETER[name].columns
    }


def _mask(snapshot: Snapshot, table: str, parameter: Parameter, value: Any) -> Mask:
    """The rows that one value keeps. What a reader writes in words is not remembered."""
    make = partial(_made, snapshot, table, parameter, value)
    if parameter.kind == "text":
        return make()
    log = snapshot.key if parameter.kind == "since" else ""
    return _masks.get(snapshot, table, make, (parameter.name, value, log))


def _made(snapshot: Snapshot, table: str, parameter: Parameter, value: Any) -> Mask:
    """The rows that one value keeps; what it does follows from the kind of its parameter."""
    if parameter.kind == "text":
        return matching(snapshot, table, value)
    if parameter.kind == "date":
        return _in_period(_days(snapshot, table), parameter.name, value)
    frame = snapshot.tables[table]
    if parameter.kind == "scope":
        return about_ai(table, frame) if value == ABOUT_AI else np.ones(len(frame), dtype=bool)
    if parameter.kind == "since":
        record = frame[RECORD_OF[table]]
        return record.isin(changed_ids(snapshot, value)).to_numpy(dtype=bool)
    if parameter.kind == "choice":
        return chosen(codes_of(snapshot, table, parameter.name), value, parameter)
    found = pd.to_numeric(record_column(snapshot, table, COLUMNS[table][parameter.name]))
    if parameter.kind == "flag":
        kept = (found > 0) if value else ~(found > 0)
    else:
        kept = found <= value if parameter.kind == "at_most" else found >= value
    return kept.fillna(False).to_numpy(dtype=bool)


def _in_period(days: _Days, parameter: str, date: str) -> Mask:
    if parameter == "from":
        return days.last >= _day(date, "-01-01")
    begun = days.first <= _day(date, "-12-31")
    # what was not asked for by `as_of` has no status to show; an unknown day excludes nothing
    return begun if parameter == "to" else begun | (days.first == _NEVER)


def kept_by_all(found: Iterable[Mask], rows: int) -> Mask:
    """The rows that every mask keeps; all rows where there is no mask."""
    kept = np.ones(rows, dtype=bool)
    for mask in found:
        kept &= mask
    return kept


def chosen(rows: CodedRows, choice: Choice, parameter: Parameter) -> Mask:
    """Which rows, by their codes, have one of those asked for and none of those left out."""
    any_of, none_of = set(choice.any_of), set(choice.none_of)
    if parameter.vocabulary == "symbols":
        any_of, none_of = set(map(symbol_key, any_of)), set(map(symbol_key, none_of))
    kept = ~rows.having(none_of.__contains__)
    return kept & rows.having(any_of.__contains__) if any_of else kept


def _days(snapshot: Snapshot, table: str) -> _Days:
    return _kept.get(snapshot, table, lambda: _days_of(snapshot.tables[table]))


def _days_of(frame: pd.DataFrame) -> _Days:
    dates = frame["date"].fillna("")
    ends = frame["end_date"].fillna(dates) if "end_date" in frame else dates
    first = [_day(date, "-01-01") or _NEVER for date in dates]
    return _Days(np.array(first, np.int32), np.array([_day(d, "-12-31") for d in ends], np.int32))


@lru_cache(maxsize=10_000)
def _day(date: str, rest: str) -> int:
    """A partial date, with the rest of its year, as a number; 0 where there is none."""
    return int((date + rest[len(date) - 4 :]).replace("-", "")) if date else 0


def _natural(value: object) -> str:
    text = ";".join(value) if isinstance(value, tuple) else str(value)
    return _DIGITS.sub(lambda digits: digits[0].zfill(8), unaccented(text))
