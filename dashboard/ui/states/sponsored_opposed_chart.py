"""The picture of States: how many texts each sponsored, how often each voted against."""

from __future__ import annotations

from functools import partial

import pandas as pd

from dashboard.analysis.findings.states import leading, sponsored_opposed
from dashboard.analysis.found_rows import FoundRows
from dashboard.charts.states import sponsored_opposed as charts
from dashboard.ui.frame.page import Page
from dashboard.ui.results.figure import Draw, Mark
from dashboard.ui.results.finding import states_in_short
from dashboard.ui.results.opening import Picture, pictured


def sponsored_opposed_picture(page: Page, found: FoundRows) -> Picture | None:
    """The States found by texts sponsored and votes against, those that lead by name; choosing a
    mark opens its State, or lists its States."""
    say = page.say

    def draw(counted: pd.DataFrame) -> Draw:
        return partial(
            charts.sponsored_opposed,
            counted,
            across=say("opposed.across"),
            up=say("opposed.up"),
            said=partial(states_in_short, page),
            named=leading(counted),
            hover=say("opposed.hover"),
        )

    def take(mark: Mark) -> None:
        alone = page.query.having(item=mark[0])
        page.take(alone if len(mark) == 1 else page.query.choosing("country", mark))

    return pictured(
        page,
        "opposed",
        lambda: sponsored_opposed(found.rows),
        draw,
        alt=lambda counted: say("opposed.alt", n=int(counted["states"].map(len).sum())),
        note=say("opposed.about"),
        hint=say("hint.listed"),
        take=take,
    )
