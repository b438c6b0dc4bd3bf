"""Requests from the day they were made, over the days they were due, to the day of issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.requests.statuses import (
    STATUS_COLOURS,
    key_entries,
    key_room,
    status_colour,
    status_shape,
)
from dashboard.charts.static_layout import (
    CONFIG,
    LINE_HEIGHT,
    PHONE_ROW_COLUMNS,
    left_room,
    line_count,
    name_axis,
    names_above,
    static_layout,
)
from dashboard.charts.style import Trace, escape, grey, paragraph, scatter
from dashboard.charts.timeline.axis import date_axis, year_names
from dashboard.charts.timeline.lanes import Scale, day_number
from dashboard.charts.timeline.legend import above
from dashboard.charts.timeline.timeline_layout import is_phone, iso
from dashboard.corpus.records.fields import first_day

__all__ = ["CONFIG", "lateness", "lateness_alt"]

_NAME_COLUMNS = 62
"""Letters of a name on one line: what a request is about is longer than a State's name."""
_LATE = frozenset({"issued_late", "overdue_not_found"})
_MARK, _PITCH, _YEARS, _RIGHT, _EDGE, _FOOT = 10.0, 24.0, 34.0, 14.0, 8.0, 22.0


@dataclass(frozen=True)
class _Line:
    """One request in days since 1970; `mark` is where its status stands."""

    id: str
    row: int
    status: str
    hover: str
    asked: int
    due_from: int | None
    due_to: int | None
    issued: int | None
    now: int

    @property
    def mark(self) -> int:
        """Day of issue, else the last day on time, else the day it was asked."""
        if self.issued is not None:
            return self.issued
        return self.asked if self.due_to is None else self.due_to

    @property
    def late(self) -> tuple[int, int] | None:
        """From the last day on time to issue, or to today while nothing was found."""
        end = self.now if self.issued is None else self.issued
        if self.status not in _LATE or self.due_to is None or end <= self.due_to:
            return None
        return self.due_to, end


