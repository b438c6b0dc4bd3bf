"""Requests drawn from the day they were made, over the days they are due, to their answer."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.charts.requests.lateness import lateness, lateness_alt
from dashboard.ui.frame.markdown import cut
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import is_narrow
from dashboard.ui.requests.requests_due import request_line
from dashboard.ui.results.figure import chart, open_mark
from dashboard.words.places import place_of_request

_DRAWN, _DRAWN_ON_PHONE = 60, 25
_LABEL = 60


def lateness_chart(page: Page, found: pd.DataFrame) -> None:
    """The first requests of the result, one row each; choosing a mark opens the request."""
    say = page.say
    drawn = found.head(_DRAWN_ON_PHONE if is_narrow() else _DRAWN)
    rows = drawn.to_dict("records")
    statuses = page.labels("request_statuses")
    labels = {
        str(row["id"]): cut(
            say("requests.row", symbol=str(row["symbol"]).removeprefix("A/RES/"),
                place=place_of_request(say, str(row["place"])), subject=say.field(row, "subject")),
            _LABEL,
        )
        for row in rows
    }  # fmt: skip
    hover = {
        str(row["id"]): f"{request_line(page, row)} · {statuses.get(row['status'], '')}"
        for row in rows
    }
    chart(
        page,
        "lateness",
        tuple(labels),
        partial(
            lateness,
            drawn,
            labels=labels,
            statuses=statuses,
            hover=hover,
            today=page.snapshot.as_of,
            today_label=say("timeline.today"),
        ),
        alt=lateness_alt(
            drawn, statuses=statuses, template=say("requests.alt"), empty=say("empty.title")
        ),
        on_select=open_mark(page),
    )
    st.caption(say("requests.drawn", n=len(drawn), total=say.number(len(found))))
