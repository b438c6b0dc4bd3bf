"""What drawings that stand still share: names along an axis, the room they take, the key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dashboard.charts.palette import grey
from dashboard.charts.style import Trace, escape, note, paragraph, scatter, text_width, wrap

NOBODY: Final = "–"
"""Stands where a number of eligible States would, if there were any."""

GAP: Final = "\u00a0"
"""Keeps a text off the bar it follows."""

TEXT = 12.0
NAME_COLUMNS, PHONE_NAME_COLUMNS, LEANING_COLUMNS = 22, 15, 60
ROW_COLUMNS, PHONE_ROW_COLUMNS = 40, 48
"""Letters of a row's name in a line: at the left of the row, or above it on a phone."""
LINE_HEIGHT = TEXT * 1.3
_AIR = 14.0


def name_axis(names: Sequence[str], *, downwards: bool, columns: int) -> dict[str, Any]:
    """An axis with a name at every whole number and half a place of room at both ends."""
    last = max(len(names), 1) - 0.5
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": [paragraph(label, columns) for label in names],
        "tickangle": 0 if downwards else 50,  # leans over the names at the left, where room is
        "tickfont": {"size": TEXT},
        "range": [last, -0.5] if downwards else [-0.5, last],
        "side": "left" if downwards else "top",
        "fixedrange": True,
        "zeroline": False,
        "showgrid": True,
        "gridcolor": grey(0.18),
        "ticks": "",
    }


def hidden_axis(start: float, end: float, **properties: Any) -> dict[str, Any]:
    """An axis of amounts without figures of its own: every mark writes its own."""
    common = {"showticklabels": False, "showgrid": False, "zeroline": False, "ticks": ""}
    return {**common, "range": [start, end], "fixedrange": True, **properties}


def left_room(names: Sequence[str], columns: int) -> float:
    """Pixels for the names at the left, as wide as their widest line."""
    lines = [line for label in names for line in wrap(label, columns)]
    return _AIR + max((text_width(line, TEXT) for line in lines), default=40.0)


def top_room(names: Sequence[str]) -> float:
    """Pixels for names that lean over the columns."""
    widest = max((text_width(label, TEXT) for label in names), default=40.0)
    return round(widest * 0.77 + 2 * TEXT)


def line_count(names: Sequence[str], columns: int) -> int:
    """Lines of the name that needs most."""
    return max((len(wrap(label, columns)) for label in names), default=1)


def names_above(names: Sequence[str], lift: float) -> list[dict[str, Any]]:
    """Names of rows over the whole width of a phone, `lift` pixels above their rows' middles."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "yanchor": "bottom"}
    place |= {"yshift": lift, "align": "left", "borderpad": 0}
    return [
        note(paragraph(name, PHONE_ROW_COLUMNS), TEXT, y=row, **place)
        for row, name in enumerate(names)
    ]


def texts(
    x: Sequence[float], y: Sequence[float], written: Sequence[str], position: str, gap: str = ""
) -> Trace:
    """Short texts beside marks, in the theme's own text colour, after a `gap`."""
    return scatter(
        x=list(x),
        y=list(y),
        mode="text",
        text=[gap + escape(text) for text in written],
        textposition=position,
        textfont={"size": TEXT},
        cliponaxis=False,
        hoverinfo="skip",
        name="written",
    )


def static_layout(height: float, **margins: float) -> dict[str, Any]:
    """Layout of a figure that is read and clicked, never moved; `margins` are l, r, t and b."""
    return {
        "height": round(height),
        "margin": {"pad": 0, **margins},
        "dragmode": False,
        "clickmode": "event+select",
        "hovermode": "closest",
        "hoverlabel": {"align": "left"},
        "showlegend": False,
    }