def lateness(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    statuses: Mapping[str, str],
    hover: Mapping[str, str],
    today: dt.date,
    today_label: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of the REQUESTS columns id, date, due_from, due_to, answered_on and status.

    One row a request, as sorted: a thin line from the day asked, a thick grey one over the
    days due, a mark of the status at issue, or at the last day on time where none is known,
    or at the day asked where none is due; a dotted line for as long as it was late, up to
    `today`. `labels` and `hover` are by id, `statuses` the key's entries by code, of which
    those present are shown. A selection gives the id. A partial date stands at its first day.
    """
    lines = [_line(row, line, hover, today) for row, line in enumerate(frame.to_dict("records"))]
    names = [labels.get(line.id, line.id) for line in lines]
    phone = is_phone(width_px)
    columns = PHONE_ROW_COLUMNS if phone else _NAME_COLUMNS
    present = {line.status for line in lines}
    entries = {code: label for code, label in statuses.items() if code in present}
    left, right = (_EDGE, _EDGE) if phone else (left_room(names, columns), _RIGHT)
    width = max(120.0, width_px - left - right)
    top = key_room(entries.values(), width_px, width) + _YEARS
    scale = _scale(lines, width, day_number(today))
    text = line_count(names, columns) * LINE_HEIGHT
    pitch = text + 2 * _MARK if phone else max(_PITCH, text + 4)
    rows = name_axis(names, downwards=True, columns=columns) | {"showticklabels": not phone}
    if phone:  # the first name stands above the first row, the last row at the foot
        rows["range"] = [max(len(names), 1) - 1 + _MARK / pitch, -1 + _MARK / pitch]
    day, paper = today.isoformat(), {"yref": "paper", "xref": "x"}
    note = {"x": day, "y": 1, "yanchor": "bottom", "yshift": 16, "showarrow": False}
    return go.Figure(
        data=[
            _days("asked", [(line, line.asked, _until(line)) for line in lines], grey(0.6), 1.5),
            _days("due", [(line, *_window(line)) for line in lines], grey(0.45), 9),
            *_late(lines),
            _marks(lines),
            *key_entries(entries, _MARK, phone=phone),
        ],
        layout={
            **static_layout(
                top + pitch * max(len(lines), 1) + _FOOT, l=left, r=right, t=top, b=_FOOT
            ),
            **(above(width_px) if entries else {}),
            "xaxis": date_axis(scale) | {"fixedrange": True},
            "yaxis": rows,
            "shapes": [
                {"type": "line", **paper, "x0": day, "x1": day, "y0": 0, "y1": 1}
                | {"line": {"width": 1.4, "dash": "dot", "color": grey(0.95)}}
            ],
            "annotations": [
                *year_names(scale),
                {**paper, **note, "text": escape(today_label), "font": {"size": 11}},
                *(names_above(names, _MARK / 2 + 1) if phone else []),
            ],
        },
    )


def lateness_alt(
    frame: pd.DataFrame, *, statuses: Mapping[str, str], template: str, empty: str
) -> str:
    """One sentence for the drawing; `template` may use `{n}` (requests), `{first}` (the
    earliest day asked), `{late}` and `{overdue}` (counts), `{status}` and `{status_n}` (the
    status most have)."""
    if frame.empty:
        return empty
    counts = frame["status"].value_counts()
    most = max(counts.index, key=lambda code: int(counts[code]))
    return template.format(
        n=len(frame),
        first=min(frame["date"]),
        late=int(counts.get("issued_late", 0)),
        overdue=int(counts.get("overdue_not_found", 0)),
        status=statuses.get(most, most),
        status_n=int(counts[most]),
    )


def _line(row: int, line: Mapping[Any, Any], hover: Mapping[str, str], today: dt.date) -> _Line:
    due_to = _day(line["due_to"])
    return _Line(
        id=str(line["id"]),
        row=row,
        status=str(line["status"]),
        hover=paragraph(hover.get(str(line["id"]), ""), 60),
        asked=day_number(first_day(line["date"])),
        due_from=_day(line["due_from"]) if due_to is not None else None,
        due_to=due_to,
        issued=_day(line["answered_on"]),
        now=day_number(today),
    )


def _day(value: object) -> int | None:
    return day_number(first_day(value)) if isinstance(value, str) and value else None


def _until(line: _Line) -> int:
    """Where the thin line ends: at the window's end, or at an issue before or without it."""
    return max(line.asked, line.mark) if line.due_to is None else max(line.due_to, line.asked)


def _window(line: _Line) -> tuple[int | None, int | None]:
    return (line.due_to if line.due_from is None else line.due_from), line.due_to


def _scale(lines: Sequence[_Line], width: float, now: int) -> Scale:
    days = [now]
    for line in lines:
        days += [line.asked, line.mark, _until(line)]
    first, last = min(days), max(days)
    widen = max(0.0, 365.0 - (last - first)) / 2
    free = (last - first + 2 * widen) / width * _MARK
    return Scale(first - widen - free, last + widen + free, width)


def _days(
    name: str,
    spans: Sequence[tuple[_Line, int | None, int | None]],
    colour: str,
    width: float,
    dash: str = "solid",
) -> Trace:
    """Lines of one kind, a gap after each; a day is drawn to its end."""
    known = [(line, a, b) for line, a, b in spans if a is not None and b is not None]
    return scatter(
        x=[x for _, a, b in known for x in (iso(a), iso(b + 1), None)],
        y=[y for line, _, _ in known for y in (line.row, line.row, None)],
        mode="lines",
        line={"width": width, "color": colour, "dash": dash},
        hoverinfo="skip",
        name=name,
    )


def _late(lines: Sequence[_Line]) -> list[Trace]:
    """How long each was late, one trace a status, in its colour."""
    found = []
    for status in sorted(_LATE):
        spans = [(line, *line.late) for line in lines if line.status == status and line.late]
        if spans:
            found.append(_days("late", spans, STATUS_COLOURS[status], 2.5, "dot"))
    return found


def _marks(lines: Sequence[_Line]) -> Trace:
    colours = [status_colour(line.status) for line in lines]
    return scatter(
        x=[iso(line.mark) for line in lines],
        y=[line.row for line in lines],
        mode="markers",
        marker={
            "symbol": [status_shape(line.status) for line in lines],
            "size": _MARK,
            "color": colours,
            "line": {"width": 1.8, "color": colours},  # the library's own is near-black
            "opacity": 1,
        },
        unselected={"marker": {"opacity": 1}},
        customdata=[line.id for line in lines],
        hovertext=[line.hover for line in lines],
        hovertemplate="%{hovertext}<extra></extra>",
        name="marks",
    )
