"""Colour and shape of each status of a request; no two share both, and no two share a shape."""

from __future__ import annotations

from typing import Final

from dashboard.charts.style import NEUTRAL

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
