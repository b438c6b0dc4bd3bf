"""Who moved: from committee to plenary, and from one year's text to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.frames import rows_by_id
from dashboard.analysis.votes.vote_changes import (
    change_counts,
    change_matrix,
    series,
    series_of_texts,
    vote_changes,
)
from dashboard.charts.votes.vote_changes import moves, moves_alt
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, Row
from dashboard.ui.records.sections import section_title
from dashboard.ui.results.figure import chart
from dashboard.ui.results.table import plain_table
from dashboard.ui.votes.vote_labels import TOTALS, WHOLE, position_labels, vote_title

_STAGE = "plenary"


def moves_view(page: Page, found: FoundRows) -> None:
    """Ledgers for the votes found: within each series of texts, one vote to the next."""
    st.caption(page.say("moves.about"))
    pairs = _pairs(page, found.rows)
    if not pairs:
        st.info(page.say("moves.none"))
    unmoved = [pair for pair in pairs if not ledger(page, *pair)]
    if unmoved:
        st.caption(page.say("moves.unmoved", n=len(unmoved)))


def moves_around(page: Page, vote_id: str) -> None:
    """The ledgers that end or begin at one vote."""
    recorded = page.snapshot.tables["recorded_votes"]
    pairs = [pair for pair in _pairs(page, recorded) if vote_id in pair]
    if pairs:
        section_title(page, page.say("moves.title"))
    for earlier, later in pairs:
        ledger(page, earlier, later)


def _pairs(page: Page, found: pd.DataFrame) -> list[tuple[str, str]]:
    """Votes to set side by side: chosen texts in order of date, else every series of core texts."""
    whole = found[found["stage"].isin(WHOLE)]
    if page.query.choice("symbol").any_of and not page.query.item:
        return series(page.snapshot, list(whole["id"]))
    of_text = whole.groupby("symbol", sort=False)["id"].agg(list)
    pairs: dict[tuple[str, str], None] = {}
    found_votes = set(whole["id"])
    for texts in series_of_texts(page.snapshot):
        known = [v for v in (f"{text}@{_STAGE}" for text in texts) if v in found_votes]
        pairs |= dict.fromkeys(series(page.snapshot, known))
    for votes in of_text:
        pairs |= dict.fromkeys(series(page.snapshot, votes))
    documents, recorded = (
        rows_by_id(page.snapshot, name) for name in ("documents", "recorded_votes")
    )
    central = page.query.item or page.query.choice("weight").any_of
    shown = [p for p in pairs if central or documents[p[1].partition("@")[0]]["weight"] == "core"]
    return sorted(shown, key=lambda p: (recorded[p[1]]["date"] or "", p[1]), reverse=True)


def ledger(page: Page, earlier: str, later: str) -> bool:
    """Every move between two votes with the States named, and the flow between positions.

    False, with nothing drawn, where a reader asks for some States or positions and none moved.
    """
    moved = _wanted(page, vote_changes(page.snapshot, earlier, later))
    counted = change_counts(moved)
    if counted.empty and _narrowed(page):
        return False
    rows = [page.row("recorded_votes", vote) for vote in (earlier, later)]
    names = [vote_title(page, row) for row in rows]
    between = page.say("moves.between", earlier=names[0], later=names[1])
    title = " · ".join(filter(None, (between, page.say.field(rows[1], "title"))))
    with st.container(border=True):
        st.markdown(f"**{escaped(title)}**")
        if counted.empty:
            st.caption(page.say("moves.nobody"))
        else:
            st.markdown(_lines(page, counted))
        for note in _not_named(page, *rows):
            st.caption(escaped(note))
        if not _narrowed(page):
            box = st.expander(
                page.say("moves.flow"),
                key=f"{page.name}.flow.{earlier}.{later}",
                on_change="rerun",
            )
            if box.open:
                with box:
                    _flow(page, (earlier, later), names)
    return True


def _not_named(page: Page, earlier: Row, later: Row) -> list[str]:
    """What the lists of names do not tell: the totals that changed by nobody knows whom."""
    if earlier["names"] == later["names"] == "complete":
        return []
    lines: list[str] = []
    for position in TOTALS:
        before, after = earlier[position], later[position]
        whole = position in earlier["complete"] and position in later["complete"]
        if not (whole or pd.isna(before) or pd.isna(after)) and before != after:
            label = page.label("positions", position)
            found = {"position": label, "earlier": int(before), "later": int(after)}
            lines.append(page.say("moves.not_named", **found))
    return [*lines, page.say("moves.not_proven")]


def _wanted(page: Page, moved: pd.DataFrame) -> pd.DataFrame:
    """The moves of the States, and to the positions, a reader asks for."""
    states, positions = page.query.choice("country").any_of, page.query.choice("position").any_of
    if states:
        moved = moved[moved["iso3"].isin(states)]
    return moved[moved["later"].isin(positions)] if positions else moved


def _narrowed(page: Page) -> bool:
    return bool(page.query.choice("country").any_of or page.query.choice("position").any_of)


def _lines(page: Page, counted: pd.DataFrame) -> str:
    lines = []
    for row in counted.to_dict("records"):
        names = page.say.listed(page.state_names(row["names"]))
        move = page.say(
            "moves.move",
            n=int(row["states"]),
            earlier=page.label("positions", str(row["earlier"])),
            later=page.label("positions", str(row["later"])),
        )
        lines.append(f"- **{escaped(move)}** {escaped(names)}")
    return "\n".join(lines)


def _flow(page: Page, pair: tuple[str, str], names: Sequence[str]) -> None:
    """The flow from each position to each, drawn and as a table; `names` are the votes'."""
    counted = change_matrix(page.snapshot, *pair)
    labels = position_labels(page)
    chart(
        page,
        "moves." + ".".join(pair),
        pair,
        partial(
            moves,
            counted,
            positions=labels,
            earlier=names[0],
            later=names[1],
            hover=page.say("moves.hover"),
            node=page.say("roll_call.key"),
        ),
        alt=moves_alt(counted, template=page.say("moves.alt"), empty=page.say("moves.none")),
        title=page.say("moves.between", earlier=names[0], later=names[1]),
    )
    shown = {
        names[0]: counted["earlier"].map(labels),
        names[1]: counted["later"].map(labels),
        page.say("moves.states"): counted["states"],
    }
    plain_table(page, "flow." + ".".join(pair), shown)
