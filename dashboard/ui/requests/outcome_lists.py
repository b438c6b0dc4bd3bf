"""Requests behind the figures of outcomes one by one: silent, taken note of, found by rule."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.frames import rows_of
from dashboard.analysis.requests.outcomes import UNKNOWN
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.records.record_parts import title_of
from dashboard.ui.results.table import plain_table
from dashboard.words.places import request_reference

_SILENT = ("not_found", "no_day", UNKNOWN, "cannot_be_known", "superseded")
"""Outcomes that are listed one by one, apart from each other."""


def silent(page: Page, found: pd.DataFrame, told: Mapping[str, str]) -> None:
    """The requests on record that did not come, one by one, each absence apart."""
    say = page.say
    for outcome in _SILENT:
        rows = found[found["id"].map(told) == outcome]
        if len(rows):
            with st.expander(say(f"outcome.list_{outcome}", n=len(rows))):
                read = rows_of(rows)
                shown = {
                    say("column.subject"): [say.field(row, "subject") for row in read],
                    say("outcome.column_request"): [request_reference(say, row) for row in read],
                    say("requests.asked_on"): rows["date"].map(say.short_date),
                    say("requests.search"): rows["search"].map(partial(page.label, "searches")),
                }
                plain_table(page, f"list.{outcome}", shown, opens=("requests", rows["id"]))


def taken_note(page: Page, noted: pd.DataFrame, references: Mapping[str, str]) -> None:
    """Each later text that cites an answer, with the answer and the request."""
    say = page.say
    if noted.empty:
        return
    with st.expander(say("outcome.list_noted", n=len(noted))):
        st.caption(escaped(say("outcome.noted_how")))
        shown = {
            say("outcome.column_citing"): noted["citing"].map(partial(title_of, page)),
            say("column.date"): noted["date"].map(say.short_date),
            say("outcome.column_answer"): noted["answer"],
            say("outcome.column_request"): noted["request"].map(references),
        }
        plain_table(page, "noted", shown, opens=("documents", noted["citing"]))


def read_by_rule(page: Page, rows: pd.DataFrame, told: Mapping[str, str]) -> None:
    """The requests found by rule, one by one; each opens its paragraph."""
    say = page.say
    if rows.empty:
        return
    shown = {
        say("outcome.column_request"): [request_reference(say, row) for row in rows_of(rows)],
        say("outcome.column_taken_for"): [
            page.label("deliverables", code)
            if isinstance(code, str)
            else say("outcome.some_report")
            for code in rows["deliverable"]
        ],
        say("requests.asked_on"): rows["date"].map(say.short_date),
        say("outcome.column_outcome"): [
            say(f"outcome.column_{told[request]}") for request in rows["id"]
        ],
    }
    with st.expander(say("outcome.list_by_rule", n=len(rows))):
        plain_table(page, "by_rule", shown, opens=("paragraphs", rows["id"]))
