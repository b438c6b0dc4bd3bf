"""Who voted how, who moved, and who votes alike."""

import streamlit as st

from dashboard.analysis.selection.select import newest_first, select
from dashboard.ui.filters.active_filters import nothing_found
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.frame.language import language_switch
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.records.record_card import close_button, unknown_item
from dashboard.ui.results.cite_button import cite_button
from dashboard.ui.results.result_bar import result_bar
from dashboard.ui.results.table import paged_table
from dashboard.ui.votes.vote_changes import moves_view
from dashboard.ui.votes.vote_overview import agreement_view, grid_view
from dashboard.ui.votes.vote_record import vote_record

STATE_BY_STATE = dict.fromkeys(("moved", "grid", "agreement"), "votes")

page = open_page("votes", "recorded_votes", also=("country", "group", "position"))
item = page.query.item
if item in set(page.snapshot.tables["recorded_votes"]["id"]):
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        close_button(page, page.say("votes.back"))
        cite_button(page, str(item), f"/votes?item={item}")
        language_switch(page.say)
    vote_record(page, str(item))
else:
    title_bar(page.say, page.say("votes.title"))
    unknown_item(page)
    filters(page, ("symbol", "stage", "track", "topic", "weight", "against"))
    found = select(page.snapshot, "recorded_votes", newest_first(page.query))
    if found.empty:
        nothing_found(page)
    else:
        view = result_bar(
            page, found, ("ballots", "moved", "grid", "agreement"), data=STATE_BY_STATE
        )
        if view == "moved":
            moves_view(page, found)
        elif view == "grid":
            grid_view(page, found)
        elif view == "agreement":
            agreement_view(page, found)
        else:
            st.caption(page.say("votes.how_to_open"))
            paged_table(
                page,
                found,
                ("symbol", "title", "date", "stage", "yes", "no", "abstain", "not_voting", "names"),
            )
