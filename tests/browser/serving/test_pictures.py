"""A drawing saved as a picture: a light slide of 16:9 with all that frames it."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from dashboard.words import LANGUAGES, InterfaceLanguage, words
from tests.browser.reader.reader import Reader

VOTE = "/votes?item=A/RES/79/239@plenary"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHART = ".js-plotly-plot"
CAMERA = ".modebar-btn"
TOOLTIPS = {"en": "Save as PNG", "zh": "保存为PNG图片"}
CHARTS = {
    "vote": VOTE,
    "growth": "/sponsors",
}


def saved(reader: Reader, folder: Path) -> Path:
    """What the camera over the first drawing saves."""
    chart = reader.page.locator(CHART).first
    chart.scroll_into_view_if_needed()
    chart.hover()
    with reader.page.expect_download() as download:
        chart.locator(CAMERA).first.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


SHOWN = """(() => {
    const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
    Object.defineProperty(HTMLImageElement.prototype, 'src', {
        ...src,
        set(address) {
            if (address.startsWith('data:image/svg+xml')) window.drawnForPicture = address;
            src.set.call(this, address);
        },
    });
})()"""
"""Keeps what a picture is made of, to be read: the file itself holds pixels alone."""
LIGHT = """async bytes => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const paper = Object.assign(document.createElement('canvas'), image).getContext('2d');
    paper.canvas.width = image.width; paper.canvas.height = image.height;
    paper.drawImage(image, 0, 0);
    return [...paper.getImageData(2, 2, 1, 1).data];
}"""


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_camera_saves_a_light_slide_with_title_source_and_day_from_a_dark_page(
    reader: Reader, tmp_path: Path, name: str, language: InterfaceLanguage
):
    say = words(language)
    reader.page.emulate_media(color_scheme="dark")
    reader.open(f"{CHARTS[name]}{'&' if '?' in CHARTS[name] else '?'}lang={language}")
    chart = reader.page.locator(CHART).first
    expect(chart.locator(CAMERA).first).to_have_attribute("data-title", TOOLTIPS[language])
    reader.page.evaluate(SHOWN)
    path = saved(reader, tmp_path)
    data = path.read_bytes()
    assert path.name.startswith(say("picture.file"))
    assert data.startswith(SIGNATURE)
    assert struct.unpack(">II", data[16:24]) == (2560, 1440)
    assert reader.page.evaluate(LIGHT, list(data)) == [255, 255, 255, 255]
    svg = unquote(str(reader.page.evaluate("window.drawnForPicture")))
    text = "".join(re.findall("<text[^>]*>([^<]*)</text>", svg)).replace(" ", "")
    frame = chart.evaluate("drawing => drawing.layout.meta")
    for part in ("title", "counted", "source", "day"):
        assert frame[part].replace(" ", "") in text
    assert "font/woff2;base64," in svg
    assert "url(http" not in svg
