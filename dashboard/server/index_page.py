"""The framework's one HTML page, made ours before any script of it has run.

As served it says that it is English and named after the framework. A screen reader takes its
voice from that word, a browser its Chinese letter forms and its offer to translate; and the
name is what a mail or a chat shows of a link.
"""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.headers import index_page
from dashboard.server.link_preview import preview
from dashboard.words import LANGUAGES, InterfaceLanguage, framework, words
from dashboard.words.languages import readers_language

PAGE_STYLE: Final = "/page/page.css"
QUOTES_STYLE: Final = "/page/quotes.css"
"""The style of pages in any language that does not write its quotation marks wide."""
TYPEFACE: Final = "/fonts/ibm-plex-sans-5.3.0-latin.woff2"
"""Asked for before any style is read, so that no text stands in another font first."""
_WIDE_QUOTES: Final = frozenset({"zh", "ja"})
FRAMEWORK_TYPEFACE: Final = re.compile(r'<link\s+rel="preload"[^>]*\bas="font"[^>]*>')
"""The framework's own font, which no page of ours uses."""
SCRIPTS: Final = tuple(
    f"/page/{name}.js"
    for name in ("spoken", "links", "anchors", "tables", "focus", "print", "picture")
)
FRAMEWORK_WORDS: Final = "framework-words"
"""The name under which the page holds the words that the script puts in the framework's place."""
FRONT: Final = "/timeline"
"""The first page by its name, which readers type; the framework serves it at `/` alone."""

AS_SERVED = {"language": '<html lang="en">', "title": "<title>Streamlit</title>"}
"""What the framework writes, once each, and this replaces."""
_ASKED_OF_THE_FILE = frozenset({b"if-none-match", b"if-modified-since", b"range"})
"""What would make the framework answer with something other than its page."""
_NO_PAGES = ("/api", "/healthz", "/readyz", "/_stcore")
_HEADERS = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}


def front_route() -> Route:
    """The way from `/timeline` to `/`, with all that was asked."""
    return Route(FRONT, _front, methods=["GET"])


def _front(request: Request) -> RedirectResponse:
    return RedirectResponse(str(request.url.replace(scheme="", netloc="", path="/")))


class IndexPage:
    """ASGI middleware that gives HTML pages their reader's language, a name and our own files."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does, but with our page where it would send its own."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if _asks_for_a_page(scope):
            kept = [pair for pair in scope["headers"] if pair[0] not in _ASKED_OF_THE_FILE]
            scope = {**scope, "headers": kept}
        page: Response | None = None

        async def send_unless_page(message: Message) -> None:
            nonlocal page
            if message["type"] == "http.response.start" and message["status"] == 200:
                kind = Headers(raw=message["headers"]).get("content-type", "")
                if kind.startswith("text/html"):
                    page = await run_in_threadpool(_page, scope)
                    cookies = (pair for pair in message["headers"] if pair[0] == b"set-cookie")
                    page.raw_headers.extend(cookies)
            if page is None:
                await send(message)

        await self._app(scope, receive, send_unless_page)
        if page is not None:
            await page(scope, receive, send)


def _page(scope: Scope) -> Response:
    """The page of an address, or 404 where the framework sends its page for any unknown file.

    Below another path its scripts would not be found, and the reader would see nothing.
    """
    request = Request(scope)
    path = str(scope["path"]).removeprefix(scope.get("root_path", ""))
    say = words(page_language(scope))
    if "." in path or "/" in path.strip("/"):
        return PlainTextResponse(say("notice.no_such_address"), 404)
    shown = preview(say, path, request.query_params)
    icon = str(request.base_url.replace(path=f"{request.base_url.path}apple-touch-icon.png"))
    return HTMLResponse(our_page(say.language, shown.head(say, icon)), headers=_HEADERS)


def our_page(language: InterfaceLanguage, head: str) -> str:
    """The framework's page in a language, with a head of ours, words, style and script."""
    return _framework_page(language).replace(AS_SERVED["title"], head, 1)


@cache
def _framework_page(language: InterfaceLanguage) -> str:
    page = FRAMEWORK_TYPEFACE.sub("", index_page().read_text(encoding="utf-8"))
    said = json.dumps(framework(), ensure_ascii=False)
    styles = [PAGE_STYLE, *([] if language in _WIDE_QUOTES else [QUOTES_STYLE])]
    head = (
        f"{AS_SERVED['title']}\n"
        f'    <meta name="{FRAMEWORK_WORDS}" content="{escape(said)}" />\n'
        f'    <link rel="preload" href=".{TYPEFACE}" as="font" type="font/woff2" crossorigin />'
    ) + "".join(f'\n    <link rel="stylesheet" href=".{style}" />' for style in styles)
    head += "".join(f'\n    <script defer src=".{script}"></script>' for script in SCRIPTS)
    html = f'<html lang="{language}" dir="{LANGUAGES[language].direction}">'
    declared = page.replace(AS_SERVED["language"], html, 1)
    return declared.replace(AS_SERVED["title"], head, 1)


def page_language(scope: Scope) -> InterfaceLanguage:
    """The language a request's page will speak: its `lang`, else its reader's first, else ours.

    `dashboard.ui.frame.language` decides by the same order, with the browser's locale.
    """
    asked = QueryParams(scope["query_string"]).get("lang")
    return readers_language(asked, Headers(scope=scope).get("accept-language"))


def _asks_for_a_page(scope: Scope) -> bool:
    """Whether the address can be that of a page: those of files have a dot or a room of their own.

    Scripts and routes keep what their readers hold and how they are packed.
    """
    last = scope["path"].rsplit("/", 1)[-1]
    return "." not in last and not scope["path"].startswith(_NO_PAGES)
