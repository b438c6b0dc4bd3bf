"""Every kind of page, for the tests that hold all of them to one rule."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from playwright.sync_api import Page

from tests.browser.reader.reader import MARKS, RAN, TABLE

SQUARES = ".js-plotly-plot .scatterlayer .textpoint text"
POINTS = f"{MARKS}:visible"
"""Marks of a chart with fewer of them than the timeline; some texts stand on coloured bars."""
CHART = ".js-plotly-plot .main-svg"


@dataclass(frozen=True)
class Screen:
    """A page's address, a phrase of the interface it must show and what is drawn on it."""

    name: str
    path: str
    phrase: str
    shows: tuple[str, ...] = ()
    drawn: str | None = None
    charted: bool = False
    """It has a chart besides what is drawn first."""

    @property
    def has_chart(self) -> bool:
        return self.charted or self.drawn not in (None, TABLE)

    @property
    def place(self) -> str:
        """What has a title of its own: a page or a record; not a view of a page."""
        page, _, query = self.path.partition("?")
        items = [pair for pair in query.split("&") if pair.startswith("item=")]
        return "?".join([page, *items])


SCREENS = (
    Screen("timeline", "/", "timeline.title", drawn=MARKS),
    Screen("event", "/?item=paris-ai-action-summit-2025", "timeline.title", drawn=MARKS),
    Screen("documents", "/documents", "documents.title", drawn=TABLE),
    Screen(
        "document",
        "/documents?item=A/RES/79/239",
        "record.life",
        ("A/RES/79/239", "A/C.1/79/L.43", "159", "2024"),
        TABLE,
    ),
    Screen("paragraphs", "/paragraphs", "paragraphs.title", drawn=TABLE),
    Screen(
        "paragraph", "/paragraphs?item=A/RES/78/265%23op6.e", "paragraphs.title", ("A/RES/78/265",)
    ),
    Screen(
        "reading",
        "/paragraphs?view=reading&symbol=A/RES/78/265",
        "paragraphs.title",
        ("A/RES/78/265",),
    ),
    Screen("about", "/about", "about.conflicts", drawn=TABLE),
    Screen("columns", "/about?view=columns", "about.title"),
    Screen("codes", "/about?view=codes", "about.title"),
    Screen("asks", "/asks", "asks.title", drawn=SQUARES),
    Screen("published", "/asks?view=published", "asks.scale_gruenberg_2009", drawn=SQUARES),
    Screen("tracks", "/asks?view=side_by_side", "asks.by_addressee", drawn=TABLE),
    Screen("asked", "/asks?view=asked&addressee=un_system", "asks.title", ("A/RES/78/311",)),
    Screen(
        "compare",
        "/compare?symbol=A/RES/79/239&symbol=A/RES/80/58",
        "compare.citations",
        ("A/RES/79/239 · ", "A/RES/80/58 · "),
    ),
    Screen("agreed-language", "/agreed_language", "agreed_language.private"),
    Screen(
        "phrase",
        "/agreed_language?view=phrase&q=safe,+secure+and+trustworthy",
        "agreed_language.first_here",
        ("A/RES/78/265",),
        CHART,
    ),
    Screen("votes", "/votes", "votes.bars_about", drawn=CHART),
    Screen("votes-list", "/votes?view=ballots", "votes.title", drawn=TABLE),
    Screen("vote", "/votes?item=A/RES/79/239@plenary", "roll_call.by_group", ("159",), POINTS),
    Screen("moved", "/votes?view=moved", "moves.about"),
    Screen("moved-usa", "/votes?view=moved&country=USA&weight=core", "moves.about", ("80/57",)),
    Screen("grid", "/votes?view=grid&track=military", "votes.title", drawn=CHART),
    Screen("agreement", "/votes?view=agreement", "votes.title", drawn=SQUARES),
    Screen("sponsors", "/sponsors", "sponsors.title", drawn=TABLE, charted=True),
    Screen("ledger", "/sponsors?symbol=A/RES/78/265", "sponsors.title", ("123", "55", "68")),
    Screen("overlap", "/sponsors?view=overlap", "sponsors.title", ("104", "39", "19")),
    Screen("ranking", "/sponsors?view=ranking", "sponsors.title", drawn=TABLE),
    Screen("years", "/sponsors?view=years", "sponsors.title", drawn=SQUARES),
    Screen("statements", "/statements", "statements.reading"),
    Screen("statements-table", "/statements?view=table", "statements.title", drawn=TABLE),
    Screen("countries", "/countries", "countries.title", drawn=TABLE, charted=True),
    Screen("country", "/countries?item=USA", "countries.totals", ("19",), TABLE),
    Screen("group", "/countries?item=eu", "countries.totals_group", drawn=TABLE),
    Screen("requests", "/requests", "requests.title", drawn=TABLE, charted=True),
    Screen("request", "/requests?item=79-239-7", "requests.answers", ("A/RES/79/239",)),
    Screen("unanswered", "/requests?item=78-311-15", "requests.answers", ("A/RES/78/311",)),
)
DRAWINGS = tuple(
    screen for screen in SCREENS if screen.has_chart and screen.name not in ("event", "published")
)
"""One screen for each kind of drawing."""

_FRAMES = 6
"""So many frames of the browser in which nothing changed its size are taken for rest."""
_STILL = f"""([look, frames]) => {{
    const at = (...selectors) => [...document.querySelectorAll(selectors.join(', '))];
    const sizes = JSON.stringify(at('[data-testid="stMain"]', '.main-svg', 'canvas')
        .map(e => [e.scrollWidth, e.scrollHeight, e.clientWidth, e.clientHeight]));
    const done = document.querySelector('{RAN}')
        && at('[data-testid="stSkeleton"]', '[data-stale="true"]').length === 0
        && at('[data-testid="stPlotlyChart"]').every(chart => chart.querySelector('.main-svg'));
    const seen = window.stillness;
    const same = done && seen && seen.look === look && seen.sizes === sizes ? seen.same + 1 : 0;
    window.stillness = {{look, sizes, same}};
    return same >= frames;
}}"""
_looks = count()


def spoken(path: str, language: str) -> str:
    """The address in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


def stands(page: Page) -> None:
    """Wait until what is drawn in the browser, charts and tables, has its place and keeps it.

    The framework shows a grey shape for what it has not loaded yet.
    """
    page.wait_for_function(_STILL, arg=[next(_looks), _FRAMES])
