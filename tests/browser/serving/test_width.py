"""Drawings follow the window: the browser says how wide it is, and only when it has to."""

from __future__ import annotations

import pytest
from playwright.sync_api import WebSocket, expect

from dashboard.ui.frame.width import DESK, PHONE, STEPS
from dashboard.words import LANGUAGES, InterfaceLanguage, words
from tests.browser.reader.reader import MARKS, TABLE, Reader
from tests.browser.reader.screens import spoken, stands

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


def test_windows_as_they_were_guessed_are_drawn_once(reader: Reader, intern: Reader):
    for visitor, window in ((reader, 1280), (reader, 1440), (intern, 390)):
        visitor.page.goto("about:blank")
        visitor.page.set_viewport_size({**visitor.window, "width": window})
        said = Said(visitor)
        visitor.open("/?lang=en")
        stands(visitor.page)
        assert said.times == 0, window
    assert {DESK, PHONE} <= set(STEPS)


def test_a_drawing_is_made_anew_for_another_window(reader: Reader):
    said = Said(reader)
    reader.open("/?lang=en")
    stands(reader.page)
    before = drawn_for(reader)
    for window in (400, 768, 1920):
        told = said.times
        reader.page.set_viewport_size({"width": window, "height": 900})
        reader.page.wait_for_function(f"before => ({HEIGHT} ?? before) !== before", arg=before)
        stands(reader.page)
        assert said.times > told, window
        reader.page.set_viewport_size({"width": 1280, "height": 900})
        reader.page.wait_for_function(f"before => {HEIGHT} === before", arg=before)
        stands(reader.page)


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
    frame.locator(".st-key-timeline-folded-filters").wait_for()
    beside = frame.get_by_test_id("stColumn").locator(".st-key-timeline-folded-filters")
    expect(beside).to_have_count(0)  # it stands beneath the search box
    frame.locator("[data-testid='stPlotlyChart'] .modebar").wait_for(state="detached")


def test_on_a_phone_the_first_result_is_on_the_first_screen(intern: Reader):
    for page in ("timeline", "documents", "paragraphs", "votes", "countries"):
        path = "/" if page == "timeline" else f"/{page}"
        intern.turn_to(spoken(path, "en"))
        shows(intern, "en", f"{page}.title")
        first = intern.page.locator(f".js-plotly-plot, {TABLE}").first.bounding_box()
        assert first is not None, path
        assert first["y"] < 844, path


def shows(reader: Reader, language: InterfaceLanguage, key: str) -> None:
    """Wait until words of a page can be seen and all of it stands."""
    said = reader.page.get_by_text(words(language)(key)).filter(visible=True)
    expect(said.first).to_be_visible()
    stands(reader.page)


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
PROSE = {
    "/paragraphs?view=reading": "paragraphs.title",
    "/documents?item=A/RES/79/239": "record.life",
    "/statements": "statements.reading",
    "/about": "about.conflicts",
}
"""Pages of prose, and what shows that they stand."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_of_prose_is_no_longer_than_can_be_read(reader: Reader, language: InterfaceLanguage):
    reader.page.set_viewport_size({"width": 1920, "height": 900})
    for path, key in PROSE.items():
        reader.turn_to(spoken(path, language))
        shows(reader, language, key)
        assert 25 < reader.page.evaluate(LONGEST) <= 80, path
