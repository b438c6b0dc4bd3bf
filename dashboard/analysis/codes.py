"""Which codes a parameter may take, and which States a group stands for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from dashboard.analysis.parameters import COLUMNS, MAY_BE_UNKNOWN, TIERS, VOCABULARY, column
from dashboard.corpus.reference import State, Vocabulary

UNKNOWN = "unknown"
"""Stands for a null, or for a list of codes that is empty because nothing was coded."""


def allowed_codes(
    vocabularies: Mapping[str, Vocabulary], states: Mapping[str, State]
) -> Mapping[str, tuple[str, ...]]:
    """The codes of each parameter in the vocabulary's own order, `unknown` left out.

    A parameter whose vocabulary the record does not hold is missing from the result.
    """
    found = {
        parameter: tuple(vocabularies[name].terms)
        for parameter, name in VOCABULARY.items()
        if name in vocabularies
    }
    found["tier"] = TIERS
    found["country"] = tuple(states)
    groups = groups_of_states(states).values()
    regional = dict.fromkeys(own[0] for own in groups)
    found["group"] = tuple(dict.fromkeys([*regional, *(g for own in groups for g in own)]))
    return MappingProxyType(found)


def groups_of_states(states: Mapping[str, State]) -> Mapping[str, tuple[str, ...]]:
    """The groups of each State, its regional group first. A membership that ended is left out."""
    return {
        iso3: (state.regional_group, *(m.group for m in state.groups if m.until is None))
        for iso3, state in states.items()
    }


def row_codes(
    frame: pd.DataFrame, table: str, parameter: str, states: Mapping[str, State]
) -> list[tuple[str, ...]]:
    """The codes each row carries for a parameter, as links spell them; no code is `unknown`."""
    found = frame[COLUMNS[table][parameter]]
    kind = column(table, parameter).kind
    if kind == "codes":
        rows = [tuple(codes) for codes in found]
    else:
        rows = [() if null else (str(v),) for v, null in zip(found, found.isna(), strict=True)]
    if parameter == "group":
        groups = groups_of_states(states)
        rows = [tuple({g: None for iso3 in row for g in groups.get(iso3, ())}) for row in rows]
    if parameter in MAY_BE_UNKNOWN:
        rows = [row or (UNKNOWN,) for row in rows]
    return rows
