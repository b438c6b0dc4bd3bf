"""Search, facets, period and what is in force: the filters of every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from dashboard.analysis.codes import UNKNOWN
from dashboard.analysis.facets import emptying, facet_counts
from dashboard.analysis.parameters import VOCABULARY
from dashboard.analysis.parse import parse
from dashboard.analysis.query import Query
from dashboard.ui.page import Page
from dashboard.ui.text import plain
from dashboard.ui.view import change, current, generation

_SHOWN_ON_BUTTON = 2
_LIST_HEIGHT = 340
_TALL = 9


def filters(
    page: Page, facets: Sequence[str], beside: Callable[[Page], None] | None = None
) -> None:
    """The search box, a popover for each facet, the period, and below them what is in force.

    `beside` draws what a page adds at the end of the row.
    """
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"{page.name}-filters"
    ):
        search_box(page)
        for parameter in facets:
            if parameter != "mentions":
                facet(page, parameter)
        period(page)
        if "mentions" in facets:
            mentions(page)
        if beside is not None:
            beside(page)
    in_force(page)


def search_box(page: Page) -> None:
    """Words in any order, "phrases", -exclusions, a symbol in any spelling."""
    key = f"{page.name}.q.{generation(page.name)}"
    st.session_state[key] = page.query.q or ""
    st.text_input(
        page.say("search.label"),
        key=key,
        placeholder=page.say(f"search.hint.{page.table}"),
        icon=":material/search:",
        label_visibility="collapsed",
        max_chars=200,
        width=300,
        on_change=_searched,
        args=(page.name, key),
    )


def _searched(table: str, key: str) -> None:
    text = st.session_state[key].strip()
    change(table, replace(current(table), q=text or None, offset=None))


def facet(page: Page, parameter: str) -> None:
    """One facet: its codes with counts that leave out its own choice, zeros disabled."""
    chosen = page.query.choice(parameter).any_of
    name = page.say(f"facet.{parameter}")
    shown = page.say.listed(code_label(page, parameter, code) for code in chosen)
    if len(chosen) > _SHOWN_ON_BUTTON:
        shown = page.say("facet.several", n=len(chosen))
    label = page.say("facet.chosen", name=name, codes=shown) if chosen else name
    popover = st.popover(
        plain(label),
        type="primary" if chosen else "secondary",
        key=f"{page.name}.{parameter}",
        on_change="rerun",
    )
    if popover.open:
        with popover:
            _choices(page, parameter, chosen)


def _choices(page: Page, parameter: str, chosen: Sequence[str]) -> None:
    counts = facet_counts(page.snapshot, page.table, page.query, [parameter])[parameter]
    unfiltered = facet_counts(page.snapshot, page.table, Query(), [parameter])[parameter]
    offered = [c for c in counts.index if unfiltered.get(c, 0) or c in chosen]
    box = st.container(height=_LIST_HEIGHT if len(offered) > _TALL else "content", border=False)
    with box:
        for code in offered:
            key = f"{page.name}.{parameter}:{code}"
            st.session_state[key] = code in chosen
            count = int(counts.get(code, 0))
            name = plain(code_label(page, parameter, code))
            st.checkbox(
                page.say("facet.option", name=name, count=page.say.number(count)),
                key=key,
                disabled=count == 0 and code not in chosen,
                on_change=_ticked,
                args=(page.name, parameter, code, key),
            )


def _ticked(table: str, parameter: str, code: str, key: str) -> None:
    query = current(table)
    choice = query.choice(parameter)
    kept = [c for c in choice.any_of if c != code]
    any_of = [*kept, code] if st.session_state[key] else kept
    none_of = [c for c in choice.none_of if c != code]
    change(table, replace(query.choosing(parameter, any_of, none_of), offset=None))


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


def mentions(page: Page) -> None:
    """Only what mentions artificial intelligence, or all."""
    key = f"{page.name}.mentions"
    st.session_state[key] = page.query.mentions is True
    st.toggle(page.say("facet.mentions"), key=key, on_change=_mentioned, args=(page.name, key))


def _mentioned(table: str, key: str) -> None:
    only = True if st.session_state[key] else None
    change(table, replace(current(table), mentions=only, offset=None))


def period(page: Page) -> None:
    """From and to, as precise as the reader likes: 2024, 2024-03, 2024-03-21."""
    query = page.query
    if query.start or query.end:
        span = (page.say.date(query.start) or "…", page.say.date(query.end) or "…")
        label = page.say("date.span", start=span[0], end=span[1])
    else:
        label = page.say("facet.period")
    narrowed = bool(query.start or query.end)
    with st.popover(label, type="primary" if narrowed else "secondary", key=f"{page.name}.period"):
        for parameter, value in (("from", query.start), ("to", query.end)):
            key = f"{page.name}.{parameter}.{generation(page.name)}"
            st.session_state.setdefault(key, value or "")
            st.text_input(
                page.say(f"facet.{parameter}"),
                key=key,
                placeholder=page.say("facet.date_hint"),
                max_chars=10,
                on_change=_dated,
                args=(page.name, parameter, key),
            )
            typed = st.session_state[key].strip()
            if typed and not _is_date(page.table, typed):
                st.caption(page.say("facet.date_wrong"))


def _dated(table: str, parameter: str, key: str) -> None:
    typed = st.session_state[key].strip()
    if typed and not _is_date(table, typed):
        return
    query = replace(current(table), offset=None)
    date = typed or None
    change(table, replace(query, start=date) if parameter == "from" else replace(query, end=date))


def _is_date(table: str, typed: str) -> bool:
    return not parse([("from", typed)], {}, table).unknown


def in_force(page: Page) -> None:
    """Each filter in force with a way to drop it, and what of the link was not understood."""
    active = page.query.active()
    if active:
        with st.container(horizontal=True, gap="small", key=f"{page.name}-active"):
            for parameter in active:
                st.button(
                    plain(stated(page, parameter)),
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
    if parameter in ("from", "to", "since"):
        value = {"from": query.start, "to": query.end, "since": query.since}[parameter]
        return say("filters.stated", name=say(f"facet.{parameter}"), value=say.date(value))
    if parameter == "mentions":
        return say("filters.mentions_yes" if query.mentions else "filters.mentions_no")
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
        st.info("\n\n".join(plain(line) for line in lines), icon=":material/link_off:")


def nothing_found(page: Page) -> None:
    """Which filter empties the result, and a button that drops it."""
    culprits = emptying(page.snapshot, page.table, page.query)
    with st.container(border=True):
        st.markdown(f"**{page.say('empty.title')}**")
        if not culprits:
            st.caption(page.say("empty.together"))
        for parameter, rows in culprits:
            st.button(
                plain(page.say("empty.drop", filter=stated(page, parameter), n=rows)),
                key=f"{page.name}.empty.{parameter}",
                on_click=change,
                args=(page.name, page.query.without(parameter)),
            )
