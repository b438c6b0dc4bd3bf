"""Search, facets, period and what is in force: the filters of every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from dashboard.analysis.selection.facets import facet_counts
from dashboard.analysis.selection.paragraph_lookup import paragraph_named
from dashboard.analysis.selection.parameters import PARAMETER, Kind
from dashboard.analysis.selection.parse_url import LARGEST_NUMBER, date_of
from dashboard.analysis.snapshot_cache import once
from dashboard.corpus import store
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.filters.active_filters import active_filters, code_label, stated
from dashboard.ui.frame.folded import behind_button, folded
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import change, current_query, generation
from dashboard.ui.frame.width import is_narrow
from dashboard.ui.records.record_parts import title_of

_SHOWN_ON_BUTTON = 2
_SHARES = (2, 5)
"""How the search box and the drawer share a row."""
_LIST_HEIGHT = 340
_TALL = 9
_IN_FORCE = ":material/filter_alt:"
"""Marks a filter that narrows: a coloured button would need a colour on which the framework's
white label can be read, and that is too dark for its selected segments on a dark page."""


def filters(page: Page, facets: Sequence[str], *, stacked: bool = False) -> None:
    """The search box, and in a drawer a popover or a switch for each facet and the period; below,
    what is in force.

    The drawer says how many filters are set; it opens beside the search box, on a narrow page
    and where they are to be `stacked` beneath it.
    """
    stacked = stacked or is_narrow()
    box, drawer = (st.container(), st.container()) if stacked else st.columns(_SHARES)
    with box:
        search_box(page)
    chosen = sum(parameter != "q" for parameter in page.query.active())
    label = page.say("filters.chosen", n=chosen) if chosen else page.say("filters.title")
    icon = _IN_FORCE if chosen else ":material/tune:"
    with drawer:
        narrowing = partial(_narrowing, page, facets)
        folded(label, f"{page.name}-folded-filters", narrowing, icon=icon)
    active_filters(page)


def _narrowing(page: Page, facets: Sequence[str]) -> None:
    """What narrows besides words: the facets, the period, the switches."""
    switches = [name for name in facets if PARAMETER[name].kind == "flag"]
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        gap="small",
        key=f"{page.name}-narrowing",
    ):
        for parameter in facets:
            if parameter not in switches:
                _POPOVERS[PARAMETER[parameter].kind](page, parameter)
        if page.table in PARAMETER["from"].columns:
            period(page)
        for parameter in switches:
            switch(page, parameter)


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
        on_change=_searched,
        args=(page.name, key),
    )


def _searched(name: str, key: str) -> None:
    text = st.session_state[key].strip()
    named = paragraph_named(store.current(), text) if text else None
    if named is not None and name == "paragraphs":
        change(name, current_query(name).having(q=None, item=named, offset=None))
    else:
        change(name, current_query(name).having(q=text or None, offset=None))


def facet(page: Page, parameter: str) -> None:
    """One facet: its codes with counts that leave out its own choice, zeros disabled."""
    chosen = page.query.choice(parameter).any_of
    name = page.say(f"facet.{parameter}")
    shown = page.say.listed(code_label(page, parameter, code) for code in chosen)
    if len(chosen) > _SHOWN_ON_BUTTON:
        shown = page.say("facet.several", n=len(chosen))
    label = page.say("facet.chosen", name=name, codes=shown) if chosen else name
    _behind_button(page, parameter, label, bool(chosen), partial(_choices, page, parameter, chosen))


def _behind_button(
    page: Page, name: str, label: str, in_force: bool, draw: Callable[[], None]
) -> None:
    """A button that opens what narrows."""
    icon = _IN_FORCE if in_force else None
    behind_button(escaped(label), f"{page.name}.{name}", draw, icon=icon)


def _choices(page: Page, parameter: str, chosen: Sequence[str]) -> None:
    counts = facet_counts(page.snapshot, page.table, page.query, [parameter])[parameter]
    unfiltered = facet_counts(
        page.snapshot, page.table, page.query.without(*page.query.active()), [parameter]
    )[parameter]
    offered = [c for c in counts.index if unfiltered.get(c, 0) or c in chosen]
    box = st.container(height=_LIST_HEIGHT if len(offered) > _TALL else "content", border=False)
    with box:
        for code in offered:
            key = f"{page.name}.{parameter}:{code}"
            st.session_state[key] = code in chosen
            count = int(counts.get(code, 0))
            name = escaped(code_label(page, parameter, code))
            st.checkbox(
                page.say("facet.option", name=name, count=page.say.number(count)),
                key=key,
                disabled=count == 0 and code not in chosen,
                on_change=_ticked,
                args=(page.name, parameter, code, key),
            )


def _ticked(name: str, parameter: str, code: str, key: str) -> None:
    query = current_query(name)
    choice = query.choice(parameter)
    kept = [c for c in choice.any_of if c != code]
    any_of = [*kept, code] if st.session_state[key] else kept
    none_of = [c for c in choice.none_of if c != code]
    change(name, query.choosing(parameter, any_of, none_of).having(offset=None))


def number(page: Page, parameter: str) -> None:
    """How many a row may have at most, or must have at least; an empty box asks for nothing."""
    in_force = page.query.value(parameter) is not None
    label = stated(page, parameter) if in_force else page.say(f"facet.{parameter}")
    _behind_button(page, parameter, label, in_force, partial(_number_box, page, parameter))


def _number_box(page: Page, parameter: str) -> None:
    key = f"{page.name}.{parameter}.{generation(page.name)}"
    st.session_state[key] = page.query.value(parameter)
    name = page.say(f"facet.{parameter}")
    st.number_input(
        page.say(f"facet.{PARAMETER[parameter].kind}", name=name),
        value=None,
        min_value=0,
        max_value=LARGEST_NUMBER,
        step=1,
        key=key,
        on_change=_taken,
        args=(page.name, parameter, key),
    )


def switch(page: Page, parameter: str) -> None:
    """Only the rows of which something is true, or all."""
    key = f"{page.name}.{parameter}"
    st.session_state[key] = page.query.value(parameter) is True
    name = f"facet.{parameter}_{page.table}"
    label = page.say(name if page.say.has(name) else f"facet.{parameter}")
    st.toggle(label, key=key, on_change=_taken, args=(page.name, parameter, key))


def _taken(name: str, parameter: str, key: str) -> None:
    """Take what a widget holds; an empty box or a switch that is off asks for nothing."""
    held = st.session_state[key]
    value = None if held is False else held
    change(name, current_query(name).having(**{parameter: value, "offset": None}))


def period(page: Page) -> None:
    """From and to, as precise as the reader likes and in any spelling: 2024, 1 November 2023."""
    query, label = page.query, page.say("facet.period")
    in_force = bool(query.from_ or query.to)
    if in_force:
        span = (page.say.date(query.from_) or "…", page.say.date(query.to) or "…")
        label = page.say("date.span", start=span[0], end=span[1])
    _behind_button(page, "period", label, in_force, partial(_date_boxes, page))


def _date_boxes(page: Page) -> None:
    for parameter, value in (("from", page.query.from_), ("to", page.query.to)):
        key = f"{page.name}.{parameter}.{generation(page.name)}"
        held = st.session_state.get(key, "").strip()
        if not held or date_of(held):  # what cannot be read stays, so that it can be mended
            st.session_state[key] = value or ""
        st.text_input(
            page.say(f"facet.{parameter}"),
            key=key,
            placeholder=page.say("facet.date_hint"),
            max_chars=40,
            on_change=_dated,
            args=(page.name, parameter, key),
        )
        typed = st.session_state[key].strip()
        if typed and not date_of(typed):
            st.caption(page.say("facet.date_wrong"))
        if page.table == "timeline":
            _by_record(page, parameter)


def _by_record(page: Page, parameter: str) -> None:
    """The day of a record as a bound of the period, chosen by its name."""
    key = f"{page.name}.{parameter}.record.{generation(page.name)}"
    st.session_state[key] = None
    dates = _dates(page.snapshot)
    st.selectbox(
        page.say(f"facet.{parameter}_record"),
        dates,
        format_func=partial(title_of, page),
        key=key,
        index=None,
        placeholder=page.say("facet.record_hint"),
        on_change=page.follow,
        args=(key, lambda query, at: query.having(**{parameter: dates[at], "offset": None})),
    )


@once
def _dates(snapshot: Snapshot) -> Mapping[str, str]:
    """The day of each record on the timeline, oldest first."""
    found = snapshot.tables["timeline"].dropna(subset="date").sort_values("date", kind="stable")
    return dict(zip(found["id"], found["date"], strict=True))


def _dated(name: str, parameter: str, key: str) -> None:
    typed = st.session_state[key].strip()
    date = date_of(typed)
    if date or not typed:
        change(name, current_query(name).having(**{parameter: date, "offset": None}))


_POPOVERS: Mapping[Kind, Callable[[Page, str], None]] = {
    "choice": facet,
    "at_most": number,
    "at_least": number,
}
