"""The traces of a timeline: marks, bars, whiskers, rug and direct labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.style import (
    NEUTRAL,
    Trace,
    escape,
    grey,
    mark_size,
    mark_symbol,
    scatter,
    track_colour,
)
from dashboard.charts.timeline.labels import TEXT, Label
from dashboard.charts.timeline.lanes import day_number
from dashboard.charts.timeline.relation_arcs import Spot
from dashboard.charts.timeline.timeline_layout import TimelineLayout, iso

_TEMPLATE = "%{hovertext}<extra></extra>"


@dataclass(frozen=True)
class Mark:
    """One record ready to draw: its codes, its days and the pixels it stands on.

    `last`, `until_first` and `until_last` are those of `lanes.place`.
    """

    id: str
    kind: str
    track: str
    role: str
    hover: str
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
    frame: pd.DataFrame, placed: pd.DataFrame, hover: Sequence[str], stage: TimelineLayout
) -> list[Mark]:
    """The marks of a placed frame, in its order."""
    found = []
    codes = frame[["kind", "track"]].to_dict("records")
    for code, place, text in zip(codes, placed.to_dict("records"), hover, strict=True):
        band = stage.bands[place["lane"]]
        y = band.rug if place["role"] == "rug" else band.middle + place["offset"]
        days = {
            name: float(place[name])
            for name in ("day", "first", "last", "until_first", "until_last")
        }
        found.append(
            Mark(
                id=place["id"],
                kind=code["kind"],
                track=code["track"],
                role=place["role"],
                hover=text,
                x=stage.scale.pixels(days["day"]),
                y=round(y, 1),
                **days,
            )
        )
    return found


def spots(marks: Sequence[Mark]) -> dict[str, Spot]:
    """Where each record's mark stands, by id."""
    return {mark.id: Spot(mark.x, mark.y) for mark in marks}


def points(marks: Sequence[Mark], size: float, today: dt.date) -> Trace:
    """All marks in one trace: shape by kind, colour by track, hollow for what lies ahead."""
    own = [mark for mark in marks if mark.role != "rug"]
    ahead = [mark.first > day_number(today) for mark in own]
    return scatter(
        x=[mark.date for mark in own],
        y=[mark.y for mark in own],
        mode="markers",
        marker={
            "symbol": [mark_symbol(m.kind, hollow=a) for m, a in zip(own, ahead, strict=True)],
            "size": [mark_size(mark.kind, size) for mark in own],
            "color": [track_colour(mark.track) for mark in own],
            "line": {"width": [1.8 if hollow else 0 for hollow in ahead]},
            "opacity": 1,
        },
        unselected={"marker": {"opacity": 1}},
        customdata=[mark.id for mark in own],
        hovertext=[mark.hover for mark in own],
        hovertemplate=_TEMPLATE,
        name="marks",
    )


def bars(marks: Sequence[Mark], size: float) -> list[Trace]:
    """What lasts longer, one trace a track: a thick line from the mark for as long as it
    surely lasted, an end cap where the last day is known. Its far end is a target too."""
    lasting = [mark for mark in marks if mark.role == "bar"]
    found = []
    for track in dict.fromkeys(mark.track for mark in lasting):
        x: list[str | None] = []
        y: list[float | None] = []
        caps: list[float] = []
        ids: list[str | None] = []
        hover: list[str | None] = []
        for mark in lasting:
            if mark.track != track:
                continue
            x += [iso(mark.last), iso(max(mark.until_first, mark.last)), None]
            y += [mark.y, mark.y, None]
            caps += [0, size if mark.until_first == mark.until_last else 0, 0]
            ids += [mark.id, mark.id, None]
            hover += [mark.hover, mark.hover, None]
        colour = track_colour(track)
        cap = {"symbol": "line-ns-open", "size": caps, "color": colour, "line": {"width": 2.5}}
        found.append(
            scatter(
                x=x,
                y=y,
                mode="lines+markers",
                opacity=0.55,
                line={"width": 5, "color": colour},
                marker={**cap, "opacity": 1},
                unselected={"marker": {"opacity": 1}},
                customdata=ids,
                hovertext=hover,
                hovertemplate=_TEMPLATE,
                name="bars",
            )
        )
    return found


def whiskers(marks: Sequence[Mark]) -> Trace | None:
    """Faint lines over the month or year an imprecise date may mean."""
    x: list[str | None] = []
    y: list[float | None] = []
    for mark in marks:
        if mark.role == "rug":
            continue
        for first, last in ((mark.first, mark.last), (mark.until_first, mark.until_last)):
            if first < last:
                x += [iso(first), iso(last + 1), None]
                y += [mark.y, mark.y, None]
    return _lines(x, y, width=3, alpha=0.3, name="imprecise") if x else None


def rug(marks: Sequence[Mark]) -> Trace | None:
    """Short light ticks along the foot of a lane for texts that only mention AI."""
    own = [mark for mark in marks if mark.role == "rug"]
    if not own:
        return None
    tick = {"symbol": "line-ns-open", "size": 8, "color": NEUTRAL, "line": {"width": 1.2}}
    return scatter(
        x=[mark.date for mark in own],
        y=[mark.y for mark in own],
        mode="markers",
        marker={**tick, "opacity": 0.55},
        unselected={"marker": {"opacity": 0.55}},
        customdata=[mark.id for mark in own],
        hovertext=[mark.hover for mark in own],
        hovertemplate=_TEMPLATE,
        name="rug",
    )


def leaders(marks: Sequence[Mark], labels: Sequence[Label], stage: TimelineLayout) -> Trace | None:
    """Thin lines from labels that stand apart to their marks."""
    x: list[str | None] = []
    y: list[float | None] = []
    for label in labels:
        if label.leader is not None:
            middle = stage.bands[label.lane].middle
            end = label.y - 6 if label.y > label.leader else label.y + 6
            x += [marks[label.row].date] * 2 + [None]
            y += [round(middle + label.leader, 1), round(middle + end, 1), None]
    return _lines(x, y, width=1, alpha=0.8, name="leaders") if x else None


def label_texts(labels: Sequence[Label], stage: TimelineLayout) -> Trace | None:
    """Short names beside their marks, in the theme's own text colour."""
    if not labels:
        return None
    sides = {"left": "middle right", "right": "middle left", "center": "middle center"}
    return scatter(
        x=[stage.date_at(label.x) for label in labels],
        y=[round(stage.bands[label.lane].middle + label.y, 1) for label in labels],
        mode="text",
        text=[escape(label.text) for label in labels],
        textposition=[sides[label.anchor] for label in labels],
        textfont={"size": TEXT},
        hoverinfo="skip",
        name="labels",
    )


def _lines(
    x: list[str | None], y: list[float | None], *, width: float, alpha: float, name: str
) -> Trace:
    line = {"width": width, "color": grey(alpha)}
    return scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", name=name)
