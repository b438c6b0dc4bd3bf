"""What happened on AI governance, when, and what it answered."""

import streamlit as st

from dashboard.analysis.findings.records import timeline
from dashboard.analysis.selection.select import as_read
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.filters.nothing_found import nothing_found
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.frame.width import is_narrow
from dashboard.ui.records.record_card import is_on_record, open_statement, record_card, unknown_item
from dashboard.ui.results.finding import finding
from dashboard.ui.results.result_bar import result_bar
from dashboard.ui.results.table import paged_table
from dashboard.ui.timeline.headline_cards import headline_cards
from dashboard.ui.timeline.shortcuts import front_door
from dashboard.ui.timeline.timeline_chart import BESIDE, timeline_chart

VIEWS = ("lanes", "tracks", "list")

page = open_page("timeline", reads=Reads(also=("show",), views=VIEWS))
open_statement(page)
title_bar(page)
found = as_read(page.snapshot, "timeline", page.query)
finding(page, lambda: timeline(found.rows, page.snapshot.as_of))
front_door(page)
filters(page, ("kind", "body", "track", "topic", "weight"))
unknown_item(page)

item = page.query.item if page.query.item and is_on_record(page, page.query.item) else None
beside = bool(item) and not is_narrow()
left, right = st.columns(BESIDE, gap="medium") if beside else (st.container(), st.container())
with left:
    if found.empty:
        nothing_found(page)
    else:
        view = result_bar(page, found, VIEWS)
        if view in ("lanes", "tracks"):
            timeline_chart(page, found.rows, view)
            headline_cards(page)
        paged_table(page, found, ("title", "date", "kind", "body", "track"), ("weight", "topics"))
if item:
    with right:
        record_card(page, item)
