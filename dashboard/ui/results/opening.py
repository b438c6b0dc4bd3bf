"""What a page of a table opens on: its finding, one picture of the answer, what narrows both."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.analysis.findings.finding import Finding, of_selection
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import is_narrow
from dashboard.ui.results.figure import Draw, Mark, chart
from dashboard.ui.results.finding import finding

Picture = Callable[[float], None]
"""Draws for a share of the main column."""
_SHARES: Final = (5, 7)


def opening(
    page: Page, make: Callable[[], Finding], picture: Picture | None, facets: Sequence[str]
) -> DeltaGenerator:
    """The finding that `make` makes, the picture of it, and the filters of both; gives the place
    under the filters.

    The picture stands beside finding and filters, so that the first rows are in the first screen;
    on a narrow page between them. Without one there is nothing to say.
    """
    if picture is None or is_narrow():
        finding(page, make)
        if picture:
            picture(1)
        filters(page, facets)
        return st.container()
    left, right = st.columns(_SHARES, gap="medium")
    with left:
        finding(page, make)
        filters(page, facets, stacked=True)
    with right:
        picture(_SHARES[1] / sum(_SHARES))
    return left


def pictured(
    page: Page,
    name: str,
    make: Callable[[], pd.DataFrame],
    draw: Callable[[pd.DataFrame], Draw],
    *,
    alt: Callable[[pd.DataFrame], str],
    note: str | Callable[[pd.DataFrame], str] = "",
    hint: str,
    take: Callable[[Mark], None],
) -> Picture | None:
    """The picture of what `make` counts in the page's selection, counted and drawn once for each;
    None where it counts nothing.

    `draw` gives the drawing of what was counted, `alt` says what it shows, `note` how it is
    counted, `hint` what selecting a mark does; `take` is called with the mark selected.
    """

    def told() -> tuple[pd.DataFrame, Hashable, dict[str, str]]:
        counted = make()
        if counted.empty:
            return counted, (), {}
        how = note if isinstance(note, str) else note(counted)
        shows = tuple(tuple(counted[column]) for column in counted)
        return counted, shows, {"alt": alt(counted), "note": how}

    what = f"{name} {page.say.language}"
    counted, shows, words = of_selection(page.snapshot, page.name, page.query, told, what)
    if counted.empty:
        return None
    config: dict[str, Any] = {**words, "on_select": lambda mark: take(mark) if mark else None}

    def drawn(**size: int) -> go.Figure:  # labels are looked up only where it is to be drawn
        return draw(counted)(**size)

    return lambda share: chart(page, name, shows, drawn, share=share, hint=hint, **config)
