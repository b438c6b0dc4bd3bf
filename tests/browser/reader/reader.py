"""A reader at a browser: opens addresses of the dashboard and notes what must not happen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize, expect

Scheme = Literal["light", "dark"]
RAN = '[data-testid="stApp"][data-test-script-state="notRunning"]'
FAILED = '[data-testid="stException"]'
MARKS = ".js-plotly-plot .scatterlayer path.point"
TABLE = '[data-testid="stTableStyledTable"]'
ROW = f"{TABLE} tbody tr"
COUNT = re.compile(r"^([\d,]+|One) of [\d,]+ |符合条件([\d,]+)")
_DRAWN = "() => !document.querySelector('[data-testid=stSkeleton]')"
_TURNED = """path => {
    const app = document.querySelector('[data-testid="stApp"]');
    window.turned = false;
    new MutationObserver((_, observer) => {
        if (app.dataset.testScriptState !== 'notRunning') return;
        window.turned = true;
        observer.disconnect();
    }).observe(app, {
        subtree: true, childList: true, characterData: true,
        attributeFilter: ['data-test-script-state'],
    });
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate', {state: null}));
}"""
"""A long run shows by the state of the script; one that ends at once only by what it drew."""
_BASE_PROBE = re.compile(r"/[a-z_]+/_stcore/(health|host-config)$")
PHONE = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36"
)


class Reader:
    """One page of a browser, with its requests, console errors and dialogs kept."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.window = page.viewport_size
        """The one the reader came with."""
        self.elsewhere: list[str] = []
        """Requests to any host but the server's."""
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        page.on("request", self._requested)
        page.on("console", self._printed)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._asked)

    def come_anew(self, window: ViewportSize | None = None, scheme: Scheme = "light") -> None:
        """Forget what earlier visits left behind: the page and all that `come_back` forgets."""
        self.come_back(window, scheme)
        self.page.goto("about:blank")
        self._forget()

    def come_back(self, window: ViewportSize | None = None, scheme: Scheme = "light") -> None:
        """Forget notes, routes and what was emulated; the page still stands."""
        page = self.page
        page.unroute_all()
        page.context.set_offline(False)
        page.emulate_media(media="null", color_scheme=scheme, reduced_motion="null")
        page.set_viewport_size(window or self.window)
        self._forget()

    def open(self, path: str) -> Reader:
        """Go to a path of the dashboard and wait until its script has run."""
        self.page.goto(self.url + path)
        return self.settled()

    def turn_to(self, path: str) -> Reader:
        """Go to a path in place, as a click on a link of a page does, or open the first one."""
        if not self.page.url.startswith(self.url):
            return self.open(path)
        self.page.evaluate(_TURNED, path)
        self.page.wait_for_function("() => window.turned")
        return self.settled()

    def settled(self) -> Reader:
        """Wait until the script has run to its end, the footer stands, and each part is drawn.

        The framework fetches the code of a kind of element when it first meets one, and holds its
        place until then.
        """
        self.page.locator(RAN).wait_for()
        self.page.locator('a[href*="/about?"][href*="view=columns"]').last.wait_for()
        self.page.wait_for_function(_DRAWN)
        return self

    def params(self) -> list[tuple[str, str]]:
        """The query of the browser's address."""
        return parse_qsl(urlsplit(self.page.url).query, keep_blank_values=True)

    def expect_params(self, *wanted: tuple[str, str]) -> None:
        """Wait until the address holds exactly these, in any order."""
        self.page.wait_for_function(
            """wanted => {
                const found = [...new URLSearchParams(location.search)].map(String).sort();
                return JSON.stringify(found) === JSON.stringify(wanted.map(String).sort());
            }""",
            arg=[list(pair) for pair in wanted],
        )

    def count(self) -> int:
        """How many records the line over the result says."""
        said = self.page.locator("strong").filter(has_text=COUNT).first.inner_text()
        found = COUNT.search(said)
        assert found is not None
        number = (found[1] or found[2]).replace(",", "")
        return 1 if number == "One" else int(number)

    def expect_count(self, wanted: int) -> None:
        """Wait until the line over the result says this many."""
        said = f"{wanted:,}|{wanted}|One" if wanted == 1 else f"{wanted:,}|{wanted}"
        texts = re.compile(rf"^({said}) of |符合条件({said})(?![\d,])")
        expect(self.page.locator("strong").filter(has_text=texts).first).to_be_visible()

    def links(self) -> list[str]:
        """The addresses of all links, as the browser resolves them."""
        found: list[str] = self.page.locator("a[href]").evaluate_all("a => a.map(x => x.href)")
        return found

    def text(self) -> str:
        """All words on the page, in single spaces."""
        return " ".join(self.page.locator('[data-testid="stMain"]').inner_text().split())

    def drawn_marks(self) -> list[tuple[float, float]]:
        """The middle of each mark of the chart, without what only holds the key's place."""
        self.page.locator(MARKS).first.wait_for(state="attached")
        boxes = self.page.locator(MARKS).evaluate_all(
            """marks => marks.map(mark => mark.getBoundingClientRect())
                .filter(box => box.width > 4)
                .map(box => [box.x + box.width / 2, box.y + box.height / 2])"""
        )
        return [(float(x), float(y)) for x, y in boxes]

    def assert_well(self) -> None:
        """Nothing left this machine, nothing failed, nobody was asked anything."""
        assert self.elsewhere == []
        assert self.errors == []
        assert self.dialogs == []
        assert self.page.locator(FAILED).count() == 0

    def _forget(self) -> None:
        for kept in (self.elsewhere, self.errors, self.dialogs):
            kept.clear()

    def _requested(self, request: Request) -> None:
        if urlsplit(request.url).scheme in ("data", "blob"):
            return
        if urlsplit(request.url).netloc != urlsplit(self.url).netloc:
            self.elsewhere.append(request.url)

    def _printed(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        where = message.location.get("url", "")
        if "404" in message.text and _BASE_PROBE.search(where):
            return  # the framework looks for its own base path below the page's
        self.errors.append(f"{message.text} {where}")

    def _asked(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@contextmanager
def reading(
    browser: Browser,
    url: str,
    *,
    width: int = 1280,
    locale: str = "en-US",
    scheme: Scheme = "light",
) -> Iterator[Reader]:
    """A reader with a context of its own; a narrow one is a phone."""
    phone = width < 600
    context = browser.new_context(
        viewport={"width": width, "height": 844 if phone else 900},
        locale=locale,
        color_scheme=scheme,
        has_touch=phone,
        is_mobile=phone,
        user_agent=PHONE if phone else None,
    )
    context.set_default_timeout(30_000)
    try:
        yield Reader(context.new_page(), url)
    finally:
        context.close()


def newly_come(reader: Reader) -> Iterator[Reader]:
    """A reader who was there before, as if newly come; at the end nothing must have gone wrong.

    The page is the same and keeps what it has compiled, which takes a new one seconds.
    """
    reader.come_anew()
    yield reader
    reader.assert_well()
