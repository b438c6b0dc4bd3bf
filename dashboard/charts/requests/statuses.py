"""Colour and shape of each status of a request; no two share both, and no two share a shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.charts.style import NEUTRAL, Trace, escape, paragraph, scatter, wrap
from dashboard.charts.timeline.legend import LINE, column_lines, entry_lines
from dashboard.charts.timeline.timeline_layout import is_phone

_FOLDED = 22
"""Letters of a key's entry in a line on a phone, where two entries share its width."""

STATUS_COLOURS: Final = {
    "not_yet_due": "#2E74B5",
    "due_soon": "#9457B8",
    "issued_on_time": "#0E8A7D",
    "issued_late": "#C26D18",
    "issued_undated": "#0E8A7D",
    "overdue_not_found": "#D03A3A",
    "superseded": NEUTRAL,
    "not_applicable": NEUTRAL,
    "unknown": NEUTRAL,
}
"""At least 3:1 on either paper (WCAG 2.2, 1.4.11)."""

STATUS_SHAPES: Final = {
    "not_yet_due": "circle-open",
    "due_soon": "circle",
    "issued_on_time": "square",
    "issued_late": "diamond",
    "issued_undated": "square-open",
    "overdue_not_found": "x",
    "superseded": "triangle-right-open",
    "not_applicable": "triangle-down-open",
    "unknown": "diamond-open",
}
"""Plotly symbol: filled where a day decided, hollow where one is awaited or not known."""


def status_colour(status: str) -> str:
    """The colour of a status's code; neutral for a code without one."""
    return STATUS_COLOURS.get(status, NEUTRAL)


def status_shape(status: str) -> str:
    """The plotly symbol of a status's code; that of `unknown` for a code without one."""
    return STATUS_SHAPES.get(status, STATUS_SHAPES["unknown"])


def key_room(labels: Iterable[str], width_px: int, plot: float) -> float:
    """Pixels the key of statuses needs above a plot of a width."""
    labels = list(labels)
    if not is_phone(width_px):
        return LINE * column_lines(labels, plot)
    if not labels:
        return 0.0
    folded = sum(len(wrap(label, _FOLDED)) - 1 for label in labels)
    return LINE * (entry_lines(labels, width_px) + folded)


def key_entries(labels: Mapping[str, str], size: float, *, phone: bool) -> list[Trace]:
    """Entries of the key by status, folded on a phone; they hold no data."""
    return [
        scatter(
            x=[None],
            y=[None],
            mode="markers",
            marker={
                "symbol": status_shape(code),
                "size": size,
                "color": status_colour(code),
                "line": {"width": 1.8, "color": status_colour(code)},
            },
            name=paragraph(label, _FOLDED) if phone else escape(label),
            showlegend=True,
            hoverinfo="skip",
        )
        for code, label in labels.items()
    ]
