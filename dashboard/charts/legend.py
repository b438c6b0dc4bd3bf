"""The key above a drawing: what its entries are, and the lines the library will set them in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.charts.style import NOWHERE, Trace, is_phone, scatter, text_width

LINE = 21.0
_TEXT, _SYMBOL = 12.0, 44.0


def entry_lines(labels: Iterable[str], width: float) -> int:
    """Lines a key needs at a width; on a phone its entries stand in columns."""
    entries = _widths(labels)
    if is_phone(width):
        return math.ceil(len(entries) / _columns(entries, width))
    return max(1, math.ceil(sum(entries) / (width - 16)))


def _widths(labels: Iterable[str]) -> list[float]:
    return [text_width(label, _TEXT) + _SYMBOL for label in labels]


def _columns(entries: Sequence[float], width: float) -> int:
    """Columns of a key on a phone: two, or one where an entry would not be whole in half of it."""
    return 2 if max(entries, default=0) <= (width - 16) / 2 else 1


def column_lines(labels: Iterable[str], room: float) -> int:
    """Lines a key needs beside wide names, where it has the plot's width alone: the library
    sets what does not fit one line in columns as wide as the longest entry."""
    entries = _widths(labels)
    if not entries or sum(entries) <= room:
        return len(entries[:1])
    return math.ceil(len(entries) / max(1, int(room // max(entries))))


def height(labels: Iterable[str], width: float, gap: float) -> float:
    """Pixels a key takes above a drawing with a `gap` beneath it; the gap alone without one."""
    labels = list(labels)
    return LINE * entry_lines(labels, width) * bool(labels) + gap


def entry(name: str, marker: dict[str, Any], **properties: Any) -> Trace:
    """An entry that holds no data, so that no filter changes it; `name` is escaped already."""
    where = {"x": NOWHERE, "y": NOWHERE}
    look = {"mode": "markers", "marker": marker, "showlegend": True, "hoverinfo": "skip"}
    return scatter(**{**where, **look, "name": name, **properties})


def above(labels: Iterable[str], width: float) -> dict[str, Any]:
    """Layout of a key of one part, above the plot at every width; nothing without an entry."""
    labels = list(labels)
    if not labels:
        return {}
    return {"showlegend": True, "legend": legend_layout(labels, width, yanchor="top", y=1)}


def legend_layout(labels: Iterable[str], width: float, **place: Any) -> dict[str, Any]:
    """Layout of a key at a `place`, in columns on a phone; clicking does nothing, because
    filtering is the page's work and belongs in the address."""
    share = 1 / _columns(_widths(labels), width)
    columns = {"entrywidthmode": "fraction", "entrywidth": share} if is_phone(width) else {}
    return {
        "orientation": "h",
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "yref": "container",
        "itemclick": False,
        "itemdoubleclick": False,
        "itemsizing": "trace",
        "font": {"size": _TEXT},
        "bgcolor": "rgba(0,0,0,0)",
        "tracegroupgap": 0,
        **columns,
        **place,
    }
