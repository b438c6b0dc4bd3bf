"""The picture of paragraphs: the texts of which most speak of AI."""

from __future__ import annotations

from functools import partial

import pandas as pd

from dashboard.analysis.findings.paragraphs import about_ai
from dashboard.analysis.found_rows import FoundRows
from dashboard.charts.counted_rows import counted_rows
from dashboard.charts.style import wrap
from dashboard.ui.frame.page import Page
from dashboard.ui.records.record_parts import title_of
from dashboard.ui.results.figure import Draw
from dashboard.ui.results.opening import Picture, pictured

_SHOWN, _LETTERS = 5, 76


def about_ai_picture(page: Page, found: FoundRows) -> Picture | None:
    """The texts with most of the paragraphs found that speak of AI, by name and in other words;
    choosing a bar lists the paragraphs of its text."""
    say = page.say

    def draw(counted: pd.DataFrame) -> Draw:
        shown = _most(counted)
        return partial(
            counted_rows,
            shown,
            names={symbol: _name(page, symbol) for symbol in shown["row"]},
            series={"named": say("about_ai.named"), "near": say("about_ai.near")},
            hover=say("about_ai.hover"),
        )

    def alt(counted: pd.DataFrame) -> str:
        return say("about_ai.alt", n=int(_most(counted)["n"].sum()), all=int(counted["n"].sum()))

    return pictured(
        page,
        "about_ai",
        lambda: about_ai(found),
        draw,
        alt=alt,
        hint=say("hint.text"),
        take=lambda mark: page.take(page.query.choosing("symbol", mark[:1]).having(offset=None)),
    )


def _most(counted: pd.DataFrame) -> pd.DataFrame:
    """The lines of the texts that come first."""
    return counted[counted["row"].isin(counted["row"].unique()[:_SHOWN])]


def _name(page: Page, symbol: str) -> str:
    """A text's name in two lines of the drawing."""
    first, *rest = wrap(title_of(page, symbol), _LETTERS)
    return f"{first}…" if rest else first
