"""A figure on a page: legible, described, drawn once for all who ask for the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.charts.style import is_phone
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import width
from dashboard.ui.results.image_export import picture_config, source_line, with_source

CONFIG = {"scrollZoom": False, "responsive": True}
_figures: SnapshotCache[go.Figure] = SnapshotCache(most=64)
_TEXT_COLOUR = "#000037"
"""The framework's placeholder for its strongest text colour, replaced in the browser."""

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
    on_select: Callable[[Mark], None] | None = None,
    buttons: Sequence[str] = (),
    config: dict[str, Any] | None = None,
    share: float = 1,
) -> None:
    """Show a figure with its description; `shows` names what is in it, beside the page's data.

    `share` is how much of the main column is left to it. `on_select` is called when a reader
    selects marks; `buttons` are added to the camera.
    """
    key = f"{page.name}.chart.{name}"
    width_px = width(share)
    st.plotly_chart(
        figure(page, name, shows, draw, width_px=width_px),
        key=key,
        config={
            **CONFIG,
            **(config or {}),
            **picture_config(page, name, buttons, phone=is_phone(width_px)),
        },
        alt=alt,
        on_select="ignore" if on_select is None else (lambda: on_select(_mark(key))),
        selection_mode="points",
    )


def open_mark(page: Page) -> Callable[[Mark], None]:
    """For `on_select`: the mark's key is a record, which is opened on the page itself."""

    def opened(mark: Mark) -> None:
        if mark:
            page.take(page.query.having(item=str(mark[0])))

    return opened


def figure(page: Page, name: str, shows: Hashable, draw: Draw, *, width_px: int) -> go.Figure:
    """The figure as this reader's screen shows it, made by the first who asks for it."""
    scheme = st.context.theme.type or "light"

    def made() -> go.Figure:
        drawn = draw(width_px=width_px)
        return _with_contrast(
            drawn if is_phone(width_px) else with_source(drawn, source_line(page)), scheme
        )

    key = (page.snapshot.key, page.say.language, page.name, name, shows, scheme, width_px)
    return _figures.get(key, made)


def _with_contrast(drawn: go.Figure, scheme: str) -> go.Figure:
    """The figure with its text near-black or near-white, as the page's scheme asks.

    The framework draws it in a grey of 3.6:1 on light paper; WCAG 2.2, 1.4.3 wants 4.5:1. A
    figure is coloured when it is first drawn, so another scheme needs another figure.
    """
    text = {"color": _TEXT_COLOUR}
    drawn.update_layout(
        font=text,
        legend_font=text,
        hoverlabel_font=text,
    )
    drawn.update_xaxes(tickfont=text)
    drawn.update_yaxes(tickfont=text)
    drawn.update_traces(textfont_color=_TEXT_COLOUR, selector={"mode": "markers+text"})
    return drawn.update_layout(meta=scheme)


def _mark(key: str) -> Mark:
    for point in st.session_state[key]["selection"]["points"]:
        if data := point.get("customdata"):
            return data if isinstance(data, list) else [data]
    return []
