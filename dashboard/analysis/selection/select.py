"""The rows of a table that a query selects, in its order.

What a choice keeps is worked out once for each version of the data: a selection is made of the
places of rows, and copies them once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.changes import changed_ids
from dashboard.analysis.coded_rows import CodedRows, Mask, distinct
from dashboard.analysis.found_rows import FoundRows, Places
from dashboard.analysis.row_order import Ranks, as_listed, in_order
from dashboard.analysis.scope import about_ai, rows_read
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

_NEVER = np.iinfo(np.int32).max
"""After every day: a record without a date is in no period."""


@dataclass(frozen=True)
class _Days:
    """The first and the last possible day of each row, as numbers: 20240321; 31 ends any month.

    A record dated 2023 may have happened after June 2023, so `from=2023-06` keeps it.
    """

    first: Ranks
    last: Ranks


_Order = Callable[[Snapshot, str, Places, Query], Places]
_kept: TableCache[_Days] = TableCache(most=2)
_masks: TableCache[Mask] = TableCache(most=40)


def select(snapshot: Snapshot, table: str, query: Query) -> pd.DataFrame:
    """The rows of `table` that satisfy every parameter of `query`, sorted as it asks.

    Without `sort` the order is the table's own. Parameters that do not act on the table
    select nothing away; `limit` and `offset` are left to `page_of`.
    """
    return found_rows(snapshot, table, query).rows


def found_rows(snapshot: Snapshot, table: str, query: Query) -> FoundRows:
    """The same, not yet copied."""
    return _found(snapshot, table, query, in_order)


def as_read(snapshot: Snapshot, table: str, query: Query) -> FoundRows:
    """The rows a query selects as a page lists them: in the order it asks for, or newest first.

    Of the tables of texts those on core texts come first, then related ones.
    """
    return _found(snapshot, table, query, as_listed)


def _found(snapshot: Snapshot, table: str, query: Query, order: _Order) -> FoundRows:
    """The rows a query selects, in an order, and how many it would without its scope."""
    each, read = masks(snapshot, table, query), rows_read(snapshot, table)
    rows = np.flatnonzero(kept_by_all(each.values(), len(read)))
    each.pop("scope", None)
    everywhere = int((kept_by_all(each.values(), len(read)) & read).sum())
    return FoundRows(snapshot, table, query.scope, order(snapshot, table, rows, query), everywhere)


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
    first = _numbered(dates, "-01-01")
    return _Days(np.where(first, first, _NEVER), _numbered(ends, "-12-31"))


def _numbered(dates: pd.Series[str], rest: str) -> npt.NDArray[np.int32]:
    days, places = distinct(dates)
    return np.array([_day(date, rest) for date in days], np.int32)[places]


@lru_cache(maxsize=10_000)
def _day(date: str, rest: str) -> int:
    """A partial date, with the rest of its year, as a number; 0 where there is none."""
    return int((date + rest[len(date) - 4 :]).replace("-", "")) if date else 0
