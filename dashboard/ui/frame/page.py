"""What every page starts from: the data, the words, and the view its URL asks for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.analysis.frames import rows_by_id
from dashboard.analysis.selection.query import Query
from dashboard.corpus import store
from dashboard.corpus.records.fields import last_day
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.ui.frame.language import spoken
from dashboard.ui.frame.url_state import (
    READS_ALL,
    Reads,
    change,
    current_query,
    leave,
    open_view,
)
from dashboard.words import Words
from dashboard.words.labels import label_of, record_name, state_name

Row = Mapping[Hashable, Any]
"""A row of a table by column."""


@dataclass(frozen=True)
class Page:
    """One page in one run: `name` is its part of the session, `table` the table it shows.

    `views` are its ways to show what it found.
    """

    name: str
    table: str
    snapshot: Snapshot
    query: Query
    say: Words
    views: Sequence[str] = ()

    def label(self, vocabulary: str, code: str | None) -> str:
        """A code by its label in this run's language; the code itself where it has none."""
        return label_of(self.snapshot, self.say.language, vocabulary, code)

    def labels(self, vocabulary: str) -> dict[str, str]:
        """Every code of a vocabulary with its label, in the vocabulary's order."""
        found = self.snapshot.vocabularies.get(vocabulary)
        return {code: self.label(vocabulary, code) for code in found.terms} if found else {}

    def state(self, iso3: str) -> str:
        """A State by its name in this run's language; the code where it is not on the list."""
        return state_name(self.snapshot, self.say.language, iso3)

    def record(self, record_id: str) -> str:
        """A record by its symbol, or by its title where it has none."""
        return record_name(self.snapshot, self.say, record_id)

    def in_order(self, states: Iterable[str]) -> list[str]:
        """States by their names in this run's language."""
        keys = self.snapshot.sort_keys(self.say.language)
        return sorted(states, key=lambda iso3: keys.get(iso3, iso3))

    def state_names(self, states: Iterable[str]) -> list[str]:
        """The names of States in this run's language, in its order."""
        return list(map(self.state, self.in_order(states)))

    def sorted_by(self, name: str) -> Query:
        """The query in the order it asks for, or by a text in this run's language."""
        column = next(column for column in self.say.columns(name) if column in TABLES[self.table])
        return self.query if self.query.sort else self.query.having(sort=(column,))

    def without_record(self) -> Query:
        """The query of what was found, without the record that is open and the view of it."""
        found = self.query.having(item=None)
        return found if found.view in self.views else found.without("view")

    def row(self, table: str, row_id: str) -> Row:
        """The row of a table by its id. Raises `KeyError` for one that is not there."""
        found: Any = rows_by_id(self.snapshot, table)[row_id]
        return found  # type: ignore[no-any-return]

    def date(self, row: Row, name: str = "date") -> str:
        """The date in a column of a row as it is read; empty where it is not known."""
        return self.say.date(text_or_none(row[name]))

    def take(self, query: Query) -> None:
        """Show another view; for callbacks."""
        change(self.name, query)

    def follow(self, key: str, step: Callable[[Query, Any], Query]) -> None:
        """Show the view that the value of a widget leads to; for callbacks."""
        change(self.name, step(current_query(self.name), st.session_state[key]))


def open_page(
    name: str,
    table: str | None = None,
    reads: Reads = READS_ALL,
) -> Page:
    """A page at the view its URL asks for; its table is the one of its name, or another."""
    leave()
    snapshot, shown = store.current(), table or name
    query = open_view(snapshot, name, shown, reads)
    if query.as_of:
        snapshot = snapshot.on(last_day(query.as_of))
    return Page(name, shown, snapshot, query, spoken(), reads.views)


def text_or_none(value: object) -> str | None:
    """A cell's text, or None for a missing one (None or NaN)."""
    return value if isinstance(value, str) and value else None
