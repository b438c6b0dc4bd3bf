"""Direct labels beside the marks people know: greedy, and skipped where there is no room.

Pure layout in pixels: x from the plot's left edge, y upwards from the lane's middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from dashboard.charts.lanes import Scale
from dashboard.charts.style import text_width

TEXT = 11.0
LINE = 14.0
_AIR = 3.0
_LONGEST = 90.0  # a longer leader ties nothing to its mark any more

Anchor = Literal["left", "right", "center"]


@dataclass(frozen=True)
class Box:
    """A rectangle that is taken."""

    left: float
    right: float
    low: float
    high: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.low < other.high
            and other.low < self.high
        )


@dataclass(frozen=True)
class Label:
    """A label that found room: at `x`, its `anchor` side there, its middle at height `y`.

    `leader` is the height at which a thin line from the label reaches its mark; null
    where the label stands beside the mark.
    """

    row: int
    text: str
    x: float
    y: float
    anchor: Anchor
    leader: float | None


@dataclass
class LaneRoom:
    """What is taken in one lane, and how far its swarm reaches up and down."""

    taken: list[Box] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0

    def take(self, box: Box) -> None:
        """Mark a rectangle as taken and grow the lane to hold it."""
        self.taken.append(box)
        self.top = max(self.top, box.high)
        self.bottom = min(self.bottom, box.low)

    def free(self, boxes: Iterable[Box]) -> bool:
        """Whether nothing stands in any of the rectangles."""
        return not any(box.meets(other) for box in boxes for other in self.taken)


def rooms(placed: pd.DataFrame, scale: Scale, size: float, lanes: int) -> list[LaneRoom]:
    """The lanes with their marks, bars and whiskers of imprecise dates, before any label."""
    found = [LaneRoom() for _ in range(lanes)]
    half = size / 2
    for place in placed[placed["role"] != "rug"].to_dict("records"):
        middle, y = scale.pixels(place["day"]), float(place["offset"])
        right = scale.pixels(place["until_last"]) if place["role"] == "bar" else middle
        room = found[int(place["lane"])]
        room.take(Box(middle - half, right + half, y - half, y + half))
        first, last = scale.pixels(place["first"]), scale.pixels(place["last"])
        room.taken.append(Box(first, last, y - 1, y + 1))
    return found


def place_labels(
    placed: pd.DataFrame,
    texts: Sequence[tuple[int, str]],
    room: Sequence[LaneRoom],
    scale: Scale,
    size: float,
    levels: int,
) -> list[Label]:
    """Find room for each label in turn, most wanted first.

    `texts` pairs a position in `placed` with its label. A label goes right or left of its
    mark, else above or below the swarm with a leader, at most `levels` lines away; where
    all of these are taken it is left out, for the hover text says it too. The rooms grow.
    """
    labels = []
    for row, text in texts:
        place = placed.iloc[row]
        lane = room[int(place["lane"])]
        x, y = scale.pixels(float(place["day"])), float(place["offset"])
        is_bar = place["role"] == "bar"
        end = scale.pixels(float(place["until_last"])) if is_bar else x
        for label, boxes in _candidates(row, text, x, end, y, size, lane, levels):
            inside = boxes[0].left >= 0 and boxes[0].right <= scale.width
            if inside and lane.free(boxes):
                for box in boxes:
                    lane.take(box)
                labels.append(label)
                break
    return labels


def _candidates(
    row: int,
    text: str,
    x: float,
    end: float,
    y: float,
    size: float,
    lane: LaneRoom,
    levels: int,
) -> Iterator[tuple[Label, tuple[Box, ...]]]:
    """Places to try for a label, best first, with the rectangles each would take."""
    width, reach = text_width(text, TEXT), size / 2 + _AIR
    low, high = y - LINE / 2 + 1, y + LINE / 2 - 1
    yield (
        Label(row, text, end + reach, y, "left", None),
        (Box(end + reach - 1, end + reach + width + _AIR, low, high),),
    )
    yield (
        Label(row, text, x - reach, y, "right", None),
        (Box(x - reach - width - _AIR, x - reach + 1, low, high),),
    )
    anchors: dict[Anchor, float] = {"left": -2.0, "center": width / 2, "right": width + 2}
    edge = {1: lane.top, -1: lane.bottom}
    near = {1: y + size / 2 + 1, -1: y - size / 2 - 1}
    for level in range(levels):
        for side in (1, -1):
            # The first line hugs the mark itself, the next ones stand outside the swarm.
            base = near[side] if level == 0 else edge[side]
            middle = base + side * (LINE / 2 + _AIR + max(0, level - 1) * LINE)
            for anchor, before in anchors.items():
                start, foot = x - before, middle - LINE / 2 + 1
                box = Box(start - _AIR, start + width + _AIR, foot, foot + LINE - 2)
                ends = sorted((near[side], middle - side * LINE / 2))
                leader = Box(x - 1.5, x + 1.5, ends[0], ends[1])
                if leader.high - leader.low <= _LONGEST:
                    yield Label(row, text, x, middle, anchor, near[side]), (box, leader)
