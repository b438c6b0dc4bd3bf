"""The sponsors of one text: who tabled it, who stands behind it in what role, how they voted."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.sponsors.sponsored_texts import ledger, shares, sponsored_and_voted
from dashboard.charts.sponsors.shares import shares as shares_chart
from dashboard.charts.sponsors.shares import shares_alt
from dashboard.ui.filters.picker import pick_groups
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.records.record_parts import named_states, record_link, title_of
from dashboard.ui.results.figure import chart
from dashboard.ui.results.table import plain_table
from dashboard.words.labels import tabled_in_words

REGIONS = "regional"
_ROLES = ("original_sponsor", "additional_sponsor")


def growth_steps(page: Page) -> dict[str, str]:
    """How sponsors came to a text, by step, in order."""
    return {step: page.say(f"sponsors.step_{step}") for step in ("draft", "additional")}


def text_sponsors(page: Page, symbol: str) -> None:
    """The ledger of one text: totals, shares of groups, names, roles and days, and their votes."""
    say = page.say
    rows = ledger(page.snapshot, symbol)
    record_link(page, symbol, title_of(page, symbol), place="ledger")
    tabled = tabled_in_words(page.snapshot, say, page.row("documents", symbol))
    if tabled:
        st.markdown(escaped(tabled))
    by_role = rows["role"].value_counts()
    with st.grid(3, min_column_width=140, gap="small") as grid:
        if not tabled:
            grid.metric(say("column.sponsors"), say.number(len(rows)))
        for role, step in zip(_ROLES, growth_steps(page).values(), strict=True):
            if not tabled or role in by_role:
                grid.metric(step, say.number(int(by_role.get(role, 0))))
    _shares(page, symbol)
    if tabled:
        st.caption(say("sponsors.group_left_out"))
    for role in _ROLES:
        states = list(rows.loc[rows["role"] == role, "iso3"])
        if states:
            label = say("vote.names", position=page.label("sponsor_roles", role), n=len(states))
            named_states(page, label, states)
    if not tabled:
        _voted(page, symbol)
    with st.expander(say("chart.numbers")):
        plain_table(page, "ledger", _ledger_columns(page, rows))


def _shares(page: Page, symbol: str) -> None:
    chosen = pick_groups(page)
    counted = shares(page.snapshot, symbol, chosen or REGIONS)
    chart(
        page,
        "shares",
        (symbol, chosen),
        partial(
            shares_chart,
            counted,
            groups=page.labels("groups"),
            hover=page.say("sponsors.share_hover"),
            written=page.say("sponsors.share_written"),
        ),
        alt=shares_alt(
            counted,
            template=page.say("sponsors.share_alt"),
            groups=page.labels("groups"),
            empty=page.say("empty.title"),
        ),
        title=page.say("drawing.shares", text=title_of(page, symbol)),
        note=page.say("roll_call.group_note"),
    )
    shown = {
        page.say("facet.group"): [page.label("groups", group) for group in counted["group"]],
        page.say("column.sponsors"): list(counted["sponsors"]),
        page.say("sponsors.could_sponsor"): list(counted["eligible"]),
    }
    with st.expander(page.say("sponsors.share_table")):
        plain_table(page, "shares", shown)


def _voted(page: Page, symbol: str) -> None:
    """How sponsors and the others voted in plenary, where there was a vote."""
    crossed = sponsored_and_voted(page.snapshot, symbol)
    if crossed.empty:
        st.caption(page.say("sponsors.no_vote"))
        return
    parts = [
        page.say(
            "sponsors.voted",
            position=page.label("positions", str(row["position"])),
            sponsors=page.say.number(int(row["sponsors"])),
            others=page.say.number(int(row["others"])),
        )
        for row in crossed.to_dict("records")
    ]
    st.markdown(escaped(page.say("sponsors.crossed")) + " " + escaped(" · ".join(parts)))


def _ledger_columns(page: Page, rows: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    say, position = page.say, partial(page.label, "positions")
    return {
        say("facet.country"): rows["iso3"].map(page.state),
        say("facet.group"): rows["regional_group"].map(partial(page.label, "groups")),
        say("facet.role"): rows["role"].map(partial(page.label, "sponsor_roles")),
        say("column.date"): rows["date"].map(say.short_date, na_action="ignore"),
        say("sponsors.as_named"): rows["as_named"],
        say("field.votes"): rows["position"].map(position, na_action="ignore"),
    }
