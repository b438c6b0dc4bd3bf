"""What is asked of whom: the matrix, the tracks side by side, the requests to one addressee."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.paragraphs.asks import Coverage
from dashboard.analysis.paragraphs.verb_orders import NOT_RANKED, TIERS, VerbOrder
from dashboard.charts.paragraphs.asks_matrix import matrix
from dashboard.corpus.verbs import UNKNOWN
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.frame.url_state import leave_for, link_params, page_path
from dashboard.ui.paragraphs.paragraph_list import reading_list
from dashboard.ui.results.figure import Mark, chart
from dashboard.ui.results.table import plain_table

OPENINGS = "openings"
"""The value of `show` by which only the verbs that open paragraphs are counted."""


def openings_switch(page: Page) -> bool:
    """Whether openings alone are counted; the link holds the choice."""
    key = f"{page.name}.show"
    st.session_state[key] = page.query.show == OPENINGS
    st.toggle(
        page.say("asks.openings"),
        key=key,
        help=page.say("asks.openings_help"),
        on_change=page.follow,
        args=(key, lambda query, on: query.having(show=OPENINGS if on else None)),
    )
    return bool(st.session_state[key])


def row_label(page: Page, order: VerbOrder, row: str) -> str:
    """A row of an order as people read it: a tier, a verb, or what stands apart."""
    if row in (NOT_RANKED, UNKNOWN):
        return page.say(f"asks.{row}")
    return page.label("tiers" if order.code == TIERS else "verbs", row)


def asks_matrix(page: Page, cells: pd.DataFrame, order: VerbOrder, covered: Coverage) -> None:
    """The matrix, its scale and the n of N it rests on; a cell leads to its paragraphs."""
    say, used = page.say, set(cells["addressee"])
    numbers = {name: say.number(n) for name, n in covered._asdict().items()}

    def open_cell(mark: Mark) -> None:
        if mark:
            leave_for("paragraphs", cell_link(page, order, *mark[:2]))

    chart(
        page,
        order.code,
        page.query,
        partial(
            matrix,
            cells,
            rows=[(row, row_label(page, order, row)) for row in order.rows],
            addressees=[(c, name) for c, name in page.labels("addressees").items() if c in used],
            hover=say("asks.hover"),
        ),
        alt=say("asks.alt", n=int(covered.asking), total=say.number(covered.all)),
        title=say("drawing.asks"),
        note=f"{say(f'asks.scale_{order.code}')} {say('asks.coverage', **numbers)}",
        hint=page.say("hint.paragraphs"),
        on_select=open_cell,
    )


def cell_link(page: Page, order: VerbOrder, row: str, addressee: str) -> dict[str, list[str]]:
    """The paragraphs of a cell as a link: the page's own filters, the row and the addressee.

    What the page excludes stays excluded. Preambular paragraphs are kept out, because they ask
    nothing and are not counted.
    """
    by_opening = page.query.show == OPENINGS
    query = page.query.having(view="reading", offset=None, show=None)
    query = query.choosing("addressee", [addressee], query.choice("addressee").none_of)
    query = query.excluding("part", "preambular")
    if row == NOT_RANKED:
        query = query.excluding("verb", *order.ranks).excluding("tier", UNKNOWN)
    elif order.code == TIERS or row == UNKNOWN:
        named = "opening" if by_opening else "tier"
        query = query.choosing(named, [row.removeprefix("tier_")], query.choice(named).none_of)
    else:
        query = query.choosing("verb", [row], query.choice("verb").none_of)
    return link_params(query)


def matrix_table(page: Page, cells: pd.DataFrame, order: VerbOrder) -> None:
    """The same numbers as a table, each row the way to its paragraphs."""
    shown = {
        page.say("column.tier"): cells["row"].map(partial(row_label, page, order)),
        page.say("column.addressees"): cells["addressee"].map(partial(page.label, "addressees")),
        page.say("asks.paragraphs"): cells["paragraphs"],
    }
    asked = zip(cells["row"], cells["addressee"], strict=True)
    opens = [page_path("paragraphs", cell_link(page, order, *cell)) for cell in asked]
    plain_table(page, "table", shown, alt=page.say("asks.table"), opens=opens)


def tracks_table(page: Page, counted: pd.DataFrame, order: VerbOrder) -> None:
    """The tracks beside each other: paragraphs and their share of what the track asks."""
    say = page.say
    for axis in ("row", "addressee"):
        rows = counted[(counted["axis"] == axis) & counted["track"].isin(["civilian", "military"])]
        found: dict[str, dict[str, str]] = {}
        for row in rows.to_dict("records"):
            label = (
                row_label(page, order, str(row["code"]))
                if axis == "row"
                else page.label("addressees", str(row["code"]))
            )
            share = "" if pd.isna(row["share"]) else f" ({row['share']:.0%})"
            asked = say.number(int(row["asking"]))
            track = say("asks.track", track=page.label("tracks", str(row["track"])), asking=asked)
            found.setdefault(label, {})[track] = f"{say.number(int(row['paragraphs']))}{share}"
        st.header(say(f"asks.by_{axis}"), anchor=False)
        table = pd.DataFrame.from_dict(found, orient="index").reset_index(names=say("asks.what"))
        plain_table(page, axis, table, alt=say("asks.table"))


def addressee_picker(page: Page, used: set[str]) -> str | None:
    """Whose requests to list; the link holds the choice."""
    chosen = page.query.choice("addressee").any_of
    options = [code for code in page.labels("addressees") if code in used]
    key = f"{page.name}.addressee.one"
    st.session_state[key] = chosen[0] if chosen and chosen[0] in options else None
    st.selectbox(
        page.say("asks.choose"),
        options,
        format_func=partial(page.label, "addressees"),
        key=key,
        placeholder=page.say("asks.choose_hint"),
        on_change=page.follow,
        args=(key, lambda query, code: query.choosing("addressee", [code] if code else [])),
    )
    return text_or_none(st.session_state[key])


def requests_to_addressee(page: Page, asked: pd.DataFrame) -> None:
    """Every request of the addressee, for reading."""
    places = pd.Index(page.snapshot.tables["paragraphs"]["id"]).get_indexer(asked["id"])
    reading_list(page, FoundRows(page.snapshot, "paragraphs", page.query.scope, places))
