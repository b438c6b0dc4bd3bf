"""One vote as equal marks: one for every State, large or small, in blocks of regional groups.

Every State has one vote, so every State has one mark of the same size; a world map would
show area instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.static_layout import CONFIG, static_layout
from dashboard.charts.style import Trace, escape, scatter, wrap
from dashboard.charts.timeline.legend import LINE, above, entry_lines
from dashboard.charts.timeline.timeline_layout import is_phone
from dashboard.charts.votes.positions import (
    ALWAYS,
    key_name,
    position_colour,
    position_size,
    position_symbol,
    require,
)

__all__ = ["CONFIG", "vote_marks"]

_NAME, _CODE = 12.0, 9.5
_LINE = 16.0
_EDGE = 8.0
_MIN_COLUMNS = 3


@dataclass(frozen=True)
class _Sizes:
    """Pixels of a mark and its place, with or without its code beneath."""

    mark: float
    across: float
    down: float
    gap: float


_DESK, _PHONE = _Sizes(20, 34, 40, 26), _Sizes(16, 21, 21, 14)


@dataclass(frozen=True)
class _Block:
    """A regional group: its heading and where its marks stand, in pixels from the top left."""

    lines: tuple[str, ...]
    left: float
    top: float
    columns: int
    rows: pd.DataFrame


def vote_marks(
    roll_call: pd.DataFrame,
    *,
    groups: Sequence[tuple[str, str]],
    positions: Mapping[str, str],
    names: Mapping[str, str],
    hover: str,
    key: str = "{position} {n}",
    block: str = "{group} ({n})",
    width_px: int = 1000,
) -> go.Figure:
    """Draw a roll_call (columns iso3, regional_group, position) as one mark for every row.

    `groups` are code and label in the order of the blocks; one without a State is left out.
    `positions` are labels by code, in the order of the marks within a block and of the key.
    `names` are the States' names by ISO3; a State without one keeps its code. `hover` is a
    sentence with the places `{state}`, `{position}` and `{group}`; `key` and `block` are the
    entries of the key and the headings, with the number of marks as `{n}`. Every mark has
    its State's ISO3 as `customdata`. On a phone blocks stand below each other and codes are
    not written. Raises ValueError for a group or a position without a label.
    """
    require(roll_call, "regional_group", dict(groups))
    require(roll_call, "position", positions)
    phone = is_phone(width_px)
    sizes = _PHONE if phone else _DESK
    found = _blocks(roll_call, groups, positions, block, sizes, width_px, phone=phone)
    height = max((_bottom(one, sizes) for one in found), default=40.0) + _EDGE
    taken = {*ALWAYS, *roll_call["position"]}
    entries = [key.format(position=positions[p], n=len(roll_call)) for p in positions if p in taken]
    top = LINE * entry_lines(entries, width_px) + 8 if found else 0.0
    labels = dict(groups)
    traces = []
    nowhere: list[float | None] = [None]  # plotly leaves a trace without a place out of its key
    for position, label in positions.items():
        marks = [spot for one in found for spot in _spots(one, sizes, position)]
        if not found or not (marks or position in ALWAYS):
            continue
        trace = _trace(position, sizes, codes=not phone)
        said = [
            escape(hover.format(state=names.get(iso3, iso3), position=label, group=labels[group]))
            for _, _, iso3, group in marks
        ]
        traces.append(
            trace
            | {
                "x": [x for x, _, _, _ in marks] or nowhere,
                "y": [y for _, y, _, _ in marks] or nowhere,
                "text": [escape(iso3) for _, _, iso3, _ in marks],
                "customdata": [iso3 for _, _, iso3, _ in marks],
                "hovertext": said,
                "name": key_name(key, label, len(marks)),
            }
        )
    return go.Figure(
        data=traces,
        layout={
            **static_layout(height + top, l=0, r=0, t=top, b=0),
            "xaxis": {"range": [0, width_px], "visible": False, "fixedrange": True},
            "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
            "annotations": [_heading(one) for one in found],
            **(above(width_px) if found else {}),
        },
    )


def _trace(position: str, sizes: _Sizes, *, codes: bool) -> Trace:
    """The look of one position's marks, without places."""
    return scatter(
        mode="markers+text" if codes else "markers",
        textposition="bottom center",
        textfont={"size": _CODE},
        marker={
            "symbol": position_symbol(position),
            "size": position_size(position, sizes.mark),
            "color": position_colour(position),
            "opacity": 1,
            "line": {"width": 2, "color": position_colour(position)},
        },
        unselected={"marker": {"opacity": 1}},
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=True,
    )


