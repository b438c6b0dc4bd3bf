"""Under which names the dashboard answers, and from whose pages its websocket is opened.

The framework asks only of websockets whether their `Host` is allowed, and for an `Origin` it does
not know it asks a server elsewhere for the machine's own address before it refuses.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.server.operation.readiness import ASKED_BY_BALANCERS


class Hosts:
    """ASGI middleware: 421 for a foreign name, 403 for a websocket from a foreign page.

    `hosts` are names, `*.example.org` those below one; none given allows all. `origins` may open
    the websocket beside our own pages; None allows all. Who sends no `Origin` is no browser.
    """

    def __init__(
        self, app: ASGIApp, hosts: Sequence[str] = (), origins: Sequence[str] | None = ()
    ) -> None:
        self._app = app
        self._hosts = [host.strip().lower().rstrip(".") for host in hosts if host.strip()]
        self._origins = None if origins is None else {o.lower().rstrip("/") for o in origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does where both are allowed."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if not self._answers_as(hosts) and not scope["path"].endswith(ASKED_BY_BALANCERS):
            refusal = JSONResponse({"error": "this server does not answer under that name"}, 421)
        elif scope["type"] == "websocket" and not self._opened_by(headers.getlist("origin"), hosts):
            refusal = JSONResponse({"error": "another site's pages may not open this"}, 403)
        else:
            await self._app(scope, receive, send)
            return
        await refusal(scope, receive, send)

    def _answers_as(self, hosts: Sequence[str]) -> bool:
        if not self._hosts:
            return True
        name = _name(hosts[0]) if len(hosts) == 1 else None
        return name is not None and any(
            allowed in ("*", name) or (allowed.startswith("*.") and name.endswith(allowed[1:]))
            for allowed in self._hosts
        )

    def _opened_by(self, origins: Sequence[str], hosts: Sequence[str]) -> bool:
        if not origins or self._origins is None:
            return True
        origin = origins[0].lower()
        own = len(hosts) == 1 and urlsplit(origin).netloc == hosts[0].lower()
        return len(origins) == 1 and (own or origin in self._origins)


def _name(host: str) -> str | None:
    """The name in a `Host`, without port; None for what is no host and port."""
    try:
        found = urlsplit(f"//{host}")
        _ = found.port  # raises for one that is no number
    except ValueError:
        return None
    if found.netloc != host or "@" in host or not found.hostname:
        return None
    return found.hostname.rstrip(".")
