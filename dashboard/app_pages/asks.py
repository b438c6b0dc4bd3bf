"""What the texts ask, how strongly, and of whom."""

import streamlit as st

from dashboard.analysis.findings.paragraphs import asks
from dashboard.analysis.paragraphs.asks import (
    asked_for,
    asked_of,
    by_track,
    coverage,
    matrix,
    provisions,
)
from dashboard.analysis.paragraphs.verb_orders import verb_orders
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.paragraphs.asks_view import (
    addressee_picker,
    asks_matrix,
    matrix_table,
    openings_switch,
    requests_to_addressee,
    tracks_table,
)
from dashboard.ui.results.export_menu import brief_buttons
from dashboard.ui.results.finding import finding
from dashboard.ui.results.result_bar import RESULTS, view_switch

VIEWS = ("matrix", "published", "side_by_side", "asked")
NO_LIST = ("item", "sort", "columns", "paper")

page = open_page("asks", "paragraphs", Reads(also=("show",), unread=NO_LIST, views=VIEWS))
title_bar(page)
orders = verb_orders(page.snapshot.vocabularies)
order = orders.get("gruenberg_2009" if page.query.view == "published" else "tiers")
found = provisions(page.snapshot, page.query)
finding(page, lambda: asks(found, order, page.query))
filters(page, ("symbol", "topic", "main_topic", "track", "weight"))
with st.container(key=RESULTS):
    view = view_switch(page, VIEWS)

if order is None:
    st.info(page.say("asks.no_order"))
elif view == "side_by_side":
    openings = openings_switch(page)
    tracks_table(page, by_track(found, order, openings=openings), order)
elif view == "asked":
    everyone = matrix(provisions(page.snapshot, page.query.without("addressee")), order)
    addressee = addressee_picker(page, set(everyone["addressee"]))
    if addressee:
        asked = asked_of(page.snapshot, addressee, page.query)
        st.markdown(f"**{page.say('asks.found', n=len(asked))}**")
        brief_buttons(page, asked, addressee)
        requests_to_addressee(page, asked)
else:
    openings = view == "matrix" and openings_switch(page)
    cells = matrix(found, order, openings=openings)
    cells = asked_for(cells, page.query, order, openings=openings)
    asks_matrix(page, cells, order, coverage(found))
    matrix_table(page, cells, order)
