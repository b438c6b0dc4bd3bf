"""Sponsors of each regional group over the years: a square for both, n of N written in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.squares import SHARES, Square, squares
from dashboard.charts.static_layout import NOBODY
from dashboard.charts.style import is_phone


def regions_by_year(
    frame: pd.DataFrame,
    *,
    groups: Mapping[str, str],
    year: str,
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns year, group, states, eligible, sponsorships and texts.

    `groups` are labels by code in order, drawn where the frame has them; every year from the
    first to the last is drawn, also one without a text, and named by `year` with `{year}` and,
    as `{n}`, its texts. `hover` may use `{group}`, `{year}`, `{n}`, `{total}`, `{sponsorships}`
    and `{texts}`. A square is shaded by the share of the group, not where nobody was eligible.
    A selection gives `(year, group)`. On a phone the years run down. Raises ValueError for a
    group without a label.
    """
    texts = {str(y): int(n) for y, n in zip(frame["year"], frame["texts"], strict=True)}
    span = range(int(min(texts)), int(max(texts)) + 1) if texts else range(0)
    axes = {
        "year": {str(y): year.format(year=y, n=texts.get(str(y), 0)) for y in span},
        "group": {code: label for code, label in groups.items() if code in set(frame["group"])},
    }
    across, down = ("group", "year") if is_phone(width_px) else ("year", "group")
    found = []
    for line in frame.to_dict("records"):
        said = _places(line, groups)
        share = int(line["states"]) / int(line["eligible"]) if line["eligible"] else None
        codes = (str(line["year"]), str(line["group"]))
        text = f"{said['n']}/{said['total']}"
        found.append(Square(line[across], line[down], text, share, codes, hover.format(**said)))
    return squares(
        found,
        across=axes[across],
        down=axes[down],
        width_px=width_px,
        name="regions",
        sizes=SHARES,
        most=1,
    )


def regions_by_year_alt(
    frame: pd.DataFrame, *, groups: Mapping[str, str], template: str, empty: str
) -> str:
    """One sentence for the drawing; `template` may use `{first}` and `{last}` (years), `{groups}`
    (how many), and `{group}`, `{year}`, `{n}` and `{total}` of the square with most States."""
    if frame.empty:
        return empty
    most = max(frame.to_dict("records"), key=lambda line: int(line["states"]))
    first, last = min(frame["year"]), max(frame["year"])
    places = _places(most, groups)
    return template.format(first=first, last=last, groups=frame["group"].nunique(), **places)


def _places(line: Mapping[Any, Any], groups: Mapping[str, str]) -> dict[str, str | int]:
    return {
        "group": groups.get(str(line["group"]), str(line["group"])),
        "year": str(line["year"]),
        "n": int(line["states"]),
        "total": int(line["eligible"]) or NOBODY,
        "sponsorships": int(line["sponsorships"]),
        "texts": int(line["texts"]),
    }
