"""The layout of a timeline: how high each lane is, where its middle stands, what is left for text.

The vertical axis counts pixels from the plot's bottom, so that a mark's size and the
distance between two rows mean the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.date_axis import Scale
from dashboard.charts.style import is_phone, text_width, wrap
from dashboard.charts.timeline.labels import LaneSpace

LANE_TEXT = 12.0
RUG = 12.0
FOOT = 24.0
_PAD = 7.0
_LOWEST = 34.0
_LABEL_COLUMNS = 20


@dataclass(frozen=True)
class Margins:
    """Pixels around the plot."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Band:
    """One lane: its edges, the middle its marks step aside from, and the line of its rug."""

    low: float
    high: float
    middle: float
    rug: float
    title: float


@dataclass(frozen=True)
class TimelineLayout:
    """A whole timeline's geometry."""

    scale: Scale
    bands: tuple[Band, ...]
    height: float
    phone: bool
    foot: Band | None = None
    """The lane of statements beneath the others, where they are shown."""


def margins(lanes: Sequence[str], width: int, legend_lines: int) -> Margins:
    """Room for lane names at the left (not on a phone), for the key and today's name above."""
    if is_phone(width):
        return Margins(8, 8, 40, 50.0 + 21 * legend_lines)
    lines = [line for label in lanes for line in wrap(label, _LABEL_COLUMNS)]
    widest = max((text_width(line, LANE_TEXT) for line in lines), default=0.0)
    return Margins(min(190.0, max(60.0, widest + 14)), 14, 46.0 + 21 * legend_lines, 40)


def lane_name(label: str, *, phone: bool) -> list[str]:
    """A lane's name in lines: one on a phone, as many as the margin needs elsewhere."""
    return [label] if phone else wrap(label, _LABEL_COLUMNS)


def stack_lanes(
    scale: Scale,
    spaces: Sequence[LaneSpace],
    rugs: Sequence[bool],
    names: Sequence[str],
    width: int,
    *,
    foot: bool = False,
) -> TimelineLayout:
    """Stack the lanes from the top; each is as high as its marks, labels and rug need.

    `foot` adds the lane of statements beneath them.
    """
    phone = is_phone(width)
    sizes = []
    for space, has_rug, name in zip(spaces, rugs, names, strict=True):
        title = 17.0 if phone else 0.0
        above = max(space.top, 4.0) + _PAD + title
        below = max(-space.bottom, 4.0) + _PAD + (RUG if has_rug else 0.0)
        lines = lane_name(name, phone=phone)
        lowest = max(_LOWEST, len(lines) * (LANE_TEXT + 3) + 8)
        spare = max(0.0, lowest - above - below) / 2
        sizes.append((above + spare, below + spare))
    ticks = (FOOT + (17.0 if phone else 0.0)) * foot
    height = sum(above + below for above, below in sizes) + ticks
    bands = []
    high = height
    for above, below in sizes:
        low, middle = high - above - below, high - above
        bands.append(Band(low, high, middle, low + RUG / 2 + 1, high - 4))
        high = low
    last = Band(0, ticks, FOOT / 2, FOOT / 2, ticks - 4) if foot else None
    return TimelineLayout(scale, tuple(bands), height, phone, last)
