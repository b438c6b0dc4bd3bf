"""Direct labels beside the marks people know: greedy, and skipped where there is no space.

Space is in pixels: x from the plot's left edge, y upwards from the lane's middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pandas as pd

from dashboard.charts.date_axis import Scale
from dashboard.charts.style import text_width

TEXT = 12.0
LINE = 15.0
_AIR = 3.0

Anchor = Literal["left", "right", "center"]
_LEFTWARD: tuple[Anchor, ...] = ("right", "center", "left")
_RIGHTWARD: tuple[Anchor, ...] = ("left", "center", "right")


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
class LaneSpace:
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

    def copy(self) -> LaneSpace:
        """The same space, to try something in."""
        return LaneSpace(list(self.taken), list(self.faint), self.top, self.bottom)


def space_beside_marks(
    placed: pd.DataFrame, scale: Scale, size: float, lanes: int, today: float
) -> list[LaneSpace]:
    """The lanes with their marks, bars, whiskers and today's line, before any label."""
    line = scale.pixels(today)
    found = [LaneSpace(faint=[Box(line - 1, line + 1, -np.inf, np.inf)]) for _ in range(lanes)]
    half = size / 2
    for place in placed[placed["role"] != "rug"].to_dict("records"):
        middle, y = scale.pixels(place["day"]), float(place["offset"])
        right = scale.pixels(place["until_last"]) if place["role"] == "bar" else middle
        lane = found[int(place["lane"])]
        lane.take(Box(middle - half, right + half, y - half, y + half))
        first, last = scale.pixels(place["first"]), scale.pixels(place["last"])
        lane.faint.append(Box(first, last, y - 1, y + 1))
    return found


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
    spaces: Sequence[LaneSpace],
    scale: Scale,
    size: float,
    levels: int,
) -> tuple[list[Label], list[LaneSpace]]:
    """Find room for labels; out come those that fit, and the lanes with them.

    `texts` pairs a position in `placed` with its label, most wanted first. A label goes
    right or left of its mark, else above or below it with a leader, at most `levels` lines
    away; where all of these are taken it is left out, for the hover text says it too.
    Each lane is tried in three orders (most wanted, from the left, from the right), and
    the one that fits most labels is kept.
    """
    wishes = [_wish(row, text, placed.iloc[row], scale) for row, text in texts]
    labels: list[Label] = []
    filled: list[LaneSpace] = []
    for lane, space in enumerate(spaces):
        own = [wish for wish in wishes if wish.lane == lane]
        from_left = sorted(own, key=lambda wish: wish.x)
        from_right = sorted(own, key=lambda wish: -wish.x)
        tries = [
            _fill(order, anchors, space.copy(), scale, size, levels)
            for order, anchors in (
                (own, _RIGHTWARD), (from_left, _LEFTWARD), (from_right, _RIGHTWARD)
            )
        ]  # fmt: skip
        found, after = max(tries, key=lambda attempt: len(attempt[0]))
        labels += found
        filled.append(after)
    return labels, filled


def _wish(row: int, text: str, place: pd.Series, scale: Scale) -> _Wish:
    x = scale.pixels(float(place["day"]))
    end = scale.pixels(float(place["until_last"])) if place["role"] == "bar" else x
    return _Wish(row, text, int(place["lane"]), x, end, float(place["offset"]))


def _fill(
    wishes: Sequence[_Wish],
    anchors: Sequence[Anchor],
    space: LaneSpace,
    scale: Scale,
    size: float,
    levels: int,
) -> tuple[list[Label], LaneSpace]:
    """The wishes that find room in their order, and the lane with them."""
    labels = []
    for wish in wishes:
        for label, text, leader in _candidates(wish, anchors, size, levels):
            if text.left >= 0 and text.right <= scale.width and space.fits(text, leader):
                space.take(text)
                if leader is not None:
                    space.take(leader)
                labels.append(label)
                break
    return labels, space


def _candidates(
    wish: _Wish, anchors: Sequence[Anchor], size: float, levels: int
) -> Iterator[tuple[Label, Box, Box | None]]:
    """Places to try for a label, best first, with its text's rectangle and its leader's."""

    def placed(
        x: float, y: float, anchor: Anchor, left: float, right: float, leader: float | None
    ) -> tuple[Label, Box]:
        box = Box(left, right, y - LINE / 2 + 1, y + LINE / 2 - 1)
        return Label(wish.row, wish.lane, wish.text, x, y, anchor, leader), box

    x, y, width, reach = wish.x, wish.y, text_width(wish.text, TEXT), size / 2 + _AIR
    right, left = wish.end + reach, x - reach
    yield *placed(right, y, "left", right, right + width + _AIR, None), None
    yield *placed(left, y, "right", left - width - _AIR, left, None), None
    starts = {"left": x + 2, "center": x - width / 2, "right": x - width - 2}
    for level in range(levels):
        for side in (1, -1):
            near = y + side * (size / 2 + 1)
            middle = near + side * (LINE / 2 + _AIR + level * LINE)
            leader = Box(x - 1.5, x + 1.5, *sorted((near, middle - side * LINE / 2)))
            for anchor in anchors:
                first, last = starts[anchor] - _AIR, starts[anchor] + width + _AIR
                yield *placed(x, middle, anchor, first, last, near), leader
