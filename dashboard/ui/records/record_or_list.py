"""What a page of records shows: the record its link names, or a list of what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.analysis.found_rows import FoundRows
from dashboard.ui.filters.active_filters import not_understood
from dashboard.ui.filters.changes_since_link import changes_since_link
from dashboard.ui.filters.nothing_found import nothing_found
from dashboard.ui.frame.language import language_switch
from dashboard.ui.frame.links import close_link
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.records.record_card import unknown_item
from dashboard.ui.results.cite_button import cite_button
from dashboard.ui.results.result_bar import result_bar
from dashboard.ui.results.table import paged_table

View = Callable[[Page, FoundRows], None]


def open_record(
    page: Page, on_record: Collection[str], uncited: Collection[str] = ()
) -> str | None:
    """The record to show, with the way back and its citation over it, if the link names one.

    What of the link was not understood is said under them. Otherwise None, with the page's
    title; it is said where the link names what is not here.
    """
    item = page.query.item
    if item is None or item not in on_record:
        title_bar(page)
        unknown_item(page)
        return None
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        close_link(page, page.say(f"{page.name}.back"))
        if item not in uncited:
            cite_button(page, item, f"/{page.name}?item={item.replace(' ', '%20')}")
        language_switch(page.say)
    not_understood(page)
    changes_since_link(page)
    return item


def list_found(
    page: Page,
    found: FoundRows,
    columns: Sequence[str],
    views: Mapping[str, View | None] | None = None,
    data: Mapping[str, str] | None = None,
    spare: Sequence[str] = (),
    otherwise: Callable[[Page], None] = nothing_found,
    over: DeltaGenerator | None = None,
) -> None:
    """What was found as a table of these columns; `otherwise` is drawn where that is nothing.

    `views` are the ways to show it by name, None for the table; the first is the default.
    `data` names the table to offer as data in a view, where it is not the page's own; `spare`
    are columns that a reader may add to the table. How many were found is said `over` them.
    """
    if found.empty:
        otherwise(page)
        return
    with over or nullcontext():
        chosen = result_bar(page, found, tuple(views or ()), data=data)
    draw = views[chosen] if views and chosen else None
    if draw is not None:
        draw(page, found)
        return
    paged_table(page, found, columns, spare)
