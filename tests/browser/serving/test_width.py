"""Drawings follow the window: the browser says how wide it is, and only when it has to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, WebSocket

from dashboard.ui.frame.width import DESK, PHONE, STEPS
from tests.browser.reader.reader import MARKS, TABLE, Reader, reading
from tests.browser.reader.screens import stands
from tests.browser.reader.server import Dashboard

FRAME = """<body style="margin: 0"><iframe src="{url}" width="400" height="800"></iframe></body>"""
HEIGHT = "document.querySelector('.js-plotly-plot')?.layout?.height"
"""That a drawing was made for; it says for which width."""


class Said:
    """What a page tells its server of its width."""

    def __init__(self, reader: Reader) -> None:
        self.times = 0
        reader.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)

    def _sent(self, frame: str | bytes) -> None:
        self.times += (frame if isinstance(frame, bytes) else frame.encode()).count(b'{"width":')


@pytest.mark.parametrize(("window", "guess"), [(1280, DESK), (1440, DESK), (390, PHONE)])
def test_a_window_as_it_was_guessed_is_drawn_once(
    chromium: Browser, dashboard: Dashboard, window: int, guess: int
):
    with reading(chromium, dashboard.url, width=window) as reader:
        said = Said(reader)
        reader.open("/?lang=en")
        stands(reader.page)
        assert said.times == 0
        assert guess in STEPS
        reader.assert_well()


@pytest.mark.parametrize("window", [400, 768, 1920])
def test_a_drawing_is_made_anew_for_another_window(reader: Reader, window: int):
    said = Said(reader)
    reader.open("/?lang=en")
    stands(reader.page)
    before = drawn_for(reader)
    reader.page.set_viewport_size({"width": window, "height": 900})
    reader.page.wait_for_function(f"before => ({HEIGHT} ?? before) !== before", arg=before)
    stands(reader.page)
    assert said.times >= 1
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    reader.page.wait_for_function(f"before => {HEIGHT} === before", arg=before)


def test_a_frame_in_a_wide_page_is_drawn_as_narrow_as_it_is(reader: Reader):
    reader.open("/?lang=en")
    reader.page.route(
        "**/framing",
        lambda route: route.fulfill(
            body=FRAME.format(url=f"{reader.url}/?embed=true&lang=en"), content_type="text/html"
        ),
    )
    reader.page.goto(f"{reader.url}/framing")
    frame = reader.page.frame_locator("iframe")
    frame.locator(MARKS).first.wait_for(state="attached")
    frame.locator(".st-key-timeline-filters").wait_for()
    frame.locator("[data-testid='stPlotlyChart'] .modebar").wait_for(state="detached")


@pytest.mark.parametrize("path", ["/", "/documents", "/paragraphs", "/votes", "/countries"])
def test_on_a_phone_the_first_result_is_on_the_first_screen(
    chromium: Browser, dashboard: Dashboard, path: str
):
    with reading(chromium, dashboard.url, width=390) as reader:
        reader.open(f"{path}?lang=en")
        stands(reader.page)
        first = reader.page.locator(f".js-plotly-plot, {TABLE}").first.bounding_box()
        assert first is not None
        assert first["y"] < 844


def drawn_for(reader: Reader) -> int:
    found: int = reader.page.evaluate(HEIGHT)
    return found


LONGEST = """() => Math.max(...[...document.querySelectorAll('[data-testid="stMain"] :is(p, li)')]
    .filter(p => p.checkVisibility() && !p.closest('table, button') && p.textContent.length > 60)
    .map(p => {
        const said = p.textContent, words = document.createRange();
        words.selectNodeContents(p);
        const paper = document.createElement('canvas').getContext('2d');
        paper.font = getComputedStyle(p).font;
        const rights = [...words.getClientRects()].map(line => line.right);
        const across = Math.max(...rights) - p.getBoundingClientRect().left;
        return across * said.length / paper.measureText(said).width;
    }))"""
"""Letters in the longest line of prose on a page, by the mean width of its own."""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "path", ["/paragraphs?view=reading", "/documents?item=A/RES/79/239", "/statements", "/about"]
)
def test_a_line_of_prose_is_no_longer_than_can_be_read(reader: Reader, path: str, language: str):
    reader.page.set_viewport_size({"width": 1920, "height": 900})
    reader.open(f"{path}{'&' if '?' in path else '?'}lang={language}")
    stands(reader.page)
    assert 25 < reader.page.evaluate(LONGEST) <= 80
