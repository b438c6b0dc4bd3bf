"""The sponsors of texts: how they grew, who they are, and which States sponsor most."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.sponsors.sponsored_texts import (
    contradictions,
    growth,
    ledger,
    ranking,
    shares,
    sponsored_and_voted,
)
from dashboard.charts.sponsors.growth import growth as growth_chart
from dashboard.charts.sponsors.growth import growth_alt
from dashboard.charts.sponsors.ranking import ranking as ranking_chart
from dashboard.charts.sponsors.ranking import ranking_alt
from dashboard.charts.sponsors.shares import shares as shares_chart
from dashboard.charts.sponsors.shares import shares_alt
from dashboard.ui.filters.picker import pick_groups, pick_texts
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import is_narrow
from dashboard.ui.records.record_parts import named_states, record_link, title_of
from dashboard.ui.results.figure import Mark, chart
from dashboard.ui.results.table import plain_table

REGIONS = "regional"
_ROLES = ("original_sponsor", "additional_sponsor")
_DRAWN, _DRAWN_ON_PHONE = 24, 10
_RANKED, _RANKED_ON_PHONE = 30, 15


def texts_view(page: Page, found: pd.DataFrame) -> None:
    """One text's ledger where one is chosen, else how each of the texts grew."""
    symbols = _central_first(page, found)
    chosen = page.query.choice("symbol").any_of
    pick_texts(page, symbols, hint=page.say("sponsors.pick_hint"))
    if len(chosen) == 1 and chosen[0] in symbols:
        text_sponsors(page, chosen[0])
        return
    drawn = symbols[: _DRAWN_ON_PHONE if is_narrow() else _DRAWN]
    counted = growth(page.snapshot, drawn)
    labels = {symbol: title_of(page, symbol) for symbol in drawn}
    chart(
        page,
        "growth",
        tuple(drawn),
        partial(
            growth_chart,
            counted,
            labels=labels,
            steps=_steps(page),
            hover=page.say("sponsors.growth_hover"),
            dates=lambda date: page.say.date(date) or page.say("date.none_printed"),
        ),
        alt=growth_alt(
            counted,
            labels=labels,
            template=page.say("sponsors.growth_alt"),
            empty=page.say("empty.title"),
        ),
        on_select=partial(_open_text, page),
    )
    st.caption(page.say("sponsors.growth_about", n=len(drawn), total=page.say.number(len(symbols))))
    _growth_table(page, symbols)


def _central_first(page: Page, found: pd.DataFrame) -> list[str]:
    """Texts with AI at their centre before those that touch on it; each in the order found."""
    place = {code: number for number, code in enumerate(page.labels("weights"))}
    order = found["weight"].map(place).sort_values(kind="stable", na_position="last").index
    return [str(record_id) for record_id in found.loc[order, "id"]]


def _steps(page: Page) -> dict[str, str]:
    return {step: page.say(f"sponsors.step_{step}") for step in ("draft", "additional")}


def _open_text(page: Page, mark: Mark) -> None:
    if mark:
        page.take(page.query.choosing("symbol", [str(mark[0])]))


def _growth_table(page: Page, symbols: list[str]) -> None:
    documents = [page.row("documents", symbol) for symbol in symbols]
    shown: dict[str, Any] = {
        page.say("column.symbol"): symbols,
        page.say("column.title"): [page.say.field(row, "title") for row in documents],
        page.say("column.date"): [page.say.short_date(row["date"]) for row in documents],
    }
    counts = {
        "sponsors.step_draft": "sponsors_draft",
        "sponsors.step_additional": "sponsors_added",
        "column.sponsors": "sponsors",
    }
    for heading, name in counts.items():
        shown[page.say(heading)] = pd.array([row[name] for row in documents], "Int64")
    plain_table(page, "growth", shown, opens=("documents", symbols))


def text_sponsors(page: Page, symbol: str) -> None:
    """The ledger of one text: totals, shares of groups, names, roles and days, and their votes."""
    say = page.say
    rows = ledger(page.snapshot, symbol)
    record_link(page, symbol, title_of(page, symbol), place="ledger")
    by_role = rows["role"].value_counts()
    with st.grid(3, min_column_width=140, gap="small") as grid:
        grid.metric(say("column.sponsors"), say.number(len(rows)))
        for role, step in zip(_ROLES, _steps(page).values(), strict=True):
            grid.metric(step, say.number(int(by_role.get(role, 0))))
    _shares(page, symbol)
    for role in _ROLES:
        states = list(rows.loc[rows["role"] == role, "iso3"])
        if states:
            label = say("vote.names", position=page.label("sponsor_roles", role), n=len(states))
            named_states(page, label, states)
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
    )
    st.caption(page.say("roll_call.group_note"))
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


def ranking_view(page: Page, found: pd.DataFrame) -> None:
    """The States that sponsored most of the texts found."""
    say, symbols = page.say, list(found["id"])
    ranked = ranking(page.snapshot, symbols)
    groups = pick_groups(page)
    if groups:
        countries = page.snapshot.tables["countries"].set_index("iso3")
        own = countries["groups"] + countries["regional_group"].map(lambda g: (g,))
        ranked = ranked[ranked["iso3"].map(lambda iso3: not set(own[iso3]).isdisjoint(groups))]
    top = _RANKED_ON_PHONE if is_narrow() else _RANKED
    names = {iso3: page.state(iso3) for iso3 in ranked["iso3"]}
    chart(
        page,
        "ranking",
        (tuple(symbols), groups),
        partial(
            ranking_chart,
            ranked,
            names=names,
            steps=_steps(page),
            hover=say("sponsors.rank_hover"),
            written=say("sponsors.rank_written"),
            groups=page.labels("groups"),
            top=top,
        ),
        alt=ranking_alt(
            ranked,
            names=names,
            template=say("sponsors.rank_alt"),
            empty=say("empty.title"),
            top=top,
        ),
    )
    st.caption(say("sponsors.rank_about", n=len(symbols)))
    shown = {
        say("facet.country"): ranked["iso3"].map(page.state),
        say("facet.group"): ranked["regional_group"].map(partial(page.label, "groups")),
        say("sponsors.texts"): ranked["texts"],
        say("sponsors.step_draft"): ranked["draft"],
        say("sponsors.step_additional"): ranked["added"],
        say("sponsors.could"): ranked["eligible"],
    }
    plain_table(page, "ranking", shown)


def sponsors_not_in_favour(page: Page, symbols: list[str]) -> None:
    """Over the texts found, each sponsor with its position where that is not in favour.

    Draws nothing where every sponsor voted for its text.
    """
    say, rows = page.say, contradictions(page.snapshot)
    rows = rows[rows["symbol"].isin(symbols)]
    if rows.empty:
        return
    with st.expander(say("sponsors.not_in_favour", n=len(rows))):
        shown = {
            say("column.title"): rows["symbol"].map(partial(title_of, page)),
            say("facet.country"): rows["iso3"].map(page.state),
            say("facet.role"): rows["role"].map(partial(page.label, "sponsor_roles")),
            say("facet.position"): rows["position"].map(partial(page.label, "positions")),
        }
        opens = ("documents", rows["symbol"])
        plain_table(page, "not_in_favour", shown, opens=opens)
        st.caption(say("sponsors.not_in_favour_about"))
