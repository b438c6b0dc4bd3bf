"""The first line of a page: what is found in the rows in view, in a sentence with its n."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from dashboard.analysis.findings.finding import (
    FEW,
    Clause,
    Day,
    Due,
    Finding,
    Place,
    States,
    Term,
    Value,
    of_selection,
)
from dashboard.analysis.selection.query import Query
from dashboard.ui.frame.markdown import cut, escaped, link, small
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import view_path
from dashboard.ui.records.record_parts import title_of
from dashboard.words.due import due_words

_LETTERS = 44
"""A title within a sentence; its link has it whole."""


def finding(page: Page, make: Callable[[], Finding]) -> None:
    """Show what `make` finds in the page's selection, worked out once for each selection."""
    show_finding(page, of_selection(page.snapshot, page.name, page.query, make))


def show_finding(page: Page, found: Finding) -> None:
    """A finding as the first line of a page."""
    with st.container(key=f"{page.name}-finding"):
        st.markdown(sentence(page, found))


def sentence(page: Page, found: Finding) -> str:
    """A finding in this run's language, as Markdown; records are links."""
    said = "".join(_said(page, clause) for clause in found.clauses)
    whole = page.say("finding.end", said=said)
    if not found.n:
        return whole
    over = page.say(f"finding.over.{found.unit}", n=found.n).replace(" ", "\N{NO-BREAK SPACE}")
    return f"{whole} {small(escaped(over))}"


def _said(page: Page, clause: Clause) -> str:
    values = {name: _written(page, value) for name, value in clause.values.items()}
    if clause.n is None:
        return page.say(f"finding.{clause.key}", **values)
    return page.say(f"finding.{clause.key}", n=clause.n, **values)


def _written(page: Page, value: Value) -> str:
    """A value in this run's language, as Markdown."""
    match value:
        case Term():
            return escaped(page.label(value.vocabulary, value.code))
        case Place():
            return _linked(page, value)
        case States():
            return escaped(states_in_short(page, value.codes))
        case Day():
            return escaped(page.date({"date": value.date}))
        case Due():
            return escaped(due_words(page.say, page.row("requests", value.request)))
    return page.say.number(value)


def states_in_short(page: Page, states: Iterable[str]) -> str:
    """States by their names in this run's language; of many the first, and how many more."""
    names = page.state_names(states)
    if (more := len(names) - 2 * FEW) > 0:
        names[2 * FEW :] = [page.say("countries.more_states", n=more)]
    return page.say.listed(names)


def _linked(page: Page, place: Place) -> str:
    """A record by its name, as a link to the page that shows it in the scope of this one."""
    if place.page == "requests":
        name = page.say.field(page.row("requests", place.record), "subject")
    elif place.page == "votes":
        name = title_of(page, str(page.row("recorded_votes", place.record)["symbol"]))
    else:
        name = title_of(page, place.record)
    scope = Query().having(scope=page.query.scope, item=place.record)
    return link(cut(name, _LETTERS), view_path(place.page, scope))
