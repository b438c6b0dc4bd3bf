"""Every page in both languages, light and dark, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard.words import InterfaceLanguage, words
from tests.browser.reader.reader import GRID, MARKS, Reader, Scheme, reading
from tests.browser.reader.server import Dashboard

FEWEST_MARKS = 200
"""The timeline draws one for each of its core records, far more than the key's."""

SQUARES = ".js-plotly-plot .scatterlayer .textpoint text"

POINTS = f"{MARKS}:visible"
"""Marks of a chart with fewer of them than the timeline; some texts stand on coloured bars."""

CHART = ".js-plotly-plot .main-svg"

READABLE = 4.5
"""Contrast of small text with its ground, by WCAG 2.2, 1.4.3."""
WEAKEST_TEXT = """() => {
    const luminance = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(Number)
        .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = luminance(getComputedStyle(document.querySelector('.stApp')).backgroundColor);
    const texts = [...document.querySelectorAll('.js-plotly-plot svg text')];
    return Math.min(...texts.filter(t => t.textContent.trim()).map(t => {
        const ink = luminance(getComputedStyle(t).fill);
        return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    }));
}"""


@dataclass(frozen=True)
class Screen:
    """A page's address, a phrase of the interface it must show and what is drawn on it."""

    name: str
    path: str
    phrase: str
    shows: tuple[str, ...] = ()
    drawn: str | None = None


SCREENS = (
    Screen("timeline", "/", "timeline.title", drawn=MARKS),
    Screen("documents", "/documents", "documents.title", drawn=GRID),
    Screen(
        "document",
        "/documents?item=A/RES/79/239",
        "record.life",
        ("A/RES/79/239", "A/C.1/79/L.43", "159", "2024"),
        GRID,
    ),
    Screen("paragraphs", "/paragraphs", "paragraphs.title", drawn=GRID),
    Screen(
        "reading",
        "/paragraphs?view=reading&symbol=A/RES/78/265",
        "paragraphs.title",
        ("A/RES/78/265",),
    ),
    Screen("about", "/about", "about.conflicts", drawn=GRID),
    Screen("asks", "/asks", "asks.title", drawn=SQUARES),
    Screen("published", "/asks?view=published", "asks.scale_gruenberg_2009", drawn=SQUARES),
    Screen("tracks", "/asks?view=side_by_side", "asks.by_addressee", drawn=GRID),
    Screen("asked", "/asks?view=asked&addressee=un_system", "asks.title", ("A/RES/78/311",)),
    Screen(
        "compare",
        "/compare?symbol=A/RES/79/239&symbol=A/RES/80/58",
        "compare.citations",
        ("A/RES/79/239 · ", "A/RES/80/58 · "),
    ),
    Screen("votes", "/votes", "votes.title", drawn=GRID),
    Screen("vote", "/votes?item=A/RES/79/239@plenary", "roll_call.by_group", ("159",), POINTS),
    Screen("moved", "/votes?view=moved&country=USA&weight=core", "moves.about", ("80/57",)),
    Screen("grid", "/votes?view=grid&track=military", "votes.title", drawn=CHART),
    Screen("agreement", "/votes?view=agreement", "votes.title", drawn=SQUARES),
    Screen("sponsors", "/sponsors", "sponsors.title", drawn=GRID),
    Screen("ledger", "/sponsors?symbol=A/RES/78/265", "sponsors.title", ("123", "55", "68")),
    Screen("overlap", "/sponsors?view=overlap", "sponsors.title", ("104", "39", "19")),
    Screen("ranking", "/sponsors?view=ranking", "sponsors.title", drawn=GRID),
    Screen("years", "/sponsors?view=years", "sponsors.title", drawn=SQUARES),
    Screen("statements", "/statements", "statements.reading"),
    Screen("countries", "/countries", "countries.title", drawn=GRID),
    Screen("country", "/countries?item=USA", "countries.totals", ("19",), GRID),
    Screen("group", "/countries?item=eu", "countries.totals_group", drawn=GRID),
    Screen("requests", "/requests", "requests.title", drawn=GRID),
    Screen("request", "/requests?item=78-311-15", "requests.answers", ("A/RES/78/311",)),
    Screen("lateness", "/requests?view=chart&mentions=true", "requests.title", drawn=POINTS),
)


VIEWS: tuple[tuple[int, InterfaceLanguage, Scheme], ...] = (
    (1280, "en", "light"),
    (390, "zh", "dark"),
)
"""At a desk in English on light paper, on a phone in Chinese on dark; test_access.py draws each
page in the other combinations as well."""


@pytest.fixture(scope="module", params=VIEWS, ids=lambda view: "-".join(map(str, view)))
def visitor(
    request: pytest.FixtureRequest, chromium: Browser, dashboard: Dashboard
) -> Iterator[tuple[Reader, int, InterfaceLanguage, Scheme]]:
    """One reader for all pages of a width: the browser loads the scripts once."""
    with reading(chromium, dashboard.url, width=request.param[0]) as reader:
        yield reader, *request.param


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_page_draws_whole(
    visitor: tuple[Reader, int, InterfaceLanguage, Scheme], artefacts: Path, screen: Screen
):
    reader, width, language, scheme = visitor
    separator = "&" if "?" in screen.path else "?"
    reader.page.emulate_media(color_scheme=scheme)
    reader.open(f"{screen.path}{separator}lang={language}")
    _is_drawn(reader, screen, language)
    if screen.drawn in (MARKS, SQUARES):
        assert reader.page.evaluate(WEAKEST_TEXT) >= READABLE
    _fits(reader)
    with _whole(reader):
        _is_in_scheme(reader, scheme)
        _is_drawn(reader, screen, language)
        _fits(reader)
        reader.page.screenshot(path=artefacts / f"{screen.name}-{language}-{width}-{scheme}.png")
    reader.assert_well()


def _is_drawn(reader: Reader, screen: Screen, language: InterfaceLanguage) -> None:
    page = reader.page
    expect(page.get_by_text(words(language)(screen.phrase)).first).to_be_visible()
    for text in screen.shows:
        expect(page.get_by_text(text).first).to_be_visible()
    if screen.drawn == MARKS:
        page.locator(MARKS).nth(FEWEST_MARKS).wait_for(state="attached")
    elif screen.drawn:
        expect(page.locator(screen.drawn).first).to_be_visible()


def _is_in_scheme(reader: Reader, scheme: str) -> None:
    """The page's ground is dark where the reader's system asks for dark."""
    reader.page.wait_for_function(
        """dark => {
            const ground = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
            const [r, g, b] = ground.match(/[0-9.]+/g).map(Number);
            return (r + g + b < 384) === dark;
        }""",
        arg=scheme == "dark",
    )


def _fits(reader: Reader) -> None:
    """Nothing makes the page scroll sideways."""
    widths = reader.page.evaluate(
        """() => ['html', '[data-testid="stMain"]'].map(name => {
            const element = document.querySelector(name);
            return [element.scrollWidth, element.clientWidth];
        })"""
    )
    assert all(needed <= given for needed, given in widths), widths


@contextmanager
def _whole(reader: Reader) -> Iterator[None]:
    """A window as high as the page, so that a picture shows all of it; within reason."""
    page = reader.page
    before = page.viewport_size
    height = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    assert before is not None
    page.set_viewport_size({"width": before["width"], "height": min(int(height) + 60, 3600)})
    page.wait_for_timeout(400)  # charts and tables are drawn anew for the new height
    try:
        yield
    finally:
        page.set_viewport_size(before)
