"""The record beside the timeline, and the way out of it."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.selection.query import Query
from dashboard.corpus.tables.document_rows import document_url
from dashboard.ui.frame.links import close_button
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.frame.url_state import link_params
from dashboard.ui.records.event_record import chain, event_record
from dashboard.ui.records.record_parts import heading, record_link, text_of
from dashboard.ui.results.cite_button import cite_button


def is_on_record(page: Page, record_id: str) -> bool:
    """Whether the id is one of the timeline or of the documents."""
    snapshot = page.snapshot
    return any(record_id in held for held in (snapshot.events, snapshot.imported, snapshot.curated))


def unknown_item(page: Page) -> None:
    """Say so where a link names a record that is not here."""
    item = page.query.item
    if item and not is_on_record(page, item):
        st.info(escaped(page.say("record.unknown", item=item)), icon=":material/link_off:")


def open_statement(page: Page) -> None:
    """Leave for the page of statements where the mark chosen was one."""
    item = page.query.item
    if item in page.snapshot.statements:
        st.switch_page(
            "app_pages/statements.py", query_params=link_params(Query().having(item=item))
        )


def record_card(page: Page, record_id: str) -> None:
    """An event whole; a document in brief, with the link to its page."""
    with st.container(border=True):
        event = page.snapshot.events.get(record_id)
        with st.container(horizontal=True):
            close_button(page, page.say("record.close"))
            path = f"/?item={record_id}" if event else document_url(record_id)
            cite_button(page, record_id, path)
        if event is not None:
            event_record(page, event)
        else:
            _document_brief(page, record_id)


def _document_brief(page: Page, record_id: str) -> None:
    say, documents = page.say, page.snapshot.tables["documents"]
    row = documents[documents["id"] == record_id].iloc[0]
    overline = (
        text_or_none(row["symbol"]) or "",
        page.label("kinds", row["kind"]),
        say.date(text_or_none(row["date"])),
    )
    heading(page, overline, say.fields(row, "title"))
    added = page.snapshot.curated.get(record_id)
    if added and added.summary:
        st.markdown(escaped(text_of(page, added.summary)))
    if text_or_none(row["outcome"]):
        outcome = page.label("outcomes", row["outcome"])
        if row["yes"] is not None and row.notna()["yes"]:
            totals = "–".join(str(row[name]) for name in ("yes", "no", "abstain"))
            outcome = f"{outcome}: {totals}"
        st.markdown(f"**{escaped(outcome)}**")
    record_link(page, record_id, say("record.open"), place="card")
    chain(page, record_id)
