"""Where each record stands on the timeline: its lane, its days, and how far it steps aside.

Pure layout, no plotly. Marks keep their exact date; those of one lane that would touch
step aside into rows above and below the lane's middle, so that every mark stays visible
and clickable. The same frame and width always give the same places.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.corpus.records.fields import first_day, last_day

MAX_ROWS = 61
"""A lane with more simultaneous marks than rows is saturated: the marks that find no room
go to the row whose last mark is farthest away, and may touch it."""

_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Scale:
    """Days since 1970 to pixels of the plot's width."""

    start: float
    end: float
    width: float

    def pixels(self, days: float) -> float:
        """How far from the left edge a day stands."""
        return (days - self.start) / (self.end - self.start) * self.width

    def days(self, pixels: float) -> float:
        """How many days a length in pixels covers."""
        return pixels / self.width * (self.end - self.start)


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def scale_of(frame: pd.DataFrame, width: float, margin: float, today: dt.date) -> Scale:
    """The scale a timeline frame opens with, `margin` pixels free at both ends.

    It begins with the first record about AI: an old text that only mentions it, such as a
    declaration of 1948, would press all others into a corner; it is there on panning left.
    An empty frame gives the two years around `today`; less than two months is widened to
    two, because days stretched over a whole screen suggest a precision nobody needs.
    """
    if frame.empty:
        first, last = day_number(today) - 365.0, day_number(today) + 365.0
    else:
        about_ai = frame[frame["weight"] != "mention"]
        begins = frame if about_ai.empty else about_ai
        ends = [end if isinstance(end, str) else date for date, end in _dates(frame)]
        first = float(min(day_number(first_day(date)) for date in begins["date"]))
        last = float(max(day_number(last_day(end)) for end in ends))
    widen = max(0.0, 60.0 - (last - first)) / 2
    first, last = first - widen, last + widen
    free = (last - first) / max(1.0, width - 2 * margin) * margin
    return Scale(first - free, last + free, width)


def place(
    frame: pd.DataFrame,
    *,
    lanes: Sequence[str],
    column: str,
    scale: Scale,
    size: float,
    show_mentions: bool,
) -> pd.DataFrame:
    """Places of a timeline frame's records, one row each, with the frame's index.

    Goes in: rows of the TIMELINE columns, the lanes' codes from top to bottom, the column
    that holds them, and a mark's size in pixels. Comes out: `id`; `lane`, its number from
    the top; `role`, mark, bar (lasts longer than a mark is wide) or rug (only mentions
    AI); `day` the mark stands on, the middle of what an imprecise date may mean;
    `first` and `last`, what the date may mean; `until_first` and `until_last`, the same of
    the end of a bar (null for others); `row`, 0 the lane's middle; `offset`, pixels up.

    Raises ValueError for a lane code that is not in `lanes`.
    """
    number = {code: index for index, code in enumerate(lanes)}
    strange = [code for code in frame[column] if code not in number]
    if strange:
        raise ValueError(
            f"{column}: found {strange[0]!r}; allowed: {', '.join(lanes) or 'no lane at all'}"
        )
    first = [float(day_number(first_day(date))) for date in frame["date"]]
    last = [float(day_number(last_day(date))) for date in frame["date"]]
    placed = pd.DataFrame(
        {"id": frame["id"], "lane": [number[code] for code in frame[column]]},
        index=frame.index,
    ).astype({"lane": int})
    placed["first"] = np.array(first, dtype=float)
    placed["last"] = np.array(last, dtype=float)
    placed["day"] = (placed["first"] + placed["last"]) / 2
    until = [end if isinstance(end, str) else None for _, end in _dates(frame)]
    placed["until_first"] = np.array(
        [day_number(first_day(end)) if end else np.nan for end in until], dtype=float
    )
    placed["until_last"] = np.array(
        [day_number(last_day(end)) if end else np.nan for end in until], dtype=float
    )
    long = (placed["until_last"] - placed["day"]) >= scale.days(size * 1.5)
    placed["role"] = np.where(long, "bar", "mark")
    placed.loc[~long, ["until_first", "until_last"]] = np.nan
    if not show_mentions:
        placed.loc[frame["weight"] == "mention", "role"] = "rug"
        placed.loc[frame["weight"] == "mention", ["until_first", "until_last"]] = np.nan
    placed["row"] = _rows(placed, scale, size)
    placed["offset"] = placed["row"] * (size + 1.0)
    return placed


def _dates(frame: pd.DataFrame) -> list[tuple[str, object]]:
    return list(zip(frame["date"], frame["end_date"], strict=True))


def _rows(placed: pd.DataFrame, scale: Scale, size: float) -> list[int]:
    """The row each place steps aside to; a rug's tick stays in row 0 and takes no room."""
    # What a date may mean counts as taken too, so that a whisker belongs to one mark only.
    half = size / 2
    firsts = [scale.pixels(day) for day in placed["first"]]
    ends = [scale.pixels(day) for day in placed["until_last"].fillna(placed["last"])]
    middle = [scale.pixels(day) for day in placed["day"]]
    left = [min(x - half, first) for x, first in zip(middle, firsts, strict=True)]
    right = [max(x + half, end) for x, end in zip(middle, ends, strict=True)]
    bars = (placed["role"] == "bar").tolist()
    lane, ids, rug = placed["lane"].tolist(), placed["id"].tolist(), placed["role"] == "rug"
    # Bars come last, so that they settle around the swarm and do not split it.
    drawn = [index for index, tick in enumerate(rug) if not tick]
    order = sorted(drawn, key=lambda i: (lane[i], bars[i], left[i], ids[i]))
    rows = [0] * len(placed)
    taken: dict[int, list[list[tuple[float, float]]]] = {}
    for i in order:
        lines = taken.setdefault(lane[i], [[] for _ in range(MAX_ROWS)])
        chosen = _nearest_free(lines, left[i], right[i])
        lines[chosen].append((left[i], right[i]))
        rows[i] = (chosen + 1) // 2 * (1 if chosen % 2 else -1)
    return rows


def _nearest_free(lines: Sequence[Sequence[tuple[float, float]]], left: float, right: float) -> int:
    """The first line with room between two pixels; with none, the one with most room."""
    most, chosen = -np.inf, 0
    for row, line in enumerate(lines):
        gap = min((max(left - end, start - right) for start, end in reversed(line)), default=0.0)
        if gap >= 0:
            return row
        if gap > most:
            most, chosen = gap, row
    return chosen
