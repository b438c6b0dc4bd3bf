"""What stands over a result: how many of how many, and the same view as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.selection.parameters import EVERYTHING, acting
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import how_many
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.papers.view_brief import counted_in_words
from dashboard.ui.frame.links import switch
from dashboard.ui.frame.markdown import link, small
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.scope import everything_button
from dashboard.ui.frame.url_state import generation, view_path
from dashboard.ui.results.export_menu import export_menu

PAGE_SIZE = 50
"""Rows sent to a browser at a time."""
PAPER_SIZE = 500
"""The same for printing, when a reader asks for it."""


RESULTS = "results"
"""By this key `static/page/focus.js` leads the keyboard past the filters."""


def result_bar(
    page: Page,
    found: FoundRows,
    names: Sequence[str] = (),
    *,
    data: Mapping[str, str] | None = None,
) -> str | None:
    """`128 of 359 records`, the ways to show them, and the menu of what can be taken along, with
    exactly these rows as CSV, XLSX and JSON.

    Gives the chosen one of the views in `names`, the first by default; None where there is
    no choice. `data` names the table to offer in a view, where it is not the page's own.
    """
    shown = counted_in_words(page.snapshot, page.say, page.table, len(found), found.read)
    with st.container(
        key=RESULTS,
        horizontal=True,
        vertical_alignment="center",
        gap="small",
    ):
        st.markdown(f"**{shown}**", width="content")
        more_in_everything(page, found.everywhere - found.read)
        chosen = view_switch(page, names) if names else None
        table = (data or {}).get(chosen or "", page.table)
        as_data = partial(data_links, page, table, page.query, told=table == page.table)
        export_menu(page, lambda: found.rows, above=as_data)
    return chosen


def more_in_everything(page: Page, more: int) -> None:
    """How many more the same filters find in everything, one press away; nothing where none."""
    if more > 0:
        everything_button(page, page.say("scope.more", n=page.say.number(more)))


def data_links(page: Page, table: str, query: Query, *, told: bool = False) -> None:
    """The rows of a table that a query selects, as CSV, XLSX and JSON, on one line.

    How many they are is said, unless it is `told` beside the links already.

    A workbook says what it is in the language of the page. Columns to sort by that only the
    page's own table has are left out, for a route answers 400 to them.
    """
    sort = tuple(name for name in query.sort if name.removeprefix("-") in TABLES[table])
    bare = query.having(limit=None, offset=None, sort=sort)
    if bare.scope == EVERYTHING:  # what a route answers without being asked
        bare = bare.without("scope")
    selecting = {parameter.name for parameter in acting(table) if parameter.kind != "page"}
    params = [pair for pair in bare.to_params() if pair[0] in selecting]
    links = []
    for suffix in ("csv", "xlsx", "json"):
        spoken = [("lang", page.say.language)] if suffix == "xlsx" else []
        asked = urlencode([*params, *spoken])
        links.append(f"[{suffix.upper()}](/api/{table}.{suffix}{'?' + asked if asked else ''})")
    said = page.say("results.as_data")
    if not told:
        said = page.say("results.rows_as_data", n=how_many(page.snapshot, table, bare))
    st.markdown(small(f"{said} {' · '.join(links)}"), width="content")


def view_switch(page: Page, names: Sequence[str], counted: Mapping[str, int] | None = None) -> str:
    """The ways to show a result; the first is the default and leaves the link as it is.

    `counted` is how many rows each shows, where that is to be said.
    """

    def named(name: str) -> str:
        label = page.say(f"view.{name}")
        if counted is None:
            return label
        return page.say("facet.option", name=label, count=page.say.number(counted[name]))

    chosen = next((name for name in names if name == page.query.view), names[0])
    switch(
        page,
        "view",
        names,
        chosen,
        page.say("view.label"),
        named,
        default=names[0],
    )
    return chosen


def paper_link(page: Page, rows: int) -> None:
    """The way to as many rows as one prints, or back; nothing where a page holds all there are."""
    if rows <= PAGE_SIZE:
        return
    paper = None if page.query.paper else "all"
    label = page.say("table.paper" if paper else "table.pages", n=min(rows, PAPER_SIZE))
    path = view_path(page.name, page.query.having(paper=paper, offset=None))
    st.markdown(small(link(label, path)), width="content")


def on_this_page(page: Page, rows: int) -> slice:
    """Which of so many rows the current page shows."""
    size = PAPER_SIZE if page.query.paper else PAGE_SIZE
    last = max(0, -(-rows // size) - 1)
    number = min((page.query.offset or 0) // size, last)
    return slice(number * size, (number + 1) * size)


def one_page(page: Page, found: FoundRows) -> FoundRows:
    """The rows of the current page; where there are more, which these are and the way to them."""
    shown = on_this_page(page, len(found))
    size = shown.stop - shown.start
    pages, number = max(1, -(-len(found) // size)), shown.start // size + 1
    if pages > 1:
        # another selection is another set of pages, so that none keeps the number of the last
        selection = hash(page.query.having(offset=None, item=None, view=None))
        key = f"{page.name}.page.{generation(page.name)}.{selection}"
        st.pagination(
            pages,
            default=number,
            key=key,
            on_change=page.follow,
            args=(key, lambda query, to: query.having(offset=(to - 1) * size or None)),
        )
        first, last = shown.start + 1, min(shown.stop, len(found))
        span = {"first": page.say.number(first), "last": page.say.number(last)}
        st.caption(page.say("table.part", n=len(found), **span), width="content")
    return found.part(shown)
