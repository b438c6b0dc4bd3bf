"""Room in a lane, in pixels: x from the plot's left edge, y upwards from the lane's middle."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard.charts.timeline.lanes import Scale


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


@dataclass
class LaneRoom:
    """What is taken in one lane, and how far it reaches up and down from its middle.

    `faint` holds today's line and the whiskers of imprecise dates: a thin line may cross
    them, text not.
    """

    taken: list[Box] = field(default_factory=list)
    faint: list[Box] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0

    def take(self, box: Box) -> None:
        """Mark a rectangle as taken and grow the lane to hold it."""
        self.taken.append(box)
        self.top = max(self.top, box.high)
        self.bottom = min(self.bottom, box.low)

    def fits(self, text: Box, leader: Box | None) -> bool:
        """Whether a text, and the thin line to its mark, would cover nothing."""
        if any(text.meets(box) for box in self.taken) or any(map(text.meets, self.faint)):
            return False
        return leader is None or not any(map(leader.meets, self.taken))

    def copy(self) -> LaneRoom:
        """The same room, to try something in."""
        return LaneRoom(list(self.taken), list(self.faint), self.top, self.bottom)


def rooms(
    placed: pd.DataFrame, scale: Scale, size: float, lanes: int, today: float
) -> list[LaneRoom]:
    """The lanes with their marks, bars, whiskers and today's line, before any label."""
    line = scale.pixels(today)
    found = [LaneRoom(faint=[Box(line - 1, line + 1, -np.inf, np.inf)]) for _ in range(lanes)]
    half = size / 2
    for place in placed[placed["role"] != "rug"].to_dict("records"):
        middle, y = scale.pixels(place["day"]), float(place["offset"])
        right = scale.pixels(place["until_last"]) if place["role"] == "bar" else middle
        room = found[int(place["lane"])]
        room.take(Box(middle - half, right + half, y - half, y + half))
        first, last = scale.pixels(place["first"]), scale.pixels(place["last"])
        room.faint.append(Box(first, last, y - 1, y + 1))
    return found
