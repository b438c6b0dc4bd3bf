"""The picture of requests: the quarters in which they fall due, and what became of them."""

from __future__ import annotations

from functools import partial

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.requests.due import OUTCOMES, by_quarter, quarter_of
from dashboard.charts.period_bars import period_bars, period_bars_alt
from dashboard.ui.frame.page import Page
from dashboard.ui.results.figure import Mark
from dashboard.ui.results.opening import Picture, pictured


def due_picture(page: Page, found: FoundRows) -> Picture | None:
    """The requests found with a day, a bar a quarter; choosing a part lists those of its kind."""
    say = page.say
    series = {code: say(f"quarter.{code}") for code in OUTCOMES}

    def take(mark: Mark) -> None:
        statuses = sorted(OUTCOMES[mark[1]])
        page.take(page.query.choosing("status", statuses).having(view=None, offset=None))

    return pictured(
        page,
        "quarters",
        lambda: by_quarter(found.rows),
        lambda counted: partial(
            period_bars,
            counted,
            series=series,
            hover=say("quarter.hover"),
            today=quarter_of(page.snapshot.as_of.isoformat()),
            today_label=say("timeline.today"),
        ),
        alt=partial(
            period_bars_alt,
            series=series,
            template=say("quarter.alt"),
            part=say("quarter.part"),
        ),
        note=lambda counted: say("quarter.about", n=len(found) - int(counted["n"].sum())),
        hint=say("hint.requests"),
        take=take,
    )
