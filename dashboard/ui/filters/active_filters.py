"""What is in force, what of a link was not understood, and what empties a result."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.analysis.selection.codes import UNKNOWN
from dashboard.analysis.selection.corrections import correction
from dashboard.analysis.selection.facets import emptying
from dashboard.analysis.selection.parameters import DATES, VOCABULARY
from dashboard.analysis.selection.query import Query
from dashboard.corpus.records.changes import is_version
from dashboard.ui.filters.changes_since_link import changes_since_link, since_note
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import change


def code_label(page: Page, parameter: str, code: str) -> str:
    """A facet's code as people read it."""
    if code == UNKNOWN:
        return page.say("facet.unknown")
    if parameter == "tier":
        return page.label("tiers", f"tier_{code}")
    if parameter == "country":
        return page.state(code)
    if parameter == "group":
        return page.label("groups", code)
    if parameter in VOCABULARY:
        return page.label(VOCABULARY[parameter], code)
    return code


def active_filters(page: Page) -> None:
    """Each filter in force with a way to drop it, and what of the link was not understood."""
    active = page.query.active()
    if active:
        with st.container(horizontal=True, gap="small", key=f"{page.name}-active"):
            for parameter in active:
                st.button(
                    escaped(stated(page, parameter)),
                    icon=":material/close:",
                    key=f"{page.name}.drop.{parameter}",
                    help=page.say("filters.drop"),
                    type="tertiary",
                    on_click=change,
                    args=(page.name, replace(page.query.without(parameter), offset=None)),
                )
            if len(active) > 1:
                st.button(
                    page.say("filters.clear"),
                    key=f"{page.name}.clear",
                    type="tertiary",
                    on_click=change,
                    args=(page.name, _bare(page)),
                )
    not_understood(page)
    changes_since_link(page)
    since_note(page)


def _bare(page: Page) -> Query:
    query = page.query
    for parameter in query.active():
        query = query.without(parameter)
    return replace(query, offset=None)


def stated(page: Page, parameter: str) -> str:
    """A filter as a phrase: `Track: military`, `Kind: not resolution`."""
    query, say = page.query, page.say
    if parameter == "q":
        return say("filters.stated", name=say("search.label"), value=query.q)
    if parameter in DATES:
        dates = (query.start, query.end, query.since, query.as_of)
        value = dict(zip(DATES, dates, strict=True))[parameter]
        shown = value if value and is_version(value) else say.date(value)
        return say("filters.stated", name=say(f"facet.{parameter}"), value=shown)
    if parameter == "mentions":
        return say("filters.mentions_yes" if query.mentions else "filters.mentions_no")
    if parameter == "against":
        return say("filters.against", most=query.against)
    choice = query.choice(parameter)
    values = [code_label(page, parameter, c) for c in choice.any_of]
    values += [say("filters.not", value=code_label(page, parameter, c)) for c in choice.none_of]
    name = say(f"facet.{parameter}")
    return say("filters.stated", name=name, value=say.listed(values))


def not_understood(page: Page) -> None:
    """One note for names and values of the link that could not be used."""
    query, say = page.query, page.say
    lines = [say("filters.ignored", names=say.listed(query.ignored))] if query.ignored else []
    for unknown in query.unknown:
        near = say("filters.nearest", near=unknown.nearest) if unknown.nearest else ""
        lines.append(say("filters.unusable", name=unknown.parameter, value=unknown.value) + near)
    if lines:
        st.info("\n\n".join(escaped(line) for line in lines), icon=":material/link_off:")


def nothing_found(page: Page) -> None:
    """Which filter empties the result, and a button that drops it."""
    culprits = emptying(page.snapshot, page.table, page.query)
    typed = page.query.q
    meant = correction(page.snapshot, page.table, typed) if typed else None
    with st.container(border=True):
        st.markdown(f"**{page.say('empty.title')}**")
        if meant:
            st.button(
                escaped(page.say("empty.correction", typed=typed, meant=meant)),
                key=f"{page.name}.correction",
                icon=":material/spellcheck:",
                on_click=change,
                args=(page.name, replace(page.query, q=meant, offset=None)),
            )
        if not culprits:
            st.caption(page.say("empty.together"))
        for parameter, rows in culprits:
            st.button(
                escaped(page.say("empty.drop", filter=stated(page, parameter), n=rows)),
                key=f"{page.name}.empty.{parameter}",
                on_click=change,
                args=(page.name, page.query.without(parameter)),
            )
