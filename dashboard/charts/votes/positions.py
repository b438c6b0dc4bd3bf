"""How a position in a vote looks wherever it is drawn: a colour, a shape, a letter and a size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from dashboard.charts.style import NEUTRAL, escape, grey


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
    "yes": Look("#2B76B8", "circle", "●", "#FFFFFF"),
    "no": Look("#C92F55", "square", "■", "#FFFFFF", 0.88),
    "abstain": Look("#8C6E00", "diamond", "◆", "#FFFFFF", 0.84),
    "not_voting": Look("#858585", "circle-open", "○", "#000000"),
    "unnamed": Look("#7090C0", "circle-open-dot", "◉", "#000000"),
    "not_member": Look(NEUTRAL, "line-ew-open", "–", "#FFFFFF", 0.6),
    "unknown": Look("#8F7F93", "x-thin-open", "×", "#000000", 0.8),
}
"""Each position of a roll call, in the order of the drawings. No two share a symbol, so that
no colour has to be seen. Colours are at least 3:1 on the light and the dark paper (WCAG 2.2,
1.4.11); white text on the three votes cast is at least 4.5:1, and these three stay apart for
the common colour-vision deficiencies. Unnamed is a pale yes, because such a State was in
favour or did not vote."""

ALWAYS: Final = ("yes", "no", "abstain", "not_voting")
"""Positions a key names also where no State took them."""


def position_look(position: str) -> Look:
    """How a position's code is drawn; a code this module does not know is as unknown, in grey."""
    return LOOKS.get(position) or replace(LOOKS["unknown"], colour=NEUTRAL)


def area_colour(position: str) -> str:
    """The colour of a whole area or cell: that of its marks, but hardly any for a State that
    was no member, which in full grey would look like one that did not vote."""
    return grey(0.2) if position == "not_member" else position_look(position).colour


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
