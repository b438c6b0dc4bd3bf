"""Who sponsored which texts, alone and together."""

from functools import partial

import streamlit as st

from dashboard.analysis.findings.sponsors import sponsors
from dashboard.analysis.sponsors.sponsored_texts import how_many_sponsored, sponsored_texts
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.filters.nothing_found import nothing_found
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.scope import in_everything
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.results.export_menu import export_menu
from dashboard.ui.results.finding import finding
from dashboard.ui.results.result_bar import RESULTS, data_links, more_in_everything, view_switch
from dashboard.ui.sponsors.sponsor_overlap import BOUNDS, overlap_view, pairs_view
from dashboard.ui.sponsors.sponsor_texts import ranking_view, sponsors_not_in_favour, texts_view
from dashboard.ui.sponsors.sponsor_years import years_view
from dashboard.ui.sponsors.tabled_for_groups import tabled_otherwise

VIEWS = ("texts", "overlap", "ranking", "years", "pairs")
NO_LIST = ("item", "offset", "columns", "paper")

page = open_page("sponsors", reads=Reads(unread=NO_LIST, views=VIEWS, bounds=BOUNDS))
title_bar(page)
found = sponsored_texts(page.snapshot, page.query)
finding(page, lambda: sponsors(found, page.snapshot.tables["sponsors"]))
filters(page, ("symbol", "role", "track", "topic", "weight"))
if found.empty:
    tabled_otherwise(page)
    nothing_found(page)
else:
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=RESULTS):
        st.markdown(f"**{page.say('sponsors.found', n=len(found))}**", width="content")
        everywhere = how_many_sponsored(page.snapshot, in_everything(page.query))
        more_in_everything(page, everywhere - len(found))
        view = view_switch(page, VIEWS)
        export_menu(
            page, lambda: found, "documents", partial(data_links, page, "sponsors", page.query)
        )
    match view:
        case "overlap":
            overlap_view(page, found)
        case "ranking":
            ranking_view(page, found)
        case "years":
            years_view(page, found)
        case "pairs":
            pairs_view(page, found)
        case _:
            texts_view(page, found)
            sponsors_not_in_favour(page, list(found["id"]))
