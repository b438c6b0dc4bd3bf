"""What States said about the texts, apart from how they voted."""

import streamlit as st

from dashboard.analysis.selection.select import newest_first, select
from dashboard.ui.citing import cite_button
from dashboard.ui.filters import filters
from dashboard.ui.in_force import nothing_found
from dashboard.ui.language import language_switch
from dashboard.ui.page import open_page
from dashboard.ui.picker import pick_states
from dashboard.ui.record_card import close_button, unknown_item
from dashboard.ui.results import one_page, result_bar
from dashboard.ui.shell import title_bar
from dashboard.ui.statement_list import statement_cards, statement_record
from dashboard.ui.table import paged_table

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
