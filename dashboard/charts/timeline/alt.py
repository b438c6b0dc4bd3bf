"""Sentences that stand for a drawing where it cannot be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd


def alt_text(
    frame: pd.DataFrame,
    *,
    total: int,
    lanes: Mapping[str, str],
    template: str,
    empty: str,
    dates: Callable[[str, str | None], str],
    lane_column: str = "lane",
) -> str:
    """One sentence that says what the timeline shows, for `alt` and the caption.

    `template` may use `{n}`, `{total}`, `{first}`, `{last}`, `{lane}` and `{lane_n}` (the
    fullest lane), `{year}` and `{year_n}` (the fullest year); `empty` may use `{total}`.
    """
    if frame.empty:
        return empty.format(total=total)
    by_lane = frame[lane_column].value_counts()
    fullest = min(lanes, key=lambda code: -int(by_lane.get(code, 0)))
    years = frame["date"].str[:4].value_counts().sort_index()
    ordered = sorted(frame["date"])
    return template.format(
        n=len(frame),
        total=total,
        first=dates(ordered[0], None),
        last=dates(ordered[-1], None),
        lane=lanes[fullest],
        lane_n=int(by_lane.get(fullest, 0)),
        year=years.idxmax(),
        year_n=int(years.max()),
    )
