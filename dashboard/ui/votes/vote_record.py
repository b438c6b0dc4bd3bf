"""One recorded vote: totals, every Member State, and who else moved."""

from __future__ import annotations

import re
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st

from dashboard.analysis.selection.codes import UNKNOWN
from dashboard.analysis.selection.query import Query
from dashboard.analysis.votes.roll_calls import marks as vote_as_marks
from dashboard.analysis.votes.roll_calls import roll_call
from dashboard.analysis.votes.votes_by_group import votes_by_group
from dashboard.charts.votes.positions import roll_call_alt
from dashboard.charts.votes.vote_map import CONFIG as MAP_CONFIG
from dashboard.charts.votes.vote_map import vote_map
from dashboard.charts.votes.vote_marks import vote_marks
from dashboard.charts.votes.votes_by_group import by_group_alt, group_bars
from dashboard.ui.filters.picker import pick_groups
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.frame.url_state import leave_for
from dashboard.ui.records.record_parts import heading, record_link, title_of
from dashboard.ui.records.sections import in_sections, section_title
from dashboard.ui.results.figure import Mark, chart
from dashboard.ui.results.result_bar import data_links, view_switch
from dashboard.ui.results.table import plain_table
from dashboard.ui.statements.statement_list import statements_on
from dashboard.ui.votes.vote_changes import moves_around
from dashboard.ui.votes.vote_labels import (
    TOTALS,
    names_by_position,
    position_labels,
    totals_grid,
    vote_name,
)

OF_ONE_VOTE = ("marks", "map")
"""The ways to draw who voted how; the first as a page opens."""
COUNTED = ("yes", "no", "abstain", "not_voting")
_APART, _REST = ("no", "abstain"), ("not_voting", "unnamed", "yes", "not_member")
"""Positions whose States are named above the drawing, as what most come to see, and below it."""
REGIONS: Literal["regional"] = "regional"


def vote_record(page: Page, vote_id: str) -> None:
    """Everything on record about one vote; `vote_id` must be in the table of recorded votes."""
    recorded, row = page.snapshot.tables["recorded_votes"], page.row("recorded_votes", vote_id)
    _head(page, row)
    _stages(page, recorded[recorded["symbol"] == row["symbol"]], vote_id)
    _totals(page, row)
    drawn = roll_call(page.snapshot, vote_id)
    if drawn.empty:
        known = any(pd.notna(row[name]) for name in TOTALS)
        st.info(page.say("roll_call.no_names" if known else "roll_call.nothing"))
    else:
        names_by_position(page, drawn, _APART)
        _drawn(page, vote_id, drawn)
        names_by_position(page, drawn, _REST)  # with the others the table twin of the drawing
        _groups(page, vote_id)
    moves_around(page, vote_id)
    in_sections(page, statements_on(page, str(row["symbol"])))
    _sources(page, row)


def _head(page: Page, row: Row) -> None:
    symbol = str(row["symbol"])
    name = page.record(symbol)
    overline = (
        name if name == symbol else "",  # what has no symbol stands as the title below
        vote_name(page, row),
        page.date(row),
        _meeting(page, text_or_none(row["meeting"])),
    )
    heading(page, overline, [page.say.field(row, "title")])
    record_link(page, symbol, page.say("roll_call.open_text", symbol=name), place="text")


def _meeting(page: Page, meeting: str | None) -> str:
    """The meeting by its record, or by its number in the reader's language."""
    numbered = re.fullmatch(r"([0-9]+)(?:st|nd|rd|th) meeting", meeting or "")
    return page.say("roll_call.meeting", number=numbered[1]) if numbered else meeting or ""


def _stages(page: Page, votes: pd.DataFrame, vote_id: str) -> None:
    """The other votes on the same text, each one press away."""
    if len(votes) < 2:
        return
    rows = votes.set_index("id", drop=False).to_dict("index")
    key = f"{page.name}.stage"
    st.session_state[key] = vote_id
    st.pills(
        page.say("roll_call.stages"),
        list(rows),
        format_func=lambda one: escaped(vote_name(page, rows[one])),
        key=key,
        required=True,
        on_change=page.follow,
        args=(key, lambda query, vote: query.having(item=vote)),
    )