def _blocks(
    roll_call: pd.DataFrame,
    groups: Sequence[tuple[str, str]],
    positions: Mapping[str, str],
    template: str,
    sizes: _Sizes,
    width: float,
    *,
    phone: bool,
) -> list[_Block]:
    """Every group with a State, its rows ordered by position and then as they came."""
    place = {code: n for n, code in enumerate(positions)}
    order = roll_call.assign(_place=[place[str(code)] for code in roll_call["position"]])
    order = order.sort_values("_place", kind="stable")
    parts = [
        (template.format(group=label, n=len(rows)), rows)
        for code, label in groups
        if not (rows := order[order["regional_group"] == code]).empty
    ]
    if phone:
        return _stacked(parts, sizes, width)
    widths = _columns([len(rows) for _, rows in parts], sizes, width)
    room = [columns * sizes.across for columns in widths]
    headings = [
        wrap(label, int((space + sizes.gap / 2) / (_NAME * 0.56)))
        for (label, _), space in zip(parts, room, strict=True)
    ]
    top = max(map(len, headings), default=0) * _LINE + 4
    found, left = [], _EDGE
    for (_, rows), lines, columns, space in zip(parts, headings, widths, room, strict=True):
        found.append(_Block(tuple(lines), left, top, columns, rows))
        left += space + sizes.gap
    return found


def _stacked(
    parts: Sequence[tuple[str, pd.DataFrame]], sizes: _Sizes, width: float
) -> list[_Block]:
    """Blocks below each other, each as wide as the screen."""
    columns = max(1, int((width - 2 * _EDGE) / sizes.across))
    found, top = [], 0.0
    for label, rows in parts:
        lines = tuple(wrap(label, int(width / (_NAME * 0.6))))
        one = _Block(lines, _EDGE, top + len(lines) * _LINE + 4, columns, rows)
        found.append(one)
        top = _bottom(one, sizes) + sizes.gap
    return found


def _columns(counts: Sequence[int], sizes: _Sizes, width: float) -> list[int]:
    """Columns of each block at the least number of lines for which all fit side by side."""
    free = width - 2 * _EDGE - sizes.gap * max(0, len(counts) - 1)
    for lines in range(1, max(counts, default=0) + 1):
        wanted = [max(_MIN_COLUMNS, -(-count // lines)) for count in counts]
        if sum(wanted) * sizes.across <= free:
            return wanted
    return [_MIN_COLUMNS] * len(counts)


def _spots(one: _Block, sizes: _Sizes, position: str) -> list[tuple[float, float, str, str]]:
    """Where the marks of one position stand in a block: x, y, ISO3 and group, line by line."""
    rows = zip(one.rows["iso3"], one.rows["regional_group"], one.rows["position"], strict=True)
    return [
        (
            one.left + (n % one.columns + 0.5) * sizes.across,
            one.top + (n // one.columns) * sizes.down + sizes.mark / 2 + 2,
            str(iso3),
            str(group),
        )
        for n, (iso3, group, taken) in enumerate(rows)
        if taken == position
    ]


def _bottom(one: _Block, sizes: _Sizes) -> float:
    return one.top + -(-len(one.rows) // one.columns) * sizes.down


def _heading(one: _Block) -> dict[str, Any]:
    """A block's name, its last line just above its first marks."""
    return {
        "x": one.left,
        "y": one.top - 2,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "text": "<br>".join(map(escape, one.lines)),
        "font": {"size": _NAME},
    }
