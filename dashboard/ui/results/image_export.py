"""A drawing as a picture: the buttons over it in the reader's language, and what frames it.

The picture is made in the browser from what is drawn (`static/page/picture.js`), so that it
needs no program on the server and shows what stood on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.charts.frame import Frame
from dashboard.ui.frame.page import Page

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
        },
        **button_titles(page),
    }


def button_titles(page: Page) -> dict[str, Any]:
    """The words of plotly.js in this run's language."""
    titles = {english: page.say(f"picture.{key}") for key, english in TITLES.items()}
    language = page.say.language
    return {"locale": language, "locales": {language: {"dictionary": titles, "format": {}}}}


def frame_of(page: Page, title: str, counted: str, note: str) -> Frame:
    """The frame of a drawing with where the page's data are from and their day."""
    day = page.say("picture.day", date=page.say.date(page.snapshot.as_of.isoformat()))
    return Frame(title, counted, note, source_line(page), day)


def source_line(page: Page) -> str:
    """Which record and which data a drawing was made from."""
    return page.say("picture.source", version=page.snapshot.version, title=page.say("app.title"))
