"""The date axis: years, then ISO months and days, the same in every language."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from dashboard.charts.style import grey
from dashboard.charts.timeline.lanes import Scale, day_number
from dashboard.charts.timeline.timeline_layout import iso

_YEAR_WIDTH = 38.0


def date_axis(scale: Scale) -> dict[str, Any]:
    """Years, then ISO months and days as one zooms in: the same in every language."""
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


def _years(scale: Scale) -> float:
    return (scale.end - scale.start) / 365.25


def _year_step(scale: Scale) -> int:
    """Years between two labels, so that none touches the next."""
    return next((n for n in (1, 2, 5) if scale.width / _years(scale) * n >= _YEAR_WIDTH), 10)


def year_names(scale: Scale) -> list[dict[str, Any]]:
    """Years again above the lanes, as annotations.

    A second axis in step with the first (`tickmode: sync`) rounds its ticks into the year before.
    """
    step = _year_step(scale)
    first, last = (int(iso(day)[:4]) for day in (scale.start, scale.end))
    return [
        {"x": f"{year}-01-01", "xref": "x", "y": 1, "yref": "paper", "yanchor": "bottom"}
        | {"text": str(year), "showarrow": False, "font": {"size": 12}}
        for year in range(first + 1, last + 1)
        if year % step == 0
    ]


def shows(scale: Scale, day: dt.date) -> bool:
    """Whether a day lies within the scale."""
    return scale.start <= day_number(day) <= scale.end
