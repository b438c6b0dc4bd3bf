"""What a vote is called and how it went: its text, where it was taken, its totals, its States."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.votes.positions import LOOKS
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.records.record_parts import named_states
from dashboard.words.places import paragraph_place

WHOLE = ("committee", "plenary")
"""Stages at which a text as a whole is voted on; only these are set side by side."""
TOTALS = ("yes", "no", "abstain")


def position_labels(page: Page) -> dict[str, str]:
    """Every position a drawing knows by its label, in the drawing's order."""
    return {code: page.label("positions", code) for code in LOOKS}


def vote_name(page: Page, row: Row | pd.Series[Any]) -> str:
    """What was voted on and where: `Plenary`, `Separate paragraph · para. 7 · Committee`."""
    places = [paragraph_place(page.say, str(place)) for place in row["paragraphs"]]
    parts = [page.label("stages", str(row["stage"])), page.say.listed(places) if places else ""]
    if text_or_none(row["level"]):
        parts.append(page.label("stages", str(row["level"])))
    return " · ".join(part for part in parts if part)


def totals(row: Row | pd.Series[Any]) -> str:
    """In favour, against, abstaining: `159–2–5`; empty where no total is known."""
    if all(pd.isna(row[name]) for name in TOTALS):
        return ""
    return "–".join("?" if pd.isna(row[name]) else str(row[name]) for name in TOTALS)


def vote_title(page: Page, row: Row | pd.Series[Any]) -> str:
    """A vote in a line: `A/RES/79/239, plenary (159–2–5)`."""
    counted = totals(row)
    return page.say(
        "roll_call.named" if counted else "roll_call.named_bare",
        symbol=page.record(str(row["symbol"])),
        stage=vote_name(page, row),
        year=str(row["date"])[:4],
        totals=counted,
    )


def totals_grid(page: Page, row: Row, positions: Iterable[str]) -> None:
    """The total of each position; a total nobody knows is said to be unknown."""
    with st.grid(4, min_column_width=110, gap="small") as grid:
        for position in positions:
            known = pd.notna(row[position])
            shown: str = page.say.number(int(row[position])) if known else page.say("value.unknown")
            grid.metric(escaped(page.label("positions", position)), shown)


def names_by_position(page: Page, cast: pd.DataFrame, positions: Iterable[str]) -> None:
    """The States of each position by name, in this order of positions."""
    for position in positions:
        states = list(cast.loc[cast["position"] == position, "iso3"])
        if states:
            label = page.label("positions", position)
            named_states(page, page.say("vote.names", position=label, n=len(states)), states)
