"""A table of the record for reading: labels for codes, dates as the language writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial, reduce
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.corpus.tables.columns import IN_LANGUAGE, TABLES, Column
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import change, current_query
from dashboard.ui.results.result_bar import one_page

_ROW_HEIGHT = 36
_HEADER = 38
_STATES = {"speaker_iso3"}
_WIDE = {"title", "summary", "point", "subject"}


def table(
    page: Page, frame: pd.DataFrame, columns: Sequence[str], *, key: str, alt: str = ""
) -> None:
    """Show rows without selection, columns in the order given."""
    st.dataframe(
        readable(page, frame, columns),
        hide_index=True,
        column_config=_config(page, columns),
        key=key,
        alt=alt or page.say("table.alt", n=len(frame)),
        placeholder="–",
        height=_height(len(frame)),
    )


def plain_table(
    page: Page, name: str, columns: Mapping[str, Any] | pd.DataFrame, **options: Any
) -> None:
    """Show figures that are no table of the record: columns by heading, ready to read.

    `name` tells it from the page's other tables; `options` are those of `st.dataframe`.
    """
    frame = pd.DataFrame(columns)
    described = {"alt": page.say("table.alt", n=len(frame))}
    st.dataframe(frame, hide_index=True, key=f"{page.name}.{name}", **(described | options))


def paged_table(page: Page, frame: pd.DataFrame, columns: Sequence[str]) -> None:
    """Show one page of rows; choosing a row opens its record."""
    rows = one_page(page, frame)
    key = f"{page.name}.rows"
    st.dataframe(
        readable(page, rows, columns),
        hide_index=True,
        column_config=_config(page, columns),
        key=key,
        alt=page.say("table.alt", n=len(frame)),
        placeholder="–",
        height=_height(len(rows)),
        on_select=partial(_opened, page.name, key, tuple(rows["id" if "id" in rows else "iso3"])),
        selection_mode="single-row",
    )


def _opened(table_name: str, key: str, ids: Sequence[str]) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen and chosen[0] < len(ids):
        change(table_name, current_query(table_name).having(item=ids[chosen[0]]))


def readable(page: Page, frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The chosen columns with every code as its label; the frame itself is not changed."""
    found = {name: _shown(page, frame, name) for name in columns}
    return pd.DataFrame(found, index=frame.index)


def _shown(page: Page, frame: pd.DataFrame, name: str) -> pd.Series[Any]:
    if name in IN_LANGUAGE:
        columns = (frame[column] for column in page.say.columns(name) if column in frame)
        return reduce(pd.Series.fillna, columns)
    if name == "number":
        return frame["number"].fillna(frame["id"].map(unnumbered))
    return _readable(page, frame[name], TABLES[page.table][name], name)


def unnumbered(paragraph_id: str) -> str:
    """How people call a paragraph that prints no number: `PP3` for `A/RES/79/239#pp3`."""
    return paragraph_id.partition("#")[2].upper()


def _readable(page: Page, values: pd.Series[Any], column: Column, name: str) -> pd.Series[Any]:
    if name == "tier":
        return values.map(lambda tier: page.label("tiers", f"tier_{tier}"), na_action="ignore")
    if column.kind in ("date", "partial_date"):
        return values.map(page.say.date, na_action="ignore")
    if column.kind == "code" and column.vocabulary:
        labels = page.labels("absences") | page.labels(column.vocabulary)
        return values.map(lambda code: labels.get(code, code), na_action="ignore")
    if name in _STATES:
        return values.map(lambda codes: page.say.listed(map(page.state, codes)))
    if column.kind == "codes":
        labels = page.labels(column.vocabulary) if column.vocabulary else {}
        return values.map(lambda codes: page.say.listed(labels.get(c, c) for c in codes))
    return values


def _config(page: Page, columns: Sequence[str]) -> dict[str, Any]:
    contract = TABLES[page.table]
    config: dict[str, Any] = {}
    for name in columns:
        label = page.say(f"column.{name}")
        kind = "text" if name in IN_LANGUAGE else contract[name].kind
        if kind == "flag":
            config[name] = st.column_config.CheckboxColumn(label, width="small")
        elif kind == "count" and name != "tier":
            config[name] = st.column_config.NumberColumn(label, width="small")
        else:
            config[name] = (
                st.column_config.TextColumn(label, width="large")
                if name in _WIDE
                else st.column_config.TextColumn(label)
            )
    return config


def _height(rows: int) -> int:
    return _HEADER + _ROW_HEIGHT * min(max(rows, 1), 14)
