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
            with grid.cell(), st.container(border=True, height="stretch"):
                st.caption(f"{say(key)} · {plain(_line(page, record_id))}")
                record_link(page, record_id, title_of(page, record_id), place=key)


def _line(page: Page, record_id: str) -> str:
    """The date, and the totals where there was a recorded vote."""
    timeline, documents = page.snapshot.tables["timeline"], page.snapshot.tables["documents"]
    row = timeline[timeline["id"] == record_id].iloc[0]
    when = page.say.dates(present(row["date"]), present(row["end_date"]))
    voted = documents[(documents["id"] == record_id) & documents["yes"].notna()]
    if voted.empty:
        return when
    counts = voted.iloc[0]
    totals = "–".join(str(counts[name]) for name in ("yes", "no", "abstain"))
    return f"{when} · {totals}"
