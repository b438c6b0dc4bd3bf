"""Requests under a record: what a text or a paragraph asks for, or what a document answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.requests.due import by_due
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, Row
from dashboard.ui.records.record_parts import few_and_more
from dashboard.ui.records.sections import Section
from dashboard.ui.requests.requests_due import when_and_where

STATUS_COLOURS = {
    "issued_on_time": "green",
    "issued_late": "orange",
    "overdue_not_found": "red",
    "target_date_passed": "yellow",
    "due_soon": "blue",
    "not_yet_due": "blue",
}
"""The badge of each status; grey for those not named. The label says the same in words."""
_OPEN = 8


def status_badge(page: Page, status: str) -> str:
    """A status as a badge, in Markdown."""
    label = escaped(page.label("request_statuses", status))
    return f":{STATUS_COLOURS.get(status, 'gray')}-badge[{label}]"


def request_list(page: Page, found: pd.DataFrame, title: str, name: str) -> Iterator[Section]:
    """Requests, next due first; nothing where there are none."""
    if not found.empty:
        yield Section(name, page.say(title, n=len(found)), partial(_list, page, found, name))


def _list(page: Page, found: pd.DataFrame, place: str) -> None:
    rows = by_due(found).to_dict("records")
    few_and_more(page, rows, lambda row: _entry(page, row, place), few=_OPEN)


def _entry(page: Page, row: Row, place: str) -> None:
    with st.container(gap=None):
        st.markdown(
            f"{status_badge(page, str(row['status']))} {escaped(when_and_where(page, row))}"
        )
        subject = page.say.field(row, "subject")
        params = {"item": [str(row["id"])]}
        page_link(page, subject, "requests", params, key=f"{place}.{row['id']}")
