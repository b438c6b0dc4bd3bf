"""The picture of statements: how many take each stance."""

from __future__ import annotations

from functools import partial

from dashboard.analysis.findings.records import stances
from dashboard.analysis.found_rows import FoundRows
from dashboard.charts.counted_rows import counted_rows
from dashboard.ui.frame.page import Page
from dashboard.ui.results.opening import Picture, pictured


def stance_picture(page: Page, found: FoundRows) -> Picture | None:
    """The statements found by stance, the commonest first; choosing a bar lists its statements."""
    say = page.say
    return pictured(
        page,
        "stances",
        lambda: stances(found.rows),
        lambda counted: partial(
            counted_rows,
            counted,
            names={code: page.label("stances", code) for code in counted["row"]},
            hover=say("stance.hover"),
        ),
        alt=lambda counted: say(
            "stance.alt",
            n=int(counted["n"].sum()),
            stance=page.label("stances", counted["row"].iloc[0]),
        ),
        note=say("statements.reading"),
        hint=say("hint.stance"),
        take=lambda mark: page.take(page.query.choosing("stance", mark[:1]).having(offset=None)),
    )
