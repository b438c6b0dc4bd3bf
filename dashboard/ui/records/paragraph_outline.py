"""The paragraphs of one document: where each stands, how it opens, whether it mentions AI."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import link_params
from dashboard.ui.results.table import table

_COLUMNS = ("number", "verb", "summary", "addressees", "tier", "mentions_ai")


def skeleton(page: Page, symbol: str) -> None:
    """All paragraphs of a document as a table, and the way to them on the paragraphs page."""
    say = page.say
    query = Query().choosing("symbol", [symbol])
    found = select(page.snapshot, "paragraphs", query)
    st.subheader(say("record.paragraphs"), anchor=False)
    ai = int(found["mentions_ai"].sum())
    st.caption(say("record.paragraph_counts", total=say.number(len(found)), ai=say.number(ai)))
    table(replace(page, table="paragraphs"), found, _COLUMNS, key=f"skeleton-{symbol}")
    st.page_link(
        "app_pages/paragraphs.py",
        label=say("record.open_paragraphs"),
        icon=":material/format_list_numbered:",
        query_params=link_params(query),
    )
