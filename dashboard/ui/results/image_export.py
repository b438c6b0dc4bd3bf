"""A drawing as a picture: the buttons over it in the reader's language, and its source line.

The picture is made in the browser from what is drawn, so that it needs no program on the
server and looks as it did on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.style import escape
from dashboard.ui.frame.page import Page

_SCALE = 2
"""The picture has twice the pixels, to be sharp in print."""
_LINE = 16
_EDGE = 6
TITLES = {
    "save": "Download plot as a PNG",
    "preparing": "Preparing image - this may take a few seconds",
    "saved": "Image download succeeded",
    "failed": "Sorry, there was a problem downloading your image!",
    "zoom": "Zoom",
    "pan": "Pan",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "reset": "Reset axes",
}
"""What plotly.js says in English, by the key of our words for it."""


def picture_config(
    page: Page, name: str, buttons: Sequence[str] = (), *, phone: bool
) -> dict[str, Any]:
    """What `st.plotly_chart(config=…)` needs for a picture; a phone has no buttons.

    `buttons` stand beside the camera, by their names in plotly.js.
    """
    return {
        "displayModeBar": not phone,
        "displaylogo": False,
        "modeBarButtons": [["toImage", *buttons]],
        "toImageButtonOptions": {
            "format": "png",
            "filename": f"{page.say('picture.file')}-{name}-{page.snapshot.version}",
            "scale": _SCALE,
        },
        **button_titles(page),
    }


def button_titles(page: Page) -> dict[str, Any]:
    """The words of plotly.js in this run's language."""
    titles = {english: page.say(f"picture.{key}") for key, english in TITLES.items()}
    language = page.say.language
    return {"locale": language, "locales": {language: {"dictionary": titles, "format": {}}}}


def with_source(figure: go.Figure, line: str) -> go.Figure:
    """The figure with a line beneath it that says where it comes from; for pictures on their own.

    The drawing keeps its size; the line gets room of its own at the foot.
    """
    foot = figure.layout.margin.b if figure.layout.margin.b is not None else 0
    height = figure.layout.height
    figure.update_layout(margin_b=foot + _LINE, height=None if height is None else height + _LINE)
    return figure.add_annotation(
        text=escape(line),
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        xanchor="left",
        yanchor="top",
        xshift=_EDGE - (figure.layout.margin.l or 0),
        yshift=-foot,
        showarrow=False,
        font={"size": 10},
        name="source",
    )


def source_line(page: Page) -> str:
    """Which record and which data a drawing was made from."""
    return page.say("picture.source", version=page.snapshot.version, title=page.say("app.title"))
