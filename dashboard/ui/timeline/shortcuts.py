"""Ways in: what readers come for, each one press from the first screen."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.selection.query import Query
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import link_params

Way = tuple[str, dict[str, list[str]]]
WAYS = ("laws", "military", "development", "capacity", "moved", "due", "changed")
BRIEFS = {
    "laws": "Lethal autonomous weapons systems",
    "military": (
        "Artificial intelligence in the military domain and its implications for international "
        "peace and security"
    ),
}
"""The title of the texts a way leads to the newest of."""
TEXTS = {"development": "A/RES/78/265", "capacity": "A/RES/78/311"}


def shortcuts(page: Page) -> None:
    """A row of links: briefs on the texts people ask for, who moved, what is due, what changed."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key="timeline-ways"
    ):
        st.caption(page.say("way.label"), width="content")
        for name, (target, params) in _ways(page).items():
            if st.button(page.say(f"way.{name}"), key=f"{page.name}.way.{name}", type="tertiary"):
                st.switch_page(target, query_params=params | link_params(Query()))


def _ways(page: Page) -> dict[str, Way]:
    """The ways whose records are on hand, by name, in the order of `WAYS`."""
    documents = page.snapshot.tables["documents"]
    newest = documents.sort_values("date", kind="stable").drop_duplicates("title_en", keep="last")
    by_title = dict(zip(newest["title_en"], newest["id"], strict=True))
    found: dict[str, Way] = {}
    for name, title in BRIEFS.items():
        if title in by_title:
            found[name] = ("app_pages/documents.py", {"item": [by_title[title]]})
    for name, symbol in TEXTS.items():
        if symbol in page.snapshot.imported:
            found[name] = ("app_pages/documents.py", {"item": [symbol]})
    month = page.snapshot.as_of.replace(day=1).isoformat()
    found |= {
        "moved": ("app_pages/votes.py", {"view": ["moved"]}),
        "due": ("app_pages/requests.py", {}),
        "changed": ("app_pages/timeline.py", {"since": [month], "view": ["list"]}),
    }
    return {name: found[name] for name in WAYS if name in found}
