"""Recorded votes as bars of the whole membership, one below the other, each text by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import legend
from dashboard.charts.palette import grey
from dashboard.charts.static_layout import LINE_HEIGHT, TEXT, static_layout, texts
from dashboard.charts.style import (
    NOWHERE,
    Trace,
    escape,
    is_phone,
    note,
    require,
    selectable,
    text_width,
    wrap,
)
from dashboard.charts.votes.positions import area_colour, position_look

_EDGE, _GAP = 8.0, 10.0
_BAR, _SLIM = 17.0, 7.0
_PITCH, _BETWEEN = 24.0, 14.0
_WRITTEN = ("yes", "abstain", "no")
"""The totals that stand as figures at the end of a bar."""


@dataclass(frozen=True)
class Line:
    """A vote: its `text` where it is the first of that text, else empty, and what tells it from
    the text's other votes. A vote on a part or a motion is `slim`."""

    vote: str
    text: str
    name: str
    slim: bool = False


def vote_bars(
    totals: pd.DataFrame,
    *,
    lines: Sequence[Line],
    positions: Mapping[str, str],
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw parts of votes (columns vote, position, states, share) as one bar for each line.

    `positions` are labels by code in the order of the parts. `hover` may use `{text}`, `{vote}`
    and `{parts}`, the totals after their labels. A part gives its vote as `customdata`. On a
    phone a vote's name stands above its bar. Raises ValueError for a position without a label.
    """
    require(totals["position"], positions, "position")
    phone = is_phone(width_px)
    parts: dict[str, dict[str, tuple[int | None, float]]] = {line.vote: {} for line in lines}
    for row in totals.to_dict("records"):
        if row["vote"] in parts:
            states = None if pd.isna(row["states"]) else int(row["states"])
            parts[row["vote"]][row["position"]] = (states, float(row["share"]))
    figures = [_figures(parts[line.vote]) for line in lines]
    names = max((text_width(line.name, TEXT) for line in lines), default=0.0)
    left = _EDGE if phone else _EDGE + names + _GAP
    end = max((text_width(written, TEXT) for written in figures), default=0.0)
    right = width_px - _EDGE - (0 if phone else end + _GAP)
    above = [
        _above(line.name, written, width_px) if phone else []
        for line, written in zip(lines, figures, strict=True)
    ]
    places, headings, height = _places(lines, above, width_px)
    drawn = [p for p in positions if p in set(totals["position"])]
    entries = [f"{position_look(p).glyph} {positions[p]}" for p in drawn]
    top = legend.height(entries, width_px, 8) if entries else 0.0
    traces = [
        _pieces(position, lines, parts, places, (left, right))
        | {"name": escape(entry), "hovertext": _said(position, lines, parts, positions, hover)}
        for position, entry in zip(drawn, entries, strict=True)
    ]
    lift = _BAR / 2 + TEXT * 0.75 if phone else 0.0
    named = [
        (part, y - lift - LINE_HEIGHT * (len(written) - 1 - at))
        for line, over, y in zip(lines, above, places, strict=True)
        for written in [over or [line.name]]
        for at, part in enumerate(written)
    ]
    names_at, side = (_EDGE, "middle right") if phone else (left - _GAP, "middle left")
    ends_at, end_side = (right, "middle left") if phone else (right + 4, "middle right")
    traces += [
        texts([names_at] * len(named), [y for _, y in named], [part for part, _ in named], side),
        texts([ends_at] * len(lines), [y - lift for y in places], figures, end_side),
    ]
    return go.Figure(
        data=traces,
        layout={
            **static_layout(height + top, l=0, r=0, t=top, b=0),
            "barmode": "overlay",
            "xaxis": {"range": [0, width_px], "visible": False, "fixedrange": True},
            "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
            "annotations": headings,
            **legend.above(entries, width_px),
        },
    )


def vote_bars_alt(
    votes: pd.DataFrame, *, names: Mapping[str, str], template: str, empty: str
) -> str:
    """One sentence for the bars of votes (columns id, symbol, date, no); `template` may use
    `{n}` votes, `{texts}`, `{first}` and `{last}` year, `{most}`, the name of the vote with most
    against, by id, and `{no}`, how many these were."""
    against = dict(votes.dropna(subset="no").set_index("id")["no"].astype(int))
    if not against:
        return empty
    most = max(against, key=against.__getitem__)
    years = votes["date"].dropna().str[:4]
    return template.format(
        n=len(votes),
        texts=votes["symbol"].nunique(),
        first=years.min(),
        last=years.max(),
        most=names[str(most)],
        no=against[most],
    )


def _figures(parts: Mapping[str, tuple[int | None, float]]) -> str:
    """The totals that count, each after the sign of its position; `×` where none is known."""
    known = [(code, parts[code][0]) for code in _WRITTEN if code in parts]
    written = [f"{position_look(code).glyph} {n}" for code, n in known]
    return "  ".join(written) or position_look("unknown").glyph


def _above(name: str, figures: str, width: float) -> list[str]:
    """A name in lines that stand over a bar; the figures at their end may need one more."""
    room = width - 2 * _EDGE
    written = wrap(name, int(room / (TEXT * 0.56)))
    if text_width(written[-1], TEXT) + _GAP + text_width(figures, TEXT) > room:
        written.append("")
    return written


def _places(
    lines: Sequence[Line], above: Sequence[Sequence[str]], width: float
) -> tuple[list[float], list[dict[str, Any]], float]:
    """The middle of each bar, under what stands above it, in pixels from the top, the names of the
    texts, and the height."""
    at, places, headings = 0.0, [], []
    columns = int((width - 2 * _EDGE) / (TEXT * 0.56))
    for line, names in zip(lines, above, strict=True):
        if line.text:
            written = wrap(line.text, columns)
            at += _BETWEEN + len(written) * LINE_HEIGHT
            place = {"x": _EDGE, "y": at - 3, "xanchor": "left", "yanchor": "bottom"}
            bold = "<br>".join(f"<b>{escape(part)}</b>" for part in written)
            headings.append(note(bold, TEXT, align="left", **place))
        at += LINE_HEIGHT * len(names) + _PITCH
        places.append(at - _PITCH / 2)
    return places, headings, max(at, _PITCH) + _EDGE


def _pieces(
    position: str,
    lines: Sequence[Line],
    parts: Mapping[str, Mapping[str, tuple[int | None, float]]],
    places: Sequence[float],
    ends: tuple[float, float],
) -> Trace:
    """One position's part of every bar that has it."""
    found = [
        (line, y, *_from_to(parts[line.vote], position, ends))
        for line, y in zip(lines, places, strict=True)
        if position in parts[line.vote]
    ]
    hatched = position == "unknown"
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start for _, _, start, _ in found],
        "x": [length for _, _, _, length in found] or NOWHERE,
        "y": [y for _, y, _, _ in found] or NOWHERE,
        "width": [_SLIM if line.slim else _BAR for line, *_ in found],
        "marker": {
            "color": grey(0.12) if hatched else area_colour(position),
            "opacity": 0.45 if position == "not_voting" else 1,
            "line": {"width": 0.5, "color": grey(0.9)},
            "pattern": {
                "shape": "/" if hatched else "",
                "fillmode": "overlay",
                "fgcolor": grey(0.9),
                "size": 6,
                "solidity": 0.2,
            },
        },
        **selectable((line.vote for line, *_ in found), ()),
        "showlegend": True,
    }


def _from_to(
    parts: Mapping[str, tuple[int | None, float]], position: str, ends: tuple[float, float]
) -> tuple[float, float]:
    """Where a part begins and how long it is, in pixels."""
    room = ends[1] - ends[0]
    before = 0.0
    for code, (_, share) in parts.items():
        if code == position:
            return ends[0] + before * room, share * room
        before += share
    raise KeyError(position)


def _said(
    position: str,
    lines: Sequence[Line],
    parts: Mapping[str, Mapping[str, tuple[int | None, float]]],
    positions: Mapping[str, str],
    hover: str,
) -> list[str]:
    """What each part of a position says: the whole vote."""
    said, text = [], ""
    for line in lines:
        text = line.text or text
        if position in parts[line.vote]:
            counted = [
                f"{positions[code]} {'' if n is None else n}".strip()
                for code, (n, _) in parts[line.vote].items()
            ]
            named = {"text": text, "vote": line.name, "parts": ", ".join(counted)}
            said.append(escape(hover.format(**named)))
    return said
