"""One vote on a world map: a second view, because a map shows area and not States.

The outlines are asked for at `CONFIG["topojsonURL"]`, our own server. States too small to
have one are drawn as a mark of the same colour, so that none is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.static_layout import CONFIG as STILL
from dashboard.charts.static_layout import static_layout
from dashboard.charts.style import Trace, escape, grey
from dashboard.charts.timeline.legend import LINE, above, entry_lines
from dashboard.charts.timeline.timeline_layout import is_phone
from dashboard.charts.votes.positions import (
    ALWAYS,
    POSITION_SHAPES,
    area_colour,
    key_name,
    position_colour,
    position_symbol,
    require,
)
from dashboard.charts.votes.small_states import SMALL_STATES

CONFIG: Final[dict[str, Any]] = {**STILL, "topojsonURL": "/map/"}
"""What `st.plotly_chart(config=…)` takes. An app served below a path of a host needs that
path before `/map/`."""

_MARK, _PHONE_MARK = 9.0, 8.0
_NO_DATA = 0.22


def vote_map(
    roll_call: pd.DataFrame,
    *,
    positions: Mapping[str, str],
    names: Mapping[str, str],
    hover: str,
    key: str = "{position} {n}",
    width_px: int = 1000,
) -> go.Figure:
    """Draw a roll_call (columns iso3, regional_group, position) on outlines of the world.

    `positions` are labels by code in the order of the key, `names` the States' names by
    ISO3. `hover` is a sentence with the places `{state}` and `{position}`; `key` one with
    `{position}` and `{n}`. Every State is one area or, where the outlines lack it, one mark;
    both have its ISO3 as `customdata`. Areas of no State in the roll_call stay a faint grey.
    Raises ValueError for a position without a label.
    """
    require(roll_call, "position", positions)
    phone = is_phone(width_px)
    traces: list[Trace] = []
    for position, label in positions.items():
        states = [str(iso3) for iso3 in roll_call.loc[roll_call["position"] == position, "iso3"]]
        said = {
            iso3: escape(hover.format(state=names.get(iso3, iso3), position=label))
            for iso3 in states
        }
        outlined = [iso3 for iso3 in states if iso3 not in SMALL_STATES]
        small = [iso3 for iso3 in states if iso3 in SMALL_STATES]
        if outlined:
            traces.append(_areas(outlined, position, said))
        if small:
            traces.append(_marks(small, position, said, _PHONE_MARK if phone else _MARK))
        if states or (len(roll_call) and position in ALWAYS):
            traces.append(_entry(key_name(key, label, len(states)), position))
    entries = [trace["name"] for trace in traces if trace["showlegend"]]
    top = LINE * entry_lines(entries, width_px) + 4 if entries else 4.0
    return go.Figure(
        data=traces,
        layout={
            **static_layout(width_px * 0.46 + top, l=0, r=0, t=top, b=0),
            "geo": {
                "scope": "world",
                "resolution": 110,
                "projection": {"type": "equal earth", "rotation": {"lon": 11}},
                "lataxis": {"range": [-58, 84]},  # the votes of no State lie beyond
                "showland": True,
                "landcolor": grey(_NO_DATA),
                "showcoastlines": False,
                "showcountries": True,
                "countrycolor": grey(0.6),
                "countrywidth": 0.5,
                "showocean": False,
                "showlakes": False,
                "showframe": False,
                "bgcolor": "rgba(0,0,0,0)",
            },
            **(above(width_px) if traces else {}),
        },
    )


def _areas(states: list[str], position: str, said: Mapping[str, str]) -> Trace:
    colour = area_colour(position)
    return {
        "type": "choropleth",
        "locations": states,
        "locationmode": "ISO-3",
        "z": [1] * len(states),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"width": 0.5, "color": "rgba(255,255,255,0.7)"}, "opacity": 1},
        "unselected": {"marker": {"opacity": 1}},
        "customdata": states,
        "hovertext": [said[iso3] for iso3 in states],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": position,
    }


def _marks(states: list[str], position: str, said: Mapping[str, str], size: float) -> Trace:
    return {
        "type": "scattergeo",
        "lon": [SMALL_STATES[iso3][0] for iso3 in states],
        "lat": [SMALL_STATES[iso3][1] for iso3 in states],
        "mode": "markers",
        "marker": _marker(position, size),
        "unselected": {"marker": {"opacity": 1}},
        "customdata": states,
        "hovertext": [said[iso3] for iso3 in states],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "name": position,
    }


def _entry(name: str, position: str) -> Trace:
    """An entry of the key that stands for the areas and the marks of a position."""
    return {
        "type": "scattergeo",
        "lon": [None],
        "lat": [None],
        "mode": "markers",
        "marker": _marker(position, 12.0) | _area_sign(position),
        "showlegend": True,
        "hoverinfo": "skip",
        "name": name,
    }


def _area_sign(position: str) -> dict[str, Any]:
    """A square in the key for a position whose areas have another colour than its marks."""
    if area_colour(position) == position_colour(position):
        return {}
    return {"symbol": "square", "color": area_colour(position)}


def _marker(position: str, size: float) -> dict[str, Any]:
    hollow = "-open" in POSITION_SHAPES.get(position, "")
    return {
        "symbol": position_symbol(position),
        "size": size,
        "color": position_colour(position),
        "opacity": 1,
        "line": {
            "width": 1.5 if hollow else 0.8,
            "color": position_colour(position) if hollow else "rgba(255,255,255,0.8)",
        },
    }
