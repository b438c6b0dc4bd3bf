"""Parts of a page that are folded; nothing of them is drawn until a reader opens them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def folded(label: str, key: str, draw: Callable[[], None], *, icon: str | None = None) -> None:
    """A drawer under a label, on the page itself; what is drawn stays open when the label changes.

    The framework takes a drawer of another label for another one, which it would close.
    """
    st.session_state[key] = st.session_state.get(key, False)
    drawer = st.expander(label, key=key, icon=icon, on_change="rerun")
    if drawer.open:
        with drawer:
            draw()


def behind_button(
    label: str, key: str, draw: Callable[[], None], *, icon: str | None = None
) -> None:
    """A button that opens a part above the page."""
    popover = st.popover(label, icon=icon, key=key, on_change="rerun")
    if popover.open:
        with popover:
            draw()
