"""The order of a table's rows: as a query sorts them, or as a page lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.found_rows import Places
from dashboard.analysis.scope import table_within
from dashboard.analysis.selection.query import Query
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
_orders: TableCache[Ranks] = TableCache(most=12)
_ranks: TableCache[Ranks] = TableCache(most=12)


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


def as_listed(snapshot: Snapshot, table: str, found: Places, query: Query) -> Places:
    """Rows in the order in which a page lists them."""
    sort = query.sort or ((_CENTRALITY, "-date") if table in _OF_TEXTS else ("-date",))
    return in_order(snapshot, table, found, query.having(sort=sort))


def _centrality(snapshot: Snapshot, table: str) -> Ranks:
    """How central AI is to the text of each row: 0 where it is at the centre."""
    rank = {weight: n for n, weight in enumerate(snapshot.terms("weights"))}
    weights = snapshot.tables[table]["weight"]
    return np.array([rank.get(weight, len(rank)) for weight in weights], dtype=np.int32)


def _natural(value: object) -> str:
    text = ";".join(value) if isinstance(value, tuple) else str(value)
    return _DIGITS.sub(lambda digits: digits[0].zfill(8), unaccented(text))
