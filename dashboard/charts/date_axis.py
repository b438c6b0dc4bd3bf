"""Days across a drawing: years, then ISO months and days, the same in every language."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.charts.palette import grey
from dashboard.charts.style import escape, note

_EPOCH = dt.date(1970, 1, 1).toordinal()
_YEAR_WIDTH = 38.0


@dataclass(frozen=True)
class Scale:
    """Days since 1970 to pixels of the plot's width."""

    start: float
    end: float
    width: float

    def pixels(self, days: float) -> float:
        """How far from the left edge a day stands."""
        return (days - self.start) / (self.end - self.start) * self.width

    def days(self, pixels: float) -> float:
        """How many days a length in pixels covers."""
        return pixels / self.width * (self.end - self.start)

    def date_at(self, pixels: float) -> str:
        """The moment a number of pixels from the left edge, as the date axis takes it."""
        return iso(self.start + self.days(float(pixels)))


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def iso(days: float) -> str:
    """Days since 1970 as ISO 8601 text: to the minute, or the day alone at midnight."""
    moment = dt.datetime(1970, 1, 1) + dt.timedelta(days=float(days))
    midnight = moment.hour == moment.minute == 0
    return moment.strftime("%Y-%m-%d" if midnight else "%Y-%m-%d %H:%M")


def date_axis(scale: Scale) -> dict[str, Any]:
    """Years, then ISO months and days as one zooms in."""
    return {
        "type": "date",
        "range": [iso(scale.start), iso(scale.end)],
        "gridcolor": grey(0.18),
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "automargin": False,
        "nticks": math.ceil(_years(scale) / _year_step(scale)) + 1,
        "tickangle": 0,
        "tickformatstops": [
            {"dtickrange": [None, 86_400_000 * 27], "value": "%Y-%m-%d"},
            {"dtickrange": [86_400_000 * 27, "M11"], "value": "%Y-%m"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
    }


def year_names(scale: Scale) -> list[dict[str, Any]]:
    """Years again above the plot, as annotations.

    A second axis in step with the first (`tickmode: sync`) rounds its ticks into the year before.
    """
    step = _year_step(scale)
    first, last = (int(iso(day)[:4]) for day in (scale.start, scale.end))
    place = {"xref": "x", "y": 1, "yref": "paper", "yanchor": "bottom"}
    return [
        note(str(year), 12, x=f"{year}-01-01", **place)
        for year in range(first + 1, last + 1)
        if year % step == 0
    ]


def spans(days: Iterable[tuple[float, float, float]]) -> dict[str, list[Any]]:
    """Level lines from a day to a day at a height, a gap after each, as a figure's x and y."""
    lines = list(days)
    return {
        "x": [x for first, last, _ in lines for x in (iso(first), iso(last), None)],
        "y": [y for _, _, height in lines for y in (height, height, None)],
    }


def today_line(today: dt.date, **ends: Any) -> dict[str, Any]:
    """The dotted line of today, between the `ends` y0 and y1, as a shape."""
    line = {"width": 1.4, "dash": "dot", "color": grey(0.95)}
    return {"type": "line", "x0": today.isoformat(), "x1": today.isoformat(), "line": line, **ends}


def today_name(label: str, today: dt.date, lift: float) -> dict[str, Any]:
    """What the line of today is called, `lift` pixels above the plot, as an annotation."""
    place = {"xref": "x", "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": lift}
    return note(escape(label), 12, x=today.isoformat(), **place)


def _years(scale: Scale) -> float:
    return (scale.end - scale.start) / 365.25


def _year_step(scale: Scale) -> int:
    """Years between two labels, so that none touches the next."""
    return next((n for n in (1, 2, 5) if scale.width / _years(scale) * n >= _YEAR_WIDTH), 10)
