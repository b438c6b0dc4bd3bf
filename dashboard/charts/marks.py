"""The traces of a timeline: marks, bars, whiskers, rug and direct labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.chain import Spot
from dashboard.charts.labels import TEXT, Label
from dashboard.charts.lanes import day_number
from dashboard.charts.stage import Stage, iso
from dashboard.charts.style import (
    NEUTRAL,
    escape,
    grey,
    mark_size,
    mark_symbol,
    track_colour,
)

_TEMPLATE = "%{hovertext}<extra></extra>"


@dataclass(frozen=True)
class Drawn:
    """A placed frame ready to draw; `frame`, `placed` and `hover` have the same rows."""

    frame: pd.DataFrame
    placed: pd.DataFrame
    stage: Stage
    hover: Sequence[str]
    size: float
    today: dt.date

    def rows(self, *roles: str) -> list[int]:
        """Positions of the rows drawn in one of these roles."""
        return [row for row, role in enumerate(self.placed["role"]) if role in roles]

    def height(self, row: int) -> float:
        """Where a row's mark stands, in pixels from the plot's bottom."""
        place = self.placed.iloc[row]
        band = self.stage.bands[int(place["lane"])]
        if place["role"] == "rug":
            return round(band.rug, 1)
        return round(band.middle + float(place["offset"]), 1)

    def spots(self) -> dict[str, Spot]:
        """Where each record's mark stands, by id."""
        return {
            name: Spot(self.stage.scale.pixels(day), self.height(row))
            for row, (name, day) in enumerate(
                zip(self.placed["id"], self.placed["day"], strict=True)
            )
        }

    def days(self, rows: Sequence[int]) -> list[str]:
        """The dates the marks of some rows stand on."""
        return [iso(self.placed["day"].iloc[row]) for row in rows]

    def ids(self, rows: Sequence[int]) -> list[str]:
        """The ids that go with marks, for selection."""
        return [self.placed["id"].iloc[row] for row in rows]


def points(drawn: Drawn) -> go.Scatter:
    """All marks in one trace: shape by kind, colour by track, hollow for what lies ahead."""
    rows = drawn.rows("mark", "bar")
    kinds = [drawn.frame["kind"].iloc[row] for row in rows]
    ahead = [drawn.placed["first"].iloc[row] > day_number(drawn.today) for row in rows]
    return go.Scatter(
        x=drawn.days(rows),
        y=[drawn.height(row) for row in rows],
        mode="markers",
        marker={
            "symbol": [mark_symbol(k, hollow=a) for k, a in zip(kinds, ahead, strict=True)],
            "size": [mark_size(kind, drawn.size) for kind in kinds],
            "color": [track_colour(drawn.frame["track"].iloc[row]) for row in rows],
            "line": {"width": [1.8 if hollow else 0 for hollow in ahead]},
            "opacity": 1,
        },
        unselected={"marker": {"opacity": 1}},
        customdata=drawn.ids(rows),
        hovertext=[drawn.hover[row] for row in rows],
        hovertemplate=_TEMPLATE,
        showlegend=False,
        name="marks",
    )


