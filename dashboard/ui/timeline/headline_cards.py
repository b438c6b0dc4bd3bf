"""What the first screen answers before anything is chosen."""

from __future__ import annotations

from functools import partial
from typing import Literal

import streamlit as st

from dashboard.analysis.headlines import headlines
from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import cut, escaped
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.frame.width import is_narrow
from dashboard.ui.records.record_parts import record_page, title_of
from dashboard.ui.requests.requests_due import when_and_where
from dashboard.ui.votes.vote_labels import totals

_LETTERS = 44
"""A card's title on two lines; the record has it whole."""


def headline_cards(page: Page) -> None:
    """Latest text, latest vote, next due and what comes next, each a link to its record."""
    found = headlines(
        page.snapshot.tables, page.snapshot.as_of, everything=page.query.scope == EVERYTHING
    )
    narrow = is_narrow()
    height: Literal["content", "stretch"] = "content" if narrow else "stretch"
    columns, gap = (1, 0) if narrow else (4, 16)
    with st.grid(columns, min_column_width=220, gap=gap) as grid:
        for draw, item in (
            (partial(_record, "front.latest_text"), found.latest_text),
            (_vote, found.latest_vote),
            (_due, found.due),
            (partial(_record, "front.upcoming"), found.upcoming),
        ):
            if item is not None:
                with grid.container(border=not narrow, height=height, gap=None):
                    draw(page, item)


def _record(key: str, page: Page, record_id: str) -> None:
    row = page.row("timeline", record_id)
    when = page.say.dates(text_or_none(row["date"]), text_or_none(row["end_date"]))
    target = record_page(page, record_id) or "timeline"
    symbol, _, name = title_of(page, record_id).rpartition(" · ")
    said = f"{when} · {symbol}" if symbol else when
    _card(page, key, said, name, target, record_id)


def _vote(page: Page, vote_id: str) -> None:
    row = page.row("recorded_votes", vote_id)
    symbol = str(row["symbol"])
    label = f"{totals(row)} · {title_of(page, symbol).rpartition(' · ')[2]}"
    _card(page, "front.latest_vote", page.date(row), label,
          "votes", vote_id)  # fmt: skip


def _due(page: Page, request_id: str) -> None:
    row = page.row("requests", request_id)
    label = page.say.field(row, "subject") or page.say.field(row, "title")
    _card(page, "front.due", when_and_where(page, row), label, "requests", request_id)


def _card(page: Page, key: str, when: str, label: str, target: str, item: str) -> None:
    """What it is and when over its name; the name opens it."""
    st.caption(f"**{escaped(page.say(key))}** · {escaped(when)}")
    shown = label if is_narrow() else cut(label, _LETTERS)
    page_link(page, shown, target, {"item": [item]}, key=key)
