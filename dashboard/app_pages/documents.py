"""Every document on record, and a page for each."""

import streamlit as st

from dashboard.analysis.selection.select import newest_first, select
from dashboard.corpus.tables.document_rows import document_url
from dashboard.ui.filters.active_filters import nothing_found
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.frame.language import language_switch
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.records.document_record import document_record
from dashboard.ui.records.record_card import close_button, unknown_item
from dashboard.ui.results.cite_button import cite_button
from dashboard.ui.results.result_bar import result_bar
from dashboard.ui.results.table import paged_table

IDENTITY = ("symbol", "title", "date", "kind", "outcome")
COUNTS = ("yes", "no", "abstain", "sponsors", "operative", "mentions_ai")

page = open_page("documents")
item = page.query.item
if item in set(page.snapshot.tables["documents"]["id"]):
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        close_button(page, page.say("documents.back"))
        cite_button(page, str(item), document_url(str(item)))
        language_switch(page.say)
    document_record(page, str(item))
else:
    title_bar(page.say, page.say("documents.title"))
    unknown_item(page)
    filters(page, ("kind", "body", "track", "topic", "weight"))
    found = select(page.snapshot, "documents", newest_first(page.query))
    if found.empty:
        nothing_found(page)
    else:
        result_bar(page, found)
        st.caption(page.say("documents.how_to_open"))
        paged_table(
            page,
            found,
            (*IDENTITY, *COUNTS, "weight"),
        )
