"""What is in force, what it stands for, and what of a link was not understood."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.selection.codes import NO_VERB, UNKNOWN
from dashboard.analysis.selection.parameters import PARAMETER
from dashboard.analysis.selection.query import Choice
from dashboard.analysis.selection.search import search_terms
from dashboard.corpus.records.changes import is_version
from dashboard.corpus.records.fields import first_day, last_day
from dashboard.ui.filters.changes_since_link import changes_since_link, since_note
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import change
from dashboard.words.languages import LANGUAGES, language_called


def code_label(page: Page, parameter: str, code: str) -> str:
    """A facet's code as people read it."""
    vocabulary = PARAMETER[parameter].vocabulary
    if code == UNKNOWN:
        return page.say("facet.unknown")
    if vocabulary == "verbs" and code == NO_VERB:
        return page.label("absences", code)
    if vocabulary == "states":
        return page.state(code)
    return page.label(vocabulary, f"tier_{code}" if vocabulary == "tiers" else code)


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
                    args=(page.name, page.query.without(parameter, "offset")),
                )
            if len(active) > 1:
                st.button(
                    page.say("filters.clear"),
                    key=f"{page.name}.clear",
                    type="tertiary",
                    on_click=change,
                    args=(page.name, page.query.without(*active, "offset")),
                )
    not_understood(page)
    searched_besides(page)
    changes_since_link(page)
    since_note(page)


def searched_besides(page: Page) -> None:
    """Which other words the search stands for, where it does."""
    wanted = search_terms(page.snapshot, page.table, page.query.q or "")
    if also := dict.fromkeys(name for term in wanted for name in term.also):
        st.caption(escaped(page.say("search.also", words=page.say.listed(also))))


def stated(page: Page, parameter: str) -> str:
    """A filter as a phrase: `Track: military`, `Kind: not resolution`."""
    say, kind, value = page.say, PARAMETER[parameter].kind, page.query.value(parameter)
    if kind == "flag":
        return say(f"filters.{parameter}_{'yes' if value else 'no'}")
    if kind in ("at_most", "at_least"):
        return say(f"filters.{parameter}", n=value)
    if isinstance(value, Choice):
        values = [code_label(page, parameter, c) for c in value.any_of]
        values += [say("filters.not", value=code_label(page, parameter, c)) for c in value.none_of]
        shown = say.listed(values)
    else:
        shown = str(value)
        if kind != "text" and not is_version(shown):
            shown = say.date(shown)
    name = say("search.label" if kind == "text" else f"facet.{parameter}")
    return say("filters.stated", name=name, value=shown)


def not_understood(page: Page) -> None:
    """One note for names and values of the link that could not be used, or were too many."""
    query, say = page.query, page.say
    lines = [say("filters.ignored", names=say.listed(query.ignored))] if query.ignored else []
    for unknown in query.unknown:
        near = say("filters.nearest", near=unknown.nearest) if unknown.nearest else ""
        lines.append(say("filters.unusable", name=unknown.parameter, value=unknown.value) + near)
    for parameter in dict.fromkeys(name for name, _ in query.cut):
        codes = [code_label(page, parameter, code) for name, code in query.cut if name == parameter]
        name, kept = say(f"facet.{parameter}"), len(query.choice(parameter).any_of)
        lines.append(say("filters.cut", name=name, n=kept, values=say.listed(codes)))
    if query.lang and not language_called(query.lang):
        names = say.listed(language.name for language in LANGUAGES.values())
        lines.append(say("filters.no_such_language", value=query.lang, names=names))
    if query.from_ and query.to and first_day(query.from_) > last_day(query.to):
        lines.append(say("filters.turned", first=say.date(query.from_), last=say.date(query.to)))
    if lines:
        st.info("\n\n".join(escaped(line) for line in lines), icon=":material/link_off:")
