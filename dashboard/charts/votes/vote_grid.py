"""States and votes: a row for each State, a column for each vote, a letter in every cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import legend
from dashboard.charts.static_layout import name_axis, static_layout
from dashboard.charts.style import HOVER, Trace, escape, is_phone, require, text_width
from dashboard.charts.votes.positions import area_colour

_ROW, _TEXT, _RIGHT = 18.0, 12.0, 10.0
_MOST_LETTERS = 2000
_LEGIBLE = 14.0
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
    width_px: int = 1000,
) -> go.Figure:
    """Draw a grid (columns iso3, regional_group, vote, position) as coloured cells.

    `states` are ISO3 and name from the top, `votes` id and label from the left; both are drawn
    whole. `positions` are labels by code and `letters` what is written for each. `hover` may
    use `{state}`, `{vote}` and `{position}`. Where nothing is known of a pair the cell stays
    empty. Every cell has its State's ISO3 and the id of the vote as `customdata`. Raises
    ValueError for a code without a label.
    """
    names, titles = dict(states), dict(votes)
    for column, known in (("iso3", names), ("vote", titles), ("position", positions)):
        require(grid[column], known, column)
    phone = is_phone(width_px)
    rows = [code if phone else _short(name) for code, name in states]
    left = 10 + max((text_width(name, _TEXT) for name in rows), default=30.0)
    top = 8 + max((text_width(_short(label), _TEXT) for _, label in votes), default=30.0)
    used = [code for code in positions if code in set(grid["position"])]
    entries = {code: f"{letters[code]} {positions[code]}" for code in used}
    top += legend.height(entries.values(), width_px, 6) if used else 0
    wide = (width_px - left - _RIGHT) / max(1, len(votes)) >= _LEGIBLE
    cells = {
        (str(iso3), str(vote)): str(code)
        for iso3, vote, code in zip(grid["iso3"], grid["vote"], grid["position"], strict=True)
    }
    said = {
        (iso3, vote): escape(
            hover.format(state=names[iso3], vote=titles[vote], position=positions[code])
        )
        for (iso3, vote), code in cells.items()
    }
    written = _written(cells, letters) if wide else {}
    table = [[(iso3, vote) for vote in titles] for iso3 in names]
    keys = [
        legend.entry(escape(label), {"symbol": "square", "size": 12, "color": area_colour(code)})
        for code, label in entries.items()
    ]
    across = name_axis([_short(label) for label in titles.values()], downwards=False, columns=99)
    plain = {"tickfont": {"size": _TEXT}, "showgrid": False}
    return go.Figure(
        data=[_heat(table, cells, said, used, written), *keys] if used else [],
        layout={
            **static_layout(top + _ROW * max(1, len(states)) + 6, l=left, r=_RIGHT, t=top, b=6),
            "xaxis": across | plain | {"tickangle": -90},
            "yaxis": name_axis(rows, downwards=True, columns=99) | plain,
            **legend.above(entries.values(), width_px),
        },
    )


def grid_alt(grid: pd.DataFrame, *, template: str, empty: str) -> str:
    """One sentence for the grid; `template` may use `{states}` and `{votes}`."""
    if grid.empty:
        return empty
    return template.format(states=grid["iso3"].nunique(), votes=grid["vote"].nunique())


def _written(cells: Mapping[tuple[str, str], str], letters: Mapping[str, str]) -> Mapping[str, str]:
    """The letter of each position; none for the one most States took where cells are many.

    A browser lays out each letter by itself: nine thousand stop it for a minute. The key still
    says what an empty cell of that colour is, and no other position is without its letter.
    """
    if len(cells) <= _MOST_LETTERS:
        return letters
    (most, _), *_ = Counter(cells.values()).most_common(1)
    return {code: letter for code, letter in letters.items() if code != most}


def _heat(
    table: Sequence[Sequence[tuple[str, str]]],
    cells: Mapping[tuple[str, str], str],
    said: Mapping[tuple[str, str], str],
    used: Sequence[str],
    letters: Mapping[str, str],
) -> Trace:
    """One heat map: a number for each position, and a scale of steps that gives its colour."""
    number = {code: n for n, code in enumerate(used)}
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
        "textfont": {"size": _TEXT},
        "customdata": [[list(at) for at in row] for row in table],
        "hovertext": [[said.get(at, "") for at in row] for row in table],
        "hovertemplate": HOVER,
        "hoverongaps": False,
        "name": "votes",
    }


def _short(label: str) -> str:
    """A label that one line of a row or a column holds; the hover text has it whole."""
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
