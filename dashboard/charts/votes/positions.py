"""How a position in a vote looks wherever it is drawn: a colour, a shape, a letter and a size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from dashboard.charts.palette import GREY, POSITIONS, grey
from dashboard.charts.style import escape


@dataclass(frozen=True)
class Look:
    """A colour and a plotly symbol; `glyph` is the symbol as a letter for texts beside it.

    `text` is the more legible of white and black on a filled mark. Symbols of one nominal
    size differ in area; `factor` makes them look equal.
    """

    colour: str
    symbol: str
    glyph: str
    text: str
    factor: float = 1.0


LOOKS: Final = {
    "yes": Look(POSITIONS["yes"], "circle", "●", "#000000"),
    "no": Look(POSITIONS["no"], "square", "■", "#FFFFFF", 0.88),
    "abstain": Look(POSITIONS["abstain"], "diamond", "◆", "#000000", 0.84),
    "not_voting": Look(POSITIONS["not_voting"], "circle-open", "○", "#000000"),
    "unnamed": Look(POSITIONS["unnamed"], "circle-open-dot", "◉", "#000000"),
    "not_member": Look(POSITIONS["not_member"], "line-ew-open", "–", "#000000", 0.6),
    "unknown": Look(POSITIONS["unknown"], "x-thin-open", "×", "#000000", 0.8),
}
"""Each position of a roll call, in the order of the drawings. No two share a symbol, so that
no colour has to be seen."""

_FAINT: Final = {"not_member": grey(0.2), "unknown": grey(0.5)}

ALWAYS: Final = ("yes", "no", "abstain", "not_voting")
"""Positions a key names also where no State took them."""


def position_look(position: str) -> Look:
    """How a position's code is drawn; a code this module does not know is as unknown, in grey."""
    return LOOKS.get(position) or replace(LOOKS["unknown"], colour=GREY)


def area_colour(position: str) -> str:
    """The colour of a whole area or cell: that of its marks, but fainter where full grey would
    look like a State that did not vote, hardly any for one that was no member."""
    return _FAINT.get(position) or position_look(position).colour


def counted(template: str, label: str, states: int) -> str:
    """An entry of a key: `template` with `{position}` and `{n}`, escaped."""
    return escape(template.format(position=label, n=states))


def roll_call_alt(
    roll_call: pd.DataFrame,
    *,
    template: str,
    positions: Mapping[str, str],
    empty: str,
    part: str,
    joint: str,
) -> str:
    """One sentence for the marks or the map of a roll call; `empty` where it has no row.

    `template` may use `{n}` (States drawn) and `{parts}`: `part` for each position that was
    taken, in the order of `positions`, joined by `joint`.
    """
    if roll_call.empty:
        return empty
    taken = roll_call["position"].value_counts()
    parts = [
        part.format(position=label, n=int(taken[code]))
        for code, label in positions.items()
        if code in taken.index
    ]
    return template.format(n=len(roll_call), parts=joint.join(parts))