def _totals(page: Page, row: Row) -> None:
    """The four totals with the Member States of the day, and how far the names are known."""
    say = page.say
    totals_grid(page, row, COUNTED)
    lines: list[str] = []
    if pd.notna(row["eligible"]):
        lines.append(say("roll_call.eligible", n=int(row["eligible"])))
    lines.append(page.label("name_coverage", str(row["names"])))
    if row["names"] == "partial" and row["complete"]:
        whole = say.listed(page.label("positions", code) for code in row["complete"])
        lines.append(say("roll_call.complete", positions=whole))
    if text_or_none(row["result"]):
        lines.append(page.label("vote_results", str(row["result"])))
    st.caption(escaped(" · ".join(lines)))
    subject = say.field(row, "subject")
    note = say.field(row, "note")
    for text in filter(None, (subject, note)):
        st.markdown(escaped(text))


def _drawn(page: Page, vote_id: str, drawn: pd.DataFrame) -> None:
    """Every State as one mark, or the map; the equal marks are the default."""
    say = page.say
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        view = view_switch(page, OF_ONE_VOTE)
        data_links(page, "votes", _as_data(vote_id))
    positions = position_labels(page)
    names = {iso3: page.state(iso3) for iso3 in page.snapshot.states}
    names[""] = say("value.unknown")
    hover, key = say("roll_call.hover"), say("roll_call.key")
    if view == "marks":
        drawn = vote_as_marks(page.snapshot, vote_id)
    alt = roll_call_alt(
        drawn,
        template=say("roll_call.alt"),
        positions=positions,
        empty=say("roll_call.no_names"),
        part=key,
        joint=say("roll_call.joint"),
    )
    title = _titled(page, "marks", vote_id)
    if view == "map":
        draw = partial(vote_map, drawn, positions=positions, names=names, hover=hover, key=key)
        note = say("roll_call.boundaries")
        chart(page, "map", vote_id, draw, alt=alt, title=title, note=note, config=MAP_CONFIG)
        return
    marks = partial(
        vote_marks,
        drawn,
        groups=[*page.labels("groups").items(), (UNKNOWN, say("value.unknown"))],
        positions=positions,
        names=names,
        hover=hover,
        key=key,
        block=say("roll_call.group_row"),
    )
    chart(
        page,
        "marks",
        vote_id,
        marks,
        alt=alt,
        title=title,
        note=say("roll_call.how_to_read"),
        hint=page.say("hint.state"),
        on_select=_open_state,
    )


def _titled(page: Page, name: str, vote_id: str) -> str:
    """What a drawing of one vote is called, on whatever slide it ends."""
    row = page.row("recorded_votes", vote_id)
    text = title_of(page, str(row["symbol"]))
    return page.say(f"drawing.{name}", text=text, vote=vote_name(page, row), date=page.date(row))


def _open_state(mark: Mark) -> None:
    if mark and mark[0]:
        leave_for("countries", {"item": [str(mark[0])]})


def _as_data(vote_id: str) -> Query:
    symbol, _, stage = vote_id.partition("@")
    return Query().choosing("symbol", [symbol]).choosing("stage", [stage.partition(".")[0]])


def _groups(page: Page, vote_id: str) -> None:
    """Positions by regional group, or by the groups a reader chooses."""
    say = page.say
    section_title(page, say("roll_call.by_group"))
    chosen = pick_groups(page)
    counted = votes_by_group(page.snapshot, vote_id, chosen or REGIONS)
    positions = position_labels(page)
    groups = list(page.labels("groups").items())
    chart(
        page,
        "groups",
        (vote_id, chosen),
        partial(
            group_bars,
            counted,
            groups=groups,
            positions=positions,
            row=say("roll_call.group_row"),
            hover=say("roll_call.group_hover"),
        ),
        alt=by_group_alt(
            counted,
            template=say("roll_call.group_alt"),
            groups=groups,
            empty=say("moves.not_proven"),
            part=say("roll_call.group_part"),
            joint=say("roll_call.joint"),
        ),
        title=_titled(page, "groups", vote_id),
        note=say("roll_call.group_note"),
    )
    wide = counted.pivot(index="group", columns="position", values="states")
    order = list(dict.fromkeys(counted["group"]))
    members = counted.drop_duplicates("group").set_index("group")["eligible"]
    table = {say("facet.group"): [page.label("groups", group) for group in order]}
    table |= {positions[p]: list(wide.loc[order, p]) for p in wide.columns if wide[p].sum()}
    table[say("column.eligible")] = list(members[order])
    with st.expander(say("chart.numbers")):
        plain_table(page, "groups", table, alt=say("asks.table"))


def _sources(page: Page, row: Row) -> None:
    state = page.label("verification", str(row["verification"]))
    address = text_or_none(row["source"])
    said = escaped(page.say("record.verified", state=state))
    if address:
        said += " · " + link(page.say("roll_call.source"), address)
    st.caption(said)
