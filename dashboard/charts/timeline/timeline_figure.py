"""The timeline: lanes, dates across, a shape for the kind and a colour for the track."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.style import Trace, escape, grey
from dashboard.charts.timeline import marks
from dashboard.charts.timeline import relation_arcs as chains
from dashboard.charts.timeline.alt import alt_text
from dashboard.charts.timeline.axis import date_axis, shows, year_names
from dashboard.charts.timeline.hover import hover_texts, wanted_labels
from dashboard.charts.timeline.labels import place_labels
from dashboard.charts.timeline.lane_space import rooms
from dashboard.charts.timeline.lanes import day_number, place, scale_of
from dashboard.charts.timeline.legend import key_lines, key_traces, legends
from dashboard.charts.timeline.statement_ticks import statement_ticks
from dashboard.charts.timeline.timeline_layout import (
    LANE_TEXT,
    Margins,
    TimelineLayout,
    build,
    is_phone,
    lane_name,
    margins,
)
from dashboard.charts.timeline.timeline_words import TimelineWords

__all__ = ["CONFIG", "TimelineWords", "alt_text", "timeline"]

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "responsive": True,
}
"""What `st.plotly_chart(config=…)` takes; the page adds the buttons."""


def timeline(
    frame: pd.DataFrame,
    *,
    lanes: Sequence[tuple[str, str]],
    tracks: Mapping[str, str],
    kinds: Mapping[str, str],
    words: TimelineWords,
    today: dt.date,
    selected: str | None = None,
    chain: pd.DataFrame | None = None,
    language: Literal["en", "zh"] = "en",
    lane_column: str = "lane",
    width_px: int = 1000,
    show_mentions: bool = False,
    statements: pd.DataFrame | None = None,
) -> go.Figure:
    """Draw rows of the TIMELINE columns; each row is one mark, one bar or one tick of the rug.

    `lanes` are code and label from top to bottom, of the codes in `lane_column` (`lane` or
    `track`); `tracks` and `kinds` are whole vocabularies, for hover texts and the key.
    `selected` is the id of the open record; `chain` has its links as columns `from`, `to`
    and `relation`. `language` picks the columns of titles and labels. Every mark carries
    its record's id in `customdata`. `statements` has columns id, date (partial) and hover;
    each is a tick in a lane of their own at the foot, without part in the scale or the counts.
    Raises ValueError for a lane code not in `lanes`.
    """
    frame = frame.reset_index(drop=True)
    phone = is_phone(width_px)
    size = 8.5 if phone else 10.0
    names = [label for _, label in lanes]
    beneath = [] if statements is None else [words.statements]
    bare = margins([*names, *beneath], width_px, 0)
    width = max(120.0, width_px - bare.left - bare.right)
    lines = key_lines(tracks, words, width_px, width)
    edge = margins([*names, *beneath], width_px, sum(lines))
    scale = scale_of(frame, width, size, today)
    placed = place(
        frame,
        lanes=[code for code, _ in lanes],
        column=lane_column,
        scale=scale,
        size=size,
        show_mentions=show_mentions,
    )
    labels, filled = place_labels(
        placed,
        wanted_labels(frame, placed, language),
        rooms(placed, scale, size, len(lanes), day_number(today)),
        scale,
        size,
        levels=3 if phone else 6,
    )
    with_rug = set(placed.loc[placed["role"] == "rug", "lane"])
    has_rug = [lane in with_rug for lane in range(len(lanes))]
    stage = build(scale, filled, has_rug, names, width_px, foot=statements is not None)
    hover = hover_texts(frame, tracks, kinds, words, language, phone=phone)
    found = marks.marks_of(frame, placed, hover, stage)
    traces = [
        marks.whiskers(found),
        *marks.bars(found, size),
        marks.rug(found),
        marks.leaders(found, labels, stage),
        marks.points(found, size, today),
        marks.label_texts(labels, stage),
        statement_ticks(statements, stage),
        *_selection(marks.spots(found), selected, chain, words, stage),
        *key_traces(tracks, words, has_rug=any(has_rug), size=size),
    ]
    height = stage.height + edge.top + edge.bottom
    layout = {
        "height": round(height),
        "margin": {"l": edge.left, "r": edge.right, "t": edge.top, "b": edge.bottom, "pad": 0},
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 12,
        "hoverlabel": {"align": "left"},
        "uirevision": f"{scale.start:.1f} {scale.end:.1f}",  # a zoom outlives a click, not a filter
        "xaxis": date_axis(scale),
        "yaxis": {"range": [0, stage.height], "visible": False, "fixedrange": True},
        "shapes": _shapes(stage, today),
        "annotations": [
            *year_names(scale),
            *_lane_names(stage, [*names, *beneath], edge),
            *_notes(stage, found, words, today),
        ],
        **legends(phone=phone, height=height, lines=lines),
    }
    return go.Figure(data=[trace for trace in traces if trace is not None], layout=layout)


def _selection(
    spots: Mapping[str, chains.Spot],
    selected: str | None,
    chain: pd.DataFrame | None,
    words: TimelineWords,
    stage: TimelineLayout,
) -> list[Trace]:
    """The ring around the selected record and the arcs of its links, none if it is not drawn."""
    if selected is None or selected not in spots:
        return []
    links = chains.linked(chain, spots, selected)
    ends = {selected, *links["from"], *links["to"]}
    ringed = chains.rings({name: spots[name] for name in ends}, selected, stage.date_at)
    if links.empty:
        return [ringed]
    return [chains.arcs(links, spots, words.relations, stage.date_at), ringed]


def _shapes(stage: TimelineLayout, today: dt.date) -> list[dict[str, Any]]:
    """Faint bands under every other lane, and today's dotted line."""
    shapes: list[dict[str, Any]] = [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": band.low,
            "y1": band.high,
            "fillcolor": grey(0.07),
            "line": {"width": 0},
            "layer": "below",
        }
        for band in stage.bands[::2]
    ]
    if shows(stage.scale, today):
        line = {"width": 1.4, "dash": "dot", "color": grey(0.95)}
        day = today.isoformat()
        shapes.append(
            {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": stage.height, "line": line}
            | {"layer": "below"}
        )
    return shapes


def _lane_names(stage: TimelineLayout, names: Sequence[str], edge: Margins) -> list[dict[str, Any]]:
    """Names of lanes at the left of them, on a phone above them."""
    common = {"showarrow": False, "xref": "paper", "x": 0, "xanchor": "left", "align": "left"}
    notes: list[dict[str, Any]] = []
    bands = stage.bands if stage.foot is None else (*stage.bands, stage.foot)
    for name, band in zip(names, bands, strict=True):
        text = "<br>".join(escape(line) for line in lane_name(name, phone=stage.phone))
        at = (
            {"y": band.title, "yanchor": "top", "xshift": 0}
            if stage.phone
            else {"y": (band.low + band.high) / 2, "yanchor": "middle", "xshift": -edge.left}
        )
        notes.append({**common, **at, "text": text, "font": {"size": LANE_TEXT}, "yref": "y"})
    return notes


def _notes(
    stage: TimelineLayout, found: Sequence[marks.Mark], words: TimelineWords, today: dt.date
) -> list[dict[str, Any]]:
    """Today's name, what lies left of the first day in view, and what an empty frame says."""
    paper = {"xref": "paper", "yref": "paper", "showarrow": False}
    notes: list[dict[str, Any]] = []
    if shows(stage.scale, today):
        at = {"x": today.isoformat(), "xref": "x", "y": 1, "yanchor": "bottom", "yshift": 18}
        notes.append({**paper, **at, "text": escape(words.today), "font": {"size": 11}})
    earlier = sum(mark.day < stage.scale.start for mark in found)
    if earlier:
        at = {"x": 0, "xanchor": "left", "y": 0, "yanchor": "top", "yshift": -18}
        text = "← " + escape(words.earlier.format(n=earlier))
        notes.append({**paper, **at, "text": text, "font": {"size": 11}})
    if not found:
        notes.append({**paper, "x": 0.25, "y": 0.5, "text": escape(words.empty)})
    return notes
