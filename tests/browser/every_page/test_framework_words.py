"""The framework's own words in the reader's language, where readers come upon them."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from dashboard.words import translations
from tests.browser.reader.reader import Reader
from tests.browser.reader.walking import ZH

SAID = {english: others["zh"] for english, others in translations().items()}
TOOLBAR = "stElementToolbarButton"
MENU = "stMainMenuPopover"
LETTERS = """menu => [...menu.querySelectorAll(':not([data-testid=stIconMaterial])')]
    .flatMap(element => [...element.childNodes])
    .filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.nodeValue).join(' ')"""
"""All texts of an element but its icons, which are words in a font of signs."""


def tools(reader: Reader) -> Locator:
    reader.page.get_by_text(ZH("chart.numbers")).click()
    reader.page.get_by_test_id("data-grid-canvas").first.hover(force=True)
    return reader.page.get_by_test_id(TOOLBAR)


def test_tools_of_a_table_speak_chinese_and_keep_its_name(zh: Reader):
    zh.open("/votes?view=grid&scope=all")
    shown = tools(zh).filter(visible=True)
    names = [tool.get_by_role("button").get_attribute("aria-label") or "" for tool in shown.all()]
    wanted = ["Show/hide columns", "Search", "Fullscreen"]  # rows are taken by the links above
    assert [name.partition("：")[0] for name in names] == [SAID[word] for word in wanted]
    assert all(name.partition("：")[2].startswith(ZH("table.alt", n=193)[:3]) for name in names)


def test_the_menu_speaks_chinese(zh: Reader):
    zh.open("/documents")
    zh.page.get_by_role("button", name=SAID["Main menu"]).click()
    menu = zh.page.get_by_test_id(MENU)
    for word in ("System", "Light", "Dark"):
        expect(menu.get_by_role("menuitemradio", name=SAID[word])).to_be_visible()
    expect(menu.get_by_role("menuitem", name=SAID["Print"])).to_be_visible()
    said = menu.evaluate(LETTERS)
    assert set(re.findall(r"[A-Za-z]{2,}", said)) == {"Streamlit"}


def test_a_page_that_does_not_exist_is_said_to_in_chinese(zh: Reader):
    zh.page.goto(f"{zh.url}/nowhere")
    expect(zh.page.get_by_role("dialog").get_by_text(SAID["Page not found"])).to_be_visible()
    assert all("does not seem to exist" in error for error in zh.errors), zh.errors
    zh.errors.clear()


def test_a_switch_of_language_reaches_them_at_once(reader: Reader):
    page = reader.open("/documents?lang=en").page
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_text("中文", exact=True).click()
    expect(page.get_by_role("heading", name=ZH("documents.title"))).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.get_by_role("button", name=SAID["Main menu"])).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Main menu")).to_be_visible()


def test_what_the_record_says_stays_as_it_is(reader: Reader):
    """A word of the framework's in a text of ours or of the record is not ours to replace."""
    page = reader.open("/documents?lang=zh").page
    page.evaluate(
        """() => {
            const text = document.querySelector('.stMarkdown p');
            text.append(Object.assign(document.createElement('em'), {textContent: 'Search'}));
            const tools = document.querySelector('header');
            tools.append(Object.assign(document.createElement('em'), {textContent: 'Search'}));
        }"""
    )
    expect(page.locator("header em")).to_have_text(SAID["Search"])
    assert page.locator(".stMarkdown em").inner_text() == "Search"
    page.evaluate("document.querySelectorAll('em').forEach(one => one.remove())")


def test_the_first_page_opens_by_its_name(reader: Reader):
    reader.open("/timeline?track=military&lang=en")
    reader.expect_params(("track", "military"), ("lang", "en"))
    assert reader.page.get_by_role("dialog").count() == 0
