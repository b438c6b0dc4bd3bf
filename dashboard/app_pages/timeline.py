"""What happened on AI governance, when, and what it answered."""

import streamlit as st

from dashboard.analysis.selection.select import newest_first, select
from dashboard.ui.filters import filters
from dashboard.ui.front import front
from dashboard.ui.in_force import nothing_found
from dashboard.ui.page import open_page
from dashboard.ui.questions import questions
from dashboard.ui.record_card import is_on_record, open_statement, record_card, unknown_item
from dashboard.ui.results import result_bar
from dashboard.ui.shell import title_bar
from dashboard.ui.table import paged_table
from dashboard.ui.timeline_chart import timeline_chart
from dashboard.ui.ways import ways

page = open_page("timeline")
open_statement(page)
title_bar(page.say, page.say("timeline.title"))
front(page)
ways(page)
facets = ("kind", "body", "track", "topic", "weight")
filters(page, facets, beside=(questions,))
unknown_item(page)

item = page.query.item if page.query.item and is_on_record(page, page.query.item) else None
left, right = st.columns([5, 3], gap="medium") if item else (st.container(), None)
with left:
    found = select(page.snapshot, "timeline", newest_first(page.query))
    if found.empty:
        nothing_found(page)
    else:
        view = result_bar(page, found, ("lanes", "tracks", "list"))
        if view in ("lanes", "tracks"):
            timeline_chart(page, found, view)
        paged_table(page, found, ("date", "title", "kind", "body", "track"))
if right is not None:
    with right:
        record_card(page, str(item))
