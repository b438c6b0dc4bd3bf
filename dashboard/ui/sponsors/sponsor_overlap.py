"""Sponsors of several texts: who sponsored both, one or neither, and who sponsors together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.sponsors.sponsor_overlap import overlap, pairs, partners, together
from dashboard.charts.sponsors.intersections import intersections, intersections_alt
from dashboard.charts.sponsors.partners import partners as partners_chart
from dashboard.charts.sponsors.partners import partners_alt
from dashboard.ui.filters.picker import pick_states, pick_texts
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.records.record_parts import record_link, title_of
from dashboard.ui.results.figure import Mark, chart
from dashboard.ui.results.table import plain_table
from dashboard.ui.sponsors.tabled_for_groups import for_groups

FIRST = ("A/RES/78/265", "A/RES/78/311")
"""The two texts compared before anybody chooses: the first two on AI as such, of two leaders."""
BOUNDS = {"overlap": {"symbol": 6}, "pairs": {"country": 20}}
"""Texts whose combinations, and States whose pairs, can still be read in one drawing."""
_FEWEST = 2
_LISTED = 60
_OPENED = "sponsors.opened"


def overlap_view(page: Page, found: pd.DataFrame) -> None:
    """Which States sponsored exactly which of the texts, drawn and by name."""
    say, for_group = page.say, found["submitted_for"].notna()
    symbols, asked = list(found.loc[~for_group, "id"]), page.query.choice("symbol").any_of
    chosen, left_out = (
        [symbol for symbol in asked if symbol in held]
        for held in (symbols, set(found.loc[for_group, "id"]))
    )
    pick_texts(page, symbols, hint=say("sponsors.overlap_hint"), most=BOUNDS["overlap"]["symbol"])
    if left_out:
        st.caption(escaped(say("sponsors.left_out", texts=say.listed(left_out))))
    texts = chosen if len(chosen) >= _FEWEST else [s for s in FIRST if s in symbols]
    if len(texts) < _FEWEST:
        st.info(say("sponsors.two_texts"))
        return
    dates = found.set_index("id")["date"]
    texts = sorted(texts, key=lambda symbol: (dates[symbol], symbol))
    rows = overlap(page.snapshot, texts)
    labels = [(symbol, symbol.removeprefix("A/RES/")) for symbol in texts]
    for symbol in texts:
        record_link(page, symbol, title_of(page, symbol), place="overlap")
    chart(
        page,
        "overlap",
        tuple(texts),
        partial(
            intersections,
            rows.assign(names=rows["names"].map(page.state_names)),
            symbols=labels,
            neither_label=say("sponsors.neither"),
            hover=say("sponsors.overlap_hover"),
        ),
        alt=intersections_alt(
            rows,
            symbols=labels,
            neither_label=say("sponsors.neither"),
            template=say("sponsors.overlap_alt"),
            empty=say("empty.title"),
        ),
        note=say("sponsors.overlap_about", n=int(rows["states"].sum())),
        hint=page.say("hint.states"),
        on_select=_open_combination,
    )
    _combinations(page, rows, dict(labels))


def _open_combination(mark: Mark) -> None:
    st.session_state[_OPENED] = next(iter(mark), None)


def _combinations(page: Page, rows: pd.DataFrame, labels: dict[str, str]) -> None:
    """Each exact combination with its States by name."""
    opened = st.session_state.get(_OPENED)
    for row in rows.to_dict("records"):
        texts = tuple(row["texts"])
        name = page.say.listed(labels[t] for t in texts) if texts else page.say("sponsors.neither")
        label = page.say("sponsors.combination", texts=name, n=int(row["states"]))
        with st.expander(escaped(label), expanded=";".join(texts) == opened):
            st.markdown(escaped(page.say.listed(page.state_names(row["names"]))))


def pairs_view(page: Page, found: pd.DataFrame) -> None:
    """Co-sponsorship of chosen States: one with all others, two in detail, more as a matrix."""
    say = page.say
    states = pick_states(page, most=BOUNDS["pairs"]["country"])
    symbols = list(found["id"])
    if not states:
        st.info(say("sponsors.choose_state"))
        return
    if len(states) == 1:
        _partners(page, states[0], symbols)
        return
    if len(states) == _FEWEST:
        _together(page, states, symbols)
    counted = pairs(page.snapshot, list(states), symbols)
    labels = {iso3: page.state(iso3) for iso3 in states}
    chart(
        page,
        "pairs",
        (states, tuple(symbols)),
        partial(
            partners_chart,
            counted,
            codes=states,
            labels=labels,
            hover=say("sponsors.pair_hover"),
        ),
        alt=partners_alt(
            counted, labels=labels, template=say("sponsors.pair_alt"), empty=say("empty.title")
        ),
        note=say("sponsors.pair_about", n=len(symbols)),
    )
    for_groups(page, found)
    shown = {
        say("agreement.left"): counted["left"].map(page.state),
        say("agreement.right"): counted["right"].map(page.state),
        say("sponsors.shared"): counted["shared"],
        say("sponsors.either"): counted["either"],
    }
    plain_table(page, "pairs", shown)


def _partners(page: Page, iso3: str, symbols: Sequence[str]) -> None:
    """With whom one State sponsors most."""
    say = page.say
    rows = partners(page.snapshot, iso3, symbols, page.say.language).head(_LISTED)
    st.markdown(f"**{escaped(say('sponsors.partners', state=page.state(iso3)))}**")
    shown = {
        say("facet.country"): rows["iso3"].map(page.state),
        say("sponsors.shared"): rows["shared"],
        say("sponsors.own_texts", state=page.state(iso3)): rows["texts_left"],
        say("sponsors.their_texts"): rows["texts_right"],
        say("sponsors.jaccard"): rows["jaccard"].map("{:.0%}".format),
    }
    plain_table(page, "partners", shown)


def _together(page: Page, states: tuple[str, ...], symbols: Sequence[str]) -> None:
    """The texts two States sponsored both."""
    say = page.say
    left, right = states
    rows = together(page.snapshot, left, right, symbols)
    names = say.listed(page.state(iso3) for iso3 in states)
    st.markdown(f"**{escaped(say('sponsors.together', states=names, n=len(rows)))}**")
    if rows.empty:
        return
    role = partial(page.label, "sponsor_roles")
    shown = {
        say("column.title"): rows["symbol"].map(partial(title_of, page)),
        say("column.date"): rows["date"].map(say.short_date),
        page.state(states[0]): rows["left_role"].map(role),
        page.state(states[1]): rows["right_role"].map(role),
    }
    plain_table(page, "together", shown, opens=("documents", rows["symbol"]))
