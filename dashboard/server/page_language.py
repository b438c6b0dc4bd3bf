"""The language the served page declares, before any script of it has run.

The framework's index page is one file that says it is English. A screen reader takes its
voice, and a browser its Chinese letter forms and its offer to translate, from that word.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.words import LANGUAGES, InterfaceLanguage

_AS_SERVED = b'<html lang="en">'
_ASKED_OF_THE_FILE = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since"})
"""What would make the framework answer with something other than the text of its page."""


class PageLanguage:
    """ASGI middleware that declares HTML pages in the language their reader is shown.

    The two codes have two letters each, so the page keeps its length. A language switched on
    the page itself is declared from the next loading on.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does; an HTML page with its language, never cached as other."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        language = page_language(scope)
        declared = f'<html lang="{language}">'.encode()
        if language != "en":
            kept = [pair for pair in scope["headers"] if pair[0] not in _ASKED_OF_THE_FILE]
            scope = {**scope, "headers": kept}
        html = False

        async def send_declared(message: Message) -> None:
            nonlocal html
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                html = headers.get("content-type", "").startswith("text/html")
                if html:
                    headers.add_vary_header("Accept-Language")
                    if language != "en":  # the framework's tag names its own bytes, not these
                        for name in ("etag", "last-modified"):
                            del headers[name]
            elif html and language != "en":
                body = message.get("body", b"").replace(_AS_SERVED, declared, 1)
                message = {**message, "body": body}
            await send(message)

        await self._app(scope, receive, send_declared)


def page_language(scope: Scope) -> InterfaceLanguage:
    """The language a request's page will speak: its `lang`, else its reader's first, else English.

    `dashboard.ui.language` decides by the same order, with the browser's locale.
    """
    asked = QueryParams(scope["query_string"]).get("lang")
    for code in LANGUAGES:
        if asked == code:
            return code
    first = Headers(scope=scope).get("accept-language", "").strip().lower()
    return "zh" if first.startswith("zh") else "en"
