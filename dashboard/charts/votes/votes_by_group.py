"""A vote by group: one bar for each group, every number of States written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import legend
from dashboard.charts.palette import EDGE
from dashboard.charts.static_layout import TEXT, hidden_axis, static_layout, texts
from dashboard.charts.style import NOWHERE, Trace, escape, require, selectable, text_width
from dashboard.charts.votes.positions import position_look

_EDGE, _BAR, _PITCH = 8.0, 22.0, 52.0


def group_bars(
    votes_by_group: pd.DataFrame,
    *,
    groups: Sequence[tuple[str, str]],
    positions: Mapping[str, str],
    row: str,
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw a votes_by_group (columns group, position, states, eligible) as bars of 100 %.

    `groups` are code and label from the top; those without a row are left out, and so is the
    bar of a group without a Member State. `positions` are labels by code in the order of
    the pieces. `row` names a bar with its `{group}` and, as `{n}`, its Member States.
    `hover` may use `{group}`, `{position}`, `{n}` and `{total}`. A number that does not fit
    into its piece stands at the right above the bar, after the position's sign. A piece has
    (group, position) as `customdata`. Raises ValueError for a code without a label.
    """
    require(votes_by_group["group"], dict(groups), "group")
    require(votes_by_group["position"], positions, "position")
    eligible = dict(zip(votes_by_group["group"], votes_by_group["eligible"], strict=True))
    labels = {code: label for code, label in groups if code in eligible}
    room = width_px - 2 * _EDGE
    beside: dict[str, list[str]] = {group: [] for group in labels}
    traces: list[Trace] = []
    entries: list[str] = []
    for position, label in positions.items():
        rows = votes_by_group[votes_by_group["position"] == position].set_index("group")["states"]
        if rows.empty:
            continue
        glyph = position_look(position).glyph
        found, inside, said = [], [], []
        for at, (group, name) in enumerate(labels.items()):
            n, total = int(rows.get(group, 0)), int(eligible[group])
            if not n:
                continue
            fits = text_width(str(n), TEXT) + 6 <= room * n / total
            inside.append(str(n) if fits else "")
            if not fits:
                beside[group].append(f"{glyph} {n}")
            found.append((n / total, at, [group, position]))
            said.append(escape(hover.format(group=name, position=label, n=n, total=total)))
        entries.append(f"{glyph} {label}")
        traces.append(
            _pieces(position, inside)
            | {
                "x": [share for share, _, _ in found] or NOWHERE,
                "y": [at for _, at, _ in found] or NOWHERE,
                **selectable((codes for _, _, codes in found), said),
                "name": escape(entries[-1]),
            }
        )
    heads = [row.format(group=name, n=eligible[group]) for group, name in labels.items()]
    above = [n - 0.42 for n in range(len(labels))]
    spare = ["  ".join(written) for written in beside.values()]
    traces += [
        texts([0] * len(labels), above, heads, "middle right"),
        texts([1] * len(labels), above, spare, "middle left"),
    ]
    last, top = max(len(labels), 1), legend.height(entries, width_px, 6)
    return go.Figure(
        data=traces,
        layout={
            **static_layout(top + _PITCH * last, l=_EDGE, r=_EDGE, t=top, b=4),
            "barmode": "stack",
            "xaxis": hidden_axis(0, 1),
            "yaxis": hidden_axis(last - 0.6, -0.7),
            **legend.above(entries, width_px),
            "legend_traceorder": "normal",  # the order of the pieces; plotly turns stacks round
        },
    )


def by_group_alt(
    votes_by_group: pd.DataFrame,
    *,
    template: str,
    groups: Sequence[tuple[str, str]],
    empty: str,
    part: str,
    joint: str,
) -> str:
    """One sentence for the bars by group; `{groups}` is their number.

    `{parts}` has, for each group in the order of `groups`, `part` with the `{n}` of its
    `{total}` States that voted in favour, joined by `joint`.
    """
    rows = votes_by_group[votes_by_group["position"] == "yes"].set_index("group")
    if rows.empty:
        return empty
    found = rows[["states", "eligible"]].astype(int)
    parts = [
        part.format(group=label, n=found.at[code, "states"], total=found.at[code, "eligible"])
        for code, label in groups
        if code in found.index
    ]
    return template.format(groups=votes_by_group["group"].nunique(), parts=joint.join(parts))


def _pieces(position: str, inside: Sequence[str]) -> Trace:
    """The look of one position's pieces, with what is written inside."""
    look = position_look(position)
    return {
        "type": "bar",
        "orientation": "h",
        "width": _BAR / _PITCH,
        "text": inside,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {"size": TEXT, "color": look.text},
        "marker": {"color": look.colour, "line": {"width": 1, "color": EDGE}},
        "showlegend": True,
    }
