"""What States said about the texts, apart from how they voted."""

import streamlit as st

from dashboard.analysis.selection.select import newest_first, select
from dashboard.ui.filters.active_filters import nothing_found
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.filters.picker import pick_states
from dashboard.ui.frame.language import language_switch
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.records.record_card import close_button, unknown_item
from dashboard.ui.results.cite_button import cite_button
from dashboard.ui.results.result_bar import one_page, result_bar
from dashboard.ui.results.table import paged_table
from dashboard.ui.statements.statement_list import statement_cards, statement_record

page = open_page("statements")
item = page.query.item
if item in page.snapshot.statements:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        close_button(page, page.say("statements.back"))
        cite_button(page, str(item), f"/statements?item={item}")
        language_switch(page.say)
    statement_record(page, str(item))
else:
    title_bar(page.say, page.say("statements.title"))
    unknown_item(page)
    filters(page, ("symbol", "type", "stance", "group", "weight"))
    pick_states(page)
    found = select(page.snapshot, "statements", newest_first(page.query))
    st.caption(page.say("statements.reading"))
    if found.empty:
        nothing_found(page)
    elif result_bar(page, found, ("reading", "table")) == "table":
        paged_table(page, found, ("date", "speaker_iso3", "type", "stance", "symbol", "point"))
    else:
        statement_cards(page, one_page(page, found))
