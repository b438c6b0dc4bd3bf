"""A vote by group: one bar for each group, every number of States written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.static_layout import CONFIG, TEXT, hidden_axis, static_layout, texts
from dashboard.charts.style import Trace, escape, text_width
from dashboard.charts.timeline.legend import LINE, above, entry_lines
from dashboard.charts.votes.positions import (
    ON_POSITION,
    POSITION_GLYPHS,
    position_colour,
    require,
)

__all__ = ["CONFIG", "group_bars"]

_EDGE, _BAR, _PITCH = 8.0, 22.0, 52.0


def group_bars(
    votes_by_group: pd.DataFrame,
    *,
    groups: Sequence[tuple[str, str]],
    positions: Mapping[str, str],
    row: str = "{group} (n={n})",
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw a votes_by_group (columns group, position, states, eligible) as bars of 100 %.

    `groups` are code and label from the top; those without a row are left out, and so is the
    bar of a group in which nobody could vote. `positions` are labels by code in the order of
    the pieces. `row` names a bar with its `{group}` and, as `{n}`, how many could vote.
    `hover` may use `{group}`, `{position}`, `{n}` and `{total}`. A number that does not fit
    into its piece stands at the right above the bar, after the position's sign. A piece has
    (group, position) as `customdata`. Raises ValueError for a code without a label.
    """
    labels = dict(groups)
    require(votes_by_group, "group", labels)
    require(votes_by_group, "position", positions)
    present = set(votes_by_group["group"])
    order = {code: n for n, code in enumerate(code for code, _ in groups if code in present)}
    cells = {
        (str(line["group"]), str(line["position"])): (int(line["states"]), int(line["eligible"]))
        for line in votes_by_group.to_dict("records")
    }
    of = {group: total for (group, _), (_, total) in cells.items()}
    room = width_px - 2 * _EDGE
    beside: dict[str, list[str]] = {group: [] for group in order}
    traces: list[Trace] = []
    for position, label in positions.items():
        found = [
            (group, *cells[group, position])
            for group in order
            if cells.get((group, position), (0, 0))[0]
        ]
        if not any(code == position for _, code in cells):
            continue
        inside = []
        for group, states, total in found:
            fits = text_width(str(states), TEXT) + 6 <= room * states / total
            inside.append(str(states) if fits else "")
            if not fits:
                beside[group].append(f"{POSITION_GLYPHS[position]} {states}")
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "x": [states / total for _, states, total in found] or [None],
                "y": [order[group] for group, _, _ in found] or [None],
                "width": _BAR / _PITCH,
                "text": inside,
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "none",
                "insidetextfont": {"size": TEXT, "color": ON_POSITION[position]},
                "marker": {
                    "color": position_colour(position),
                    "line": {"width": 1, "color": "rgba(255,255,255,0.8)"},
                },
                "unselected": {"marker": {"opacity": 1}},
                "customdata": [[group, position] for group, _, _ in found],
                "hovertext": [
                    escape(hover.format(group=labels[group], position=label, n=n, total=total))
                    for group, n, total in found
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "showlegend": True,
                "name": escape(f"{POSITION_GLYPHS[position]} {label}"),
            }
        )
    rows = list(order.values())
    heads = [row.format(group=labels[group], n=of[group]) for group in order]
    above = [n - 0.42 for n in rows]
    traces += [
        texts([0] * len(rows), above, heads, "middle right"),
        texts([1] * len(rows), above, ["  ".join(beside[group]) for group in order], "middle left"),
    ]
    return _figure(traces, len(rows), width_px)


def _figure(traces: list[Trace], rows: int, width_px: int) -> go.Figure:
    entries = [trace["name"] for trace in traces if trace["type"] == "bar"]
    top = LINE * entry_lines(entries, width_px) + 6 if entries else 6.0
    return go.Figure(
        data=traces,
        layout={
            **static_layout(top + _PITCH * max(rows, 1), l=_EDGE, r=_EDGE, t=top, b=4),
            "barmode": "stack",
            "xaxis": hidden_axis(0, 1),
            "yaxis": hidden_axis(max(rows, 1) - 0.6, -0.7),
            **(above(width_px) if entries else {}),
            "legend_traceorder": "normal",  # the order of the pieces; plotly turns stacks round
        },
    )
