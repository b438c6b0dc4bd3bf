"""Where each record stands on the timeline: its lane, its days, and how far it steps aside.

Pure layout, no plotly. Marks keep their exact date; those of one lane that would touch
step aside into rows above and below the lane's middle, so that every mark stays visible
and clickable. The same frame and width always give the same places.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from dashboard.charts.date_axis import Scale, day_number
from dashboard.charts.style import require
from dashboard.corpus.records.fields import first_day, last_day

_EARLY = 0.04
"""The part of the records that may lie before the first day in view."""
MAX_ROWS = 61
"""A lane with more simultaneous marks than rows is saturated: the marks that find no room
go to the row whose last mark is farthest away, and may touch it."""


def scale_of(frame: pd.DataFrame, width: float, margin: float, today: dt.date) -> Scale:
    """The scale a timeline frame opens with, `margin` pixels free at both ends.

    It begins where all but a few of the records about AI lie ahead: an early one, or an old text
    that only mentions AI, would press all others into a corner; they are there on panning left.
    An empty frame gives the two years around `today`; less than two months is widened to
    two, because days stretched over a whole screen suggest a precision nobody needs.
    """
    if frame.empty:
        first, last = day_number(today) - 365.0, day_number(today) + 365.0
    else:
        about_ai = frame[frame["weight"] != "mention"]
        begins = frame if about_ai.empty else about_ai
        days = sorted(_days(begins["date"], first_day))
        first = float(days[int(len(days) * _EARLY)])
        last = float(max(_days(frame["end_date"].fillna(frame["date"]), last_day)))
    widen = max(0.0, 60.0 - (last - first)) / 2
    first, last = first - widen, last + widen
    free = (last - first) / max(1.0, width - 2 * margin) * margin
    return Scale(first - free, last + free, width)


def place(
    frame: pd.DataFrame,
    *,
    lanes: Sequence[str],
    scale: Scale,
    size: float,
    show_mentions: bool,
) -> pd.DataFrame:
    """Places of a timeline frame's records, one row each, with the frame's index.

    Goes in: rows of the TIMELINE columns, the lanes' codes from top to bottom, and a mark's
    size in pixels. Comes out: `id`; `lane`, its number from the top; `role`, mark, bar (lasts
    longer than a mark is wide) or rug (only mentions AI); `day` the mark stands on, the middle
    of what an imprecise date may mean; `first` and `last`, what the date may mean;
    `until_first` and `until_last`, the same of the end of a bar (null for others); `row`, 0 the
    lane's middle; `offset`, pixels up.

    Raises ValueError for a lane code that is not in `lanes`.
    """
    require(frame["lane"], lanes, "lane")
    number = {code: index for index, code in enumerate(lanes)}
    placed = pd.DataFrame(
        {
            "id": frame["id"],
            "lane": np.array([number[code] for code in frame["lane"]], dtype=int),
            "first": _days(frame["date"], first_day),
            "last": _days(frame["date"], last_day),
            "until_first": _days(frame["end_date"], first_day),
            "until_last": _days(frame["end_date"], last_day),
        },
        index=frame.index,
    )
    placed["day"] = (placed["first"] + placed["last"]) / 2
    rug = (frame["weight"] == "mention") & (not show_mentions)
    bar = (placed["until_last"] - placed["day"] >= scale.days(size * 1.5)) & ~rug
    placed["role"] = np.select([rug, bar], ["rug", "bar"], "mark")
    placed.loc[~bar, ["until_first", "until_last"]] = np.nan
    placed["row"] = _rows(placed, scale, size)
    placed["offset"] = placed["row"] * (size + 1.0)
    return placed


def _days(dates: pd.Series, end: Callable[[str], dt.date]) -> np.ndarray:
    """One end of what each partial date may mean, in days since 1970; no number for no date."""
    days = [day_number(end(date)) if isinstance(date, str) else np.nan for date in dates]
    return np.array(days, dtype=float)


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
