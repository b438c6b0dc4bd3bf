"""Sponsors held to their votes: those that sponsored a text and did not vote for it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.analysis.sponsors.sponsored_texts import contradictions
from dashboard.ui.frame.page import Page
from dashboard.ui.records.record_parts import title_of


def sponsors_not_in_favour(page: Page, symbols: list[str]) -> None:
    """Over the texts found, each sponsor with its position where that is not in favour.

    Draws nothing where every sponsor voted for its text.
    """
    say = page.say
    rows = contradictions(page.snapshot)
    rows = rows[rows["symbol"].isin(symbols)]
    if rows.empty:
        return
    with st.expander(say("sponsors.not_in_favour", n=len(rows))):
        shown = pd.DataFrame(
            {
                say("column.title"): [title_of(page, symbol) for symbol in rows["symbol"]],
                say("facet.country"): [page.state(iso3) for iso3 in rows["iso3"]],
                say("facet.role"): [page.label("sponsor_roles", role) for role in rows["role"]],
                say("facet.position"): [page.label("positions", p) for p in rows["position"]],
            }
        )
        st.dataframe(
            shown, hide_index=True, key=f"{page.name}.not_in_favour",
            alt=say("table.alt", n=len(shown)),
        )  # fmt: skip
        st.caption(say("sponsors.not_in_favour_about"))
