"""What falls due next, and how many requests stand where: the first thing the page says."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.analysis.requests.due import due_between, next_due, quarter, status_counts
from dashboard.analysis.selection.parameters import ABOUT_AI
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.ui.frame.links import item_link
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, Row
from dashboard.ui.results.subscriptions import subscriptions
from dashboard.words.due import due_words
from dashboard.words.places import request_reference

_SHOWN = 3


def due_now(page: Page) -> None:
    """Due this quarter, then the next requests about AI; each opens its page.

    Who asks for a status sees the rows of that status first, and how many there are of each.
    """
    say, day = page.say, page.snapshot.as_of
    requests = select(page.snapshot, "requests", _undivided(page))
    if not page.query.choice("status").any_of:
        _cards(page, requests)
    _statuses(page, requests)
    st.caption(escaped(say("due.as_of", date=say.date(day.isoformat()))))
    subscriptions(page, "requests")


def _cards(page: Page, requests: pd.DataFrame) -> None:
    say, day = page.say, page.snapshot.as_of
    start, end = quarter(day)
    due = due_between(requests, start, end)
    about_ai = next_due(requests[requests["about_ai"].fillna(False)], day)
    title = "due.quarter_about_ai" if page.query.scope == ABOUT_AI else "due.quarter"
    with st.grid(2, min_column_width=320, gap="small") as grid:
        with grid.container(border=True, height="stretch", gap="small"):
            st.markdown(f"**{escaped(say(title, n=len(due), date=say.date(str(end))))}**")
            _list(page, due.head(_SHOWN), "quarter")
        with grid.container(border=True, height="stretch", gap="small"):
            st.markdown(f"**{escaped(say('due.about_ai', n=len(about_ai)))}**")
            _list(page, about_ai.head(_SHOWN), "about_ai")


def _undivided(page: Page) -> Query:
    """The page's day and scope without its filters."""
    return Query().having(as_of=page.query.as_of, scope=page.query.scope)


def _list(page: Page, rows: pd.DataFrame, place: str) -> None:
    for row in rows.to_dict("records"):
        with st.container(gap=None):
            st.caption(escaped(when_and_where(page, row)))
            request_link(page, row, place)


def request_link(page: Page, row: Row, place: str) -> None:
    """What is asked for, opening its page; `place` says where on the page the button stands."""
    subject = page.say.field(row, "subject")
    item_link(page, subject, str(row["id"]), key=f"due.{place}.{row['id']}")


def when(page: Page, row: Row) -> str:
    """When a request is due, in the text's words; a day that is ours marked as an estimate."""
    return due_words(page.say, row) or page.say("due.none")


def when_and_where(page: Page, row: Row) -> str:
    """When a request is due, and the paragraph that makes it."""
    return f"{when(page, row)} · {request_reference(page.say, row)}"


def _statuses(page: Page, requests: pd.DataFrame) -> None:
    """How many requests have each status; a press selects them."""
    counted = status_counts(requests)
    with st.container(horizontal=True, gap="small"):
        for status in page.labels("request_statuses"):
            number = int(counted.get(status, 0))
            if number:
                label = page.say("facet.option", name=page.label("request_statuses", status),
                                 count=page.say.number(number))  # fmt: skip
                st.button(
                    escaped(label),
                    key=f"{page.name}.status.{status}",
                    on_click=page.take,
                    args=(_undivided(page).choosing("status", [status]),),
                )
