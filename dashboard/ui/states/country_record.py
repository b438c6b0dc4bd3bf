"""What is on record about one State, or one group of States."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.rosters import instrument_of, joined_by
from dashboard.analysis.selection.query import Query
from dashboard.analysis.states import Profile, profile
from dashboard.corpus.records.votes import POSITIONS
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.sponsorship import AGENT
from dashboard.ui.frame.links import item_link
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.records.record_parts import (
    few_and_more,
    meaning_of,
    name_tab,
    record_link,
    title_of,
)
from dashboard.ui.records.roster import joined_on
from dashboard.ui.records.sections import record_title, section_title
from dashboard.ui.results.result_bar import data_links
from dashboard.ui.results.table import plain_table
from dashboard.ui.statements.statement_list import statement_lines
from dashboard.ui.states.voting_company import voted_with, voting_finding
from dashboard.ui.votes.vote_labels import vote_name
from dashboard.words.due import due_words

_COUNTED = ("sponsored", *POSITIONS, "statements", "events")
_OPEN_EVENTS = 8
_STATES_NAMED = 4


def one_state(_: Snapshot, query: Query) -> Query:
    """A link to one State and to nothing else opens it."""
    chosen = query.choice("country")
    if query.item or query.active() != ("country",) or len(chosen.values()) != 1:
        return query
    return query.having(item=chosen.any_of[0], country=None) if chosen.any_of else query


def country_record(page: Page, code: str) -> None:
    """The page of a State (ISO3) or a group (its code): totals, votes, texts, words, events."""
    found = profile(page.snapshot, code)
    name_tab(page, page.label("groups", code) if found.is_group else page.state(code))
    _head(page, found)
    voting_finding(page, found)
    _totals(page, found)
    voted_with(page, found)
    _votes(page, found)
    _sponsored(page, found)
    _for_groups(page, found)
    _statements(page, found)
    _joined(page, found)
    _events(page, found)
    _requests(page, found)


def _head(page: Page, found: Profile) -> None:
    say = page.say
    if found.is_group:
        st.caption(say("facet.group"))
        record_title(page, page.label("groups", found.code))
        if meaning := meaning_of(page, "groups", found.code):
            st.markdown(escaped(meaning))
        if instrument := instrument_of(page.snapshot, found.code):
            record_link(page, instrument, say("countries.roster"), place="roster")
        with st.expander(say("countries.members", n=len(found.members))):
            _links(page, {iso3: page.state(iso3) for iso3 in page.in_order(found.members)})
        return
    state = page.snapshot.states[found.code]
    st.caption(escaped(f"{found.code} · {page.label('groups', state.regional_group)}"))
    record_title(page, page.state(found.code))
    status = say("countries.observer")
    if state.member_since:
        status = say("countries.member_since", date=say.date(state.member_since))
    st.caption(escaped(" · ".join([*say.texts(state.names)[1:2], status])))
    row = page.snapshot.tables["countries"].set_index("iso3").loc[found.code]
    group_links(page, (str(row["regional_group"]), *row["groups"]))


def group_links(page: Page, groups: Iterable[str]) -> None:
    """The groups by name, each opening its page."""
    _links(page, {group: page.label("groups", group) for group in groups})


def _links(page: Page, names: Mapping[str, str]) -> None:
    with st.container(horizontal=True, gap="small"):
        for code, name in names.items():
            item_link(page, name, code, key=f"open.{code}", icon=None, wrap=False)


def _totals(page: Page, found: Profile) -> None:
    """Each figure with what it is counted out of."""
    say = page.say
    with st.grid(4, min_column_width=150, gap="small") as grid:
        for name in _COUNTED:
            total = found.totals[name]
            shown = say.number(total.n)
            if total.of is not None:
                shown = say("countries.of", n=shown, total=say.number(total.of))
            grid.metric(say(f"column.{name}"), shown)
    st.caption(say("countries.totals_group" if found.is_group else "countries.totals"))


def _section(page: Page, key: str, n: int, found: Profile, table: str | None = None) -> None:
    """How a section begins: its heading, and the rows behind it as data."""
    section_title(page, page.say(key, n=n))
    if not n:
        st.caption(page.say("countries.none"))
    elif table:
        query = Query().choosing("group" if found.is_group else "country", [found.code])
        if table == "sponsors" and not _for_others(page, found).empty:
            query = query.choosing("role", (), [AGENT])
        data_links(page, table, query)


def _votes(page: Page, found: Profile) -> None:
    say = page.say
    _section(page, "countries.votes", len(found.votes), found, "votes")
    if found.votes.empty:
        return
    recorded = page.snapshot.tables["recorded_votes"].set_index("id", drop=False)
    rows = [recorded.loc[vote] for vote in found.votes["vote"]]
    shown: dict[str, Any] = {
        say("column.symbol"): [page.record(symbol) for symbol in found.votes["symbol"]],
        say("column.title"): [say.field(r, "title") for r in rows],
        say("column.date"): [say.short_date(text_or_none(date)) for date in found.votes["date"]],
        say("column.stage"): [vote_name(page, row) for row in rows],
    }
    if found.is_group:
        shown |= {page.label("positions", p): list(found.votes[p]) for p in POSITIONS}
        shown[say("column.eligible")] = list(found.votes["eligible"])
    else:
        shown[say("facet.position")] = [
            page.label("positions", position) for position in found.votes["position"]
        ]
    plain_table(page, "votes", shown, opens=("votes", found.votes["vote"]))


def _sponsored(page: Page, found: Profile) -> None:
    say, rows = page.say, found.sponsored
    _section(page, "countries.sponsored", len(rows), found, "sponsors")
    if rows.empty:
        return
    shown: dict[str, Any] = {
        say("column.title"): [title_of(page, symbol) for symbol in rows["symbol"]],
        say("column.date"): [say.short_date(text_or_none(date)) for date in rows["date"]],
    }
    if found.is_group:
        whole = say("sponsors.as_group")
        own = [whole if pd.isna(n) else say.number(n) for n in rows["sponsors"]]
        shown |= {say("column.sponsors"): own}
        shown |= {say("sponsors.could_sponsor"): list(rows["eligible"])}
    else:
        shown |= {say("facet.role"): [page.label("sponsor_roles", r) for r in rows["role"]]}
    plain_table(page, "sponsored", shown, opens=("documents", rows["symbol"]))


def _for_groups(page: Page, found: Profile) -> None:
    """The texts it tabled for a group, which are not its own."""
    rows = _for_others(page, found)
    if not rows.empty:
        texts = page.say.listed(rows["symbol"])
        st.caption(escaped(page.say("countries.for_group", n=len(rows), texts=texts)))


def _for_others(page: Page, found: Profile) -> pd.DataFrame:
    """The sponsorships of a State on behalf of a group."""
    table = page.snapshot.tables["sponsors"]
    return table[(table["iso3"] == found.code) & (table["role"] == AGENT)]


def _statements(page: Page, found: Profile) -> None:
    _section(page, "countries.statements", len(found.statements), found, "statements")
    if not found.statements.empty:
        st.caption(page.say("statements.reading"))
        statement_lines(page, found.statements)


def _joined(page: Page, found: Profile) -> None:
    """What a State signed or joined; nothing of a group."""
    say, rows = page.say, joined_by(page.snapshot, found.code)
    if rows.empty:
        return
    _section(page, "countries.signed", len(rows), found)
    shown = {
        say("column.title"): [title_of(page, event) for event in rows["event"]],
        say("roster.how"): [page.label("joining", how) for how in rows["how"]],
        say("column.date"): [
            joined_on(page, date, by=bool(by))
            for date, by in zip(rows["date"], rows["by"], strict=True)
        ],
    }
    plain_table(page, "joined", shown, opens=("timeline", rows["event"]))
    if rows["by"].any():
        st.caption(say("roster.by_note"))


def _events(page: Page, found: Profile) -> None:
    """Events it led, or is named as taking part in."""
    say, rows = page.say, found.events
    _section(page, "countries.events", len(rows), found)
    if rows.empty:
        return
    st.caption(say("countries.events_note"))
    few_and_more(page, rows.to_dict("records"), partial(_event, page, found.code), few=_OPEN_EVENTS)


def _event(page: Page, code: str, row: dict[Any, Any]) -> None:
    parts = [page.date(row), page.say(f"countries.{row['part']}")]
    if (named := page.state_names(row["names"])) and code not in row["names"]:
        if more := len(named[_STATES_NAMED:]):
            named = [*named[:_STATES_NAMED], page.say("countries.more_states", n=more)]
        parts.append(page.say.listed(named))
    with st.container(gap=None):
        st.caption(escaped(" · ".join(parts)))
        record_link(page, str(row["id"]), page.say.field(row, "title"), place="events")


def _requests(page: Page, found: Profile) -> None:
    """What the texts it introduced or sponsored ask for."""
    say, rows = page.say, found.requests
    if found.is_group or rows.empty:
        return
    _section(page, "countries.requests", len(rows), found)
    st.caption(say("countries.requests_note"))
    shown = {
        say("column.symbol"): list(rows["symbol"]),
        say("column.subject"): [say.field(r, "subject") for r in rows.to_dict("records")],
        say("facet.status"): [page.label("request_statuses", s) for s in rows["status"]],
        say("column.due_to"): [due_words(say, row) for row in rows.to_dict("records")],
    }
    plain_table(page, "requests", shown, opens=("requests", rows["id"]))
