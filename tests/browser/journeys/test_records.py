"""Marks and rows open records; the address says which, and back closes them."""

from __future__ import annotations

from playwright.sync_api import expect

from dashboard.words import words
from tests.browser.reader.reader import MARKS, ROW, Reader
from tests.browser.reader.screens import stands

SAY = words("en")


def test_a_mark_opens_its_record_beside_the_chart_and_back_closes_it(reader: Reader):
    reader.page.set_viewport_size({"width": 1280, "height": 1600})  # every mark in the window
    reader.open("/?kind=treaty&lang=en")
    reader.page.locator(MARKS).first.wait_for(state="attached")
    stands(reader.page)
    reader.page.mouse.click(*reader.drawn_marks()[0])
    reader.page.wait_for_url("**item=*")
    opened = dict(reader.params())
    assert opened["kind"] == "treaty"
    assert opened["item"]
    close = reader.page.get_by_role("link", name=SAY("record.close"))
    expect(close).to_be_visible()
    reader.settled()  # until then the chart without the record stands too
    chart = reader.page.get_by_test_id("stPlotlyChart").bounding_box()
    card = close.bounding_box()
    assert chart is not None
    assert card is not None
    assert card["x"] >= chart["x"] + chart["width"]
    reader.page.go_back()
    reader.expect_params(("kind", "treaty"), ("lang", "en"))
    expect(close).to_have_count(0)


def test_closing_a_record_keeps_the_filters(reader: Reader):
    reader.open("/?track=military&item=A/RES/79/239&lang=en")
    expect(reader.page.get_by_text("A/RES/79/239").first).to_be_visible()
    reader.page.get_by_role("link", name=SAY("record.close")).click()
    reader.expect_params(("track", "military"), ("lang", "en"))


def test_a_row_of_the_documents_opens_its_page(reader: Reader):
    reader.open("/documents?q=79/239&kind=resolution&lang=en")
    reader.page.locator(ROW).first.click()
    reader.page.wait_for_url("**item=*")
    expect(reader.page.get_by_role("heading", name=SAY("record.life"))).to_be_visible()
    expect(reader.page.get_by_text("A/C.1/79/L.43")).to_be_visible()
    reader.page.go_back()
    expect(reader.page.get_by_role("heading", name=SAY("documents.title"))).to_be_visible()
    assert "item" not in dict(reader.params())


def test_a_link_in_a_record_opens_the_other_record(reader: Reader):
    reader.open("/documents?item=A/RES/79/239&lang=en")
    link = reader.page.get_by_test_id("stLinkButton").get_by_role("link", name="A/80/78")
    expect(link).to_have_attribute("href", "/documents?item=A%2F80%2F78&lang=en")
    reader.page.evaluate("window.kept = true")
    link.click()
    reader.expect_params(("item", "A/80/78"), ("lang", "en"))
    expect(reader.page.get_by_text("A/80/78 ·").first).to_be_visible()
    assert reader.page.evaluate("window.kept"), "the page was not loaded anew"
