"""The pages enlarged, on a narrow screen, without motion, and on paper."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, expect

from dashboard.words import words
from tests.browser.reader.reader import Reader
from tests.browser.reader.screens import PAGES, spoken, stands
from tests.browser.reader.server import Dashboard

SAY = words("en")
LONGEST_MOTION = 0.1
"""Seconds; what lasts less is not seen as movement."""
TOO_WIDE = """() => ['html', '[data-testid="stMain"]'].map(name => document.querySelector(name))
    .filter(element => element.scrollWidth > element.clientWidth)
    .map(element => `${element.tagName}: ${element.scrollWidth} in ${element.clientWidth}`)"""
MOVING = """longest => document.getAnimations()
    .filter(animation => animation.playState === 'running')
    .filter(animation => animation.effect.getComputedTiming().activeDuration > longest * 1000)
    .map(animation => `${animation.animationName || animation.transitionProperty}: `
        + animation.effect.target.outerHTML.slice(0, 200))"""
ON_PAPER = {
    "timeline": "timeline.title",
    "document": "record.life",
    "vote": "roll_call.by_group",
    "requests": "requests.title",
    "about": "about.conflicts",
}
"""A phrase of the content that a printed page must have."""


@contextmanager
def enlarged(chromium: Browser, url: str) -> Iterator[Reader]:
    """A window of 1280 pixels at 200 %: half as many for the page, each twice as wide."""
    context = chromium.new_context(
        viewport={"width": 640, "height": 450}, device_scale_factor=2, locale="en-US"
    )
    context.set_default_timeout(30_000)
    try:
        yield Reader(context.new_page(), url)
    finally:
        context.close()


@pytest.fixture(scope="module")
def narrow(chromium: Browser, dashboard: Dashboard) -> Iterator[Reader]:
    """One reader for all pages at 200 %; test_pages.py measures them on a phone."""
    with enlarged(chromium, dashboard.url) as opened:
        yield opened


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_when_enlarged(narrow: Reader, name: str):
    narrow.open(spoken(PAGES[name], "en"))
    stands(narrow.page)
    assert narrow.page.evaluate(TOO_WIDE) == []
    narrow.assert_well()


@pytest.mark.parametrize("name", ["timeline", "vote"])
def test_nothing_moves_for_who_asked_for_less_motion(reader: Reader, name: str):
    reader.page.emulate_media(reduced_motion="reduce")
    reader.open(spoken(PAGES[name], "en"))
    stands(reader.page)
    at_rest = f"longest => ({MOVING})(longest).length === 0"
    reader.page.wait_for_function(at_rest, arg=LONGEST_MOTION)
    label = SAY("citing.label" if name == "vote" else "facet.kind")
    reader.page.get_by_role("button", name=label).first.click()
    expect(reader.page.get_by_test_id("stPopoverBody")).to_be_visible()
    # what a run left behind fades; nothing may go on moving after it
    reader.page.wait_for_function(at_rest, arg=LONGEST_MOTION)


@pytest.mark.parametrize("name", ON_PAPER)
def test_a_page_prints_whole(reader: Reader, name: str):
    page = reader.page
    reader.open(spoken(PAGES[name], "en"))
    stands(page)
    page.emulate_media(media="print")
    expect(page.get_by_text(SAY(ON_PAPER[name])).first).to_be_visible()
    expect(page.get_by_text(SAY("footer.sources"))).to_be_visible()
    # what scrolls on a screen would be cut off on paper
    assert page.evaluate(
        """() => { const main = document.querySelector('[data-testid="stMain"]');
            return getComputedStyle(main).overflowY !== 'auto'
                || main.scrollHeight <= main.clientHeight; }"""
    )
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert sheets(pdf) >= 1


def sheets(pdf: bytes) -> int:
    """How many sheets a PDF of Chromium has."""
    texts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            texts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return sum(len(re.findall(rb"/Type\s*/Page\b", text)) for text in texts)
