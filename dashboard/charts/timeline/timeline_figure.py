"""The timeline: lanes, dates across, a dot for each record, a colour for the track."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.date_axis import (
    Scale,
    date_axis,
    day_number,
    today_line,
    today_name,
    year_names,
)
from dashboard.charts.palette import grey
from dashboard.charts.style import escape, is_phone, note
from dashboard.charts.timeline import marks
from dashboard.charts.timeline.hover import hover_texts, wanted_labels
from dashboard.charts.timeline.labels import place_labels, space_beside_marks
from dashboard.charts.timeline.lanes import place, scale_of
from dashboard.charts.timeline.legend import legend_entries, legend_lines, legends
from dashboard.charts.timeline.relation_arcs import relation_arcs
from dashboard.charts.timeline.timeline_layout import (
    LANE_TEXT,
    Margins,
    TimelineLayout,
    lane_name,
    margins,
    stack_lanes,
)
from dashboard.charts.timeline.timeline_words import TimelineWords
from dashboard.words import InterfaceLanguage


def timeline(
    frame: pd.DataFrame,
    *,
    lanes: Sequence[tuple[str, str]],
    tracks: Mapping[str, str],
    kinds: Mapping[str, str],
    words: TimelineWords,
    today: dt.date,
    selected: str | None = None,
    links: pd.DataFrame | None = None,
    language: InterfaceLanguage = "en",
    width_px: int = 1000,
    show_mentions: bool = False,
    statements: pd.DataFrame | None = None,
) -> go.Figure:
    """Draw rows of the TIMELINE columns; each row is one mark, one bar or one tick of the rug.

    `lanes` are code and label from top to bottom, of the codes in the column lane; `tracks` and
    `kinds` are whole vocabularies, for hover texts and the key. `selected` is the id of the
    open record; `links` has its relations as columns `from`, `to` and `relation`. `language`
    picks the columns of titles and labels. Every mark carries its record's id in `customdata`.
    `statements` has columns id, date (partial) and hover; each is a tick in a lane of their own
    at the foot, without part in the scale or the counts.
    Raises ValueError for a lane code not in `lanes`.
    """
    frame = frame.reset_index(drop=True)
    phone = is_phone(width_px)
    size = 8.5 if phone else 10.0
    names = [label for _, label in lanes] + ([] if statements is None else [words.statements])
    bare = margins(names, width_px, 0)
    width = max(120.0, width_px - bare.left - bare.right)
    lines = legend_lines(tracks, words, width_px, width)
    edge = margins(names, width_px, lines)
    scale = scale_of(frame, width, size, today)
    placed = place(
        frame,
        lanes=[code for code, _ in lanes],
        scale=scale,
        size=size,
        show_mentions=show_mentions,
    )
    labels, filled = place_labels(
        placed,
        wanted_labels(frame, placed, language),
        space_beside_marks(placed, scale, size, len(lanes), day_number(today)),
        scale,
        size,
        levels=3 if phone else 6,
    )
    with_rug = set(placed.loc[placed["role"] == "rug", "lane"])
    has_rug = [lane in with_rug for lane in range(len(lanes))]
    layout = stack_lanes(
        scale, filled, has_rug, names[: len(lanes)], width_px, foot=statements is not None
    )
    hover = hover_texts(frame, tracks, kinds, words, language, today=today, phone=phone)
    found = marks.marks_of(frame, placed, hover, layout, today)
    by_id = {mark.id: mark for mark in found}
    traces = [
        marks.whiskers(found),
        *marks.bars(found, size),
        marks.rug(found),
        marks.leaders(found, labels, layout),
        marks.points(found, size),
        marks.label_texts(labels, layout),
        marks.statement_ticks(statements, layout),
        *relation_arcs(links, by_id, selected, words.relations, scale),
        *legend_entries(tracks, words, has_rug=any(has_rug), size=size),
    ]
    height = layout.height + edge.top + edge.bottom
    in_view = _shows(scale, today)
    line = today_line(today, y0=0, y1=layout.height, layer="below")
    return go.Figure(
        data=[trace for trace in traces if trace is not None],
        layout={
            "height": round(height),
            "margin": {"l": edge.left, "r": edge.right, "t": edge.top, "b": edge.bottom, "pad": 0},
            "dragmode": "pan",
            "hovermode": "closest",
            "hoverdistance": 12,
            "hoverlabel": {"align": "left"},
            # a zoom outlives a click, not a filter
            "uirevision": f"{scale.start:.1f} {scale.end:.1f}",
            "xaxis": date_axis(scale),
            "yaxis": {"range": [0, layout.height], "visible": False, "fixedrange": True},
            "shapes": [*_lane_bands(layout), *([line] if in_view else [])],
            "annotations": [
                *year_names(scale),
                *_lane_names(layout, names, edge),
                *([today_name(words.today, today, 18)] if in_view else []),
                *_notes(scale, found, words),
            ],
            **legends(tracks, words, width=width_px),
        },
    )


def alt_text(
    frame: pd.DataFrame,
    *,
    total: int,
    lanes: Mapping[str, str],
    template: str,
    empty: str,
    dates: Callable[[str, str | None], str],
) -> str:
    """One sentence that says what the timeline shows, for `alt` and the caption.

    `template` may use `{n}`, `{total}`, `{first}`, `{last}`, `{lane}` and `{lane_n}` (the
    fullest lane), `{year}` and `{year_n}` (the fullest year); `empty` may use `{total}`.
    """
    if frame.empty:
        return empty.format(total=total)
    by_lane = frame["lane"].value_counts()
    fullest = min(lanes, key=lambda code: -int(by_lane.get(code, 0)))
    years = frame["date"].str[:4].value_counts().sort_index()
    return template.format(
        n=len(frame),
        total=total,
        first=dates(min(frame["date"]), None),
        last=dates(max(frame["date"]), None),
        lane=lanes[fullest],
        lane_n=int(by_lane.get(fullest, 0)),
        year=years.idxmax(),
        year_n=int(years.max()),
    )


def _shows(scale: Scale, day: dt.date) -> bool:
    return scale.start <= day_number(day) <= scale.end


def _lane_bands(layout: TimelineLayout) -> list[dict[str, Any]]:
    """Faint bands under every other lane."""
    look = {"fillcolor": grey(0.07), "line": {"width": 0}, "layer": "below"}
    across = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1}
    return [{**across, **look, "y0": band.low, "y1": band.high} for band in layout.bands[::2]]


def _lane_names(
    layout: TimelineLayout, names: Sequence[str], edge: Margins
) -> list[dict[str, Any]]:
    """Names of lanes at the left of them, on a phone above them."""
    common = {"xref": "paper", "x": 0, "xanchor": "left", "align": "left", "yref": "y"}
    notes: list[dict[str, Any]] = []
    bands = layout.bands if layout.foot is None else (*layout.bands, layout.foot)
    for name, band in zip(names, bands, strict=True):
        text = "<br>".join(escape(line) for line in lane_name(name, phone=layout.phone))
        at = (
            {"y": band.title, "yanchor": "top", "xshift": 0}
            if layout.phone
            else {"y": (band.low + band.high) / 2, "yanchor": "middle", "xshift": -edge.left}
        )
        notes.append(note(text, LANE_TEXT, **common, **at))
    return notes


def _notes(scale: Scale, found: Sequence[marks.Mark], words: TimelineWords) -> list[dict[str, Any]]:
    """What lies left of the first day in view, and what an empty frame says."""
    paper = {"xref": "paper", "yref": "paper"}
    notes: list[dict[str, Any]] = []
    earlier = sum(mark.day < scale.start for mark in found)
    if earlier:
        at = {"x": 0, "xanchor": "left", "y": 0, "yanchor": "top", "yshift": -18}
        notes.append(note("← " + escape(words.earlier.format(n=earlier)), 12, **paper, **at))
    if not found:
        notes.append(note(escape(words.empty), 12, **paper, x=0.25, y=0.5))
    return notes
