"""What States said about the texts, apart from how they voted."""

import streamlit as st

from dashboard.analysis.findings.records import statements
from dashboard.analysis.selection.select import as_read
from dashboard.ui.filters.picker import pick_states
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.records.record_or_list import list_found, open_record
from dashboard.ui.results.opening import opening
from dashboard.ui.statements.stance_chart import stance_picture
from dashboard.ui.statements.statement_list import statement_cards, statement_record

FACETS = ("symbol", "type", "stance", "group", "weight")
COLUMNS = ("date", "speaker_iso3", "type", "stance", "symbol", "point")

VIEWS = {"reading": statement_cards, "table": None}

page = open_page("statements", reads=Reads(views=(*VIEWS,)))
if item := open_record(page, page.snapshot.statements):
    statement_record(page, item)
else:
    found = as_read(page.snapshot, "statements", page.query)
    picture = stance_picture(page, found)
    place = opening(page, lambda: statements(found.rows), picture, FACETS)
    with place:
        pick_states(page)
        if picture is None:
            st.caption(page.say("statements.reading"))
    list_found(page, found, COLUMNS, VIEWS, over=place)
