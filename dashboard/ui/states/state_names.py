"""Lists of States by name: a few in the open, many behind an expander."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page

_FEW = 12


def names_of(page: Page, states: Iterable[str]) -> list[str]:
    """The names of States in this run's language, in its order."""
    return sorted((page.state(iso3) for iso3 in states), key=str.casefold)


def named_states(page: Page, label: str, states: Iterable[str]) -> None:
    """The names after a label; many names wait in an expander named by the label."""
    names = names_of(page, states)
    listed = escaped(page.say.listed(names))
    if len(names) <= _FEW:
        st.markdown(f"**{escaped(label)}** {listed}")
        return
    with st.expander(escaped(label.rstrip(":："))):
        st.markdown(listed)
