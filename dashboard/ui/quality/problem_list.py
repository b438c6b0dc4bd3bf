"""What checking the data found, in the reader's language as far as the sentence is known."""

from __future__ import annotations

import re

import streamlit as st

from dashboard.corpus.reading.problems import Problem
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page

MOST = 50
SENTENCES = {
    "verb": re.compile(
        r"no head of vocabulary/verbs\.yaml opens '(?P<found>.*?)': shown as unknown.*"
    ),
    "no_member": re.compile(
        r"(?P<state>[A-Z]{3}) sponsored but was no member on (?P<date>[0-9-]{4,10})"
    ),
    "total": re.compile(
        r"(?P<published>[0-9]+) published, (?:but the roll call|list) names (?P<named>[0-9]+)"
    ),
    "gone": re.compile(r"is gone since version (?P<version>[0-9a-f]+): .*"),
    "gone_folder": re.compile(
        r"is gone with its (?P<files>[0-9]+) files since version (?P<version>[0-9a-f]+): .*"
    ),
    "edited": re.compile(r"differs from version (?P<version>[0-9a-f]+), and official facts .*"),
    "changed": re.compile(r"(?P<files>[0-9]+) files? changed since the last recorded version.*"),
}
"""The checker's sentences that have words of their own, by key; what they fill in is named."""


def problem_list(page: Page) -> None:
    """Each problem with its file and line, errors first; the counts over them."""
    snapshot, say = page.snapshot, page.say
    if not snapshot.problems:
        st.markdown(say("about.no_problems"))
        return
    errors, warnings = len(snapshot.errors), len(snapshot.warnings)
    st.caption(say("about.problem_counts", errors=errors, warnings=warnings))
    found = (*snapshot.errors, *snapshot.warnings)
    st.markdown("\n".join(f"- {_line(page, problem)}" for problem in found[:MOST]))
    if len(found) > MOST:
        st.caption(say("statements.more", n=len(found) - MOST))


def _line(page: Page, problem: Problem) -> str:
    place = f"data/{problem.file}:{problem.line}"
    return f"{escaped(place)} {escaped(problem.field)} – {escaped(sentence(page, problem.message))}"


def sentence(page: Page, message: str) -> str:
    """The checker's sentence in the page's language; the sentence itself where it has no words."""
    for key, pattern in SENTENCES.items():
        match = pattern.fullmatch(message)
        if match is None:
            continue
        values = match.groupdict()
        if "state" in values:
            values["state"] = page.state(values["state"])
        if "date" in values:
            values["date"] = page.say.date(values["date"])
        return page.say(f"problem.{key}", **values)
    return message
