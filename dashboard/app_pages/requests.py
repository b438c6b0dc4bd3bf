"""What the texts ask for, when it is due, and whether it came."""

import streamlit as st

from dashboard.analysis.requests import by_due
from dashboard.analysis.selection.select import select
from dashboard.ui.filters.active_filters import nothing_found
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.frame.language import language_switch
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.records.record_card import close_button, unknown_item
from dashboard.ui.requests.request_chart import lateness_chart
from dashboard.ui.requests.request_record import request_record
from dashboard.ui.requests.requests_due import due_now
from dashboard.ui.results.cite_button import cite_button
from dashboard.ui.results.result_bar import result_bar
from dashboard.ui.results.table import paged_table

FACETS = ("status", "deliverable", "addressee", "symbol", "topic", "track", "weight", "mentions")

page = open_page("requests")
requests = page.snapshot.tables["requests"]
item = page.query.item
if item in set(requests["id"]):
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        close_button(page, page.say("requests.back"))
        cite_button(page, str(item), f"/requests?item={item}")
        language_switch(page.say)
    request_record(page, str(item))
else:
    title_bar(page.say, page.say("requests.title"))
    due_now(page)
    unknown_item(page)
    filters(page, FACETS)
    found = select(page.snapshot, "requests", page.query)
    if found.empty:
        nothing_found(page)
    else:
        found = found if page.query.sort else by_due(found)
        if result_bar(page, found, ("table", "chart")) == "chart":
            lateness_chart(page, found)
        else:
            paged_table(
                page,
                found,
                (
                    *("due_to", "status", "subject", "deliverable", "entity", "symbol", "place"),
                    *("answered_by", "answered_on", "days_late"),
                ),
            )
