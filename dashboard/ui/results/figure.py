"""A figure on a page: framed, described, drawn once for all who ask for the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.charts.frame import Frame, framed, in_a_row
from dashboard.charts.style import is_phone
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import width
from dashboard.ui.results.image_export import frame_of, picture_config

CONFIG = {"scrollZoom": False, "responsive": True}
_figures: SnapshotCache[go.Figure] = SnapshotCache(most=64)

Draw = Callable[..., go.Figure]
"""Draws a figure for so many pixels, given as `width_px`."""
Mark = Sequence[Any]
"""The `customdata` of the first mark a reader selected; empty once none is selected."""


def chart(
    page: Page,
    name: str,
    shows: Hashable,
    draw: Draw,
    *,
    alt: str,
    title: str = "",
    note: str = "",
    hint: str = "",
    on_select: Callable[[Mark], None] | None = None,
    buttons: Sequence[str] = (),
    config: dict[str, Any] | None = None,
    share: float = 1,
) -> None:
    """Show a figure in its frame; `shows` names what is in it, beside the page's data.

    `alt` describes it with what is counted and its n, `title` is the words of `drawing.<name>`
    unless given, `note` says how it is counted; `hint` what selecting a mark does, said on the
    page alone, since a picture cannot be pressed. `share` is how much of the main column is left
    to it. `on_select` is called when a reader selects marks; `buttons`
    are added to the camera.
    """
    key = f"{page.name}.chart.{name}"
    width_px = width(share)
    frame = frame_of(page, title or page.say(f"drawing.{name}"), alt, note)
    st.markdown(f"**{escaped(frame.title)}**  \n{escaped(frame.counted)}")
    st.plotly_chart(
        figure(page, name, shows, draw, frame, width_px=width_px),
        key=key,
        config={
            **CONFIG,
            **(config or {}),
            **picture_config(page, name, buttons, phone=is_phone(width())),
        },
        alt=alt,
        on_select="ignore" if on_select is None else (lambda: on_select(_mark(key))),
        selection_mode="points",
    )
    st.caption(escaped(in_a_row(hint, frame.foot)))


def open_mark(page: Page) -> Callable[[Mark], None]:
    """For `on_select`: the mark's key is a record, which is opened on the page itself."""

    def opened(mark: Mark) -> None:
        if mark:
            page.take(page.query.having(item=str(mark[0])))

    return opened


def figure(
    page: Page, name: str, shows: Hashable, draw: Draw, frame: Frame, *, width_px: int
) -> go.Figure:
    """The figure as this reader's screen shows it, made by the first who asks for it."""
    scheme = st.context.theme.type or "light"
    key = (page.snapshot.key, page.say.language, page.name, name, shows, frame, scheme, width_px)
    return _figures.get(key, lambda: framed(draw(width_px=width_px), frame, scheme))


def _mark(key: str) -> Mark:
    for point in st.session_state[key]["selection"]["points"]:
        if data := point.get("customdata"):
            return data if isinstance(data, list) else [data]
    return []
