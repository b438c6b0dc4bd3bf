"""Requests from the day they were made, over the days they were due, to the day of issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.analysis.requests.due import PASSED
from dashboard.charts import legend
from dashboard.charts.date_axis import (
    Scale,
    date_axis,
    day_number,
    iso,
    spans,
    today_line,
    today_name,
    year_names,
)
from dashboard.charts.requests.statuses import (
    key_entries,
    key_height,
    status_look,
    status_marker,
)
from dashboard.charts.static_layout import (
    LINE_HEIGHT,
    PHONE_ROW_COLUMNS,
    left_room,
    line_count,
    name_axis,
    names_above,
    static_layout,
)
from dashboard.charts.style import Trace, grey, is_phone, paragraph, scatter, selectable
from dashboard.corpus.records.fields import first_day
from dashboard.corpus.request_status import is_estimated

_NAME_COLUMNS = 62
"""Letters of a name on one line: what a request is about is longer than a State's name."""
_LATE = ("issued_late", *sorted(PASSED))
_MARK, _PITCH, _YEARS, _RIGHT, _EDGE, _FOOT = 10.0, 24.0, 34.0, 14.0, 8.0, 22.0


@dataclass(frozen=True)
class _Line:
    """One request in days since 1970."""

    id: str
    row: int
    status: str
    hover: str
    asked: int
    due_from: int | None
    due_to: int | None
    estimated: bool
    issued: int | None
    now: int

    @property
    def mark(self) -> int:
        """Where its status stands: day of issue, else the last day on time, else the day asked."""
        if self.issued is not None:
            return self.issued
        return self.asked if self.due_to is None else self.due_to

    @property
    def until(self) -> int:
        """Where the thin line ends: at the window's end, or at an issue without one."""
        return max(self.asked, self.mark if self.due_to is None else self.due_to)

    @property
    def late_until(self) -> int | None:
        """Issue, or today while nothing was found, of what is later than the last day on time."""
        end = self.now if self.issued is None else self.issued
        late = self.status in _LATE and self.due_to is not None and end > self.due_to
        return end if late else None


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
    """Draw lines of the REQUESTS columns id, date, due_from, due_to, due_basis, answered_on and
    status.

    One row a request, as sorted: a thin line from the day asked, a thick grey one over the
    days due, a mark of the status at issue, or at the last day on time where none is known,
    or at the day asked where none is due; a mark on a day that is our estimate has a `~`
    beside it; a dotted line for as long as it was late, up to
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
    top = key_height(entries.values(), width_px, width) + _YEARS
    scale = _scale(lines, width, day_number(today))
    text = line_count(names, columns) * LINE_HEIGHT
    pitch = text + 2 * _MARK if phone else max(_PITCH, text + 4)
    looks = [status_look(line.status) for line in lines]
    colours, symbols = [colour for colour, _ in looks], [symbol for _, symbol in looks]
    asked = [(line, line.asked, line.until) for line in lines]
    due = [(line, line.due_from, line.due_to) for line in lines]
    height = top + pitch * max(len(lines), 1) + _FOOT
    rows = name_axis(names, downwards=True, columns=columns) | {"showticklabels": not phone}
    if phone:  # the first name stands above the first row, the last row at the foot
        rows["range"] = [max(len(names), 1) - 1 + _MARK / pitch, -1 + _MARK / pitch]
    return go.Figure(
        data=[
            _days("asked", asked, color=grey(0.6), width=1.5, dash="solid"),
            _days("due", due, color=grey(0.45), width=9, dash="solid"),
            *_late(lines),
            scatter(
                x=[iso(line.mark) for line in lines],
                y=[line.row for line in lines],
                mode="markers+text",
                text=["~" if line.estimated and line.issued is None else "" for line in lines],
                textposition="middle right",
                marker=status_marker(colours, symbols, _MARK) | {"opacity": 1},
                **selectable((line.id for line in lines), (line.hover for line in lines)),
                name="marks",
            ),
            *key_entries(entries, _MARK),
        ],
        layout={
            **static_layout(height, l=left, r=right, t=top, b=_FOOT),
            **legend.above(entries.values(), width_px),
            "xaxis": date_axis(scale) | {"fixedrange": True},
            "yaxis": rows,
            "shapes": [today_line(today, y0=0, y1=1, yref="paper", xref="x")],
            "annotations": [
                *year_names(scale),
                today_name(today_label, today, 16),
                *(names_above(names, _MARK / 2 + 1) if phone else []),
            ],
        },
    )


def lateness_alt(
    frame: pd.DataFrame, *, statuses: Mapping[str, str], template: str, empty: str
) -> str:
    """One sentence for the drawing; `template` may use `{n}` (requests), `{first}` (the
    earliest day asked), `{late}`, `{overdue}` and `{passed}` (counts), `{status}` and
    `{status_n}` (the status most have)."""
    if frame.empty:
        return empty
    counts = frame["status"].value_counts()
    most = max(counts.index, key=lambda code: int(counts[code]))
    return template.format(
        n=len(frame),
        first=min(frame["date"]),
        late=int(counts.get("issued_late", 0)),
        overdue=int(counts.get("overdue_not_found", 0)),
        passed=int(counts.get("target_date_passed", 0)),
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
        due_from=_day(line["due_from"], due_to),
        due_to=due_to,
        estimated=due_to is not None and is_estimated(line["due_basis"]),
        issued=_day(line["answered_on"]),
        now=day_number(today),
    )


def _day(value: object, otherwise: int | None = None) -> int | None:
    return day_number(first_day(value)) if isinstance(value, str) and value else otherwise


def _scale(lines: Sequence[_Line], width: float, now: int) -> Scale:
    days = [now, *(day for line in lines for day in (line.asked, line.mark, line.until))]
    first, last = min(days), max(days)
    widen = max(0.0, 365.0 - (last - first)) / 2
    free = (last - first + 2 * widen) / width * _MARK
    return Scale(first - widen - free, last + widen + free, width)


def _days(
    name: str, days: Iterable[tuple[_Line, int | None, int | None]], **look: float | str
) -> Trace:
    """Lines of one kind over the spans that are known; a day is drawn to its end."""
    known = [(a, b + 1, line.row) for line, a, b in days if a is not None and b is not None]
    return scatter(**spans(known), mode="lines", line=look, hoverinfo="skip", name=name)


def _late(lines: Sequence[_Line]) -> list[Trace]:
    """How long each was late, one trace a status, in its colour."""
    found = []
    for status in _LATE:
        days = [(line, line.due_to, line.late_until) for line in lines if line.status == status]
        if any(end is not None for _, _, end in days):
            colour, _ = status_look(status)
            found.append(_days("late", days, color=colour, width=2.5, dash="dot"))
    return found
