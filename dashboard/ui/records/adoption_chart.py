"""The picture of documents: the texts adopted each year, without a vote and by one."""

from __future__ import annotations

from functools import partial

from dashboard.analysis.findings.records import adoptions
from dashboard.analysis.found_rows import FoundRows
from dashboard.charts.period_bars import period_bars, period_bars_alt
from dashboard.ui.frame.page import Page
from dashboard.ui.results.figure import Mark
from dashboard.ui.results.opening import Picture, pictured


def adoption_picture(page: Page, found: FoundRows) -> Picture | None:
    """The texts found by year of adoption; choosing a bar lists the documents of its year."""
    say = page.say
    series = {code: say(f"adoption.{code}") for code in ("agreed", "voted")}

    def take(mark: Mark) -> None:
        page.take(page.query.having(**{"from": mark[0], "to": mark[0], "offset": None}))

    def left_out(documents: int) -> str:
        return say("adoption.about", n=documents) if documents else ""

    return pictured(
        page,
        "adoptions",
        lambda: adoptions(found.rows),
        lambda counted: partial(period_bars, counted, series=series, hover=say("adoption.hover")),
        alt=partial(
            period_bars_alt,
            series=series,
            template=say("adoption.alt"),
            part=say("adoption.part"),
        ),
        note=lambda counted: left_out(found.read - int(counted["n"].sum())),
        hint=say("hint.year"),
        take=take,
    )
