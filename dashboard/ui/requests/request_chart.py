"""Requests drawn by the quarter in which they fall due."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.requests.due import OUTCOMES, by_quarter, quarter_of
from dashboard.charts.requests.due_quarters import due_quarters, due_quarters_alt
from dashboard.ui.frame.page import Page
from dashboard.ui.results.figure import Mark, chart
from dashboard.ui.results.table import plain_table


def quarters_chart(page: Page, found: FoundRows) -> None:
    """The requests found with a day, a bar a quarter; choosing a part lists those of its kind."""
    say, counted = page.say, by_quarter(found.rows)
    outcomes = {code: say(f"quarter.{code}") for code in OUTCOMES}

    def open_kind(mark: Mark) -> None:
        if mark:
            statuses = sorted(OUTCOMES[mark[1]])
            page.take(page.query.choosing("status", statuses).having(view=None))

    chart(
        page,
        "quarters",
        tuple(found["id"]),
        partial(
            due_quarters,
            counted,
            outcomes=outcomes,
            hover=say("quarter.hover"),
            today=quarter_of(page.snapshot.as_of.isoformat()),
            today_label=say("timeline.today"),
        ),
        alt=due_quarters_alt(
            counted,
            outcomes=outcomes,
            template=say("quarter.alt"),
            part=say("quarter.part"),
            joint=say("roll_call.joint"),
            empty=say("quarter.none"),
        ),
        note=say("quarter.about", n=int(found["due_to"].isna().sum())),
        hint=page.say("hint.requests"),
        on_select=open_kind,
    )
    with st.expander(say("chart.numbers")):
        wide = counted.pivot(index="quarter", columns="outcome", values="requests")
        shown = {
            say("quarter.column"): [
                say("quarter.name", year=q[:4], quarter=q[5:]) for q in wide.index
            ]
        }
        shown |= {label: list(wide[code]) for code, label in outcomes.items() if code in wide}
        plain_table(page, "quarters", shown, alt=say("asks.table"))
