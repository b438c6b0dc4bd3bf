"""The width a page is drawn for: first a guess by the browser's name, then as the browser says."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import streamlit as st

from dashboard.charts.style import is_phone

STEPS: Final = (280, 320, 440, 520, 600, 720, 860, 980, 1100, 1400, 1700)
"""Widths in pixels that pages are drawn for, so that readers with like windows share drawings.
What is drawn for one is stretched up to the next."""
PHONE, DESK = 320, 1100
"""The widths that most phones and most windows at a desk have."""
_PHONE_SIGNS = ("Mobi", "Android")
_KEY, _KEPT = "measured-width", "width"


def measure() -> None:
    """Let the browser say when the page's main column is not as wide as `width()` has it."""
    _component()(key=_KEY, data={"width": width(), "steps": STEPS}, height=0, on_width_change=_take)


def width(share: float = 1) -> int:
    """Pixels a drawing is laid out for in a share of the main column; at least the least step."""
    return max(STEPS[0], round(_main() * share))


def is_narrow() -> bool:
    """Whether the page has a phone's width, on a phone, in a frame or enlarged."""
    return is_phone(_main())


def _main() -> int:
    """The step of the main column's width, guessed once in a session until the browser says it."""
    if _KEPT not in st.session_state:
        agent = str(st.context.headers.get("User-Agent", ""))
        st.session_state[_KEPT] = PHONE if any(sign in agent for sign in _PHONE_SIGNS) else DESK
    return int(st.session_state[_KEPT])


def _take() -> None:
    """Keep what the browser says, where it is a width pages are drawn for."""
    said = st.session_state[_KEY]["width"]
    if said in STEPS:
        st.session_state[_KEPT] = said


@cache
def _component() -> Any:
    """The script that measures; the framework knows of it once a page runs, not on import."""
    return st.components.v2.component(
        "dashboard.width", js="width.js", html="<i hidden></i>", isolate_styles=False
    )
