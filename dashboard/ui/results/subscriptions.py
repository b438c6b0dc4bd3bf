"""What a reader subscribes to: the days of a table as a calendar, the changes as a feed."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from dashboard.analysis.selection.parameters import acting
from dashboard.analysis.selection.query import Query
from dashboard.ui.frame.markdown import small
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import site_address

CALENDARS = ("requests", "timeline")
"""Tables whose days a calendar program reads at an address."""
FEED = "/api/changes.atom"


def calendar_path(page: Page, table: str, query: Query) -> str:
    """The path of a table's calendar: the rows that a query selects, in the page's language."""
    selecting = {parameter.name for parameter in acting(table) if parameter.kind != "page"}
    bare = query.having(limit=None, offset=None, sort=())
    asked = [pair for pair in bare.to_params() if pair[0] in selecting]
    return f"/api/{table}.ics?{urlencode([*asked, ('lang', page.say.language)])}"


def subscriptions(page: Page, *tables: str) -> None:
    """A line with the calendars of tables and the feed of changes, each a link."""
    links = [
        f"[{page.say(f'subscribe.{table}')}]({calendar_path(page, table, Query())})"
        for table in tables
    ]
    links.append(f"[{page.say('subscribe.feed')}]({FEED}?lang={page.say.language})")
    st.markdown(small(page.say("subscribe.label") + " " + " · ".join(links)), width="content")


def calendar_address(page: Page) -> None:
    """The address under which a calendar program keeps the rows of the view up to date."""
    if page.table in CALENDARS:
        st.caption(page.say("subscribe.address"))
        base = site_address(page.name)
        address = base + calendar_path(page, page.table, page.query)
        st.code(address, language=None, wrap_lines=True)
