"""One page for each State and group: what it sponsored, how it voted, what it said."""

import streamlit as st

from dashboard.analysis.selection.select import select
from dashboard.ui.filters.active_filters import nothing_found
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.filters.picker import pick_states
from dashboard.ui.frame.language import language_switch
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.records.record_card import close_button, unknown_item
from dashboard.ui.results.cite_button import cite_button
from dashboard.ui.results.result_bar import result_bar
from dashboard.ui.results.table import paged_table
from dashboard.ui.states.country_record import country_record, group_links

page = open_page("countries")
item = page.query.item
if item in page.snapshot.states or item in page.labels("groups"):
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        close_button(page, page.say("countries.back"))
        if item in page.snapshot.states:
            cite_button(page, str(item), f"/countries?item={item}")
        language_switch(page.say)
    country_record(page, str(item))
else:
    title_bar(page.say, page.say("countries.title"))
    unknown_item(page)
    filters(page, ("group",))
    pick_states(page)
    with st.expander(page.say("countries.groups")):
        group_links(page, list(page.labels("groups")))
    found = select(page.snapshot, "countries", page.query)
    if found.empty:
        nothing_found(page)
    else:
        result_bar(page, found)
        st.caption(page.say("countries.how_to_open"))
        paged_table(
            page,
            found,
            (
                *("name", "regional_group", "sponsored", "yes", "no", "abstain", "not_voting"),
                *("eligible", "statements", "events"),
            ),
        )
