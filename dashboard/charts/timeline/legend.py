"""The timeline's key: the colours of tracks, and how time is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.charts.legend import column_lines, entry, entry_lines, legend_layout
from dashboard.charts.palette import GREY, grey, track_colour
from dashboard.charts.style import Trace, escape, is_phone
from dashboard.charts.timeline.timeline_words import TimelineWords


def legend_lines(tracks: Mapping[str, str], words: TimelineWords, width: int, room: float) -> int:
    """How many lines the key needs in a drawing of `width` pixels whose plot has `room` of them."""
    labels = _labels(tracks, words)
    return entry_lines(labels, width) if is_phone(width) else column_lines(labels, room)


def _labels(tracks: Mapping[str, str], words: TimelineWords) -> list[str]:
    """What the key says, the rug among it whether or not one is drawn."""
    return [*tracks.values(), words.upcoming, words.imprecise, words.mention]


def legend_entries(
    tracks: Mapping[str, str], words: TimelineWords, *, has_rug: bool, size: float
) -> list[Trace]:
    """Entries of the key; the rug is explained only where one is drawn."""
    hollow = {"symbol": "circle-open", "size": size, "color": GREY, "line": {"width": 1.8}}
    whisker = {"symbol": "line-ew-open", "size": 16, "color": grey(0.6), "line": {"width": 3}}
    tick = {"symbol": "line-ns-open", "size": 9, "color": GREY, "line": {"width": 1.2}}
    entries = [
        *(
            (label, {"symbol": "circle", "size": size, "color": track_colour(code)})
            for code, label in tracks.items()
        ),
        (words.upcoming, hollow),
        (words.imprecise, whisker),
        *([(words.mention, tick)] if has_rug else []),
    ]
    return [entry(escape(label), marker) for label, marker in entries]


def legends(tracks: Mapping[str, str], words: TimelineWords, *, width: float) -> dict[str, Any]:
    """Layout of the key: above the plot, or below it on a phone."""
    place = {"yanchor": "bottom", "y": 0} if is_phone(width) else {"yanchor": "top", "y": 1}
    return {"legend": legend_layout(_labels(tracks, words), width, **place)}
