"""The whole address of a page or a record, at whatever host and folder the reader came by."""

from __future__ import annotations

import streamlit as st

from dashboard.ui.frame.page import Page

_SLASHES_OF_A_HOST = 2


def here() -> str:
    """The address of the page without its parameters."""
    found = (st.context.url or "").partition("?")[0]
    return f"{found}/" if found.count("/") == _SLASHES_OF_A_HOST else found


def base(page: Page) -> str:
    """What comes before the path of a page; the first page has no name in its own address."""
    before, _, last = here().rpartition("/")
    return before if last in ("", page.name) else here()
