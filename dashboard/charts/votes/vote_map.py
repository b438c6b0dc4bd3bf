"""One vote on a world map: a second view, because a map shows area and not States.

The outlines are asked for at `CONFIG["topojsonURL"]`, our own server. States too small to
have one are drawn as a mark of the same colour, so that none is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import legend
from dashboard.charts.palette import EDGE, grey
from dashboard.charts.static_layout import static_layout
from dashboard.charts.style import Trace, escape, is_phone, require, selectable
from dashboard.charts.votes.positions import ALWAYS, area_colour, counted, position_look

CONFIG: Final[dict[str, Any]] = {"topojsonURL": "/map/"}
"""What `st.plotly_chart(config=…)` takes beside what every drawing does. An app served below a
path of a host needs that path before `/map/`."""

_MARK, _PHONE_MARK, _KEY_MARK = 9.0, 8.0, 12.0
_NO_DATA = 0.22

SMALL_STATES: Final = {
    "AND": (1.57, 42.54),
    "ATG": (-61.8, 17.08),
    "BHR": (50.55, 26.04),
    "BRB": (-59.55, 13.17),
    "FSM": (158.23, 6.88),
    "GRD": (-61.69, 12.11),
    "KIR": (-157.63, 1.84),
    "KNA": (-62.76, 17.34),
    "LCA": (-60.97, 13.89),
    "LIE": (9.55, 47.14),
    "MCO": (7.42, 43.74),
    "MDV": (73.54, 4.21),
    "MHL": (171.1, 7.12),
    "MLT": (14.44, 35.89),
    "NRU": (166.92, -0.53),
    "PLW": (134.57, 7.51),
    "SGP": (103.78, 1.38),
    "SMR": (12.46, 43.94),
    "SYC": (55.47, -4.69),
    "TON": (-175.2, -21.17),
    "TUV": (179.18, -8.5),
    "VCT": (-61.19, 13.25),
}
"""Longitude and latitude by ISO3, degrees. They are the centres plotly.js 4.1.1 gives in its
finer outlines (world_50m, after UN Geodata); San Marino has none there either, and stands at
its capital."""


def vote_map(
    roll_call: pd.DataFrame,
    *,
    positions: Mapping[str, str],
    names: Mapping[str, str],
    hover: str,
    key: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw a roll_call (columns iso3, regional_group, position) on outlines of the world.

    `positions` are labels by code in the order of the key, `names` the States' names by
    ISO3. `hover` is a sentence with the places `{state}` and `{position}`; `key` one with
    `{position}` and `{n}`. Every State is one area or, where the outlines lack it, one mark;
    both have its ISO3 as `customdata`. Areas of no State in the roll_call stay a faint grey.
    Raises ValueError for a position without a label.
    """
    require(roll_call["position"], positions, "position")
    size = _PHONE_MARK if is_phone(width_px) else _MARK
    traces: list[Trace] = []
    entries: list[str] = []
    for position, label in positions.items():
        states = [str(iso3) for iso3 in roll_call.loc[roll_call["position"] == position, "iso3"]]
        said = {
            iso3: escape(hover.format(state=names.get(iso3, iso3), position=label))
            for iso3 in states
        }
        outlined = {iso3: text for iso3, text in said.items() if iso3 not in SMALL_STATES}
        small = {iso3: text for iso3, text in said.items() if iso3 in SMALL_STATES}
        if outlined:
            traces.append(_areas(outlined, position))
        if small:
            places = [SMALL_STATES[iso3] for iso3 in small]
            told = {**selectable(small, small.values()), "showlegend": False, "name": position}
            traces.append(_marks(places, _marker(position, size)) | told)
        if states or (len(roll_call) and position in ALWAYS):
            entries.append(counted(key, label, len(states)))
            marker = _marker(position, _KEY_MARK) | _area_sign(position)
            told = {"showlegend": True, "hoverinfo": "skip", "name": entries[-1]}
            traces.append(_marks([(None, None)], marker) | told)
    top = legend.height(entries, width_px, 4)
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
            **legend.above(entries, width_px),
        },
    )


def _areas(said: Mapping[str, str], position: str) -> Trace:
    """The outlines of States by ISO3, with what each says on hover."""
    colour = area_colour(position)
    return {
        "type": "choropleth",
        "locations": list(said),
        "locationmode": "ISO-3",
        "z": [1] * len(said),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"width": 0.5, "color": EDGE}, "opacity": 1},
        **selectable(said, said.values()),
        "name": position,
    }


def _marks(places: Sequence[tuple[float | None, float | None]], marker: dict[str, Any]) -> Trace:
    """Marks at longitudes and latitudes; without one, an entry of the key."""
    lon, lat = zip(*places, strict=True)
    return {"type": "scattergeo", "lon": lon, "lat": lat, "mode": "markers", "marker": marker}


def _area_sign(position: str) -> dict[str, Any]:
    """A square in the key for a position whose areas have another colour than its marks."""
    if area_colour(position) == position_look(position).colour:
        return {}
    return {"symbol": "square", "color": area_colour(position)}


def _marker(position: str, size: float) -> dict[str, Any]:
    look = position_look(position)
    hollow = {"width": 1.5, "color": look.colour}
    filled = {"width": 0.8, "color": EDGE}
    return {
        "symbol": look.symbol,
        "size": size,
        "color": look.colour,
        "opacity": 1,
        "line": hollow if "-open" in look.symbol else filled,
    }
