"""The traces of a timeline: marks, bars, whiskers, rug, statements and direct labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts.date_axis import day_number, iso, spans
from dashboard.charts.palette import GREY, grey, track_colour
from dashboard.charts.style import Trace, escape, paragraph, scatter, selectable
from dashboard.charts.timeline.labels import TEXT, Label
from dashboard.charts.timeline.timeline_layout import TimelineLayout
from dashboard.corpus.records.fields import first_day, last_day
from dashboard.words.schedule import schedule

_STATEMENT_COLUMNS, _PHONE_STATEMENT_COLUMNS = 60, 34


@dataclass(frozen=True)
class Mark:
    """One record ready to draw: its code, its days and the pixels it stands on.

    `last`, `until_first` and `until_last` are those of `lanes.place`.
    """

    id: str
    track: str
    role: str
    hover: str
    scheduled: bool
    """It is to come, or was announced and no outcome is on record."""
    day: float
    first: float
    last: float
    until_first: float
    until_last: float
    x: float
    y: float

    @property
    def date(self) -> str:
        """The date the mark stands on, as the date axis takes it."""
        return iso(self.day)


def marks_of(
    frame: pd.DataFrame,
    placed: pd.DataFrame,
    hover: Sequence[str],
    layout: TimelineLayout,
    today: dt.date,
) -> list[Mark]:
    """The marks of a placed frame, in its order."""
    found = []
    own = ["id", "role", "day", "first", "last", "until_first", "until_last"]
    rows = zip(frame.to_dict("records"), placed.to_dict("records"), hover, strict=True)
    for record, place, said in rows:
        band = layout.bands[place["lane"]]
        y = band.rug if place["role"] == "rug" else band.middle + place["offset"]
        at = {"x": layout.scale.pixels(place["day"]), "y": round(y, 1)}
        days = {name: place[name] for name in own}
        look = {"track": record["track"], "hover": said}
        scheduled = schedule(record, today) is not None
        found.append(Mark(**look, **days, **at, scheduled=scheduled))
    return found


def points(marks: Sequence[Mark], size: float) -> Trace:
    """All marks in one trace: one shape, colour by track, hollow for scheduled or unread."""
    own = [mark for mark in marks if mark.role != "rug"]
    return _marks(
        own,
        {
            "symbol": ["circle" + "-open" * mark.scheduled for mark in own],
            "size": size,
            "color": [track_colour(mark.track) for mark in own],
            "line": {"width": [1.8 if mark.scheduled else 0 for mark in own]},
        },
        1,
        "marks",
    )


def rug(marks: Sequence[Mark]) -> Trace | None:
    """Short light ticks along the foot of a lane for texts that only mention AI."""
    own = [mark for mark in marks if mark.role == "rug"]
    tick = {"symbol": "line-ns-open", "size": 8, "color": GREY, "line": {"width": 1.2}}
    return _marks(own, tick, 0.55, "rug") if own else None


def _marks(marks: Sequence[Mark], look: dict[str, Any], opacity: float, name: str) -> Trace:
    return scatter(
        x=[mark.date for mark in marks],
        y=[mark.y for mark in marks],
        mode="markers",
        marker={**look, "opacity": opacity},
        **selectable((mark.id for mark in marks), (mark.hover for mark in marks), opacity),
        name=name,
    )


def statement_ticks(statements: pd.DataFrame | None, layout: TimelineLayout) -> Trace | None:
    """One tick a line of columns id, date and hover; in the middle of a month or year.

    They stand in a lane of their own, because a statement is no record of a decision and none
    of its colours or shapes would fit.
    """
    if statements is None or layout.foot is None:
        return None
    columns = _PHONE_STATEMENT_COLUMNS if layout.phone else _STATEMENT_COLUMNS
    tick = {"symbol": "line-ns-open", "size": 12, "color": GREY, "line": {"width": 1.4}}
    said = (paragraph(str(text), columns) for text in statements["hover"])
    days = [
        (day_number(first_day(date)) + day_number(last_day(date))) / 2
        for date in statements["date"]
    ]
    return scatter(
        x=[iso(day) for day in days],
        y=[layout.foot.rug] * len(days),
        mode="markers",
        marker={**tick, "opacity": 0.8},
        **selectable(map(str, statements["id"]), said, 0.8),
        name="statements",
    )


def bars(marks: Sequence[Mark], size: float) -> list[Trace]:
    """What lasts longer, one trace a track: a thick line from the mark for as long as it
    surely lasted, an end cap where the last day is known. Its far end is a target too."""
    lasting = [mark for mark in marks if mark.role == "bar"]
    found = []
    for track in dict.fromkeys(mark.track for mark in lasting):
        own, colour = [mark for mark in lasting if mark.track == track], track_colour(track)
        ends = [(mark.last, max(mark.until_first, mark.last)) for mark in own]
        caps = [size if mark.until_first == mark.until_last else 0 for mark in own]
        cap = {"symbol": "line-ns-open", "color": colour, "line": {"width": 2.5}}
        found.append(
            scatter(
                **spans((a, b, mark.y) for (a, b), mark in zip(ends, own, strict=True)),
                mode="lines+markers",
                opacity=0.55,
                line={"width": 5, "color": colour},
                marker={**cap, "size": [n for end in caps for n in (0, end, 0)], "opacity": 1},
                **selectable(
                    (code for mark in own for code in (mark.id, mark.id, None)),
                    (said for mark in own for said in (mark.hover, mark.hover, None)),
                ),
                name="bars",
            )
        )
    return found


def whiskers(marks: Sequence[Mark]) -> Trace | None:
    """Faint lines over the month or year an imprecise date may mean."""
    lines = [
        (first, last + 1, mark.y)
        for mark in marks
        if mark.role != "rug"
        for first, last in ((mark.first, mark.last), (mark.until_first, mark.until_last))
        if first < last
    ]
    return _lines(spans(lines), width=3, alpha=0.3, name="imprecise") if lines else None


def leaders(marks: Sequence[Mark], labels: Sequence[Label], layout: TimelineLayout) -> Trace | None:
    """Thin lines from labels that stand apart to their marks."""
    x: list[str | None] = []
    y: list[float | None] = []
    for label in labels:
        if label.leader is not None:
            middle = layout.bands[label.lane].middle
            end = label.y - 6 if label.y > label.leader else label.y + 6
            x += [marks[label.row].date] * 2 + [None]
            y += [round(middle + label.leader, 1), round(middle + end, 1), None]
    return _lines({"x": x, "y": y}, width=1, alpha=0.8, name="leaders") if x else None


def label_texts(labels: Sequence[Label], layout: TimelineLayout) -> Trace | None:
    """Short names beside their marks, in the theme's own text colour."""
    if not labels:
        return None
    sides = {"left": "middle right", "right": "middle left", "center": "middle center"}
    return scatter(
        x=[layout.scale.date_at(label.x) for label in labels],
        y=[round(layout.bands[label.lane].middle + label.y, 1) for label in labels],
        mode="text",
        text=[escape(label.text) for label in labels],
        textposition=[sides[label.anchor] for label in labels],
        textfont={"size": TEXT},
        hoverinfo="skip",
        name="labels",
    )


def _lines(places: dict[str, list[Any]], *, width: float, alpha: float, name: str) -> Trace:
    line = {"width": width, "color": grey(alpha)}
    return scatter(**places, mode="lines", line=line, hoverinfo="skip", name=name)
