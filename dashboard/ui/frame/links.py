"""Buttons that open a record, or another page at a view of its own; switches between views.

Buttons, because the framework's page links cut long titles short.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import leave_for

SCOPED = (
    *("timeline", "documents", "paragraphs", "asks", "votes"),
    *("sponsors", "statements", "countries", "requests"),
)
"""The pages that are of what concerns AI, or of everything."""
ARROW = ":material/arrow_forward:"


def page_button(
    page: Page,
    label: str,
    target: str,
    params: Mapping[str, list[str]],
    *,
    key: str,
    icon: str | None = ARROW,
    wrap: bool = True,
) -> None:
    """Open another page, by its name, at the view of these parameters.

    Who looks at everything goes on doing so, unless the parameters say otherwise.
    """
    if page.query.scope == EVERYTHING and target in SCOPED:
        params = {"scope": [EVERYTHING], **params}
    _button(page, label, partial(leave_for, target, params), key, icon, wrap)


def item_button(
    page: Page,
    label: str,
    item: str | None,
    *,
    key: str,
    icon: str | None = ARROW,
    wrap: bool = True,
) -> None:
    """Open a record on the page itself, or none; the filters stay."""
    _button(page, label, partial(page.take, page.query.having(item=item)), key, icon, wrap)


def switch(
    page: Page,
    parameter: str,
    options: Sequence[str],
    chosen: str,
    label: str,
    named: Callable[[str], str],
    *,
    default: str,
    place: str = "",
    labelled: bool = False,
) -> None:
    """Options side by side, one of them chosen by a parameter of the link.

    The `default` leaves the link as it is; `named` says what each option is called, `place` tells
    a switch from another of the same parameter on the page. Without `labelled` the label is heard
    and not seen.
    """
    key = ".".join(filter(None, (page.name, parameter, place)))
    st.session_state[key] = chosen
    st.segmented_control(
        label,
        options,
        format_func=named,
        key=key,
        required=True,
        label_visibility="visible" if labelled else "collapsed",
        on_change=page.follow,
        args=(key, lambda query, to: query.having(**{parameter: None if to == default else to})),
    )


def close_button(page: Page, label: str) -> None:
    """Leave the record; the filters stay."""
    item_button(page, label, None, key="close", icon=":material/close:", wrap=False)


def _button(
    page: Page, label: str, act: Callable[[], None], key: str, icon: str | None, wrap: bool
) -> None:
    key = f"{page.name}.{key}"
    st.button(escaped(label), key=key, icon=icon, type="tertiary", wrap=wrap, on_click=act)
