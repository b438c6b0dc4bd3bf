"""The record beside the timeline, and the way out of it."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.selection.query import Query
from dashboard.corpus.tables.document_rows import document_url
from dashboard.ui.frame.links import close_link, page_link
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.frame.url_state import link_params
from dashboard.ui.records.event_record import chain, event_record
from dashboard.ui.records.record_parts import document_heading, not_here, record_link, summary
from dashboard.ui.records.sections import in_sections
from dashboard.ui.results.cite_button import cite_button
from dashboard.ui.votes.vote_labels import totals


def is_on_record(page: Page, record_id: str) -> bool:
    """Whether the id is one of the timeline or of the documents."""
    snapshot = page.snapshot
    return any(record_id in held for held in (snapshot.events, snapshot.imported, snapshot.curated))


def unknown_item(page: Page) -> None:
    """Say so where a link names a record that is not here."""
    item = page.query.item
    if item and not is_on_record(page, item):
        not_here(page, item)


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
            close_link(page, page.say("record.close"))
            path = f"/?item={record_id}" if event else document_url(record_id)
            cite_button(page, record_id, path)
        _as_bounds(page, record_id)
        if event is not None:
            event_record(page, event)
        else:
            _document_brief(page, record_id)


def _as_bounds(page: Page, record_id: str) -> None:
    """The timeline from the day of the record on, or up to it, oldest first."""
    day = text_or_none(page.row("timeline", page.snapshot.mark_of(record_id))["date"])
    if day is None:
        return
    shown = page.without_record().having(offset=None, sort=("date",))
    later, earlier = (shown.to or day) >= day, (shown.from_ or day) <= day
    after = shown.having(from_=day, to=shown.to if later else None)
    before = shown.having(to=day, from_=shown.from_ if earlier else None)
    with st.container(horizontal=True, gap="small"):
        for key, label, query in (
            ("from_here", page.say("record.from_here"), after),
            ("to_here", page.say("record.to_here"), before),
        ):
            params = link_params(query)
            page_link(page, label, page.name, params, key=key, icon=None, wrap=False)


def _document_brief(page: Page, record_id: str) -> None:
    row = page.row("documents", record_id)
    document_heading(page, row)
    summary(page, page.snapshot.curated.get(record_id))
    if outcome := text_or_none(row["outcome"]):
        said = [page.label("outcomes", outcome), totals(row)]
        st.markdown(f"**{escaped(': '.join(filter(None, said)))}**")
    record_link(page, record_id, page.say("record.open"), place="card")
    in_sections(page, chain(page, record_id))
