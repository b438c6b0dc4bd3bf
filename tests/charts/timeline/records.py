"""Small invented timelines for the tests of this folder."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from dashboard.charts.timeline.timeline_figure import timeline
from dashboard.charts.timeline.timeline_words import TimelineWords
from dashboard.corpus.tables.columns import DTYPES, TABLES

TODAY = dt.date(2026, 6, 1)
LANES = [("north", "Northern body"), ("south", "Southern body"), ("west", "Western body")]
TRACKS = {"civilian": "Civilian", "military": "Military", "cross_cutting": "Both"}
KINDS = {"resolution": "Resolution", "report": "Report", "summit": "Summit"}
WORDS = TimelineWords(
    today="Today",
    empty="Nothing matches.",
    upcoming="Upcoming",
    imprecise="Month or year",
    mention="Only mentions it",
    earlier="{n} earlier",
    relations={"answers": "Answers"},
    dates=lambda date, end: f"{date} – {end}" if end else date,
)


def record(name: str, date: str, **other: Any) -> dict[str, Any]:
    """One row of the timeline."""
    row: dict[str, Any] = dict.fromkeys(TABLES["timeline"])
    row |= {"id": name, "date": date, "kind": "resolution", "body": "council", "lane": "north"}
    row |= {"track": "civilian", "weight": "core", "title_en": f"Title of {name}"}
    row |= {"topics": (), "states": (), "answers": (), "verification": "verified"}
    row |= {"planned": False}
    row["date_precision"] = {4: "year", 7: "month", 10: "day"}[len(date)]
    return row | other


def frame_of(*rows: dict[str, Any]) -> pd.DataFrame:
    """A frame with the columns and dtypes of the contract."""
    types = {name: DTYPES[column.kind] for name, column in TABLES["timeline"].items()}
    return pd.DataFrame(list(rows), columns=list(TABLES["timeline"])).astype(types)


def draw(frame: pd.DataFrame, **other: Any) -> Any:
    """A figure of a frame, with this folder's words."""
    given: dict[str, Any] = {"lanes": LANES, "tracks": TRACKS, "kinds": KINDS, "words": WORDS}
    return timeline(frame, **(given | {"today": TODAY} | other))
