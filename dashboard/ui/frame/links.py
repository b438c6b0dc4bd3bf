"""Buttons that open a record, or another page at a view of its own.

Buttons, because the framework's page links cut long titles short.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import leave_for

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
    """Open another page, by its name, at the view of these parameters."""
    st.button(
        escaped(label),
        key=f"{page.name}.{key}",
        icon=icon,
        type="tertiary",
        wrap=wrap,
        on_click=leave_for,
        args=(target, params),
    )


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
    st.button(
        escaped(label),
        key=f"{page.name}.{key}",
        icon=icon,
        type="tertiary",
        wrap=wrap,
        on_click=page.take,
        args=(page.query.having(item=item),),
    )


def close_button(page: Page, label: str) -> None:
    """Leave the record; the filters stay."""
    item_button(page, label, None, key="close", icon=":material/close:", wrap=False)
