"""One page for each State and group: what it sponsored, how it voted, what it said."""

import streamlit as st

from dashboard.analysis.findings.states import states
from dashboard.analysis.selection.select import found_rows
from dashboard.ui.filters.picker import pick_states
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.records.record_or_list import list_found, open_record
from dashboard.ui.results.opening import opening
from dashboard.ui.states.country_record import country_record, group_links, one_state
from dashboard.ui.states.sponsored_opposed_chart import sponsored_opposed_picture

VOTED = ("yes", "no", "abstain", "not_voting", "eligible")

page = open_page("countries", reads=Reads(made_of=one_state))
groups = page.labels("groups")
if item := open_record(page, {*page.snapshot.states, *groups}, uncited=groups):
    country_record(page, item)
else:
    found = found_rows(page.snapshot, "countries", page.sorted_by("name"))
    picture = sponsored_opposed_picture(page, found)
    place = opening(page, lambda: states(found.rows), picture, ("group",))
    with place:
        pick_states(page)
        with st.expander(page.say("countries.groups")):
            group_links(page, list(groups))
    columns = ("name", "regional_group", "sponsored", *VOTED, "statements", "events")
    list_found(page, found, columns, over=place)
