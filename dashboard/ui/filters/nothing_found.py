"""What a view that is empty could be instead, each one press away."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from dashboard.analysis.selection.corrections import correction, elsewhere, relaxed
from dashboard.analysis.selection.facets import emptying
from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.analysis.selection.query import Query
from dashboard.corpus.official_text import official_text_store
from dashboard.ui.filters.active_filters import stated
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.scope import everything_button

PAGE_OF: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in ("timeline", "documents", "paragraphs")},
        "recorded_votes": "votes",
        **{name: name for name in ("sponsors", "statements", "countries", "requests")},
    }
)
"""For each table that a page searches, the name of the page."""


def nothing_found(page: Page) -> None:
    """What was read, what would find something here, and the pages that do have what was searched.

    First the search in other spelling or with fewer words, then each filter that could go.
    """
    with st.container(border=True):
        st.markdown(f"**{page.say('empty.title')}**")
        if page.query.q:
            st.caption(escaped(_what_was_read(page)))
            _other_searches(page, page.query.q)
        culprits = emptying(page.snapshot, page.table, page.query)
        for parameter, rows in culprits:
            if parameter == "scope":
                everything_button(page, page.say("scope.found", n=rows), key="empty.scope")
                continue
            label = page.say("empty.drop", filter=stated(page, parameter), n=rows)
            _offer(page, label, page.query.without(parameter), f"empty.{parameter}")
        if not culprits and len(page.query.active()) > 1:
            st.caption(page.say("empty.together"))
        if page.query.q:
            _other_pages(page, page.query.q)


def _what_was_read(page: Page) -> str:
    read = page.say(f"empty.read.{page.table}")
    if page.table != "paragraphs":
        return read
    attached = official_text_store().has_any()
    wording = page.say("empty.wording" if attached else "empty.no_wording")
    return page.say("empty.searched", read=read, wording=wording)


def _other_searches(page: Page, typed: str) -> None:
    if meant := correction(page.snapshot, page.table, typed):
        label = page.say("empty.correction", typed=typed, meant=meant)
        _offer(page, label, page.query.having(q=meant), "correction", ":material/spellcheck:")
    for number, looser in enumerate(relaxed(page.snapshot, page.table, page.query)):
        label = page.say("empty.relaxed", words=looser.text, n=looser.rows)
        _offer(page, label, page.query.having(q=looser.text), f"relaxed.{number}")


def _offer(page: Page, label: str, query: Query, key: str, icon: str | None = None) -> None:
    st.button(
        escaped(label),
        key=f"{page.name}.{key}",
        icon=icon,
        on_click=page.take,
        args=(query.having(offset=None),),
    )


def _other_pages(page: Page, typed: str) -> None:
    """The pages that have it, in the scope of this one, or where there are none in everything."""
    others = [table for table in PAGE_OF if table != page.table]
    for scope in dict.fromkeys((page.query.scope, EVERYTHING)):
        found = elsewhere(page.snapshot, page.query.having(scope=scope), others)
        if found:
            break
    else:
        return
    params = {"q": [typed], **({"scope": [EVERYTHING]} if scope == EVERYTHING else {})}
    st.caption(page.say("empty.elsewhere"))
    with st.container(horizontal=True, gap="small"):
        for table, rows in found:
            name = PAGE_OF[table]
            label = page.say("empty.on_page", page=page.say(f"{name}.nav"), n=page.say.number(rows))
            page_link(page, label, name, params, key=f"elsewhere.{table}", wrap=False)
