"""The timeline's key: colours of tracks, shapes of kinds, and how time is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.charts.style import (
    NEUTRAL,
    SHAPES,
    Trace,
    escape,
    grey,
    mark_size,
    scatter,
    text_width,
    track_colour,
)
from dashboard.charts.timeline.timeline_layout import is_phone
from dashboard.charts.timeline.timeline_words import TimelineWords

LINE = 21.0
_TEXT = 11.0
_SYMBOL = 44.0
_GROUP_KIND = {
    "decision": "resolution",
    "document": "report",
    "meeting": "meeting",
    "law": "law",
    "statement": "statement",
    "institution": "institution",
}


def key_lines(
    tracks: Mapping[str, str], words: TimelineWords, width: int, room: float
) -> tuple[int, int]:
    """How many lines each half of the key needs, tracks and time, then shapes, in a drawing of
    `width` pixels whose plot has `room` of them."""
    halves = (
        [*tracks.values(), words.upcoming, words.imprecise, words.mention],
        [*words.groups.values()],
    )
    first, second = (
        entry_lines(half, width) if is_phone(width) else column_lines(half, room) for half in halves
    )
    return first, second


def entry_lines(labels: Iterable[str], width: int) -> int:
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


def key_traces(
    tracks: Mapping[str, str], words: TimelineWords, *, has_rug: bool, size: float
) -> list[Trace]:
    """Entries of the key that hold no data, so that a filter never changes them.

    The rug is explained only where one is drawn.
    """
    entries = [
        _entry(label, "legend", {"symbol": "circle", "size": size, "color": track_colour(code)})
        for code, label in tracks.items()
    ]
    hollow = {"symbol": "circle-open", "size": size, "color": NEUTRAL, "line": {"width": 1.8}}
    whisker = {"symbol": "line-ew-open", "size": 16, "color": grey(0.6), "line": {"width": 3}}
    tick = {"symbol": "line-ns-open", "size": 9, "color": NEUTRAL, "line": {"width": 1.2}}
    entries += [
        _entry(words.upcoming, "legend", hollow),
        _entry(words.imprecise, "legend", whisker),
    ]
    if has_rug:
        entries.append(_entry(words.mention, "legend", tick))
    for group, symbol in SHAPES.items():
        marker = {"symbol": symbol, "size": mark_size(_GROUP_KIND[group], size), "color": NEUTRAL}
        entries.append(_entry(words.groups.get(group, group), "legend2", marker))
    return entries


def _entry(label: str, legend: str, marker: dict[str, Any]) -> Trace:
    return scatter(
        x=[None],
        y=[None],
        mode="markers",
        marker=marker,
        name=escape(label),
        legend=legend,
        showlegend=True,
        hoverinfo="skip",
    )


def legends(*, phone: bool, height: float, lines: tuple[int, int]) -> dict[str, Any]:
    """Layout of both halves: above the plot, or below it on a phone; clicking does nothing,
    because filtering is the page's work and belongs in the address."""
    common = _common(phone=phone)
    if phone:
        second = LINE * lines[1] / height
        return {
            "legend": {**common, "yanchor": "bottom", "y": second},
            "legend2": {**common, "yanchor": "bottom", "y": 0},
        }
    return {
        "legend": {**common, "yanchor": "top", "y": 1},
        "legend2": {**common, "yanchor": "top", "y": 1 - LINE * lines[0] / height},
    }


def above(width: int) -> dict[str, Any]:
    """Layout of a key of one part, above the plot at every width."""
    common = _common(phone=is_phone(width))
    return {"showlegend": True, "legend": {**common, "yanchor": "top", "y": 1}}


def _common(*, phone: bool) -> dict[str, Any]:
    common: dict[str, Any] = {
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
    }
    if phone:
        common |= {"entrywidthmode": "fraction", "entrywidth": 0.5}
    return common
