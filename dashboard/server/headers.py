"""The headers every page and route is sent with.

Nothing may be loaded from another origin: Streamlit draws Markdown images in any label,
and a title in the record could otherwise call a foreign server from a reader's browser.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from lxml import html
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PERMISSIONS = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""What no page of ours asks a browser for."""

FRAMING = "DASHBOARD_FRAME_ANCESTORS"
"""The environment variable with the sites whose pages may show ours in a frame."""
SELF, NONE = "'self'", "'none'"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ORIGIN = re.compile(rf"https://{_LABEL}(?:\.{_LABEL})*(?::[0-9]{{1,5}})?")
_OLDER: Mapping[tuple[str, ...], str] = {(SELF,): "SAMEORIGIN", (NONE,): "DENY"}
"""`X-Frame-Options` for browsers without `frame-ancestors`; it cannot name other sites."""


def frame_ancestors() -> tuple[str, ...]:
    """Who may show our pages in a frame, by the environment; our own origin where it is unset.

    Values stand apart by spaces: `'self'`, https origins without a path, or `'none'` alone; the
    quotation marks may be missing. Raises `ValueError` for anything else.
    """
    given = os.environ.get(FRAMING, "").lower().split()
    found = tuple(dict.fromkeys(f"'{v}'" if v in ("self", "none") else v for v in given))
    for value in found:
        if value not in (SELF, NONE) and not _ORIGIN.fullmatch(value):
            raise ValueError(
                f"{FRAMING}: found {value!r}; allowed: 'self', 'none' or https origins such as "
                "https://intranet.example.org, separated by spaces"
            )
    if NONE in found and len(found) > 1:
        raise ValueError(f"{FRAMING}: 'none' allows no other value beside it")
    return found or (SELF,)


class SecurityHeaders:
    """ASGI middleware that sets the headers on every HTTP response; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        ancestors = frame_ancestors()
        hashes = inline_script_hashes(index_page())
        self._app = app
        self._headers = {
            "Content-Security-Policy": content_security_policy(hashes, ancestors),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": _OLDER.get(ancestors),
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
                    if value is None:
                        del headers[name]
                    else:
                        headers[name] = value
            await send(message)

        await self._app(scope, receive, send_with_headers)


def content_security_policy(
    script_hashes: Iterable[str], ancestors: Sequence[str] = (SELF,)
) -> str:
    """The policy: our own origin only, the inline scripts with these hashes, frames on these sites.

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
            f"frame-ancestors {' '.join(ancestors)}",
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
    tree = html.document_fromstring(
        page.read_text(encoding="utf-8")
    )  # \n ends lines, as in browsers
    scripts = (tag.text or "" for tag in tree.iter("script") if "src" not in tag.attrib)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
