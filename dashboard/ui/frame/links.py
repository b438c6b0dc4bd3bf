"""Buttons that open a record, or another page at a view of its own.

Buttons, because the framework's page links cut long titles short.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


def close_button(page: Page, label: str) -> None:
    """Leave the record; the filters stay."""
    item_button(page, label, None, key="close", icon=":material/close:", wrap=False)


def _button(
    page: Page, label: str, act: Callable[[], None], key: str, icon: str | None, wrap: bool
) -> None:
    key = f"{page.name}.{key}"
    st.button(escaped(label), key=key, icon=icon, type="tertiary", wrap=wrap, on_click=act)
