"""The share of requests that had come by each day after they were made: a panel for each group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.analysis.requests.waiting import half
from dashboard.charts.palette import BLUE, grey
from dashboard.charts.static_layout import LINE_HEIGHT, TEXT, static_layout
from dashboard.charts.style import HOVER, Trace, escape, is_phone, note, scatter, text_width, wrap

_COLUMN = 300.0
"""Pixels a panel needs at least, where there are several beside each other."""
_PLOT, _FOOT, _GAP, _LEFT, _RIGHT, _AIR = 116.0, 24.0, 18.0, 44.0, 28.0, 10.0
_LETTERS = 1.75
"""Latin letters to the width of a Chinese one."""
_YEAR = 365


class Panel(NamedTuple):
    """A group by its code, what it is called, and its figures in a line."""

    group: str
    name: str
    said: str


class _Place(NamedTuple):
    """Where a panel stands: its number from 1, and its plot in pixels from the upper left."""

    number: int
    left: float
    top: float


def waiting(
    frame: pd.DataFrame,
    *,
    panels: Sequence[Panel],
    behind: str,
    few: int,
    hover: str,
    days: Callable[[int], str],
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns group, day, at_risk, came and share: steps from day 0, a panel a group.

    The steps of the group `behind` stand in grey behind every other, all panels have the same
    axes, and a mark stands where half had come; steps are dotted once fewer than `few` were waited
    for. `hover` may use `{group}`, `{day}` (as `days` writes it), `{share}`, `{came}` and `{n}`
    (still waited for before that day). On a phone one panel stands under the other.
    """
    lines = {str(code): each for code, each in frame.groupby("group", sort=False)}
    columns = 1 if is_phone(width_px) else max(1, int(width_px // _COLUMN))
    columns = min(columns, max(1, len(panels)))
    width = width_px / columns - _LEFT - _RIGHT
    titles = [
        [line for text in panel[1:] for line in _lines(text, width + _LEFT)] for panel in panels
    ]
    title = max(map(len, titles), default=0) * LINE_HEIGHT + _AIR
    pitch = title + _PLOT + _FOOT + _GAP
    height = max(1, -(-len(panels) // columns)) * pitch
    last = max((int(day) for day in frame["day"]), default=_YEAR)
    traces: list[Trace] = []
    axes: dict[str, Any] = {}
    notes = []
    for n, panel in enumerate(panels):
        left = n % columns * (width_px / columns) + _LEFT
        place = _Place(n + 1, left, n // columns * pitch + title)
        axes |= _axes(place, width, width_px, height, last, days)
        notes.append(
            note(
                "<br>".join(map(escape, titles[n])),
                TEXT,
                x=(left - _LEFT) / width_px,
                y=1 - (place.top - 4) / height,
                xref="paper",
                yref="paper",
                xanchor="left",
                yanchor="bottom",
                align="left",
                borderpad=0,
            )
        )
        if panel.group != behind and behind in lines:
            traces.append(_steps(lines[behind], place, "behind", color=grey(0.6), width=1.5))
        if panel.group in lines:
            traces += _curve(lines[panel.group], place, panel, few, hover, days)
    return go.Figure(
        data=traces,
        layout={
            **static_layout(height, l=0, r=0, t=0, b=0),
            **axes,
            "annotations": notes,
        },
    )


def waiting_alt(*, panels: Sequence[Panel], template: str, empty: str) -> str:
    """One sentence for the drawing; `template` may use `{n}` (panels), `{group}` and `{said}` (the
    first panel's name and figures)."""
    if not panels:
        return empty
    return template.format(n=len(panels), group=panels[0].name, said=panels[0].said)


def _lines(text: str, room: float) -> list[str]:
    """A text in one line where it has the room, else in as many as it needs."""
    return [text] if text_width(text, TEXT) <= room else wrap(text, int(room / TEXT * _LETTERS))


def _curve(
    lines: pd.DataFrame,
    place: _Place,
    panel: Panel,
    few: int,
    hover: str,
    days: Callable[[int], str],
) -> list[Trace]:
    """The steps of a group, what each says, and the mark where half had come."""
    said = [
        escape(
            hover.format(
                group=panel.name,
                day=days(int(line["day"])),
                share=f"{line['share']:.0%}",
                came=int(line["came"]),
                n=int(line["at_risk"]),
            )
        )
        for line in lines.to_dict("records")
    ]
    many = int((lines["at_risk"] >= few).sum())
    look: dict[str, Any] = {"color": BLUE, "width": 2.5}
    found = [_steps(lines.head(many), place, "steps", said[:many], **look)]
    if many < len(lines):
        found.append(_steps(lines, place, "few", said, start=many, dash="dot", **look))
    reached = half(lines)
    if reached is not None:
        marker = {"color": BLUE, "size": 9, "symbol": "circle"}
        found.append(
            scatter(
                **_on(place),
                x=[reached],
                y=[0.5],
                mode="markers",
                marker=marker,
                hoverinfo="skip",
                name="half",
            )
        )
    return found


def _steps(
    lines: pd.DataFrame,
    place: _Place,
    name: str,
    said: Sequence[str] = (),
    start: int = 0,
    **look: Any,
) -> Trace:
    """Steps from nothing on day 0, or from the step before `start`; without words silent."""
    x, y = [0, *map(int, lines["day"])], [0.0, *map(float, lines["share"])]
    spoken = {"hovertext": ["", *said][start:], "hovertemplate": HOVER}
    return scatter(
        **_on(place),
        **(spoken if said else {"hoverinfo": "skip"}),
        x=x[start:],
        y=y[start:],
        mode="lines",
        line={"shape": "hv", **look},
        name=name,
    )


def _on(place: _Place) -> dict[str, str]:
    number = "" if place.number == 1 else place.number
    return {"xaxis": f"x{number}", "yaxis": f"y{number}"}


def _axes(
    place: _Place,
    width: float,
    width_px: float,
    height: float,
    last: int,
    days: Callable[[int], str],
) -> dict[str, Any]:
    """The axes of a panel: years in days, and shares of the whole."""
    number = "" if place.number == 1 else place.number
    every = _YEAR * (1 if width / (last / _YEAR) >= 72 else 2)
    years = list(range(0, last + 1, every))
    common = {
        "zeroline": False,
        "ticks": "",
        "gridcolor": grey(0.18),
        "fixedrange": True,
        "tickmode": "array",
        "tickfont": {"size": TEXT},
    }
    return {
        f"xaxis{number}": {
            **common,
            "domain": [place.left / width_px, (place.left + width) / width_px],
            "anchor": f"y{number}",
            "range": [0, last * 1.02],
            "tickvals": years,
            "ticktext": [escape(days(day)) for day in years],
            "tickangle": 0,
        },
        f"yaxis{number}": {
            **common,
            "domain": [1 - (place.top + _PLOT) / height, 1 - place.top / height],
            "anchor": f"x{number}",
            "range": [0, 1.04],
            "tickvals": [0.5, 1],
            "ticktext": ["50%", "100%"],
        },
    }
