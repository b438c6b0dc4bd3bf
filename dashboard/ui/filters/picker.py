"""Boxes to choose States, groups or texts from long lists; the link holds the choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.ui.filters.active_filters import code_label
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import change, current_query
from dashboard.ui.records.record_parts import title_of


def picker(
    page: Page,
    parameter: str,
    options: Sequence[str],
    *,
    label: str,
    hint: str = "",
    most: int | None = None,
    shown: Callable[[str], str] | None = None,
) -> tuple[str, ...]:
    """A box with search for any number of codes, at most `most`. Gives what is chosen.

    What a link chose and the options lack is kept, so that opening a link loses nothing.
    """
    chosen = page.query.choice(parameter).any_of
    key = f"{page.name}.pick.{parameter}"
    st.session_state[key] = list(chosen)
    st.multiselect(
        label,
        [*options, *(code for code in chosen if code not in options)],
        format_func=shown or (lambda code: code_label(page, parameter, code)),
        key=key,
        max_selections=most,
        placeholder=hint or label,
        on_change=_picked,
        args=(page.name, parameter, key),
    )
    return chosen


def _picked(name: str, parameter: str, key: str) -> None:
    query = current_query(name)
    chosen = query.choosing(parameter, st.session_state[key], query.choice(parameter).none_of)
    change(name, chosen.having(offset=None))


def pick_states(page: Page, *, most: int | None = None) -> tuple[str, ...]:
    """Choose States."""
    return picker(
        page, "country", page.in_order(page.snapshot.states), label=page.say("pick.states"),
        hint=page.say("pick.states_hint"), most=most,
    )  # fmt: skip


def pick_groups(page: Page, *, most: int | None = None) -> tuple[str, ...]:
    """Choose groups of States."""
    return picker(
        page, "group", list(page.labels("groups")), label=page.say("pick.groups"),
        hint=page.say("pick.groups_hint"), most=most,
    )  # fmt: skip


def pick_states_and_groups(
    page: Page, *, most: int | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Choose States, and groups of States beside them."""
    left, right = st.columns(2)
    with left:
        states = pick_states(page, most=most)
    with right:
        return states, pick_groups(page, most=most)


def pick_texts(
    page: Page, options: Sequence[str], *, hint: str = "", most: int | None = None
) -> tuple[str, ...]:
    """Choose documents by symbol and title."""
    return picker(
        page, "symbol", options, label=page.say("pick.texts"), hint=hint, most=most,
        shown=lambda record_id: title_of(page, record_id),
    )  # fmt: skip
