"""The colours of every drawing: one colour, one meaning.

A position of a vote and a track have each its own, all else is our blue, and what is not known,
or is none of these, is grey. All stand out at 3:1 from either paper (WCAG 2.2, 1.4.11); those
of one drawing stay apart for the three common colour-vision deficiencies.
"""

from __future__ import annotations

from typing import Final

BLUE: Final = "#2B69AF"
PALE: Final = "#5893C8"
"""The second step of our blue, for what came later."""
GREY: Final = "#777777"
"""Not known, in none of the classes a drawing tells apart, or of a class without a colour."""

TRACKS: Final = {"civilian": "#6560E6", "military": "#D0480A", "cross_cutting": "#B96DA5"}
"""Fixed by code, so that no filter recolours a drawing."""

POSITIONS: Final = {
    "yes": "#2593A5",
    "no": "#C92F55",
    "abstain": "#9B7714",
    "not_voting": GREY,
    "unnamed": "#5E9396",
    "not_member": GREY,
    "unknown": GREY,
}
"""Unnamed is a pale yes, because such a State was in favour or did not vote."""

EDGE: Final = "rgba(255,255,255,0.8)"
"""Parts two pieces that touch."""


def track_colour(track: str) -> str:
    """The colour of a track's code; grey for a code without one."""
    return TRACKS.get(track, GREY)


def grey(alpha: float) -> str:
    """A neutral that reads on light and dark paper, `alpha` between 0 and 1."""
    return f"rgba(128,128,128,{alpha:g})"


def tint(colour: str, alpha: float) -> str:
    """A colour that lets the paper through."""
    red, green, blue = bytes.fromhex(colour[1:])
    return f"rgba({red},{green},{blue},{alpha:g})"
