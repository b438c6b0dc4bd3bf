"""A figure on a page: legible, described, cached by what it shows, with its numbers beneath."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.ui.frame.page import Page, on_phone
from dashboard.ui.results.contrast import scheme_in_use, with_contrast
from dashboard.ui.results.image_export import picture_config, source_line, with_source

WIDE, PHONE = 1180, 360
"""Pixels a figure is laid out for; it stretches a little from there."""
CONFIG = {"scrollZoom": False, "responsive": True}
_MOST_FIGURES = 64
_figures: OrderedDict[Hashable, go.Figure] = OrderedDict()
_lock = threading.Lock()


def width() -> int:
    """The width figures are laid out for on this reader's screen."""
    return PHONE if on_phone() else WIDE


def chart(
    page: Page,
    name: str,
    shows: Hashable,
    draw: Callable[[], go.Figure],
    *,
    alt: str,
    on_select: Callable[[str], None] | None = None,
    config: dict[str, Any] | None = None,
) -> None:
    """Draw a figure once for everyone who asks for the same; `shows` names what is in it.

    `on_select` is called with the key of the chart's state when a reader selects marks.
    """
    key = f"{page.name}.chart.{name}"
    line = source_line(page)
    shown = (page.snapshot.key, page.say.language, name, shows)
    figure = _cached(shown, draw if on_phone() else lambda: with_source(draw(), line))
    st.plotly_chart(
        figure,
        key=key,
        config={**CONFIG, **(config or {}), **picture_config(page, name, phone=on_phone())},
        alt=alt,
        on_select="ignore" if on_select is None else (lambda: on_select(key)),
        selection_mode="points",
    )


def selected(key: str) -> list[Any]:
    """The `customdata` of the marks a reader selected, first values only."""
    points = st.session_state[key]["selection"]["points"]
    found = [point["customdata"] for point in points if point.get("customdata")]
    return [data[0] if isinstance(data, list) else data for data in found]


def _cached(shown: tuple[Hashable, ...], draw: Callable[[], go.Figure]) -> go.Figure:
    scheme = scheme_in_use()
    key = (*shown, scheme, on_phone())
    with _lock:
        if key in _figures:
            _figures.move_to_end(key)
            return _figures[key]
    figure = with_contrast(draw(), scheme)
    with _lock:
        _figures[key] = figure
        while len(_figures) > _MOST_FIGURES:
            _figures.popitem(last=False)
    return figure
