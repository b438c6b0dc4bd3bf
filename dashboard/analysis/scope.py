"""What of each table concerns AI: the rows that `scope=ai` keeps, and what is counted over them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.selection.parameters import ABOUT_AI
from dashboard.analysis.snapshot_cache import SnapshotCache, TableCache
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.country_rows import country_rows
from dashboard.corpus.tables.frames import frame

_CENTRAL = {"weight": ("core", "related")}
_CENTRAL_OR_UNWEIGHED = {"weight": ("core", "related", None)}
"""An event or a statement that nobody weighed is on record because it is about AI."""
_MENTIONING = {"mentions_ai": (True,), "near_ai": (True,), "weight": ("core",)}
"""By name or in other words; of a text that AI is the subject of, every paragraph."""
_CONCERNS: Mapping[str, Mapping[str, tuple[Any, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(("documents", "recorded_votes", "votes", "sponsors"), _CENTRAL),
        **dict.fromkeys(("timeline", "statements"), _CENTRAL_OR_UNWEIGHED),
        **dict.fromkeys(("paragraphs", "acts"), _MENTIONING),
        "requests": {"about_ai": (True,)},
    }
)
"""For each table, values of columns by any of which a row concerns AI. States are no matter of
it: all of them stay, and what they did is counted over what concerns AI."""

_kept: SnapshotCache[pd.DataFrame] = SnapshotCache(most=4)
_read: TableCache[npt.NDArray[np.bool_]] = TableCache(most=2)


def about_ai(table: str, rows: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Which rows of a table concern AI."""
    if table not in _CONCERNS:
        return np.ones(len(rows), dtype=bool)
    found = np.zeros(len(rows), dtype=bool)
    for column, values in _CONCERNS[table].items():
        found |= rows[column].isin(values).to_numpy(dtype=bool, na_value=False)
    return found


def is_read(rows: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Which rows count: a text known by its symbol, and not read, is in no statistic."""
    if "weight" not in rows:
        return np.ones(len(rows), dtype=bool)
    return rows["weight"].ne("not_read").to_numpy(dtype=bool, na_value=True)


def rows_read(snapshot: Snapshot, table: str) -> npt.NDArray[np.bool_]:
    """The same of every row of a table, worked out once for each version of the data."""
    return _read.get(snapshot, table, lambda: is_read(snapshot.tables[table]))


def table_within(snapshot: Snapshot, table: str, scope: str | None) -> pd.DataFrame:
    """A table as a scope counts it, every row: States with what they did that concerns AI."""
    if table != "countries" or scope != ABOUT_AI:
        return snapshot.tables[table]
    return _kept.get(snapshot.key, lambda: _countries(snapshot))


def _countries(snapshot: Snapshot) -> pd.DataFrame:
    counted = (_rows(snapshot, t) for t in ("recorded_votes", "votes", "sponsors", "statements"))
    return frame("countries", country_rows(snapshot.states, snapshot.events, *counted))


def _rows(snapshot: Snapshot, table: str) -> list[dict[str, Any]]:
    rows = snapshot.tables[table]
    kept = rows[about_ai(table, rows)].to_dict("records")
    return [{str(column): value for column, value in row.items()} for row in kept]
