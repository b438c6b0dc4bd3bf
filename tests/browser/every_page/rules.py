"""What every screen is held to, and at which moments of a visit.

A visit opens a screen once. Each rule is told by itself: a visit goes on after a rule that is
broken, so that one run says all that is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Locator, Page, expect

from dashboard.words import InterfaceLanguage, words
from tests.browser.every_page.drawings import (
    LEAST_NAME,
    READABLE,
    names,
    weakest_contrast,
    words_out_of_place,
)
from tests.browser.reader.reader import MARKS, TABLE, Reader, Scheme
from tests.browser.reader.screens import SQUARES, Screen, stands

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = ("serious", "critical")
LOADED = "() => Boolean(window.axe)"
LOOKED_AT: list[Any] = [[[".js-plotly-plot"], ["tbody tr:nth-child(n+6)"]], GRAVE]
FOUND = """([left_out, grave]) => axe.run({exclude: left_out}, {
    resultTypes: ['violations'],
    runOnly: axe._audit.rules
        .filter(rule => rule.enabled && !rule.tags.includes('experimental'))
        .filter(rule => grave.includes(rule.impact)).map(rule => rule.id),
}).then(found =>
    found.violations.flatMap(rule => rule.nodes.map(node => ({
        impact: rule.impact, rule: rule.id, target: node.target.flat().join(' '),
        html: node.html.slice(0, 300), why: node.failureSummary
    }))))"""
"""Only rules whose breach is grave are asked. A chart's marks are left out: thousands of shapes
take axe half a minute and have no rule; their words and the drawing's own name have rules of their
own. So are all rows of a table but its first five, which have the same parts."""
FEWEST_MARKS = 200
"""The timeline draws one for each of its core records, far more than the key's."""
DARK = """dark => {
    const ground = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
    const [r, g, b] = ground.match(/[0-9.]+/g).map(Number);
    return (r + g + b < 384) === dark;
}"""
TOO_WIDE = """() => ['html', '[data-testid="stMain"]'].map(name => document.querySelector(name))
    .filter(element => element.scrollWidth > element.clientWidth)
    .map(element => `${element.tagName}: ${element.scrollWidth} in ${element.clientWidth}`)"""
