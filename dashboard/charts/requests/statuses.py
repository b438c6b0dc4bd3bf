"""Colour and shape of each status of a request; no two share both, and no two share a shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from dashboard.charts import legend
from dashboard.charts.style import NEUTRAL, Trace, escape, is_phone

STATUS_LOOKS: Final = {
    "not_yet_due": ("#2E74B5", "circle-open"),
    "due_soon": ("#9457B8", "circle"),
    "issued_on_time": ("#0E8A7D", "square"),
    "issued_late": ("#C26D18", "diamond"),
    "issued_undated": ("#0E8A7D", "square-open"),
    "overdue_not_found": ("#D03A3A", "x"),
    "target_date_passed": ("#A3741A", "x-open"),
    "superseded": (NEUTRAL, "triangle-right-open"),
    "cannot_be_known": (NEUTRAL, "triangle-down-open"),
    "unknown": (NEUTRAL, "diamond-open"),
}
"""Colour, at least 3:1 on either paper (WCAG 2.2, 1.4.11), and plotly symbol: filled where a
day decided, hollow where one is awaited or not known."""


def status_look(status: str) -> tuple[str, str]:
    """Colour and plotly symbol of a status's code; those of `unknown` for a code without."""
    return STATUS_LOOKS.get(status, STATUS_LOOKS["unknown"])


def status_marker(colour: Any, symbol: Any, size: float) -> dict[str, Any]:
    """The look of one mark, or, given lists, of all marks of a trace."""
    line = {"width": 1.8, "color": colour}  # the library's own is near-black
    return {"symbol": symbol, "size": size, "color": colour, "line": line}


def key_height(labels: Iterable[str], width_px: int, plot: float) -> float:
    """Pixels the key of statuses needs above a plot of a width."""
    if is_phone(width_px):
        return legend.height(labels, width_px, 0)
    return legend.LINE * legend.column_lines(labels, plot)


def key_entries(labels: Mapping[str, str], size: float) -> list[Trace]:
    """Entries of the key by status."""
    return [
        legend.entry(escape(label), status_marker(*status_look(code), size))
        for code, label in labels.items()
    ]
