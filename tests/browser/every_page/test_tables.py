"""Tables to read: a row opens wherever it is pressed and by Enter, headings sort."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from dashboard.words import words
from tests.browser.reader.reader import ROW, Reader

SAY = words("en")


def test_a_row_opens_by_enter_in_place_and_back_leads_to_the_list(reader: Reader):
    reader.open("/documents?kind=resolution&lang=en")
    reader.page.evaluate("window.kept = true")
    second = reader.page.locator(f"{ROW} td:first-child a").nth(1)
    reader.page.locator(f"{ROW} td:first-child a").first.focus()
    reader.page.keyboard.press("Tab")
    expect(second).to_be_focused()
    row = reader.page.locator(ROW).nth(1)
    symbol = row.locator("td").nth(1).inner_text()
    reader.page.keyboard.press("Enter")
    reader.expect_params(("kind", "resolution"), ("item", symbol), ("lang", "en"))
    expect(reader.page.get_by_role("heading", name=SAY("record.life"))).to_be_visible()
    reader.page.go_back()
    expect(reader.page.get_by_role("heading", name=SAY("documents.title"))).to_be_visible()
    assert reader.page.evaluate("window.kept"), "the page was not loaded anew"
    assert len(reader.page.context.pages) == 1


def test_a_row_of_a_state_opens_another_page(reader: Reader):
    reader.open("/countries?item=CHN&lang=en")
    vote = reader.page.locator("a[href*='/votes?item=']")
    row = reader.page.locator(ROW).filter(has=vote).first
    width = row.evaluate("row => row.clientWidth")
    row.click(position={"x": width - 10, "y": 10})  # far from the words of its link
    reader.page.wait_for_url("**/votes?item=*")
    expect(reader.page.get_by_role("link", name=SAY("votes.back"))).to_be_visible()


def test_a_heading_sorts_up_and_down(reader: Reader):
    reader.open("/countries?lang=en")
    heading = reader.page.get_by_role("columnheader", name=SAY("column.sponsored"))
    heading.get_by_role("link").click()
    reader.expect_params(("sort", "sponsored"), ("lang", "en"))
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("link").click()
    reader.expect_params(("sort", "-sponsored"), ("lang", "en"))
    expect(heading).to_have_attribute("aria-sort", "descending")


@pytest.mark.parametrize(
    "path", ["/documents?lang=en", "/countries?lang=zh", "/votes?view=ballots"]
)
def test_paper_has_the_table_its_address_and_nothing_to_press(reader: Reader, path: str):
    reader.open(path)
    reader.page.locator(ROW).first.wait_for()
    reader.page.emulate_media(media="print")
    expect(reader.page.get_by_test_id("stHeader")).to_be_hidden()
    expect(reader.page.get_by_test_id("stPopover").first).to_be_hidden()
    expect(reader.page.locator(ROW).first).to_be_visible()
    stamp = reader.page.locator("[data-printed]").get_attribute("data-printed") or ""
    assert stamp.startswith(reader.url + path.partition("?")[0])
    assert reader.page.pdf(format="A4").startswith(b"%PDF")


def test_the_keys_that_print_take_all_rows(reader: Reader):
    reader.open("/countries?lang=en")
    expect(reader.page.locator(ROW)).to_have_count(50)
    counted = f"document.querySelectorAll({json.dumps(ROW)}).length"
    # in braces: a function that is what a script gives, the browser's driver calls at once
    reader.page.evaluate(f"{{ window.print = () => {{ window.printed = {counted}; }}; null }}")
    assert reader.page.evaluate("window.printed ?? null") is None
    reader.page.keyboard.press("Control+p")
    reader.page.wait_for_function("() => window.printed")
    reader.expect_params(("lang", "en"), ("paper", "all"))
    assert reader.page.evaluate("window.printed") == reader.count() > 100
