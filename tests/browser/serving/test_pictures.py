"""A drawing saved as a picture: PNG at twice its size, with its source."""

from __future__ import annotations

import struct
from pathlib import Path

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


def size(reader: Reader) -> tuple[int, int]:
    """The size of the first drawing in the page's pixels."""
    width, height = reader.page.locator(CHART).first.evaluate(
        "chart => [chart._fullLayout.width, chart._fullLayout.height]"
    )
    return round(width), round(height)


@pytest.mark.parametrize("name", CHARTS)
def test_the_camera_saves_a_png_of_twice_the_size(reader: Reader, tmp_path: Path, name: str):
    reader.open(CHARTS[name])
    reader.page.locator(CHART).first.wait_for()
    path = saved(reader, tmp_path)
    data = path.read_bytes()
    assert path.suffix == ".png"
    assert path.name.startswith("ai-governance-")
    assert data.startswith(SIGNATURE)
    assert len(data) > 10_000
    width, height = size(reader)
    assert struct.unpack(">II", data[16:24]) == (2 * width, 2 * height)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_drawn_with_its_source_and_saved_in_the_readers_language(
    reader: Reader, tmp_path: Path, language: InterfaceLanguage
):
    say = words(language)
    chart = reader.open(f"{VOTE}&lang={language}").page.locator(CHART).first
    expect(chart.locator(CAMERA).first).to_have_attribute("data-title", TOOLTIPS[language])
    path = saved(reader, tmp_path)
    notes = chart.locator("text.annotation-text").all_text_contents()
    assert path.name.startswith(say("picture.file"))
    version = path.stem.rpartition("-")[2]
    assert say("picture.source", version=version, title=say("app.title")) in notes
