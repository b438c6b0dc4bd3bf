"""What is said where texts were tabled for a group, or by no State at all."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.records.record_parts import record_link, title_of
from dashboard.words.labels import tabled_in_words


def for_groups(page: Page, found: pd.DataFrame) -> None:
    """How many of the texts were tabled for a group, whose members nobody names."""
    number = int(found["submitted_for"].notna().sum())
    if number:
        st.caption(page.say("sponsors.group_note", n=number))


def tabled_otherwise(page: Page) -> None:
    """Who tabled the texts a link names that no State sponsored."""
    documents = page.snapshot.tables["documents"]
    chosen = documents["id"].isin(page.query.choice("symbol").any_of)
    for row in documents[chosen & documents["submitted_by"].notna()].to_dict("records"):
        record_link(page, row["id"], title_of(page, row["id"]), place="tabled")
        st.markdown(escaped(tabled_in_words(page.snapshot, page.say, row)))
