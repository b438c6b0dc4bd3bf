"""What a vote is called: its text, where it was taken, and its totals."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from dashboard.charts.votes.positions import LOOKS
from dashboard.ui.frame.page import Page, text_or_none

Row = Mapping[Hashable, Any]
WHOLE = ("committee", "plenary")
"""Stages at which a text as a whole is voted on; only these are set side by side."""
TOTALS = ("yes", "no", "abstain")


def position_labels(page: Page) -> dict[str, str]:
    """Every position a drawing knows by its label, in the drawing's order."""
    return {code: page.label("positions", code) for code in LOOKS}


def vote_name(page: Page, row: Row | pd.Series[Any]) -> str:
    """What was voted on and where: `Plenary`, `Separate paragraph · OP7 · Committee`."""
    places = [str(place).partition("#")[2].upper() for place in row["paragraphs"]]
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
        symbol=row["symbol"],
        stage=vote_name(page, row),
        year=str(row["date"])[:4],
        totals=counted,
    )
