"""Who signed, ratified or endorsed what an event is about, by day, and how they voted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.rosters import votes_of
from dashboard.analysis.selection.query import Query
from dashboard.corpus.records.events import Event, Participants
from dashboard.corpus.records.votes import POSITIONS
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.records.record_parts import organisations_named, title_of
from dashboard.ui.records.sections import Section
from dashboard.ui.results.result_bar import data_links
from dashboard.ui.results.table import plain_table


def roster(page: Page, event: Event) -> Iterator[Section]:
    """Who joined, by kind and day, and how they voted on the core texts; nothing without a list."""
    people = event.participants
    if people is None or not people.joined:
        return
    yield Section("roster", page.say("roster.title"), partial(_roster, page, people))
    votes = votes_of(page.snapshot, people.named)
    if not votes.empty:
        draw = partial(_votes, page, people, votes)
        yield Section("roster-votes", page.say("roster.votes"), draw)


def joined_on(page: Page, date: str, *, by: bool) -> str:
    """The day of joining, or the day by which a list names somebody."""
    said = page.say.date(date)
    return page.say("roster.by", date=said) if by else said


def _roster(page: Page, people: Participants) -> None:
    say, named = page.say, len(people.named) + len(people.others)
    numbers = {"n": named, "states": len(people.named), "others": len(people.others)}
    if people.count is not None and people.count > named:
        st.markdown(escaped(say("roster.part", **numbers, total=say.number(people.count))))
    else:
        st.markdown(escaped(say("roster.whole", **numbers)))
    rows = people.joined
    shown: dict[str, Any] = {
        say("roster.how"): [page.label("joining", row.how) for row in rows],
        say("column.date"): [joined_on(page, row.on, by=row.by) for row in rows],
        say("roster.number"): [len(row.states) + len(row.organisations) for row in rows],
        say("roster.who"): [
            say.listed(
                [*page.state_names(row.states), *organisations_named(page, row.organisations)]
            )
            for row in rows
        ],
    }
    plain_table(page, "roster", shown)
    if any(row.by for row in rows):
        st.caption(escaped(say("roster.by_note")))
    if people.group:
        label = page.label("groups", people.group)
        page_link(page, label, "countries", {"item": [people.group]}, key="roster.group")
        data_links(page, "countries", Query().choosing("group", [people.group]))


def _votes(page: Page, people: Participants, votes: pd.DataFrame) -> None:
    """One sentence on the latest core vote, and a row for each."""
    say, latest = page.say, votes.iloc[0]
    counts = {position: say.number(int(latest[position])) for position in POSITIONS}
    day, symbol = say.date(latest["date"]), str(latest["symbol"])
    sentence = say("roster.voted", n=len(people.named), symbol=symbol, date=day, **counts)
    st.markdown(escaped(sentence))
    shown: dict[str, Any] = {
        say("column.title"): [title_of(page, symbol) for symbol in votes["symbol"]],
        say("column.date"): [say.short_date(date) for date in votes["date"]],
        say("roster.counts"): [
            "\N{EN DASH}".join(str(row[position]) for position in POSITIONS)
            for row in votes.to_dict("records")
        ],  # in one column: a record beside the timeline is narrow
    }
    plain_table(page, "roster_votes", shown, opens=("votes", votes["vote"]))
    st.caption(escaped(say("roster.votes_note")))
