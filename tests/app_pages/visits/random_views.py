"""Views drawn at random around a row of a table, so that they seldom select nothing."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.analysis.selection.codes import allowed_codes, codes_of
from dashboard.analysis.selection.parameters import COLUMNS, PARAMETER, acting
from dashboard.analysis.selection.parse_url import symbol
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.search import SEARCHED
from dashboard.analysis.selection.terms import terms
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES

SEED = 20260730
OFTEN, SELDOM = 0.8, 0.3


def allowed(snapshot: Snapshot) -> Mapping[str, tuple[str, ...]]:
    """The codes a link may name for a record."""
    return allowed_codes(snapshot.vocabularies, snapshot.states, snapshot.versions)


def random_view(snapshot: Snapshot, table: str, number: int) -> Query:
    """One of the views of a table; the same number gives the same view of the same record."""
    chance = random.Random(f"{SEED} {table} {number}")
    frame = snapshot.tables[table]
    row = chance.randrange(len(frame))
    query = Query()
    usable = sorted(p.name for p in acting(table) if p.kind == "choice")
    for name in chance.sample(usable, k=min(len(usable), chance.choice((0, 1, 1, 2)))):
        query = _choosing(chance, snapshot, table, name, row, query)
    record = frame.iloc[row]
    found: dict[str, Any] = {}
    if chance.random() < SELDOM:
        found["q"] = _words(chance, record, table)
    if "date" in frame and isinstance(record["date"], str):
        found["from"] = chance.choice((None, None, record["date"], record["date"][:4]))
        found["to"] = chance.choice((None, None, record["date"], record["date"][:7]))
    for parameter in acting(table):
        if parameter.kind == "flag":
            own = record[COLUMNS[table][parameter.name]]
            mostly = None if pd.isna(own) else bool(own)
            found[parameter.name] = chance.choice((None, None, mostly, chance.random() < 1 / 2))
        elif parameter.kind in ("at_most", "at_least"):
            found[parameter.name] = chance.choice((None, None, None, 0, 5))
    if table == "requests":
        found["as_of"] = chance.choice((None, None, "2025", "2035-06-30"))
    columns = chance.sample(sorted(TABLES[table]), k=chance.choice((0, 1, 2)))
    found["sort"] = tuple(chance.choice(("", "-")) + column for column in columns)
    found["limit"] = chance.choice((None, 1, 7, 20))
    if found["limit"]:
        found["offset"] = chance.choice((None, None, 1, 3))
    return query.having(**found)


def _choosing(
    chance: random.Random, snapshot: Snapshot, table: str, name: str, row: int, query: Query
) -> Query:
    """The query with codes of the row, sometimes with another row's, sometimes without one."""
    coded: Sequence[tuple[str, ...]] = codes_of(snapshot, table, name)
    if name == "symbol":  # `codes_of` has keys for comparing, a link the symbols themselves
        coded = tuple(map(_symbols, snapshot.tables[table]["symbol"]))
    codes_allowed = allowed(snapshot).get(name)
    known = {code for codes in coded for code in codes if _may(name, code, codes_allowed)}
    own = [code for code in coded[row] if code in known]
    others = sorted(known - set(own))
    any_of = own[:1] if chance.random() < OFTEN else []
    any_of += chance.sample(others, k=min(len(others), chance.choice((0, 0, 1, 3))))
    rest = sorted(set(others) - set(any_of))
    none_of = chance.sample(rest, k=min(len(rest), chance.choice((0, 0, 0, 1))))
    return query.choosing(name, any_of, none_of)


def _symbols(cell: object) -> tuple[str, ...]:
    """The document symbols of a cell; a statement may also be about an event, by its id."""
    values = cell if isinstance(cell, tuple) else (cell,)
    return tuple(v for v in values if isinstance(v, str) and symbol(v) == v)


def _may(name: str, code: str, known: tuple[str, ...] | None) -> bool:
    """Whether a link may choose a code; a record may hold `unknown` where a link may not."""
    unknown = PARAMETER[name].takes_unknown and code == "unknown"
    return unknown or known is None or code in known


def _words(chance: random.Random, record: pd.Series[Any], table: str) -> str | None:
    """A word or two of a searched text of the record, sometimes as a phrase."""
    held = [record[n] for n in SEARCHED[table] if n in record and isinstance(record[n], str)]
    words = chance.choice(held).split()[:6] if held else []
    start = chance.randrange(len(words)) if words else 0
    text = " ".join(words[start : start + 2]).replace('"', "")
    text = chance.choice((text, f'"{text}"'))
    return text if terms(text) else None
