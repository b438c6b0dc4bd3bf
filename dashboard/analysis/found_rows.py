"""What was found in a table: the places of its rows, in an order.

Rows are copied only where they are looked at: of a page fifty, and the columns shown of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.coded_rows import Mask
from dashboard.analysis.frames import cells
from dashboard.analysis.scope import rows_read, table_within
from dashboard.analysis.snapshot_cache import TableCache
from dashboard.corpus.snapshot import Snapshot

Places = npt.NDArray[np.intp]
"""Rows of a table by where they stand in it."""
_filled: TableCache[Mask] = TableCache(most=40)


@dataclass(frozen=True, eq=False)
class FoundRows:
    """Rows of a table as a scope counts it, in an order; the table itself is never changed."""

    snapshot: Snapshot
    table: str
    scope: str | None
    places: Places
    everywhere: int = 0
    """How many rows that count the same filters find in everything."""
    hits: Mapping[int, str] = field(default_factory=dict)
    """What a search found in the wording of rows, by their places: the column `hit` of them."""

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, column: str) -> bool:
        return column in self._whole

    def __getitem__(self, column: str) -> pd.Series[Any]:
        """One column of the rows."""
        found = pd.Series(self._whole[column].array.take(self.places), self.places, name=column)
        if column == "hit" and self.hits:
            return pd.Series([*map(self.hits.get, self.places)], found.index, found.dtype)
        return found

    @property
    def rows(self) -> pd.DataFrame:
        """The rows with every column."""
        found = self._whole.take(self.places)
        return found.assign(hit=self["hit"]) if self.hits else found

    @property
    def empty(self) -> bool:
        """Whether there is no row."""
        return not len(self)

    @cached_property
    def read(self) -> int:
        """How many of them count: a text known and not read is in no statistic."""
        return int(rows_read(self.snapshot, self.table)[self.places].sum())

    @cached_property
    def _whole(self) -> pd.DataFrame:
        return table_within(self.snapshot, self.table, self.scope)

    def part(self, shown: slice) -> FoundRows:
        """Some of the rows, as a page shows them."""
        return replace(self, places=self.places[shown])

    def ordered(self, order: Callable[[pd.DataFrame], pd.DataFrame]) -> FoundRows:
        """The rows in the order in which a function puts them."""
        return replace(self, places=order(self.rows).index.to_numpy())

    def says(self, column: str) -> bool:
        """Whether any row has something in a column."""
        if column == "hit" and self.hits:
            return True
        filled = _filled.get(
            self.snapshot,
            self.table,
            lambda: np.fromiter(map(says_something, self._whole[column]), dtype=bool),
            (self.scope, column),
        )
        return bool(filled[self.places].any())


def says_something(value: Any) -> bool:
    """Whether a cell has something to read."""
    return bool(value) if isinstance(value, tuple | str) else bool(pd.notna(value))


class CellsOf(dict[str, list[Any]]):
    """The columns of some rows as lists, None for every null; each is made when it is asked for."""

    def __init__(self, rows: pd.DataFrame | FoundRows) -> None:
        self._rows = rows

    def __missing__(self, name: str) -> list[Any]:
        there = name in self._rows
        self[name] = cells(self._rows[name]) if there else [None] * len(self._rows)
        return self[name]

    def each(self) -> Iterator[Mapping[Any, Any]]:
        """The rows one after the other; a column there is not is None in each."""
        return (_RowOf(self, place) for place in range(len(self._rows)))


class _RowOf(Mapping[Any, Any]):
    """One of them."""

    def __init__(self, columns: CellsOf, place: int) -> None:
        self._columns, self._place = columns, place

    def __getitem__(self, name: str) -> Any:
        return self._columns[name][self._place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)
