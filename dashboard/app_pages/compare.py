"""Two texts against each other: what was strengthened, softened, added and dropped."""

import streamlit as st

from dashboard.analysis.findings.paragraphs import comparison
from dashboard.analysis.lineage import predecessors
from dashboard.analysis.paragraphs.compare import citations, compare, count_changes
from dashboard.ui.filters.active_filters import not_understood
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.paragraphs.compare_strip import strip
from dashboard.ui.paragraphs.comparison import (
    SHOWN,
    basis_of,
    chosen_pair,
    citation_changes,
    difference_list,
    how,
    kinship,
    occurring,
    pickers,
)
from dashboard.ui.records.official_text import marks_legend, official_wording
from dashboard.ui.results.finding import finding
from dashboard.ui.results.result_bar import view_switch

VIEWS = ("all", *SHOWN)

page = open_page("compare", "paragraphs", Reads(only=("symbol", "view", "wording"), views=VIEWS))
title_bar(page)
not_understood(page)
pair = chosen_pair(page, predecessors(page.snapshot))
if pair is None:
    st.info(page.say("empty.title"))
    st.stop()
earlier, later = pair
if earlier is None:
    pickers(page, earlier, later)
    kinship(page, earlier, later)
    st.stop()

compared = compare(page.snapshot, earlier, later)
counted = count_changes(compared)
finding(page, lambda: comparison(counted, len(compared)))
pickers(page, earlier, later)
kinship(page, earlier, later)
strip(page, compared, earlier, later)
view = view_switch(page, ["all", *occurring(page, counted)], {"all": len(compared)} | counted)
shown = compared if view == "all" else compared[compared["change"] == view]
how(page, shown, compared)
wording = official_wording(page, (earlier, later), together=True)
marks_legend(wording, changes=True)
difference_list(page, shown, wording, basis_of(compared), folded=view == "all")

st.header(page.say("compare.citations"), anchor=False)
citation_changes(page, citations(page.snapshot, earlier, later))
