"""What the record holds and how well it is established, and what its columns and codes mean."""

import streamlit as st

from dashboard.analysis.quality.act_reading import act_quality
from dashboard.analysis.quality.comparison_reading import comparison_quality
from dashboard.analysis.quality.coverage import by_code, by_text, conflicts, files_read
from dashboard.analysis.quality.intercoder_agreement import coder_agreement
from dashboard.analysis.quality.request_rule_quality import refusals, rule_quality, unjudged
from dashboard.ui.filters.active_filters import not_understood
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.quality.about import (
    agreement_table,
    coded_texts,
    conflict_list,
    coverage_table,
    measured,
    not_held,
    rule_quality_table,
    sources_note,
    wording_table,
)
from dashboard.ui.quality.column_tables import code_lists, column_tables, glossary_list
from dashboard.ui.quality.problem_list import problem_list
from dashboard.ui.results.result_bar import view_switch
from dashboard.ui.results.subscriptions import CALENDARS, subscriptions

VIEWS = ("record", "columns", "codes", "glossary")

page = open_page("about", "timeline", Reads(only=("view",), views=VIEWS))
say, snapshot = page.say, page.snapshot
title_bar(page)
not_understood(page)
st.markdown(say("about.text"))
subscriptions(page, *CALENDARS)

view = view_switch(page, VIEWS)
if view == "columns":
    column_tables(page)
elif view == "codes":
    code_lists(page)
elif view == "glossary":
    glossary_list(page)
else:
    st.header(say("about.coverage"), anchor=False)
    coverage_table(page, by_code(snapshot.tables["timeline"], "verification"), "verification")
    coverage_table(page, by_code(snapshot.tables["timeline"], "kind"), "kinds")
    if not (said := snapshot.tables["statements"]).empty:
        coverage_table(page, by_code(said, "type"), "statement_types", "facet.type")
    sources_note(page, files_read(snapshot.imported))
    not_held(page)

    st.header(say("about.wording"), anchor=False)
    wording_table(page)

    st.header(say("about.coding"), anchor=False)
    coded_texts(page, by_text(snapshot.tables["paragraphs"]))
    second = snapshot.second_reading
    agreed = (
        coder_agreement(snapshot.tables["paragraphs"], second, snapshot.vocabularies)
        if second
        else None
    )
    agreement_table(page, agreed)

    if snapshot.act_reading:
        st.header(say("rule.acts_title"), anchor=False)
        st.caption(say("rule.acts_text", seed=snapshot.act_reading.seed))
        measured(page, "acts", act_quality(snapshot.act_reading))

    if snapshot.comparison_reading:
        st.header(say("rule.changes_title"), anchor=False)
        st.caption(say("rule.changes_text"))
        measured(page, "changes", comparison_quality(snapshot.comparison_reading))

    if snapshot.request_candidates:
        st.header(say("rule.title"), anchor=False)
        rule_quality_table(page, rule_quality(snapshot), unjudged(snapshot), refusals(snapshot))

    st.header(say("about.conflicts"), anchor=False)
    conflict_list(page, conflicts(snapshot.curated, snapshot.events, snapshot.statements))

    st.header(say("about.problems"), anchor=False)
    problem_list(page)
