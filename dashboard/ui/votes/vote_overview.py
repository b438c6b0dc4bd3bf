"""All votes at once: each State's votes side by side, and who votes alike."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.selection.codes import groups_of_states
from dashboard.analysis.votes.vote_grid import apart, grid, similarity_order
from dashboard.analysis.votes.voting_similarity import SMALL, similarity_matrix
from dashboard.charts.votes.similarity_matrix import agreement_alt
from dashboard.charts.votes.similarity_matrix import similarity_matrix as agreement_chart
from dashboard.charts.votes.vote_grid import grid_alt, vote_grid
from dashboard.ui.filters.active_filters import code_label
from dashboard.ui.filters.picker import pick_states_and_groups
from dashboard.ui.frame.markdown import cut
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import is_narrow
from dashboard.ui.results.figure import chart
from dashboard.ui.results.table import plain_table
from dashboard.ui.votes.vote_labels import position_labels, vote_title

_PHONE_VOTES = 6
_AXIS = 22
_DEFAULT_GROUP = "p5"
BOUNDS = {"agreement": dict.fromkeys(("country", "group"), 16)}
"""Sides whose squares can still be read in one drawing."""


def grid_view(page: Page, found: FoundRows) -> None:
    """Country by vote, neighbours voting alike; only votes where every State is named."""
    say = page.say
    complete = found.rows[found["names"] == "complete"]
    chosen, groups = pick_states_and_groups(page)
    votes = list(complete["id"])[: _PHONE_VOTES if is_narrow() else None]
    cells = grid(page.snapshot, votes)
    wanted = _of(page, chosen, groups)
    if wanted:
        cells = cells[cells["iso3"].isin(wanted)]
    if cells.empty:
        st.info(say("grid.none"))
        return
    about = say("grid.about", n=len(complete), total=say.number(len(found)))
    if len(votes) < len(complete):
        about += say("grid.drawn", n=len(votes))
    states, order = similarity_order(cells, page.snapshot.sort_keys(page.say.language))
    labels = _short_names(page, complete)
    positions = position_labels(page)
    chart(
        page,
        "grid",
        (tuple(order), tuple(states)),
        partial(
            vote_grid,
            cells,
            states=[(iso3, page.state(iso3)) for iso3 in states],
            votes=[(vote, labels[vote]) for vote in order],
            positions=positions,
            letters={code: say(f"sign.{code}") for code in positions},
            hover=say("grid.hover"),
        ),
        alt=grid_alt(cells, template=say("grid.alt"), empty=say("grid.none")),
        note=about,
    )
    with st.expander(say("chart.numbers")):
        wide = cells.pivot(index="iso3", columns="vote", values="position")
        table = {say("facet.country"): [page.state(iso3) for iso3 in states]}
        for vote in order:
            table[labels[vote]] = [positions.get(c, "–") for c in wide.loc[list(states), vote]]
        plain_table(page, "grid.table", table)


def _of(page: Page, states: tuple[str, ...], groups: tuple[str, ...]) -> set[str]:
    """The States chosen, and today's members of the groups chosen."""
    today = groups_of_states(page.snapshot.states)
    return {*states, *(iso3 for iso3, own in today.items() if not set(own).isdisjoint(groups))}


def _short_names(page: Page, complete: pd.DataFrame) -> dict[str, str]:
    return {
        str(row["id"]): page.record(str(row["symbol"])).removeprefix("A/RES/")
        + ("" if row["stage"] == "plenary" else f" · {page.label('stages', str(row['stage']))}")
        for row in (page.row("recorded_votes", vote) for vote in complete["id"])
    }


def agreement_view(page: Page, found: FoundRows) -> None:
    """How often States or groups took the same position, with the n each figure rests on."""
    say = page.say
    states, groups = pick_states_and_groups(page, most=BOUNDS["agreement"]["country"])
    votes = list(found["id"][found["names"] == "complete"])
    codes = [*states, *groups] or page.in_order(_of(page, (), (_DEFAULT_GROUP,)))
    if len(codes) < 2:
        st.info(say("agreement.two"))
        return
    pairs = similarity_matrix(page.snapshot, codes, votes)
    labels = {code: _label(page, code) for code in codes}
    chart(
        page,
        "agreement",
        (tuple(codes), tuple(votes)),
        partial(
            agreement_chart,
            pairs,
            codes=[(code, cut(label, _AXIS)) for code, label in labels.items()],
            hover=say("agreement.hover"),
            hover_small=say("agreement.hover_small"),
        ),
        alt=agreement_alt(
            pairs,
            template=say("agreement.alt"),
            codes=list(labels.items()),
            empty=say("agreement.alt_small"),
        ),
        note=say("agreement.about", n=len(votes), small=SMALL),
    )
    _numbers(page, pairs, labels)
    if len(states) == 2 and not groups:
        _differences(page, states, found.rows, votes)


def _label(page: Page, code: str) -> str:
    parameter = "country" if code in page.snapshot.states else "group"
    return code_label(page, parameter, code)


def _numbers(page: Page, pairs: pd.DataFrame, labels: dict[str, str]) -> None:
    say = page.say
    once = pairs[pairs["left"].map(list(labels).index) < pairs["right"].map(list(labels).index)]
    shown = {
        say("agreement.left"): once["left"].map(labels),
        say("agreement.right"): once["right"].map(labels),
        say("agreement.same"): once["same"],
        say("agreement.pairs"): once["pairs"],
        say("agreement.shared"): once["shared"],
        say("agreement.share"): [
            "–" if pd.isna(share) else f"{share:.0%}" for share in once["share"]
        ],
    }
    plain_table(page, "pairs", shown, alt=say("asks.table"))


def _differences(
    page: Page, states: tuple[str, ...], found: pd.DataFrame, votes: list[str]
) -> None:
    """The votes on which two States took different positions."""
    say = page.say
    differing = apart(grid(page.snapshot, votes), *states).set_index("vote")
    if differing.empty:
        st.caption(say("agreement.never_apart"))
        return
    st.header(say("agreement.apart", n=len(differing)), anchor=False)
    rows = found[found["id"].isin(differing.index)]
    labels = position_labels(page)
    shown = {
        say("column.title"): [page.say.field(r, "title") for r in rows.to_dict("records")],
        say("field.votes"): [vote_title(page, r) for r in rows.to_dict("records")],
        **{
            page.state(state): list(differing.loc[rows["id"], side].map(labels))
            for state, side in zip(states, ("left", "right"), strict=True)
        },
    }
    opens = ("votes", rows["id"])
    plain_table(page, "apart", shown, alt=say("asks.table"), opens=opens)
