"""The timeline's key: colours of tracks, shapes of kinds, and how time is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.charts.legend import LINE, column_lines, entry, entry_lines, legend_layout
from dashboard.charts.style import (
    NEUTRAL,
    SHAPES,
    Trace,
    escape,
    grey,
    is_phone,
    mark_size,
    track_colour,
)
from dashboard.charts.timeline.timeline_words import TimelineWords


def legend_lines(
    tracks: Mapping[str, str], words: TimelineWords, width: int, room: float
) -> tuple[int, int]:
    """How many lines each half of the key needs, tracks and time, then shapes, in a drawing of
    `width` pixels whose plot has `room` of them."""
    first, second = (
        entry_lines(half, width) if is_phone(width) else column_lines(half, room)
        for half in _halves(tracks, words)
    )
    return first, second


def _halves(tracks: Mapping[str, str], words: TimelineWords) -> tuple[list[str], list[str]]:
    """The labels of both halves, the rug among them whether or not one is drawn."""
    first = [*tracks.values(), words.upcoming, words.imprecise, words.mention]
    return first, [*words.groups.values()]


def legend_entries(
    tracks: Mapping[str, str], words: TimelineWords, *, has_rug: bool, size: float
) -> list[Trace]:
    """Entries of both halves; the rug is explained only where one is drawn."""
    hollow = {"symbol": "circle-open", "size": size, "color": NEUTRAL, "line": {"width": 1.8}}
    whisker = {"symbol": "line-ew-open", "size": 16, "color": grey(0.6), "line": {"width": 3}}
    tick = {"symbol": "line-ns-open", "size": 9, "color": NEUTRAL, "line": {"width": 1.2}}
    first = [
        *(
            (label, {"symbol": "circle", "size": size, "color": track_colour(code)})
            for code, label in tracks.items()
        ),
        (words.upcoming, hollow),
        (words.imprecise, whisker),
        *([(words.mention, tick)] if has_rug else []),
    ]
    second = [
        (
            words.groups.get(group, group),
            {"symbol": symbol, "size": mark_size(group, size), "color": NEUTRAL},
        )
        for group, symbol in SHAPES.items()
    ]
    return [
        entry(escape(label), marker, legend=name)
        for name, half in (("legend", first), ("legend2", second))
        for label, marker in half
    ]


def legends(
    tracks: Mapping[str, str],
    words: TimelineWords,
    *,
    width: float,
    height: float,
    lines: tuple[int, int],
) -> dict[str, Any]:
    """Layout of both halves: above the plot, or below it on a phone."""
    if is_phone(width):
        places = {"yanchor": "bottom", "y": LINE * lines[1] / height}, {"yanchor": "bottom", "y": 0}
    else:
        places = {"yanchor": "top", "y": 1}, {"yanchor": "top", "y": 1 - LINE * lines[0] / height}
    halves = zip(_halves(tracks, words), places, strict=True)
    first, second = (legend_layout(half, width, **place) for half, place in halves)
    return {"legend": first, "legend2": second}
