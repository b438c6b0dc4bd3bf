"""Every vote found as a bar, and the choice among the votes on one text."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.votes.vote_totals import PARTS, by_text, vote_totals
from dashboard.charts.votes.vote_bars import Line, vote_bars, vote_bars_alt
from dashboard.ui.frame.links import item_button
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.records.record_parts import title_of
from dashboard.ui.results.figure import chart, open_mark
from dashboard.ui.results.table import plain_table
from dashboard.ui.votes.vote_labels import WHOLE, vote_name


def bars_view(page: Page, found: pd.DataFrame) -> None:
    """Votes over time, each as its share of the membership; the votes on one text to choose."""
    say, votes = page.say, by_text(found)
    rows = votes.to_dict("records")
    names = {
        row["id"]: f"{vote_name(page, row)} · {say.short_date(text_or_none(row['date']))}"
        for row in rows
    }
    if votes["symbol"].nunique() == 1 and len(votes) > 1:
        _choice(page, names)
    lines, seen = [], set()
    for row in rows:
        text = "" if row["symbol"] in seen else title_of(page, row["symbol"])
        seen.add(row["symbol"])
        lines.append(Line(row["id"], text, names[row["id"]], slim=row["stage"] not in WHOLE))
    positions = {part: page.label("positions", part) for part in PARTS}
    positions["unknown"] = say("votes.rest")
    titles = {row["id"]: f"{title_of(page, row['symbol'])}, {names[row['id']]}" for row in rows}
    chart(
        page,
        "bars",
        tuple(names),
        partial(
            vote_bars,
            vote_totals(votes),
            lines=lines,
            positions=positions,
            hover=say("votes.bar_hover"),
        ),
        alt=vote_bars_alt(
            votes,
            names=titles,
            template=say("votes.bars_alt"),
            empty=say("votes.bars_alt_unknown", n=len(votes)),
        ),
        on_select=open_mark(page),
    )
    st.caption(say("votes.bars_about"))
    with st.expander(say("chart.numbers")):
        shown = {say("column.title"): [title_of(page, row["symbol"]) for row in rows]}
        shown[say("field.votes")] = list(names.values())
        shown |= {positions[part]: list(votes[part]) for part in PARTS}
        plain_table(page, "bars", shown, opens=("votes", names))


def _choice(page: Page, names: dict[str, str]) -> None:
    """The votes on the one text that is asked for, each one press away."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(page.say("roll_call.stages"), width="content")
        for vote, name in names.items():
            item_button(page, name, vote, key=f"choose.{vote}", icon=None, wrap=False)
