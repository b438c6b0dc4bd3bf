"""Every request and session as those who run the dashboard see it: counted, timed, in a line."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from pathlib import PurePosixPath

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.operation.logs import FIELDS, wants_json
from dashboard.server.operation.metrics import REASONS, Meters, meters

log = logging.getLogger(__name__)
ROOMS = (
    *("/api/", "/map/", "/page/", "/media/", "/static/", "/component/"),
    *("/_stcore/upload_file/", "/_stcore/stream", "/_stcore/"),
)
"""Beginnings of addresses that are told as they stand; what follows may be a reader's word."""
OF_NO_INTEREST = ("/static/", "/page/", "/map/", "/component/", "/_stcore/", "/healthz", "/readyz")
"""What is logged only where it is refused or fails."""


class Observed:
    """ASGI middleware, the outermost. `paths` are the addresses of ours that take no word."""

    def __init__(self, app: ASGIApp, paths: Iterable[str] = ()) -> None:
        self._app = app
        self._paths = frozenset(path for path in paths if "{" not in path)
        self._logs = wants_json()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does."""
        found = meters()
        if scope["type"] not in ("http", "websocket") or (found is None and not self._logs):
            await self._app(scope, receive, send)
            return
        session = scope["type"] == "websocket"
        start, status = time.perf_counter(), 0

        async def seen(message: Message) -> None:
            nonlocal status
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                status = message["status"]
            elif message["type"] == "websocket.accept":
                status = 101
                if found is not None:
                    found.sessions.inc()
            elif message["type"] == "websocket.close" and not status:
                status = 403  # which is what the server makes of it
            await send(message)

        try:
            await self._app(scope, receive, seen)
        except Exception:
            status = status or 500
            raise
        finally:
            seconds = time.perf_counter() - start
            if found is not None:
                if status == 101 and session:
                    found.sessions.dec()
                self._count(found, scope["path"], status, seconds)
            if self._logs:
                self._tell(scope, status, seconds)

    def _count(self, found: Meters, path: str, status: int, seconds: float) -> None:
        if status in REASONS:
            found.refused.labels(REASONS[status]).inc()
        elif status == 200 and path.startswith("/api/") and path in self._paths:
            found.exports.labels(PurePosixPath(path).suffix.removeprefix(".")).observe(seconds)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        route = self.route(scope["path"])
        if status < 400 and route.startswith(OF_NO_INTEREST) and status != 101:
            return
        told = {
            "method": scope.get("method", "WEBSOCKET"),
            "route": route,
            "status": status,
            "seconds": round(seconds, 3),
        }
        log.info("session" if status == 101 else "request", extra={FIELDS: told})

    def route(self, path: str) -> str:
        """An address without a reader's words: as it stands where it takes none, else its room."""
        if path in self._paths:
            return path
        return next((room for room in ROOMS if path.startswith(room)), "a page")
