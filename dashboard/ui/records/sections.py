"""A record in sections, each with a heading that can be linked to, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page


@dataclass(frozen=True)
class Section:
    """A part of a record: `name` is its place in an address, the same in every language."""

    name: str
    title: str
    draw: Callable[[], None]


def contents(page: Page, found: Iterable[Section]) -> None:
    """Links to the sections, in the order they stand."""
    links = [link(section.title, f"#{section.name}") for section in found]
    st.markdown(f"{escaped(page.say('record.contents'))} {' · '.join(links)}")


def in_sections(found: Iterable[Section]) -> None:
    """The sections, one below the other, each under its heading."""
    for section in found:
        st.subheader(escaped(section.title), anchor=section.name)
        section.draw()