CUT_OFF = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return getComputedStyle(main).overflowY === 'auto' && main.scrollHeight > main.clientHeight;
}"""
CUT_WORDS = """tables => tables.flatMap(table =>
    [...table.querySelectorAll('td, th'), table.parentElement]
        .filter(cell => cell.scrollWidth > cell.clientWidth + 1)
        .map(cell => cell.textContent.slice(0, 60)))"""
HIGHEST = 3600
"""Pixels of a picture, within reason."""


@dataclass(frozen=True)
class Visit:
    """A reader before a screen, and what is remembered from one screen to the next."""

    reader: Reader
    screen: Screen
    language: InterfaceLanguage
    width: int
    scheme: Scheme
    titles: dict[str, str]
    """The place that has a title, by title."""
    pictures: Path

    @property
    def page(self) -> Page:
        return self.reader.page

    def say(self, key: str) -> str:
        return words(self.language)(key)


def _seen(visit: Visit, text: str) -> Locator:
    """A text where a reader can see it: the navigation, folded away, has words of the pages too."""
    return visit.page.get_by_text(text).filter(visible=True).first


def shows_its_content(visit: Visit) -> None:
    page, screen = visit.page, visit.screen
    for text in (visit.say(screen.phrase), *screen.shows):
        expect(_seen(visit, text)).to_be_visible()
    if screen.drawn == MARKS:
        page.locator(MARKS).nth(FEWEST_MARKS).wait_for(state="attached")
    elif screen.drawn:
        expect(page.locator(screen.drawn).first).to_be_visible()


def does_not_scroll_sideways(visit: Visit) -> None:
    assert visit.page.evaluate(TOO_WIDE) == []


def cuts_no_word_of_a_table(visit: Visit) -> None:
    assert visit.page.locator(TABLE).evaluate_all(CUT_WORDS) == []


def texts_of_its_charts_can_be_read(visit: Visit) -> None:
    if visit.screen.drawn in (MARKS, SQUARES):  # elsewhere some stand on coloured bars
        assert weakest_contrast(visit.page) >= READABLE


def names_its_drawings(visit: Visit) -> None:
    """Every drawing has a name for those who do not see it."""
    said = names(visit.page)
    assert said or not visit.screen.has_chart
    assert all(len(name) >= LEAST_NAME for name in said), said


def gives_every_word_of_a_drawing_its_room(visit: Visit) -> None:
    assert words_out_of_place(visit.page) == []


def declares_its_language(visit: Visit) -> None:
    assert visit.page.evaluate("document.documentElement.lang") == visit.language


def has_a_title_of_its_own(visit: Visit) -> None:
    title = visit.page.title()
    assert title.endswith(visit.say("app.title"))
    assert visit.titles.setdefault(title, visit.screen.place) == visit.screen.place, title


def is_accessible(visit: Visit) -> None:
    """Axe finds nothing of serious or critical impact on the page as it stands."""
    # evaluated through the browser's debugger, which the page's own policy does not bind: the
    # page stays under the policy its readers have
    if not visit.page.evaluate(LOADED):
        visit.page.evaluate(AXE)
    found: list[dict[str, str]] = visit.page.evaluate(FOUND, LOOKED_AT)
    assert [one for one in found if one["impact"] in GRAVE] == []


def has_the_ground_its_reader_asked_for(visit: Visit) -> None:
    dark = visit.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert visit.page.evaluate(DARK, dark)


def makes_a_picture(visit: Visit) -> None:
    name = f"{visit.screen.name}-{visit.language}-{visit.width}-{visit.scheme}.png"
    visit.page.screenshot(path=visit.pictures / name)


def says_its_sources(visit: Visit) -> None:
    for key in (visit.screen.phrase, "footer.sources"):
        expect(_seen(visit, visit.say(key))).to_be_visible()


def is_not_cut_off(visit: Visit) -> None:
    """What scrolls on a screen would be cut off on paper."""
    assert not visit.page.evaluate(CUT_OFF)


def has_nothing_to_press(visit: Visit) -> None:
    expect(visit.page.get_by_test_id("stHeader")).to_be_hidden()


def nothing_went_wrong(visit: Visit) -> None:
    visit.reader.assert_well()


def as_it_opens(visit: Visit) -> None:
    """The window and the light the visitor came with."""


def on_paper(visit: Visit) -> None:
    visit.page.emulate_media(media="print")


def whole(visit: Visit) -> None:
    """On the screen again, in a window as high as the page: a picture shows all of it."""
    visit.page.emulate_media(media="null")
    height = visit.page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    visit.page.set_viewport_size({"width": visit.width, "height": min(int(height) + 60, HIGHEST)})
    stands(visit.page)


Rule = Callable[[Visit], None]
Moment = Callable[[Visit], None]
OPENED: tuple[Rule, ...] = (
    shows_its_content,
    has_the_ground_its_reader_asked_for,
    does_not_scroll_sideways,
    declares_its_language,
    has_a_title_of_its_own,
    names_its_drawings,
    gives_every_word_of_a_drawing_its_room,
    texts_of_its_charts_can_be_read,
    is_accessible,
)
PAPER: tuple[Rule, ...] = (
    says_its_sources,
    is_not_cut_off,
    has_nothing_to_press,
    nothing_went_wrong,
)
PICTURES: dict[Moment, tuple[Rule, ...]] = (
    {whole: (makes_a_picture,)} if os.environ.get("DASHBOARD_PICTURES") else {}
)
"""Pictures of all screens are for people: taken where they are asked for."""
DESK: dict[Moment, tuple[Rule, ...]] = {
    as_it_opens: (*OPENED, cuts_no_word_of_a_table),
    on_paper: PAPER,
    **PICTURES,
}
PHONE: dict[Moment, tuple[Rule, ...]] = {as_it_opens: OPENED, on_paper: PAPER, **PICTURES}
OTHER_WIDTHS: dict[Moment, tuple[Rule, ...]] = {
    as_it_opens: (
        shows_its_content,
        does_not_scroll_sideways,
        cuts_no_word_of_a_table,
        gives_every_word_of_a_drawing_its_room,
        nothing_went_wrong,
    ),
}
"""The rules of each moment of a visit; each moment finds the screen as the one before left it."""
