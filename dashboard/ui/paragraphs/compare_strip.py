"""What became of each paragraph at a glance, above the comparison itself."""

from __future__ import annotations

from functools import partial

import pandas as pd

from dashboard.charts.paragraphs.compare_strip import compare_strip, compare_strip_alt
from dashboard.charts.style import escape
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.paragraphs.comparison import SHOWN
from dashboard.ui.results.figure import Mark, chart
from dashboard.words.places import paragraph_place

_ROWS = ("kept", "changed", "new", "gone", "unknown")


def strip(page: Page, compared: pd.DataFrame, earlier: str, later: str) -> None:
    """The strip of two texts compared; choosing a tick lists what became the same."""
    say = page.say
    rows = {code: say(f"strip.{code}") for code in _ROWS}
    names = {"earlier": page.record(earlier), "later": page.record(later)}

    def take(mark: Mark) -> None:
        if mark:
            change = str(compared["change"].iloc[int(mark[0])])
            page.take(page.query.having(view=change if change in SHOWN else None))

    chart(
        page,
        "strip",
        (earlier, later),
        partial(compare_strip, compared, rows=rows, hover=_said(page, compared)),
        alt=compare_strip_alt(compared, template=say("strip.alt")),
        title=say("drawing.strip", **names),
        note=say("strip.about"),
        hint=say("hint.change"),
        on_select=take,
    )


def _said(page: Page, compared: pd.DataFrame) -> list[str]:
    """Each line: where it stood, where it stands, and what became of it."""
    found = []
    for row in compared.to_dict("records"):
        ids = (text_or_none(row[f"{place}_id"]) for place in ("earlier", "later"))
        places = [paragraph_place(page.say, name) for name in ids if name]
        change = page.say(f"change.{row['change']}")
        found.append(escape(f"{' → '.join(places)} · {change}"))
    return found
