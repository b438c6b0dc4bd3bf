"""The sponsors of texts: how they grew, who they are, and which States sponsor most."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.sponsors.sponsored_texts import (
    contradictions,
    growth,
    ranking,
)
from dashboard.charts.sponsors.growth import growth as growth_chart
from dashboard.charts.sponsors.growth import growth_alt
from dashboard.charts.sponsors.ranking import ranking as ranking_chart
from dashboard.charts.sponsors.ranking import ranking_alt
from dashboard.ui.filters.picker import pick_groups, pick_texts
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import is_narrow
from dashboard.ui.records.record_parts import title_of
from dashboard.ui.results.figure import Mark, chart
from dashboard.ui.results.table import plain_table
from dashboard.ui.sponsors.sponsor_ledger import growth_steps, text_sponsors
from dashboard.ui.sponsors.tabled_for_groups import for_groups
from dashboard.words.labels import sponsors_in_words

_DRAWN = 10
_RANKED, _RANKED_ON_PHONE = 30, 15


def texts_view(page: Page, found: pd.DataFrame) -> None:
    """One text's ledger where one is chosen, else how each of the texts grew."""
    symbols = _central_first(page, found)
    chosen = page.query.choice("symbol").any_of
    pick_texts(page, symbols, hint=page.say("sponsors.pick_hint"))
    if len(chosen) == 1 and chosen[0] in symbols:
        text_sponsors(page, chosen[0])
        return
    drawn = symbols[:_DRAWN]
    counted = growth(page.snapshot, drawn)
    labels = {symbol: title_of(page, symbol) for symbol in drawn}
    uncounted = found[found["id"].isin(drawn) & found["sponsors"].isna()]
    written = {
        row["id"]: sponsors_in_words(page.snapshot, page.say, row)
        for row in uncounted.to_dict("records")
    }
    chart(
        page,
        "growth",
        tuple(drawn),
        partial(
            growth_chart,
            counted,
            labels=labels,
            steps=growth_steps(page),
            hover=page.say("sponsors.growth_hover"),
            dates=lambda date: page.say.date(date) or page.say("date.none_printed"),
            written=written,
        ),
        alt=growth_alt(
            counted,
            labels=labels,
            template=page.say("sponsors.growth_alt"),
            empty=page.say("empty.title"),
        ),
        note=page.say("sponsors.growth_about", n=len(drawn), total=page.say.number(len(symbols))),
        hint=page.say("hint.names"),
        on_select=partial(_open_text, page),
    )
    _growth_table(page, symbols)


def _central_first(page: Page, found: pd.DataFrame) -> list[str]:
    """Texts with AI at their centre before those that touch on it; each by the number of sponsors,
    or as a reader has sorted them."""
    place = {code: number for number, code in enumerate(page.labels("weights"))}
    order = pd.DataFrame({"place": found["weight"].map(place), "fewest": -found["sponsors"]})
    by = ["place"] if page.query.sort else ["place", "fewest"]
    order = order.sort_values(by, kind="stable", na_position="last")
    return [str(record_id) for record_id in found.loc[order.index, "id"]]


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
    drafts = [None if row["sponsors"] is None else row["sponsors_draft"] for row in documents]
    shown |= {
        page.say("sponsors.step_draft"): pd.array(drafts, "Int64"),
        page.say("sponsors.step_additional"): pd.array(
            [row["sponsors_added"] for row in documents], "Int64"
        ),
        page.say("column.sponsors"): [
            sponsors_in_words(page.snapshot, page.say, row) for row in documents
        ],
    }
    plain_table(page, "growth", shown, opens=("documents", symbols))


def ranking_view(page: Page, found: pd.DataFrame) -> None:
    """The States that sponsored most of the texts found."""
    say, symbols = page.say, list(found["id"])
    ranked = ranking(page.snapshot, symbols, page.say.language)
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
            steps=growth_steps(page),
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
        note=say("sponsors.rank_about", n=len(symbols)),
    )
    for_groups(page, found)
    shown = {
        say("facet.country"): ranked["iso3"].map(page.state),
        say("facet.group"): ranked["regional_group"].map(partial(page.label, "groups")),
        say("sponsors.texts"): ranked["texts"],
        say("sponsors.step_draft"): ranked["draft"],
        say("sponsors.step_additional"): ranked["added"],
        say("sponsors.could"): ranked["eligible"],
    }
    plain_table(page, "ranking", shown, opens=("countries", ranked["iso3"]))


def sponsors_not_in_favour(page: Page, symbols: list[str]) -> None:
    """Over the texts found, each sponsor with its position where that is not in favour.

    Draws nothing where every sponsor voted for its text.
    """
    say, rows = page.say, contradictions(page.snapshot, page.say.language)
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
