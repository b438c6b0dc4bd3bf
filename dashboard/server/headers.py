"""The headers every page and route is sent with.

Nothing may be loaded from another origin: Streamlit draws Markdown images in any label,
and a title in the record could otherwise call a foreign server from a reader's browser.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PERMISSIONS = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""What no page of ours asks a browser for."""


class SecurityHeaders:
    """ASGI middleware that sets the headers on every HTTP response; websockets pass untouched."""

    def __init__(self, app: ASGIApp, policy: str | None = None) -> None:
        if policy is None:
            policy = content_security_policy(inline_script_hashes(index_page()))
        self._app = app
        self._headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does, with the headers added at the start of a response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, send_with_headers)


def content_security_policy(script_hashes: Iterable[str]) -> str:
    """The policy: our own origin only, and the inline scripts with these hashes.

    Streamlit needs inline styles and WebAssembly. `connect-src 'self'` covers the
    websocket of the same host and port (Content Security Policy level 3, section 6.7.2.8).
    """
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *script_hashes])
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-ancestors 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def index_page() -> Path:
    """The page the installed Streamlit serves, found without importing it.

    Raises `FileNotFoundError` where Streamlit is not installed.
    """
    spec = find_spec("streamlit")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("streamlit is not installed")
    return Path(spec.origin).parent / "static" / "index.html"


def inline_script_hashes(page: Path) -> tuple[str, ...]:
    """`'sha256-…'` for each inline script of a page, as a policy names it."""
    parser = _InlineScripts()
    parser.feed(page.read_text(encoding="utf-8"))  # newlines become \n, as in a browser
    parser.close()
    return tuple(f"'sha256-{_digest(script)}'" for script in parser.scripts)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class _InlineScripts(HTMLParser):
    """Collects the text of scripts that have no `src`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self._parts: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "script" and "src" not in dict(attrs):
            self._parts = []

    def handle_data(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._parts is not None:
            self.scripts.append("".join(self._parts))
            self._parts = None
