"""What the first screen answers before anything is chosen."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.headlines import headlines
from dashboard.analysis.selection.query import Query
from dashboard.ui.frame.markdown import cut, escaped
from dashboard.ui.frame.page import Page, on_phone, text_or_none
from dashboard.ui.frame.url_state import link_params
from dashboard.ui.records.record_parts import own_title, record_page, title_of
from dashboard.ui.requests.requests_due import when_and_where
from dashboard.ui.votes.vote_labels import totals

_LETTERS = 44
"""A card's title on two lines; the record has it whole."""


def headline_cards(page: Page) -> None:
    """Latest text, latest vote, next due and what comes next, each a link to its record."""
    found = headlines(page.snapshot.tables, page.snapshot.as_of)
    with st.grid(4, min_column_width=220, gap="small") as grid:
        for draw, item in (
            (_text, found.latest_text),
            (_vote, found.latest_vote),
            (_due, found.due),
            (_upcoming, found.upcoming),
        ):
            if item is not None:
                with grid.container(border=True, height="stretch", gap=None):
                    draw(page, item)


def _text(page: Page, record_id: str) -> None:
    _record(page, record_id, "front.latest_text")


def _upcoming(page: Page, record_id: str) -> None:
    _record(page, record_id, "front.upcoming")


def _record(page: Page, record_id: str, key: str) -> None:
    timeline = page.snapshot.tables["timeline"]
    row = timeline[timeline["id"] == record_id].iloc[0]
    when = page.say.dates(text_or_none(row["date"]), text_or_none(row["end_date"]))
    target = record_page(page, record_id) or "app_pages/timeline.py"
    symbol, _, name = title_of(page, record_id).rpartition(" · ")
    said = f"{when} · {symbol}" if symbol else when
    _card(page, key, said, name, target, record_id)


def _vote(page: Page, vote_id: str) -> None:
    recorded = page.snapshot.tables["recorded_votes"]
    row = recorded[recorded["id"] == vote_id].iloc[0].to_dict()
    symbol = str(row["symbol"])
    label = f"{totals(row)} · {title_of(page, symbol).rpartition(' · ')[2]}"
    _card(page, "front.latest_vote", page.say.date(text_or_none(row["date"])), label,
          "app_pages/votes.py", vote_id)  # fmt: skip


def _due(page: Page, request_id: str) -> None:
    requests = page.snapshot.tables["requests"]
    row = requests[requests["id"] == request_id].iloc[0].to_dict()
    subject = page.either(text_or_none(row["subject_en"]), text_or_none(row["subject_zh"]))
    label = subject or own_title(page, row)
    _card(page, "front.due", when_and_where(page, row), label, "app_pages/requests.py", request_id)


def _card(page: Page, key: str, when: str, label: str, target: str, item: str) -> None:
    """What it is and when over its name; the name opens it."""
    st.caption(f"**{escaped(page.say(key))}** · {escaped(when)}")
    if st.button(
        escaped(label if on_phone() else cut(label, _LETTERS)),
        key=f"{page.name}.{key}",
        icon=":material/arrow_forward:",
        type="tertiary",
        wrap=True,
    ):
        st.switch_page(target, query_params={"item": [item], **link_params(Query())})
