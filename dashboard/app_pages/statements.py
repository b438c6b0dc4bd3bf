"""What States said about the texts, apart from how they voted."""

import streamlit as st

from dashboard.analysis.findings.records import statements
from dashboard.analysis.selection.select import as_read
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.filters.picker import pick_states
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.records.record_or_list import list_found, open_record
from dashboard.ui.results.finding import finding
from dashboard.ui.statements.statement_list import statement_cards, statement_record

COLUMNS = ("date", "speaker_iso3", "type", "stance", "symbol", "point")

VIEWS = {"reading": statement_cards, "table": None}

page = open_page("statements", reads=Reads(views=(*VIEWS,)))
if item := open_record(page, page.snapshot.statements):
    statement_record(page, item)
else:
    found = as_read(page.snapshot, "statements", page.query)
    finding(page, lambda: statements(found.rows))
    filters(page, ("symbol", "type", "stance", "group", "weight"))
    pick_states(page)
    st.caption(page.say("statements.reading"))
    list_found(page, found, COLUMNS, VIEWS)
