"""Filters, links and languages as a reader uses them, with back and forward."""

from __future__ import annotations

import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from dashboard.words import words
from tests.browser.reader.reader import MARKS, Reader, reading
from tests.browser.reader.server import Dashboard
from tests.browser.reader.walking import open_filters

EN, ZH = words("en"), words("zh")
NAME_OF_FOCUS = """() => {
    const found = document.activeElement;
    return (found.ariaLabel || found.placeholder || found.innerText || '').trim();
}"""


def rows(dashboard: Dashboard, query: str) -> int:
    """How many rows about AI, which a page opens on, the route with the same query answers."""
    scoped = f"{query}{'&' if '?' in query else '?'}scope=ai"
    with urlopen(f"{dashboard.url}/api/{scoped}", timeout=20) as answer:
        return int(json.load(answer)["total"])


def tick(reader: Reader, facet: str, option: str) -> None:
    """Open the drawer and a facet's popover, tick one of its codes and close it again."""
    open_filters(reader)
    button = reader.page.get_by_role("button", name=facet, exact=True)
    button.click()
    reader.page.get_by_test_id("stPopoverBody").get_by_text(option).click()


def test_a_facet_writes_its_code_and_back_and_forward_follow(reader: Reader, dashboard: Dashboard):
    everything = rows(dashboard, "timeline.json")
    chosen = rows(dashboard, "timeline.json?kind=resolution")
    assert 0 < chosen < everything
    reader.open("/?lang=zh")
    reader.expect_count(everything)
    tick(reader, ZH("facet.kind"), f"决议 · {chosen}")
    reader.expect_params(("kind", "resolution"), ("lang", "zh"))
    reader.expect_count(chosen)
    reader.page.go_back()
    reader.expect_params(("lang", "zh"))
    reader.expect_count(everything)
    reader.page.go_forward()
    reader.expect_params(("kind", "resolution"), ("lang", "zh"))
    reader.expect_count(chosen)


def test_a_link_made_in_chinese_opens_the_same_rows_in_english(
    reader: Reader, dashboard: Dashboard
):
    military = rows(dashboard, "timeline.json?track=military")
    reader.open("/?track=military&lang=zh")
    reader.expect_count(military)
    expect(reader.page.get_by_text(ZH("timeline.title"))).to_be_visible()
    reader.open("/?track=military&lang=en")
    reader.expect_count(military)
    expect(reader.page.get_by_text(EN("timeline.title"))).to_be_visible()


def test_switching_the_language_keeps_the_filters(reader: Reader, dashboard: Dashboard):
    military = rows(dashboard, "documents.json?track=military")
    reader.open("/documents?track=military")
    reader.expect_count(military)
    reader.page.get_by_text("中文", exact=True).click()
    reader.expect_params(("track", "military"), ("lang", "zh"))
    expect(reader.page.get_by_role("heading", name=ZH("documents.title"))).to_be_visible()
    reader.expect_count(military)


@pytest.mark.parametrize(("locale", "say"), [("zh-CN", ZH), ("zh-TW", ZH), ("eo", EN)])
def test_without_a_choice_the_browser_decides_the_language(
    chromium: Browser, dashboard: Dashboard, locale: str, say: type[EN]
):
    with reading(chromium, dashboard.url, locale=locale) as reader:
        reader.open("/documents")
        expect(reader.page.get_by_role("heading", name=say("documents.title"))).to_be_visible()
        assert reader.params() == []
        reader.assert_well()


def test_what_a_link_asks_for_and_nobody_knows_is_said_and_dropped(
    reader: Reader, dashboard: Dashboard
):
    military = rows(dashboard, "timeline.json?track=military")
    reader.open("/?track=military&colour=blue&kind=resolutoin&lang=en")
    note = reader.page.get_by_test_id("stAlert")
    expect(note).to_have_count(1)
    expect(note).to_contain_text("colour")
    expect(note).to_contain_text("“resolutoin”")
    expect(note).to_contain_text("resolution")
    reader.expect_count(military)
    reader.expect_params(("track", "military"), ("lang", "en"))


def test_an_empty_result_names_the_filter_and_drops_it(reader: Reader, dashboard: Dashboard):
    military = rows(dashboard, "timeline.json?track=military")
    reader.open("/?track=military&q=zzzznothing&lang=en")
    expect(reader.page.get_by_text(EN("empty.title"))).to_be_visible()
    reader.page.get_by_role("button", name="zzzznothing").last.click()
    reader.expect_params(("track", "military"), ("lang", "en"))
    reader.expect_count(military)


def test_the_keyboard_reaches_search_and_the_first_facet(reader: Reader):
    reader.open("/?lang=en")
    # fields take their names when they have loaded; a reader who tabs does so on a page that stands
    expect(reader.page.get_by_role("textbox", name=EN("search.label"))).to_be_visible()
    reader.page.locator(MARKS).first.wait_for(state="attached")
    reached: list[str] = []
    for _ in range(40):
        reader.page.keyboard.press("Tab")
        reached.append(reader.page.evaluate(NAME_OF_FOCUS))
        if reached[-1].endswith(EN("filters.title")):
            break
    assert EN("search.label") in reached, reached
    assert reached[-1].endswith(EN("filters.title"))
    assert reached.index(EN("search.label")) < len(reached) - 1
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("button", name=EN("facet.kind"))).to_be_visible()
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate(NAME_OF_FOCUS).startswith(EN("facet.kind"))
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_test_id("stPopoverBody")).to_be_visible()
