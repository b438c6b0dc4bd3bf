"""Which codes a parameter may take, and which States a group stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

import pandas as pd

from dashboard.analysis.coded_rows import CodedRows, Places, distinct
from dashboard.analysis.selection.parameters import COLUMNS, PARAMETER, PARAMETERS, SCOPES, TIERS
from dashboard.analysis.snapshot_cache import TableCache
from dashboard.corpus.membership import groups_on
from dashboard.corpus.records.vocabularies import State, Vocabulary
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES

NO_VERB = "none"
"""Stands for the verb of a paragraph that opens with none; no vocabulary holds it."""
UNKNOWN = "unknown"
"""Stands for a null, or for a list of codes that is empty because nothing was coded."""

_kept: TableCache[CodedRows] = TableCache(most=24)


def allowed_codes(
    vocabularies: Mapping[str, Vocabulary],
    states: Mapping[str, State],
    versions: Sequence[str] | None = None,
) -> Mapping[str, tuple[str, ...]]:
    """The codes of each parameter in the vocabulary's own order, `unknown` left out.

    Under `since`, the data versions it may name besides dates, where they are given. A
    parameter whose vocabulary the record does not hold is missing from the result.
    """
    found = {
        parameter.name: tuple(vocabularies[parameter.vocabulary].terms)
        for parameter in PARAMETERS
        if parameter.vocabulary in vocabularies
    }
    if "verb" in found:
        found["verb"] = (*found["verb"], NO_VERB)
    found["tier"] = found["opening"] = TIERS
    found["scope"] = SCOPES
    found["country"] = tuple(states)
    groups = groups_of_states(states).values()
    regional = dict.fromkeys(own[0] for own in groups)
    named = vocabularies["groups"].terms if "groups" in vocabularies else regional
    found["group"] = tuple(dict.fromkeys([*named, *(g for own in groups for g in own)]))
    if versions is not None:
        found["since"] = tuple(versions)
    return MappingProxyType(found)


def groups_of_states(states: Mapping[str, State]) -> Mapping[str, tuple[str, ...]]:
    """The groups of each State today, its regional group first; those it left are left out."""
    return {iso3: groups_on(state, None) for iso3, state in states.items()}


def codes_of(snapshot: Snapshot, table: str, parameter: str) -> CodedRows:
    """The codes each row of a table carries for a parameter, made once per version of the data."""
    make = lambda: row_codes(snapshot.tables[table], table, parameter, snapshot.states)  # noqa: E731
    return _kept.get(snapshot, table, make, parameter)


def row_codes(
    frame: pd.DataFrame, table: str, parameter: str, states: Mapping[str, State]
) -> CodedRows:
    """The distinct codes of each row; no code is `unknown`, a symbol is its `symbol_key`.

    The groups of a row are those its States were in on its date; today's where it has none.
    """
    column = COLUMNS[table][parameter]
    found, places = distinct(frame[column])
    if TABLES[table][column].kind == "codes":
        rows = [tuple(dict.fromkeys(codes)) for codes in found]
    else:
        rows = [() if value is None else (str(value),) for value in found]
    if parameter == "group":
        rows, places = _groups(rows, places, frame, states)
    if parameter == "symbol":
        rows = [tuple(map(symbol_key, row)) for row in rows]
    if parameter == "verb":
        rows = [row or (NO_VERB,) for row in rows]
    if PARAMETER[parameter].takes_unknown:
        rows = [row or (UNKNOWN,) for row in rows]
    return CodedRows(rows).take(places)


def _groups(
    rows: list[tuple[str, ...]], places: Places, frame: pd.DataFrame, states: Mapping[str, State]
) -> tuple[list[tuple[str, ...]], Places]:
    """The groups of the States of each row on its date, each list of States and date once."""
    dates, on = distinct(frame["date"] if "date" in frame else pd.Series(None, frame.index, "str"))

    @cache  # for one table: the same States vote on few days
    def groups(iso3: str, date: str | None) -> tuple[str, ...]:
        return groups_on(states[iso3], date) if iso3 in states else ()

    pairs, there = distinct(pd.Series(places * len(dates) + on))
    named = ((rows[pair // len(dates)], dates[pair % len(dates)]) for pair in pairs)
    return [
        tuple({group: None for iso3 in row for group in groups(iso3, date)}) for row, date in named
    ], there


def symbol_key(symbol: str) -> str:
    """A symbol as it is compared: capitals and spaces do not count."""
    return "".join(symbol.split()).upper()
