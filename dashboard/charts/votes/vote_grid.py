"""States and votes: a row for each State, a column for each vote, a letter in every cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.static_layout import CONFIG, static_layout
from dashboard.charts.style import Trace, escape, scatter, text_width
from dashboard.charts.timeline.legend import LINE, above, entry_lines
from dashboard.charts.timeline.timeline_layout import is_phone
from dashboard.charts.votes.positions import area_colour, require

__all__ = ["CONFIG", "vote_grid"]

_ROW, _TEXT, _PHONE_TEXT, _RIGHT = 16.0, 11.0, 10.0, 10.0
_MOST_LETTERS = 2000
_LEGIBLE = 11.0
"""Pixels a cell must be wide for its letter to be written."""
_LONGEST = 30


def vote_grid(
    grid: pd.DataFrame,
    *,
    states: Sequence[tuple[str, str]],
    votes: Sequence[tuple[str, str]],
    positions: Mapping[str, str],
    letters: Mapping[str, str],
    hover: str,
    key: str = "{letter} {position}",
    width_px: int = 1000,
) -> go.Figure:
    """Draw a grid (columns iso3, regional_group, vote, position) as coloured cells.

    `states` are ISO3 and name from the top, `votes` id and label from the left; both are
    drawn whole. `positions` are labels by code and `letters` what is written for each.
    `hover` may use `{state}`, `{vote}` and `{position}`; `key` names a position. Where
    nothing is known of a pair the cell stays empty. Every cell has its State's ISO3 and the
    id of the vote as `customdata`. Raises ValueError for a code without a label.
    """
    names, titles = dict(states), dict(votes)
    for column, known in (("iso3", names), ("vote", titles), ("position", positions)):
        require(grid, column, known)
    phone = is_phone(width_px)
    size = _PHONE_TEXT if phone else _TEXT
    rows = [code if phone else _short(name) for code, name in states]
    left = 10 + max((text_width(name, size) for name in rows), default=30.0)
    top = 8 + max((text_width(_short(label), size) for _, label in votes), default=30.0)
    used = [code for code in positions if code in set(grid["position"])]
    entries = [key.format(letter=letters[code], position=positions[code]) for code in used]
    room = LINE * entry_lines(entries, width_px) + 6 if entries else 0.0
    wide = (width_px - left - _RIGHT) / max(1, len(votes)) >= _LEGIBLE
    height = room + top + _ROW * max(1, len(states)) + 6
    cells = _cells(grid)
    traces = [_key(entry, code) for entry, code in zip(entries, used, strict=True)]
    if used:
        said = {
            (iso3, vote): escape(
                hover.format(state=names[iso3], vote=titles[vote], position=positions[code])
            )
            for (iso3, vote), code in cells.items()
        }
        written = _written(cells, letters) if wide else {}
        traces.insert(0, _heat(cells, said, states, votes, used, written, size))
    return go.Figure(
        data=traces,
        layout={
            **static_layout(height, l=left, r=_RIGHT, t=room + top, b=6),
            "xaxis": _axis([_short(label) for _, label in votes], size, downwards=False),
            "yaxis": _axis(rows, size, downwards=True),
            **(above(width_px) if entries else {}),
        },
    )


def _written(cells: Mapping[tuple[str, str], str], letters: Mapping[str, str]) -> Mapping[str, str]:
    """The letter of each position; none for the one most States took where cells are many.

    A browser lays out each letter by itself: nine thousand stop it for a minute. The key still
    says what an empty cell of that colour is, and no other position is without its letter.
    """
    if len(cells) <= _MOST_LETTERS:
        return letters
    (most, _), *_ = Counter(cells.values()).most_common(1)
    return {code: letter for code, letter in letters.items() if code != most}


def _cells(grid: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The position of every State in every vote that the grid knows."""
    lines = zip(grid["iso3"], grid["vote"], grid["position"], strict=True)
    return {(str(iso3), str(vote)): str(code) for iso3, vote, code in lines}


def _heat(
    cells: Mapping[tuple[str, str], str],
    said: Mapping[tuple[str, str], str],
    states: Sequence[tuple[str, str]],
    votes: Sequence[tuple[str, str]],
    used: Sequence[str],
    letters: Mapping[str, str],
    size: float,
) -> Trace:
    """One heat map: a number for each position, and a scale of steps that gives its colour."""
    number = {code: n for n, code in enumerate(used)}
    table = [[(iso3, vote) for vote, _ in votes] for iso3, _ in states]
    steps = [
        [edge / len(used), area_colour(code)] for n, code in enumerate(used) for edge in (n, n + 1)
    ]
    return {
        "type": "heatmap",
        "z": [[number.get(cells.get(at, "")) for at in row] for row in table],
        "zmin": -0.5,
        "zmax": len(used) - 0.5,
        "colorscale": steps,
        "showscale": False,
        "showlegend": False,
        "xgap": 1,
        "ygap": 1,
        "text": [[escape(letters.get(cells.get(at, ""), "")) for at in row] for row in table],
        "texttemplate": "%{text}",
        "textfont": {"size": size - 1},
        "customdata": [[list(at) for at in row] for row in table],
        "hovertext": [[said.get(at, "") for at in row] for row in table],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverongaps": False,
        "name": "votes",
    }


def _key(entry: str, code: str) -> Trace:
    return scatter(
        x=[None],
        y=[None],
        mode="markers",
        marker={"symbol": "square", "size": 12, "color": area_colour(code)},
        name=escape(entry),
        showlegend=True,
        hoverinfo="skip",
    )


def _axis(names: Sequence[str], size: float, *, downwards: bool) -> dict[str, object]:
    last = max(len(names), 1) - 0.5
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": [escape(name) for name in names],
        "tickangle": 0 if downwards else -90,
        "tickfont": {"size": size},
        "range": [last, -0.5] if downwards else [-0.5, last],
        "side": "left" if downwards else "top",
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
    }


def _short(label: str) -> str:
    """A label that one line of a row or a column holds; the hover text has it whole."""
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
