"""Frames with the columns and dtypes they promise, also without a row; rows without nulls.

Rows are looked up by the id of their record: a look-up in a frame takes a copy of every column,
and pages name many records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.snapshot_cache import SnapshotCache, once
from dashboard.corpus.snapshot import Snapshot

Row = Mapping[str, Any]

_rows: SnapshotCache[Mapping[str, Row]] = SnapshotCache(most=16)
_texts: SnapshotCache[Sequence[Row]] = SnapshotCache(most=64)
_acts: SnapshotCache[Mapping[str, Sequence[Row]]] = SnapshotCache(most=64)


def frame_of(lines: Iterable[Sequence[Any]], columns: Mapping[str, Any]) -> pd.DataFrame:
    """Lines as a frame with these columns and dtypes, also where there is no line."""
    values = list(zip(*lines, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {
            name: pd.array(found, dtype)
            for (name, dtype), found in zip(columns.items(), values, strict=True)
        }
    )


def counted_lines(of: pd.Series[str], series: Any, name: str) -> pd.DataFrame:
    """Columns `name`, series and n: how often each value stands with each series, in order of
    both; `series` are as many codes, or one for all."""
    lines = pd.DataFrame({name: of.to_numpy(), "series": series}, dtype="str")
    return lines.value_counts([name, "series"], sort=False).sort_index().reset_index(name="n")


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame by column, None for every null."""
    columns = {str(name): cells(column) for name, column in frame.items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def cells(column: pd.Series[Any]) -> list[Any]:
    """The values of a column, None for every null."""
    return [
        None if null else value
        for value, null in zip(column.tolist(), column.isna().tolist(), strict=True)
    ]


def rows_by_id(snapshot: Snapshot, table: str) -> Mapping[str, Row]:
    """The rows of a table by id, nulls as None, in the order of the table.

    For tables of records; paragraphs are read text by text.
    """
    key = (snapshot.key_of(table), table)
    return _rows.get(key, lambda: {row["id"]: row for row in rows_of(snapshot.tables[table])})


def paragraphs_of(snapshot: Snapshot, symbol: str) -> Sequence[Row]:
    """The paragraphs of a text in its order, nulls as None; none where it has none on record."""
    places = _places(snapshot).get(symbol)
    if places is None:
        return ()
    return _texts.get(
        (snapshot.key_of("paragraphs"), symbol),
        lambda: rows_of(snapshot.tables["paragraphs"].take(places)),
    )


def acts_of(snapshot: Snapshot, symbol: str) -> Mapping[str, Sequence[Row]]:
    """The acts of each paragraph of a text, by paragraph, in order, nulls as None."""
    return _acts.get((snapshot.key_of("acts"), symbol), lambda: _grouped(snapshot, symbol))


def _grouped(snapshot: Snapshot, symbol: str) -> Mapping[str, Sequence[Row]]:
    acts = snapshot.tables["acts"]
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows_of(acts[acts["symbol"] == symbol]):
        found[row["paragraph"]].append(row)
    return found


@once
def _places(snapshot: Snapshot) -> Mapping[str, npt.NDArray[np.intp]]:
    """Where in the table the paragraphs of each text stand."""
    table = snapshot.tables["paragraphs"]
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, (symbol, position) in enumerate(
        zip(table["symbol"], table["position"], strict=True)
    ):
        found[symbol].append((position, place))
    return {
        symbol: np.array([place for _, place in sorted(rows)], dtype=np.intp)
        for symbol, rows in found.items()
    }
