"""What the first screen answers before anything is chosen."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from dashboard.analysis.headlines import headlines
from dashboard.ui.page import Page, present
from dashboard.ui.record import record_link, title_of
from dashboard.ui.text import plain


def front(page: Page) -> None:
    """Latest text, latest recorded vote and what comes next, each a link to its record."""
    tables, say = page.snapshot.tables, page.say
    found = headlines(tables["timeline"], tables["documents"], dt.date.today())
    cards = (
        ("front.latest_text", found.latest_text),
        ("front.latest_vote", found.latest_vote),
        ("front.upcoming", found.upcoming),
    )
    with st.grid(3, min_column_width=260, gap="small") as grid:
        for key, record_id in cards:
            if record_id is None:
                continue
            with grid.container(border=True, height="stretch", gap=None):
                st.caption(f"{say(key)} · {plain(_when(page, record_id))}")
                label = f"{title_of(page, record_id)}{_totals(page, record_id)}"
                record_link(page, record_id, label, place=key)


def _when(page: Page, record_id: str) -> str:
    timeline = page.snapshot.tables["timeline"]
    row = timeline[timeline["id"] == record_id].iloc[0]
    return page.say.dates(present(row["date"]), present(row["end_date"]))


def _totals(page: Page, record_id: str) -> str:
    """The totals where there was a recorded vote: in favour, against, abstaining."""
    documents = page.snapshot.tables["documents"]
    voted = documents[(documents["id"] == record_id) & documents["yes"].notna()]
    if voted.empty:
        return ""
    counts = voted.iloc[0]
    return " · " + "–".join(str(counts[name]) for name in ("yes", "no", "abstain"))
