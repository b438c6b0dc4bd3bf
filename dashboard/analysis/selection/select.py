"""The rows of a table that a query selects, in its order.

What a choice keeps, and in which order a column puts the rows, is worked out once for each
version of the data: a selection is made of the places of rows, and copies them once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.changes import changed_ids
from dashboard.analysis.coded_rows import CodedRows, Mask
from dashboard.analysis.found_rows import FoundRows, Places
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

Ranks = npt.NDArray[np.int32]
_DIGITS = re.compile(r"[0-9]+")
_ORDERED = ("count", "flag", "date", "partial_date")
"""Kinds whose values sort as they are; text is sorted with its numbers as numbers."""
_NAMES: Mapping[str, str] = MappingProxyType({"name_en": "en", "name_zh": "zh"})
"""Columns of names of States, and their language."""
_CENTRALITY = "by how central AI is"
"""Sorted by as if it were a column of the tables of texts."""
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
_orders: TableCache[Ranks] = TableCache(most=12)
_ranks: TableCache[Ranks] = TableCache(most=12)


def select(snapshot: Snapshot, table: str, query: Query) -> pd.DataFrame:
    """The rows of `table` that satisfy every parameter of `query`, sorted as it asks.

    Without `sort` the order is the table's own. Parameters that do not act on the table
    select nothing away; `limit` and `offset` are left to `page_of`.
    """
    return found_rows(snapshot, table, query).rows


def found_rows(snapshot: Snapshot, table: str, query: Query) -> FoundRows:
    """The same, not yet copied."""
    found = in_order(snapshot, table, places(snapshot, table, query), query)
    return FoundRows(snapshot, table, query.scope, found)


def as_read(snapshot: Snapshot, table: str, query: Query) -> FoundRows:
    """The rows a query selects as a page lists them: in the order it asks for, or newest first.

    Of the tables of texts those on core texts come first, then related ones.
    """
    found = as_listed(snapshot, table, places(snapshot, table, query), query)
    return FoundRows(snapshot, table, query.scope, found)


def as_listed(snapshot: Snapshot, table: str, found: Places, query: Query) -> Places:
    """Rows in the order in which a page lists them."""
    sort = query.sort or ((_CENTRALITY, "-date") if table in _OF_TEXTS else ("-date",))
    return in_order(snapshot, table, found, query.having(sort=sort))


def _centrality(snapshot: Snapshot, table: str) -> Ranks:
    """How central AI is to the text of each row: 0 where it is at the centre."""
    rank = {weight: n for n, weight in enumerate(snapshot.terms("weights"))}
    weights = snapshot.tables[table]["weight"]
    return np.array([rank.get(weight, len(rank)) for weight in weights], dtype=np.int32)


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
    Names that are no column of the table are passed over. `found` are in the table's own order.
    """
    known = {*TABLES[table], _CENTRALITY}
    sort = tuple(name for name in query.sort if name.removeprefix("-") in known)
    if not sort or not len(found):
        return found
    make = partial(_ordered, snapshot, table, query.scope, sort)
    order = _orders.get(snapshot, table, make, (query.scope, sort))
    kept = np.zeros(len(order), dtype=bool)
    kept[found] = True
    return order[kept[order]].astype(np.intp)


def _ordered(snapshot: Snapshot, table: str, scope: str | None, sort: Sequence[str]) -> Ranks:
    """All rows in an order, by their places."""
    order = np.arange(len(snapshot.tables[table]), dtype=np.int32)
    for name in reversed(sort):
        column = name.removeprefix("-")
        make = partial(_ranked, snapshot, table, scope, column)
        rank = _ranks.get(snapshot, table, make, (scope, column))[order]
        if name.startswith("-"):
            rank = np.where(rank == _LAST, rank, -rank)
        order = order[np.argsort(rank, kind="stable")]
    return order


def _ranked(snapshot: Snapshot, table: str, scope: str | None, column: str) -> Ranks:
    """The place of each row's value among all values of a column; `_LAST` where it has none."""
    if column == _CENTRALITY:
        return _centrality(snapshot, table)
    frame = table_within(snapshot, table, scope)
    keys, kind = frame[column], TABLES[table][column].kind
    if kind == "codes":
        keys = keys.where(keys.map(len) > 0)
    if column in _NAMES:
        keys = frame["iso3"].map(snapshot.sort_keys(_NAMES[column])).fillna(keys)
    elif kind not in _ORDERED:
        keys = keys.map(_natural, na_action="ignore")
    codes, _ = pd.factorize(keys, sort=True)
    return np.where(codes < 0, _LAST, codes).astype(np.int32)


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
