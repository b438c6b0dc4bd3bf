"""A view in a frame of another page: only the view, its filters in force."""

from __future__ import annotations

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.reader.reader import Reader

EMBED = ("embed", "true")
AROUND = ("stHeader > *", "stToolbar", "stTopNavLink", "stSidebar")
"""What the framework puts around a page, by its test ids; an empty header is clear as glass."""


def around(place: Page | FrameLocator) -> list[str]:
    """What stands around the page and can be seen."""
    found = {}
    for name in AROUND:
        test_id, child, rest = name.partition(" >")
        shown = place.locator(f'[data-testid="{test_id}"]{child}{rest}').locator("visible=true")
        found[name] = shown.count()
    return [name for name, number in found.items() if number]


def test_a_page_has_its_navigation_unless_it_is_embedded(reader: Reader):
    assert "stTopNavLink" in around(reader.open("/documents").page)
    assert around(reader.open("/documents?embed=true").page) == []


@pytest.mark.parametrize(("whose", "word"), [("reader", "Documents"), ("zh", "文件")])
def test_an_embedded_view_is_the_view_of_its_link(
    request: pytest.FixtureRequest, whose: str, word: str
):
    view = "kind=resolution&track=military"
    reader: Reader = request.getfixturevalue(whose)
    wanted = reader.open(f"/documents?{view}").count()
    everything = reader.open("/documents?embed=true").count()
    reader.open(f"/documents?embed=true&{view}")
    assert around(reader.page) == []
    assert reader.count() == wanted
    assert 0 < wanted < everything
    assert word in reader.text()


def test_the_parameter_stays_when_filters_change(reader: Reader):
    reader.open("/documents?embed=true&kind=resolution&q=79/239")
    page = reader.page
    page.locator(".st-key-documents-active").get_by_role("button", name="Kind: resolution").click()
    reader.expect_params(EMBED, ("q", "79/239"))
    reader.settled()
    assert around(page) == []
    page.get_by_test_id("stMain").locator('input[type="text"]').first.fill("78/241")
    page.keyboard.press("Enter")
    reader.expect_params(EMBED, ("q", "78/241"))
    reader.settled()
    assert around(page) == []


def test_the_link_to_copy_is_that_of_the_view_itself(reader: Reader):
    reader.open("/documents?embed=true&kind=resolution")
    page = reader.page
    page.get_by_role("button", name="Share and export").click()
    page.get_by_role("tab", name="Link").click()
    link = page.locator('[data-testid="stCode"]:visible code').first
    expect(link).to_have_text(f"{reader.url}/documents?kind=resolution")


def test_a_page_of_the_same_site_may_frame_a_view(reader: Reader):
    page = reader.page
    page.goto(f"{reader.url}/healthz")
    page.evaluate(
        """() => { const frame = document.createElement('iframe');
            frame.src = '/documents?embed=true&q=79/239';
            frame.width = 900; frame.height = 700;
            document.body.append(frame); }"""
    )
    inside = page.frame_locator("iframe")
    expect(inside.locator("strong").filter(has_text=" of ").first).to_be_visible()
    assert around(inside) == []


def test_a_way_to_another_page_stays_embedded(reader: Reader):
    page = reader.open("/?embed=true").page
    page.get_by_role("link", name="Due next").click()
    page.wait_for_url(f"{reader.url}/requests?*")
    reader.expect_params(EMBED)
    reader.settled()
    assert around(page) == []
