"""What stands around every drawing, on the page and in its picture alike."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

import plotly.graph_objects as go

SMALLEST: Final = 12
"""Pixels of the smallest text in a drawing."""
TEXT_COLOUR: Final = "#000037"
"""The framework's placeholder for its strongest text colour, replaced in the browser."""


@dataclass(frozen=True)
class Frame:
    """What a drawing shows; what is counted, with its n; how it is counted; from which data of
    which day. All but the words comes from the figures drawn."""

    title: str
    counted: str
    note: str
    source: str
    day: str

    @property
    def foot(self) -> str:
        """What stands beneath the drawing."""
        return in_a_row(self.note, self.source, self.day)


def in_a_row(*sentences: str) -> str:
    """Sentences after one another, as each language sets them; those that are empty left out."""
    return " ".join(filter(None, sentences)).replace("。 ", "。")


def framed(drawn: go.Figure, frame: Frame, scheme: str) -> go.Figure:
    """The figure with its frame in `layout.meta`, of which `static/page/picture.js` makes a slide.

    Its text is near-black or near-white, as the page's scheme asks: the framework draws it in a
    grey of 3.6:1 on light paper, and WCAG 2.2, 1.4.3 wants 4.5:1. A figure is coloured when it is
    first drawn, so another scheme needs another figure.
    """
    text = {"color": TEXT_COLOUR}
    drawn.update_layout(
        font={**text, "size": SMALLEST},
        legend_font=text,
        hoverlabel_font={**text, "size": SMALLEST + 1},
        meta={"scheme": scheme, **asdict(frame), "foot": frame.foot},
    )
    drawn.update_xaxes(tickfont=text)
    drawn.update_yaxes(tickfont=text)
    drawn.update_traces(textfont_color=TEXT_COLOUR, selector={"mode": "markers+text"})
    return drawn
