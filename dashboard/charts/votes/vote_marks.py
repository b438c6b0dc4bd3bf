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

from dashboard.charts import legend
from dashboard.charts.static_layout import static_layout
from dashboard.charts.style import (
    NOWHERE,
    Trace,
    escape,
    is_phone,
    note,
    require,
    scatter,
    selectable,
    wrap,
)
from dashboard.charts.votes.positions import ALWAYS, counted, position_look

_NAME, _CODE = 12.0, 12.0
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


_DESK, _PHONE = _Sizes(20, 34, 42, 26), _Sizes(16, 21, 21, 14)


_Group = tuple[str, str, list[tuple[str, str]]]
"""A regional group: its label, its heading, and its States in order, as ISO3 and position."""


@dataclass(frozen=True)
class _Block:
    """A group where its heading and its marks stand, in pixels from the top left."""

    label: str
    lines: Sequence[str]
    states: Sequence[tuple[str, str]]
    left: float
    top: float
    columns: int
    sizes: _Sizes

    def spot(self, n: int) -> tuple[float, float]:
        """The middle of the mark of the State number `n`, line by line."""
        line, column = divmod(n, self.columns)
        x = self.left + (column + 0.5) * self.sizes.across
        return x, self.top + line * self.sizes.down + self.sizes.mark / 2 + 2

    @property
    def bottom(self) -> float:
        """Where the last line of marks ends."""
        return self.top + -(-len(self.states) // self.columns) * self.sizes.down

    @property
    def note(self) -> dict[str, Any]:
        """The heading, its last line just above the first marks."""
        place = {"x": self.left, "y": self.top - 2, "xanchor": "left", "yanchor": "bottom"}
        return note("<br>".join(map(escape, self.lines)), _NAME, align="left", **place)


def vote_marks(
    roll_call: pd.DataFrame,
    *,
    groups: Sequence[tuple[str, str]],
    positions: Mapping[str, str],
    names: Mapping[str, str],
    hover: str,
    key: str,
    block: str,
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
    require(roll_call["regional_group"], dict(groups), "regional_group")
    require(roll_call["position"], positions, "position")
    phone = is_phone(width_px)
    sizes, arrange = (_PHONE, _stacked) if phone else (_DESK, _side_by_side)
    found = arrange(_groups(roll_call, groups, list(positions), block), sizes, width_px)
    height = max((one.bottom for one in found), default=40.0) + _EDGE
    taken = set(roll_call["position"])
    always = () if {"unnamed", "unknown"} & taken else ALWAYS  # a 0 that nobody knows is not said
    drawn = [p for p in positions if p in {*always, *taken}] if found else []
    entries = [key.format(position=positions[p], n=len(roll_call)) for p in drawn]
    top = legend.height(entries, width_px, 8) if found else 0.0
    traces = []
    for position in drawn:
        label = positions[position]
        marks = [
            (iso3, one.label, *one.spot(n))
            for one in found
            for n, (iso3, taken) in enumerate(one.states)
            if taken == position
        ]
        said = (
            escape(hover.format(state=names.get(iso3, iso3), position=label, group=group))
            for iso3, group, _, _ in marks
        )
        traces.append(
            _trace(position, sizes, codes=not phone)
            | {
                "x": [x for _, _, x, _ in marks] or NOWHERE,
                "y": [y for _, _, _, y in marks] or NOWHERE,
                "text": [escape(iso3) for iso3, _, _, _ in marks],
                **selectable((iso3 for iso3, _, _, _ in marks), said),
                "name": counted(key, label, len(marks)),
            }
        )
    return go.Figure(
        data=traces,
        layout={
            **static_layout(height + top, l=0, r=0, t=top, b=0),
            "xaxis": {"range": [0, width_px], "visible": False, "fixedrange": True},
            "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
            "annotations": [one.note for one in found],
            **legend.above(entries, width_px),
        },
    )


def _trace(position: str, sizes: _Sizes, *, codes: bool) -> Trace:
    """The look of one position's marks, without places."""
    look = position_look(position)
    return scatter(
        mode="markers+text" if codes else "markers",
        textposition="bottom center",
        textfont={"size": _CODE},
        marker={
            "symbol": look.symbol,
            "size": round(sizes.mark * look.factor, 1),
            "color": look.colour,
            "opacity": 1,
            "line": {"width": 2, "color": look.colour},
        },
        showlegend=True,
    )


def _groups(
    roll_call: pd.DataFrame,
    groups: Sequence[tuple[str, str]],
    positions: Sequence[str],
    template: str,
) -> list[_Group]:
    """Every group with a State, its States ordered by position and then as they came."""
    order = roll_call.sort_values(
        "position", key=lambda codes: codes.map(positions.index), kind="stable"
    )
    found = []
    for code, label in groups:
        rows = order[order["regional_group"] == code]
        if not rows.empty:
            states = list(zip(rows["iso3"], rows["position"], strict=True))
            found.append((label, template.format(group=label, n=len(rows)), states))
    return found


def _side_by_side(groups: Sequence[_Group], sizes: _Sizes, width: float) -> list[_Block]:
    """Blocks beside each other, their marks on one height beneath the tallest heading."""
    columns = _columns([len(states) for _, _, states in groups], sizes, width)
    room = [count * sizes.across for count in columns]
    headings = [
        wrap(heading, int((space + sizes.gap / 2) / (_NAME * 0.56)))
        for (_, heading, _), space in zip(groups, room, strict=True)
    ]
    top = max(map(len, headings), default=0) * _LINE + 4
    found, left = [], _EDGE
    for (label, _, states), lines, count in zip(groups, headings, columns, strict=True):
        found.append(_Block(label, lines, states, left, top, count, sizes))
        left += count * sizes.across + sizes.gap
    return found


def _stacked(groups: Sequence[_Group], sizes: _Sizes, width: float) -> list[_Block]:
    """Blocks below each other, each as wide as the screen."""
    columns = max(1, int((width - 2 * _EDGE) / sizes.across))
    found, end = [], 0.0
    for label, heading, states in groups:
        lines = wrap(heading, int(width / (_NAME * 0.6)))
        top = end + len(lines) * _LINE + 4
        found.append(_Block(label, lines, states, _EDGE, top, columns, sizes))
        end = found[-1].bottom + sizes.gap
    return found


def _columns(counts: Sequence[int], sizes: _Sizes, width: float) -> list[int]:
    """Columns of each block at the least number of lines for which all fit side by side."""
    free = width - 2 * _EDGE - sizes.gap * max(0, len(counts) - 1)
    for lines in range(1, max(counts, default=0) + 1):
        wanted = [max(_MIN_COLUMNS, -(-count // lines)) for count in counts]
        if sum(wanted) * sizes.across <= free:
            return wanted
    return [_MIN_COLUMNS] * len(counts)
