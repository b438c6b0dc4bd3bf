"""What every page is of: what concerns AI, as it opens, or everything on record."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.selection.parameters import EVERYTHING, SCOPES
from dashboard.analysis.selection.query import Query
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page


def scope_switch(page: Page) -> None:
    """AI or everything; nothing on a page that is of neither."""
    if page.query.scope is None:
        return
    key = f"{page.name}.scope"
    st.session_state[key] = page.query.scope
    st.segmented_control(
        page.say("scope.label"),
        SCOPES,
        format_func=lambda scope: page.say(f"scope.{scope}"),
        key=key,
        help=page.say("scope.help"),
        required=True,
        label_visibility="collapsed",
        on_change=page.follow,
        args=(key, lambda query, scope: query.having(scope=scope, offset=None)),
    )


def everything_button(page: Page, label: str, *, key: str = "everything") -> None:
    """The same view of everything, one press away."""
    st.button(
        escaped(label),
        key=f"{page.name}.{key}",
        type="tertiary",
        on_click=page.take,
        args=(in_everything(page.query),),
    )


def in_everything(query: Query) -> Query:
    """The same filters over everything, from the first row."""
    return query.having(scope=EVERYTHING, offset=None)
