"""Every vote found as a bar, and the choice among the votes on one text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.frames import Row, rows_of
from dashboard.analysis.votes.vote_totals import PARTS, by_text, vote_totals
from dashboard.charts.votes.vote_bars import Line, vote_bars, vote_bars_alt
from dashboard.ui.frame.links import item_link
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import leave_for
from dashboard.ui.records.record_parts import title_of
from dashboard.ui.results.figure import Mark, chart, open_mark
from dashboard.ui.results.table import plain_table
from dashboard.ui.votes.vote_labels import WHOLE, vote_name

FEW = 6
"""So many votes are told in words at once; of more, the bars are the sooner read."""


def bars_view(page: Page, found: FoundRows) -> None:
    """Votes over time, each as its share of the membership; the votes on one text to choose."""
    say, votes = page.say, by_text(found.rows)
    rows = rows_of(votes)
    names = _names(page, rows)
    if votes["symbol"].nunique() == 1 and len(votes) > 1:
        _choice(page, names)
    positions = _bars(page, votes, rows, names, open_mark(page), say("votes.bar_hover"))
    with st.expander(say("chart.numbers"), expanded=len(votes) <= FEW):
        shown = {say("column.title"): [title_of(page, symbol) for symbol in votes["symbol"]]}
        shown[say("field.votes")] = list(names.values())
        shown |= {positions[part]: list(votes[part]) for part in PARTS}
        plain_table(page, "bars", shown, opens=("votes", names))


def bars_of_text(page: Page, found: pd.DataFrame) -> None:
    """The votes on one text, on the page of that text; a bar leads to its States."""

    def opened(mark: Mark) -> None:
        if mark:
            leave_for("votes", {"item": [str(mark[0])]})

    votes = by_text(found)
    rows = rows_of(votes)
    _bars(page, votes, rows, _names(page, rows), opened, page.say("votes.bar_hover_alone"))


def _names(page: Page, rows: Sequence[Any]) -> dict[str, str]:
    """What tells each vote from the others on its text."""
    return {
        row["id"]: f"{vote_name(page, row)} · {page.say.short_date(row['date'])}" for row in rows
    }


def _bars(
    page: Page,
    votes: pd.DataFrame,
    rows: Sequence[Row],
    names: dict[str, str],
    opened: Callable[[Mark], None],
    hover: str,
) -> dict[str, str]:
    """The drawing; gives the labels of the parts. The hover that names no text has no headings."""
    say = page.say
    lines, seen = [], set()
    for row in rows:
        first = row["symbol"] not in seen and "{text}" in hover
        text = title_of(page, row["symbol"]) if first else ""
        seen.add(row["symbol"])
        lines.append(Line(row["id"], text, names[row["id"]], slim=row["stage"] not in WHOLE))
    positions = {part: page.label("positions", part) for part in PARTS}
    positions["unknown"] = say("votes.rest")
    titles = {row["id"]: f"{title_of(page, row['symbol'])}, {names[row['id']]}" for row in rows}
    chart(
        page,
        "bars",
        tuple(names),
        lambda **size: vote_bars(
            vote_totals(votes), lines=lines, positions=positions, hover=hover, **size
        ),
        alt=vote_bars_alt(
            votes,
            names=titles,
            template=say("votes.bars_alt"),
            empty=say("votes.bars_alt_unknown", n=len(votes)),
        ),
        note=say("votes.bars_about") if "{text}" in hover else "",
        hint=page.say("hint.vote"),
        on_select=opened,
    )
    return positions


def _choice(page: Page, names: dict[str, str]) -> None:
    """The votes on the one text that is asked for, each one press away."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(page.say("roll_call.stages"), width="content")
        for vote, name in names.items():
            item_link(page, name, vote, key=f"choose.{vote}", icon=None, wrap=False)
