"""Which language a page speaks: the link's, the switch's, the browser's."""

from __future__ import annotations

import pytest

from dashboard.corpus.store import Store
from tests.app_pages.visits.visiting import PAGES, go, visit


@pytest.mark.parametrize("page", PAGES)
def test_the_language_switch(small: Store, page: str):
    at = visit(page)
    english = at.title[0].value
    at.get_by_key("language.switch").set_value("zh").run()
    assert not at.exception
    assert at.title[0].value != english
    assert at.query_params["lang"] == "zh"
    at.get_by_key("language.switch").set_value("en").run()
    assert at.title[0].value == english
    assert at.query_params["lang"] == "en"


def test_a_links_language_wins_over_the_browsers_and_stays(small: Store):
    at = visit("timeline", {"lang": "en"}, locale="zh-CN")
    assert at.title[0].value == "AI governance timeline"
    assert go(at, "documents", {}).title[0].value == "Documents"
    assert go(at, "documents", {"lang": "zh"}).title[0].value == "文件"


@pytest.mark.parametrize(
    ("locale", "title"),
    [("zh-TW", "文件"), ("ZH", "文件"), ("xx-XX", "Documents"), ("", "Documents")],
)
def test_the_browser_chooses_the_language(small: Store, locale: str, title: str):
    assert visit("documents", locale=locale).title[0].value == title


def test_an_unknown_language_is_the_browsers(small: Store):
    at = visit("documents", {"lang": "xx"}, locale="zh-CN")
    assert not at.exception
    assert at.title[0].value == "文件"
    assert "xx" in at.info[0].value
    assert "English" in at.info[0].value


@pytest.mark.parametrize("tag", ["zh-CN", "ZH", "zh_Hant"])
def test_a_language_may_be_written_with_its_region(small: Store, tag: str):
    at = visit("documents", {"lang": tag}, locale="en-GB")
    assert at.title[0].value == "文件"
    assert not at.info
