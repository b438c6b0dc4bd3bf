"""The map draws from this server alone, and a mark of the equal-mark chart opens its State."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Response, Route, expect

from tests.browser.reader.reader import MARKS, Reader

VOTE = "/votes?item=A/RES/79/239@plenary&lang=en"
OUTLINES = "/map/world_110m.json"
AREAS = ".choroplethlayer path.choroplethlocation"
POINTS = ".scattergeo path.point"
STATES = 193


class Cut:
    """A reader with no network but the server's own: what else is asked for fails, and is kept."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.aborted: list[str] = []
        self.outlines: list[Response] = []
        reader.page.route("**/*", self._routed)
        reader.page.on("response", self._answered)

    def _routed(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.netloc == urlsplit(self.reader.url).netloc:
            route.continue_()
        else:
            self.aborted.append(route.request.url)
            route.abort()

    def _answered(self, response: Response) -> None:
        if urlsplit(response.url).path.startswith("/map/"):
            self.outlines.append(response)


@pytest.fixture
def cut(reader: Reader) -> Iterator[Cut]:
    found = Cut(reader)
    yield found
    assert found.aborted == []


def test_the_map_is_drawn_without_network(cut: Cut):
    cut.reader.open(f"{VOTE}&view=map")
    page = cut.reader.page
    page.locator(AREAS).first.wait_for(state="attached")
    drawn = page.locator(AREAS).count() + page.locator(POINTS).count()
    assert drawn == STATES
    assert page.locator(".layer.land path").count() >= 1
    (outlines,) = cut.outlines
    assert urlsplit(outlines.url).path == OUTLINES
    assert outlines.status == 200
    assert outlines.headers["content-type"].startswith("application/json")


def test_the_equal_marks_need_no_outlines(cut: Cut):
    cut.reader.open(VOTE)
    cut.reader.page.locator(MARKS).nth(STATES - 1).wait_for(state="attached")
    assert cut.outlines == []


def test_a_mark_opens_its_state(reader: Reader):
    reader.open(VOTE)
    reader.page.locator(MARKS).nth(STATES - 1).wait_for(state="attached")
    iso3 = reader.page.evaluate(
        """() => {
            const trace = document.querySelector('.js-plotly-plot').data.find(t => t.customdata);
            return trace.customdata[0];
        }"""
    )
    reader.page.locator(MARKS).first.scroll_into_view_if_needed()
    reader.page.mouse.click(*reader.drawn_marks()[0])
    reader.page.wait_for_url("**/countries?*")
    reader.settled()
    assert dict(reader.params())["item"] == iso3
    expect(reader.page.get_by_text(f"{iso3} · ").first).to_be_visible()
