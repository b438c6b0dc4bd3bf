"""How a position in a vote looks wherever it is drawn: a colour, a shape and a size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pandas as pd

from dashboard.charts.style import NEUTRAL, escape, grey

POSITION_COLOURS: Final = {
    "yes": "#2B76B8",
    "no": "#C92F55",
    "abstain": "#8C6E00",
    "not_voting": "#858585",
    "unnamed": "#7090C0",
    "not_member": "#7A7A7A",
    "unknown": "#8F7F93",
}
"""At least 3:1 on the light and the dark paper (WCAG 2.2, 1.4.11); white text on the three
votes cast is at least 4.5:1, and these three stay apart for the common colour-vision
deficiencies. Unnamed is a pale yes, because such a State was in favour or did not vote."""

POSITION_SHAPES: Final = {
    "yes": "circle",
    "no": "square",
    "abstain": "diamond",
    "not_voting": "circle-open",
    "unnamed": "circle-open-dot",
    "not_member": "line-ew-open",
    "unknown": "x-thin-open",
}
"""Plotly symbol of each position, so that no colour has to be seen."""

POSITION_GLYPHS: Final = {
    "yes": "●",
    "no": "■",
    "abstain": "◆",
    "not_voting": "○",
    "unnamed": "◉",
    "not_member": "–",
    "unknown": "×",
}
"""The shapes as letters, for keys and texts beside a drawing without marks."""

ALWAYS: Final = ("yes", "no", "abstain", "not_voting")
"""Positions a key names also where no State took them."""

ON_POSITION: Final = {
    "yes": "#FFFFFF",
    "no": "#FFFFFF",
    "abstain": "#FFFFFF",
    "not_voting": "#000000",
    "unnamed": "#000000",
    "not_member": "#FFFFFF",
    "unknown": "#000000",
}
"""Colour of text written on a filled mark of a position, the more legible of white and black."""

# Symbols of one nominal size differ in area; these factors make them look equal.
_OPTICAL = {"no": 0.88, "abstain": 0.84, "not_member": 0.6, "unknown": 0.8}


def position_colour(position: str) -> str:
    """The colour of a position's code; neutral for a code this module does not know."""
    return POSITION_COLOURS.get(position, NEUTRAL)


def area_colour(position: str) -> str:
    """The colour of a whole area or cell: as `position_colour`, but hardly any for a State that
    was no member, which in full grey would look like one that did not vote."""
    return grey(0.2) if position == "not_member" else position_colour(position)


def position_symbol(position: str) -> str:
    """The plotly symbol of a position's code; that of unknown for an unfamiliar code."""
    return POSITION_SHAPES.get(position, POSITION_SHAPES["unknown"])


def position_size(position: str, size: float) -> float:
    """The nominal plotly size at which a position looks as large as a circle of `size`."""
    return round(size * _OPTICAL.get(position, 1.0), 1)


def require(frame: pd.DataFrame, column: str, known: Mapping[str, str]) -> None:
    """Raise ValueError naming the first code of a column that `known` has no label for."""
    strange = sorted(set(frame[column].astype(str)) - known.keys())
    if strange:
        raise ValueError(f"{column} {strange[0]!r} has no label")


def key_name(template: str, label: str, states: int) -> str:
    """An entry of a key: `template` with `{position}` and `{n}`, escaped."""
    return escape(template.format(position=label, n=states))
