"""The framework's one HTML page, made ours before any script of it has run.

As served it says that it is English and named after the framework. A screen reader takes its
voice from that word, a browser its Chinese letter forms and its offer to translate; and the
name is what a mail or a chat shows of a link.
"""

from __future__ import annotations

import json
from html import escape
from typing import Final

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.words import LANGUAGES, InterfaceLanguage, framework, words
from dashboard.words.languages import readers_language

PAGE_STYLE: Final = "/page/page.css"
SPOKEN_SCRIPT: Final = "/page/spoken.js"
FRAMEWORK_WORDS: Final = "framework-words"
"""The name under which the page holds the words that the script puts in the framework's place."""
FRONT: Final = "/timeline"
"""The first page by its name, which readers type; the framework serves it at `/` alone."""

AS_SERVED = {"language": '<html lang="en">', "title": "<title>Streamlit</title>"}
"""What the framework writes, once each, and this replaces."""
_ASKED_OF_THE_FILE = frozenset(
    {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
)
"""What would make the framework answer with something other than the text of its page."""


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
        """Answer as the wrapped app does; an HTML page as `dressed` has it, never from a copy."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if _asks_for_a_page(scope):
            kept = [pair for pair in scope["headers"] if pair[0] not in _ASKED_OF_THE_FILE]
            scope = {**scope, "headers": kept}
        start: Message | None = None
        page = b""

        async def send_dressed(message: Message) -> None:
            nonlocal start, page
            if message["type"] == "http.response.start":
                kind = Headers(raw=message["headers"]).get("content-type", "")
                if kind.startswith("text/html"):
                    start = message  # held back until the length of the page is known
                    return
            elif start is not None:
                page += message.get("body", b"")
                if message.get("more_body"):
                    return
                body = dressed(page.decode(), page_language(scope)).encode() if page else b""
                _declare(start, len(body))
                await send(start)
                message = {**message, "body": body}
            await send(message)

        await self._app(scope, receive, send_dressed)


def dressed(page: str, language: InterfaceLanguage) -> str:
    """The framework's page in a language, with our title, description, words, style and script."""
    say = words(language)
    said = json.dumps(framework(), ensure_ascii=False)
    head = (
        f"<title>{escape(say('app.title'))}</title>\n"
        f'    <meta name="description" content="{escape(say("app.description"))}" />\n'
        f'    <meta name="{FRAMEWORK_WORDS}" content="{escape(said)}" />\n'
        f'    <link rel="stylesheet" href=".{PAGE_STYLE}" />\n'
        f'    <script defer src=".{SPOKEN_SCRIPT}"></script>'
    )
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
    return "." not in last and not scope["path"].startswith(("/api", "/healthz", "/_stcore"))


def _declare(start: Message, length: int) -> None:
    headers = MutableHeaders(scope=start)
    headers.add_vary_header("Accept-Language")
    for name in ("etag", "last-modified", "accept-ranges"):  # they name the file, not this page
        del headers[name]
    if length:  # the answer to HEAD has none
        headers["content-length"] = str(length)
    else:
        del headers["content-length"]
