"""Chart text that can be read on the page's paper, light or dark."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

_TEXT_COLOUR = "#000037"
"""The framework's placeholder for its strongest text colour, replaced in the browser."""


def scheme_in_use() -> str:
    """`light` or `dark`, as the reader's browser shows the page."""
    return st.context.theme.type or "light"


def with_contrast(figure: go.Figure, scheme: str) -> go.Figure:
    """The figure with its text near-black or near-white, as the page's scheme asks.

    The framework draws it in a grey of 3.6:1 on light paper; WCAG 2.2, 1.4.3 wants 4.5:1. A
    figure is coloured when it is first drawn, so another scheme needs another figure.
    """
    text = {"color": _TEXT_COLOUR}
    figure.update_layout(
        font=text,
        legend_font=text,
        hoverlabel_font=text,
        xaxis_tickfont=text,
        yaxis_tickfont=text,
    )
    figure.update_traces(textfont_color=_TEXT_COLOUR, selector={"mode": "markers+text"})
    return figure.update_layout(meta=scheme)