def bars(drawn: Drawn) -> list[go.Scatter]:
    """What lasts longer, one trace a track: a thick line from the mark for as long as it surely
    lasted, an end cap where the last day is known. Its far end is a target like the mark."""
    found = []
    rows = drawn.rows("bar")
    for track in dict.fromkeys(drawn.frame["track"].iloc[row] for row in rows):
        own = [row for row in rows if drawn.frame["track"].iloc[row] == track]
        x: list[str | None] = []
        y: list[float | None] = []
        caps: list[float] = []
        ids: list[str | None] = []
        hover: list[str | None] = []
        for row in own:
            place = drawn.placed.iloc[row]
            exact = place["until_first"] == place["until_last"]
            end = max(place["until_first"], place["last"])
            x += [iso(place["last"]), iso(end), None]
            y += [drawn.height(row), drawn.height(row), None]
            caps += [0, drawn.size if exact else 0, 0]
            ids += [drawn.placed["id"].iloc[row]] * 2 + [None]
            hover += [drawn.hover[row]] * 2 + [None]
        colour = track_colour(track)
        found.append(
            go.Scatter(
                x=x,
                y=y,
                mode="lines+markers",
                opacity=0.55,
                line={"width": 5, "color": colour},
                marker={
                    "symbol": "line-ns-open",
                    "size": caps,
                    "color": colour,
                    "line": {"width": 2.5},
                    "opacity": 1,
                },
                unselected={"marker": {"opacity": 1}},
                customdata=ids,
                hovertext=hover,
                hovertemplate=_TEMPLATE,
                showlegend=False,
                name="bars",
            )
        )
    return found


def whiskers(drawn: Drawn) -> go.Scatter | None:
    """Faint lines over the month or year an imprecise date may mean."""
    x: list[str | None] = []
    y: list[float | None] = []
    for row in drawn.rows("mark", "bar"):
        place = drawn.placed.iloc[row]
        for first, last in (("first", "last"), ("until_first", "until_last")):
            if place[first] < place[last]:
                x += [iso(place[first]), iso(place[last] + 1), None]
                y += [drawn.height(row), drawn.height(row), None]
    return _lines(x, y, width=3, alpha=0.3, name="imprecise") if x else None


def leaders(drawn: Drawn, labels: Sequence[Label]) -> go.Scatter | None:
    """Thin lines from labels that stand apart to their marks."""
    x: list[str | None] = []
    y: list[float | None] = []
    for label in labels:
        if label.leader is None:
            continue
        middle = drawn.stage.bands[int(drawn.placed["lane"].iloc[label.row])].middle
        side = 1 if label.y > label.leader else -1
        date = drawn.days([label.row])[0]
        x += [date, date, None]
        y += [round(middle + label.leader, 1), round(middle + label.y - side * 6, 1), None]
    return _lines(x, y, width=1, alpha=0.8, name="leaders") if x else None


def rug(drawn: Drawn) -> go.Scatter | None:
    """Short light ticks along the foot of a lane for texts that only mention AI."""
    rows = drawn.rows("rug")
    if not rows:
        return None
    return go.Scatter(
        x=drawn.days(rows),
        y=[drawn.height(row) for row in rows],
        mode="markers",
        marker={
            "symbol": "line-ns-open",
            "size": 8,
            "color": NEUTRAL,
            "line": {"width": 1.2},
            "opacity": 0.55,
        },
        unselected={"marker": {"opacity": 0.55}},
        customdata=drawn.ids(rows),
        hovertext=[drawn.hover[row] for row in rows],
        hovertemplate=_TEMPLATE,
        showlegend=False,
        name="rug",
    )


def label_texts(drawn: Drawn, labels: Sequence[Label]) -> go.Scatter | None:
    """Short names beside their marks, in the theme's own text colour."""
    if not labels:
        return None
    sides = {"left": "middle right", "right": "middle left", "center": "middle center"}
    middles = [
        drawn.stage.bands[int(drawn.placed["lane"].iloc[each.row])].middle for each in labels
    ]
    return go.Scatter(
        x=[drawn.stage.date_at(label.x) for label in labels],
        y=[round(middle + each.y, 1) for middle, each in zip(middles, labels, strict=True)],
        mode="text",
        text=[escape(label.text) for label in labels],
        textposition=[sides[label.anchor] for label in labels],
        textfont={"size": TEXT},
        hoverinfo="skip",
        showlegend=False,
        name="labels",
    )


def _lines(
    x: list[str | None], y: list[float | None], *, width: float, alpha: float, name: str
) -> go.Scatter:
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        line={"width": width, "color": grey(alpha)},
        hoverinfo="skip",
        showlegend=False,
        name=name,
    )
