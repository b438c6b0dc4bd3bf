"""Which columns a table shows: those a page names, less the empty ones, or those a reader chose."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.analysis.found_rows import FoundRows, says_something
from dashboard.analysis.selection.query import Query
from dashboard.corpus.tables.columns import IN_LANGUAGE
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.words.labels import column_label

_BETWEEN = ","
_SAID_OTHERWISE = frozenset({"number", "due_to"})
"""Columns with something to read where they are null: a paragraph's place, a session."""
_SAID_BY = {"sponsors": ("sponsors", "submitted_by")}
"""Columns that are said by more than one of the table's."""


def choose_columns(
    page: Page, found: FoundRows, columns: Sequence[str], spare: Sequence[str]
) -> list[str]:
    """The columns to show, the first always, with a button that opens the choice.

    A name in the link that the table does not offer is told.
    """
    offered = [*columns, *spare]
    asked = [name for name in (page.query.columns or "").split(_BETWEEN) if name]
    strange = [name for name in asked if name not in offered]
    if strange:
        values = page.say.listed(strange)
        said = page.say("filters.unusable", name="columns", value=values)
        st.info(escaped(said), icon=":material/link_off:")
    kept = [name for name in offered[1:] if name in asked]
    shown = kept or with_something(page, found, columns[1:])
    if len(offered) > 1:
        _picker(page, offered[1:], shown)
    return [offered[0], *shown]


def with_something(page: Page, rows: pd.DataFrame | FoundRows, columns: Sequence[str]) -> list[str]:
    """The columns that are not empty from top to bottom."""
    return [name for name in columns if _is_filled(page, rows, name)]


def _is_filled(page: Page, rows: pd.DataFrame | FoundRows, name: str) -> bool:
    if name in _SAID_OTHERWISE:
        return True
    own = page.say.columns(name) if name in IN_LANGUAGE else _SAID_BY.get(name, (name,))
    return any(_says_something(rows, column) for column in own if column in rows)


def _says_something(rows: pd.DataFrame | FoundRows, column: str) -> bool:
    if isinstance(rows, FoundRows):
        return rows.says(column)
    return any(map(says_something, rows[column]))


def _picker(page: Page, offered: Sequence[str], shown: Sequence[str]) -> None:
    popover = st.popover(
        page.say("table.columns"),
        icon=":material/view_column:",
        key=f"{page.name}.columns.open",
        on_change="rerun",
    )
    if not popover.open:
        return
    key = f"{page.name}.columns"
    st.session_state[key] = list(shown)
    popover.pills(
        page.say("table.columns"),
        offered,
        selection_mode="multi",
        format_func=lambda name: column_label(page.say, page.table, name),
        key=key,
        on_change=page.follow,
        args=(key, _choosing),
        label_visibility="collapsed",
    )


def _choosing(query: Query, names: Sequence[str]) -> Query:
    return query.having(columns=_BETWEEN.join(names) or None)
