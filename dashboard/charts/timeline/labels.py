"""Direct labels beside the marks people know: greedy, and skipped where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.charts.style import text_width
from dashboard.charts.timeline.lane_space import Box, LaneRoom
from dashboard.charts.timeline.lanes import Scale

TEXT = 11.0
LINE = 14.0
_AIR = 3.0

Anchor = Literal["left", "right", "center"]
_LEFTWARD: tuple[Anchor, ...] = ("right", "center", "left")
_RIGHTWARD: tuple[Anchor, ...] = ("left", "center", "right")


@dataclass(frozen=True)
class Label:
    """A label that found room: at `x`, its `anchor` side there, its middle at height `y`.

    `leader` is the height at which a thin line from the label reaches its mark; null
    where the label stands beside the mark.
    """

    row: int
    lane: int
    text: str
    x: float
    y: float
    anchor: Anchor
    leader: float | None


@dataclass(frozen=True)
class _Wish:
    """A label that wants room: its mark at `x`, `y`, and `end`, the far end of a bar."""

    row: int
    text: str
    lane: int
    x: float
    end: float
    y: float


def place_labels(
    placed: pd.DataFrame,
    texts: Sequence[tuple[int, str]],
    rooms: Sequence[LaneRoom],
    scale: Scale,
    size: float,
    levels: int,
) -> tuple[list[Label], list[LaneRoom]]:
    """Find room for labels; out come those that fit, and the rooms with them.

    `texts` pairs a position in `placed` with its label, most wanted first. A label goes
    right or left of its mark, else above or below it with a leader, at most `levels` lines
    away; where all of these are taken it is left out, for the hover text says it too.
    Each lane is tried in three orders (most wanted, from the left, from the right), and
    the one that fits most labels is kept.
    """
    wishes = [_wish(row, text, placed.iloc[row], scale) for row, text in texts]
    labels: list[Label] = []
    grown: list[LaneRoom] = []
    for lane, room in enumerate(rooms):
        own = [wish for wish in wishes if wish.lane == lane]
        tries = [
            _fill(own, _RIGHTWARD, room, scale, size, levels),
            _fill(sorted(own, key=lambda w: w.x), _LEFTWARD, room, scale, size, levels),
            _fill(sorted(own, key=lambda w: -w.x), _RIGHTWARD, room, scale, size, levels),
        ]
        found, after = max(tries, key=lambda attempt: len(attempt[0]))
        labels += found
        grown.append(after)
    return labels, grown


def _wish(row: int, text: str, place: pd.Series, scale: Scale) -> _Wish:
    x = scale.pixels(float(place["day"]))
    end = scale.pixels(float(place["until_last"])) if place["role"] == "bar" else x
    return _Wish(row, text, int(place["lane"]), x, end, float(place["offset"]))


def _fill(
    wishes: Sequence[_Wish],
    anchors: Sequence[Anchor],
    room: LaneRoom,
    scale: Scale,
    size: float,
    levels: int,
) -> tuple[list[Label], LaneRoom]:
    after = room.copy()
    labels = []
    for wish in wishes:
        for label, text, leader in _candidates(wish, anchors, size, levels):
            if text.left >= 0 and text.right <= scale.width and after.fits(text, leader):
                after.take(text)
                if leader is not None:
                    after.take(leader)
                labels.append(label)
                break
    return labels, after


def _candidates(
    wish: _Wish, anchors: Sequence[Anchor], size: float, levels: int
) -> Iterator[tuple[Label, Box, Box | None]]:
    """Places to try for a label, best first, with its text's rectangle and its leader's."""
    row, lane, text, x, y = wish.row, wish.lane, wish.text, wish.x, wish.y
    width, reach = text_width(text, TEXT), size / 2 + _AIR
    low, high = y - LINE / 2 + 1, y + LINE / 2 - 1
    right, left = wish.end + reach, x - reach
    yield (
        Label(row, lane, text, right, y, "left", None),
        Box(right, right + width + _AIR, low, high),
        None,
    )
    yield (
        Label(row, lane, text, left, y, "right", None),
        Box(left - width - _AIR, left, low, high),
        None,
    )
    starts = {"left": x + 2, "center": x - width / 2, "right": x - width - 2}
    for level in range(levels):
        for side in (1, -1):
            near = y + side * (size / 2 + 1)
            middle = near + side * (LINE / 2 + _AIR + level * LINE)
            ends = sorted((near, middle - side * LINE / 2))
            leader = Box(x - 1.5, x + 1.5, ends[0], ends[1])
            for anchor in anchors:
                start = starts[anchor]
                box = Box(
                    start - _AIR, start + width + _AIR, middle - LINE / 2 + 1, middle + LINE / 2 - 1
                )
                yield Label(row, lane, text, x, middle, anchor, near), box, leader
