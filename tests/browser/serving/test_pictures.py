"""A drawing saved as a picture: PNG at twice its size, SVG with its source and its numbers."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, expect

from dashboard.words import InterfaceLanguage, Words, words
from tests.browser.reader.reader import Reader, reading
from tests.browser.reader.server import Dashboard

VOTE = "/votes?item=A/RES/79/239@plenary"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHART = ".js-plotly-plot"
CAMERA = ".modebar-btn"
SVG = "{http://www.w3.org/2000/svg}"
TOOLTIPS = {"en": "Download plot", "zh": "保存为SVG图片"}
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


def choose_svg(reader: Reader, say: Words) -> None:
    """Choose the format where a view is shared."""
    page = reader.page
    page.get_by_role("button", name=say("take.label")).click()
    svg = page.get_by_role("radio", name="SVG")
    svg.click()
    expect(svg).to_be_checked()
    reader.settled()


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


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_svg_holds_its_source_and_its_numbers(
    chromium: Browser, dashboard: Dashboard, tmp_path: Path, language: InterfaceLanguage
):
    say = words(language)
    with reading(chromium, dashboard.url) as reader:
        page = reader.open(f"{VOTE}&lang={language}").page
        page.get_by_role("button", name=say("votes.back")).click()
        choose_svg(reader, say)
        page.go_back()  # the choice is kept for the visit
        page.locator(CHART).first.wait_for()
        camera = page.locator(CHART).first.locator(CAMERA).first
        assert camera.get_attribute("data-title") == TOOLTIPS[language]
        path = saved(reader, tmp_path)
        reader.assert_well()
    assert path.suffix == ".svg"
    assert path.name.startswith(say("picture.file"))
    texts = ["".join(node.itertext()) for node in ElementTree.parse(path).iter(f"{SVG}text")]
    assert any("159" in text for text in texts)
    version = path.stem.rpartition("-")[2]
    assert say("picture.source", version=version, title=say("app.title")) in texts
