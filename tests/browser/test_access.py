"""Every page for everyone: axe-core's rules, in both languages and both themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser

from dashboard.words import InterfaceLanguage
from tests.browser.reader import Reader, Scheme, reading
from tests.browser.screens import PAGES, spoken, stands
from tests.browser.server import Dashboard

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = ("serious", "critical")
FOUND = """options => axe.run({exclude: ['.js-plotly-plot']}, options).then(found =>
    found.violations.flatMap(rule => rule.nodes.map(node => ({
        impact: rule.impact, rule: rule.id, target: node.target.flat().join(' '),
        html: node.html.slice(0, 300), why: node.failureSummary
    }))))"""
"""A chart's marks are left out: thousands of shapes take axe half a minute and have no rule.
Their words are held to contrast in test_pages.py, and the drawing's own name below."""
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"]}
COLOURS = EVERYTHING | {"runOnly": ["color-contrast"]}


@pytest.fixture(scope="module", params=["en", "zh"])
def visitor(
    request: pytest.FixtureRequest, chromium: Browser, dashboard: Dashboard
) -> Iterator[tuple[Reader, InterfaceLanguage]]:
    """One reader for all pages of a language, so that the browser loads the scripts once."""
    with reading(chromium, dashboard.url) as reader:
        yield reader, request.param


def grave(reader: Reader, options: dict[str, Any]) -> list[dict[str, str]]:
    """What axe finds on the page as it stands, of serious or critical impact."""
    # evaluated through the browser's debugger, which the page's own policy does not bind: the
    # page stays under the policy its readers have
    reader.page.evaluate(AXE)
    found: list[dict[str, str]] = reader.page.evaluate(FOUND, options)
    return [one for one in found if one["impact"] in GRAVE]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_grave(visitor: tuple[Reader, InterfaceLanguage], name: str):
    reader, language = visitor
    schemes: tuple[Scheme, Scheme] = ("light", "dark")
    for scheme in schemes:
        reader.page.emulate_media(color_scheme=scheme)
        if scheme == "light":
            reader.open(spoken(PAGES[name], language))
        reader.settled()
        stands(reader.page)
        found = grave(reader, EVERYTHING if scheme == "light" else COLOURS)
        assert found == [], f"{name} {language} {scheme}"
    reader.assert_well()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_page_has_a_title_of_its_own_and_declares_its_language(
    chromium: Browser, dashboard: Dashboard, language: InterfaceLanguage
):
    titles: dict[str, str] = {}
    locale = "zh-CN" if language == "zh" else "en-GB"
    with reading(chromium, dashboard.url, locale=locale) as reader:
        for name in ("timeline", "documents", "document", "vote", "request", "country", "about"):
            reader.open(PAGES[name])
            titles[name] = reader.page.title()
            assert reader.page.evaluate("document.documentElement.lang") == language
        reader.assert_well()
    assert len(set(titles.values())) == len(titles), titles
    assert all(title.endswith(titles["about"].split(" · ")[-1]) for title in titles.values())


@pytest.mark.parametrize("name", ["timeline", "asks", "vote", "moved", "sponsors"])
def test_every_drawing_has_a_name_for_those_who_do_not_see_it(reader: Reader, name: str):
    reader.open(spoken(PAGES[name], "en"))
    stands(reader.page)
    drawings = reader.page.get_by_test_id("stPlotlyChart")
    names = drawings.evaluate_all(
        """drawings => drawings.map(drawing => {
            const named = drawing.closest('[aria-label]') || drawing.querySelector('[aria-label]');
            return named ? named.getAttribute('aria-label') : '';
        })"""
    )
    assert names
    assert all(len(said) > 20 for said in names), names
