"""Every page for everyone: axe-core's rules, in both languages and both themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser

from dashboard.words import InterfaceLanguage, words
from tests.browser.reader.reader import Reader, Scheme, reading
from tests.browser.reader.screens import PAGES, stands
from tests.browser.reader.server import Dashboard

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


LOCALES: dict[InterfaceLanguage, str] = {"en": "en-GB", "zh": "zh-CN"}
NAMES = """drawings => drawings.map(drawing => {
    const named = drawing.closest('[aria-label]') || drawing.querySelector('[aria-label]');
    return named ? named.getAttribute('aria-label') : '';
})"""
LEAST_NAME = 15
"""Signs; a sentence with numbers has more, in Chinese too."""
DRAWN = {"timeline", "asks", "vote", "moved", "sponsors"}


@dataclass
class Visitor:
    """One reader for all pages of a language, so that the browser loads the scripts once."""

    reader: Reader
    language: InterfaceLanguage
    titles: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module", params=LOCALES)
def visitor(
    request: pytest.FixtureRequest, chromium: Browser, dashboard: Dashboard
) -> Iterator[Visitor]:
    with reading(chromium, dashboard.url, locale=LOCALES[request.param]) as reader:
        yield Visitor(reader, request.param)


def grave(reader: Reader, options: dict[str, Any]) -> list[dict[str, str]]:
    """What axe finds on the page as it stands, of serious or critical impact."""
    # evaluated through the browser's debugger, which the page's own policy does not bind: the
    # page stays under the policy its readers have
    reader.page.evaluate(AXE)
    found: list[dict[str, str]] = reader.page.evaluate(FOUND, options)
    return [one for one in found if one["impact"] in GRAVE]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_grave(visitor: Visitor, name: str):
    reader, language = visitor.reader, visitor.language
    schemes: tuple[Scheme, Scheme] = ("light", "dark")
    for scheme in schemes:
        reader.page.emulate_media(color_scheme=scheme)
        if scheme == "light":
            reader.open(PAGES[name])
        reader.settled()
        stands(reader.page)
        found = grave(reader, EVERYTHING if scheme == "light" else COLOURS)
        assert found == [], f"{name} {language} {scheme}"
    _says_what_it_is(visitor, name)
    _names_its_drawings(reader, name)
    reader.assert_well()


def _says_what_it_is(visitor: Visitor, name: str) -> None:
    """The page declares its language, and its title is its own and ends in the dashboard's."""
    page = visitor.reader.page
    assert page.evaluate("document.documentElement.lang") == visitor.language
    title = page.title()
    assert title.endswith(words(visitor.language)("app.title"))
    # a view of a page has the page's title
    others = {said for one, said in visitor.titles.items() if {one, name} != {"votes", "moved"}}
    assert title not in others, visitor.titles
    visitor.titles[name] = title


def _names_its_drawings(reader: Reader, name: str) -> None:
    """Every drawing has a name for those who do not see it."""
    names = reader.page.get_by_test_id("stPlotlyChart").evaluate_all(NAMES)
    assert names or name not in DRAWN
    assert all(len(said) > LEAST_NAME for said in names), names
