"""A record's title, and its sections, each with a heading that can be linked to, and their list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page

BESIDE_A_LIST = ("timeline", "paragraphs")
"""The pages that show a record beside what was found, under their own title."""


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


def record_title(page: Page, title: str) -> None:
    """What an open record is called: the heading of the page, or the next where it has its own."""
    draw = st.header if page.name in BESIDE_A_LIST else st.title
    draw(escaped(title), anchor=False)


def section_title(page: Page, title: str, anchor: str | Literal[False] = False) -> None:
    """The heading of a part of a record, of the level under its title."""
    draw = st.subheader if page.name in BESIDE_A_LIST else st.header
    draw(escaped(title), anchor=anchor)


def in_sections(page: Page, found: Iterable[Section]) -> None:
    """The sections, one below the other, each under its heading."""
    for section in found:
        section_title(page, section.title, section.name)
        section.draw()
