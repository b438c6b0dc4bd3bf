"""The key above a drawing: what its entries are, and the lines the library will set them in."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from dashboard.charts.style import NOWHERE, Trace, is_phone, scatter, text_width

LINE = 21.0
_TEXT, _SYMBOL = 11.0, 44.0


def entry_lines(labels: Iterable[str], width: float) -> int:
    """Lines a key needs at a width; on a phone its entries stand in two columns."""
    entries = [text_width(label, _TEXT) + _SYMBOL for label in labels]
    if is_phone(width):
        return math.ceil(len(entries) / 2)
    return max(1, math.ceil(sum(entries) / (width - 16)))


def column_lines(labels: Iterable[str], room: float) -> int:
    """Lines a key needs beside wide names, where it has the plot's width alone: the library
    sets what does not fit one line in columns as wide as the longest entry."""
    entries = [text_width(label, _TEXT) + _SYMBOL for label in labels]
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
    if not list(labels):
        return {}
    return {"showlegend": True, "legend": legend_layout(phone=is_phone(width), yanchor="top", y=1)}


def legend_layout(*, phone: bool, **place: Any) -> dict[str, Any]:
    """Layout of a key at a `place`, in two columns on a phone; clicking does nothing, because
    filtering is the page's work and belongs in the address."""
    columns = {"entrywidthmode": "fraction", "entrywidth": 0.5} if phone else {}
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
