"""Requests under a record: what a text or a paragraph asks for, or what a document answers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.requests import by_due
from dashboard.analysis.selection.query import Query
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.frame.url_state import link_params
from dashboard.ui.requests.requests_due import when_and_where

STATUS_COLOURS = {
    "issued_on_time": "green",
    "issued_late": "orange",
    "overdue_not_found": "red",
    "due_soon": "blue",
    "not_yet_due": "blue",
}
"""The badge of each status; grey for those not named. The label says the same in words."""
_OPEN = 8


def status_badge(page: Page, status: str) -> str:
    """A status as a badge, in Markdown."""
    label = escaped(page.label("request_statuses", status))
    return f":{STATUS_COLOURS.get(status, 'gray')}-badge[{label}]"


def request_list(page: Page, found: pd.DataFrame, title: str, place: str) -> None:
    """Requests under a heading, next due first; nothing where there are none."""
    if found.empty:
        return
    st.subheader(title, anchor=False)
    rows = by_due(found).to_dict("records")
    for row in rows[:_OPEN]:
        _entry(page, row, place)
    if len(rows) > _OPEN:
        with st.expander(page.say("statements.more", n=len(rows) - _OPEN)):
            for row in rows[_OPEN:]:
                _entry(page, row, place)


def _entry(page: Page, row: Mapping[Hashable, Any], place: str) -> None:
    with st.container(gap=None):
        st.markdown(
            f"{status_badge(page, str(row['status']))} {escaped(when_and_where(page, row))}"
        )
        subject = page.either(text_or_none(row["subject_en"]), text_or_none(row["subject_zh"]))
        if st.button(
            escaped(subject),
            key=f"{page.name}.{place}.{row['id']}",
            icon=":material/arrow_forward:",
            type="tertiary",
            wrap=True,
        ):
            query_params = {"item": [str(row["id"])], **link_params(Query())}
            st.switch_page("app_pages/requests.py", query_params=query_params)
