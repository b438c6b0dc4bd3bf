"""Holds each client to its allowances: a route answers 429, a page waits, the others go on."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.budgets.allowances import Allowance, Kind, allowances
from dashboard.server.budgets.buckets import Buckets, Queue
from dashboard.server.budgets.clients import CHARGE, client_of
from dashboard.server.budgets.page_messages import Paced, kind_of
from dashboard.server.responses import too_much

ROUTES: Final = "/api/"
PASTES: Final = "/api/agreed_language.json"
ASSISTANTS: Final = "/mcp"
STREAM: Final = "/_stcore/stream"
BYTES_OF_AN_EXPORT: Final = 1_000_000
BYTES_OF_A_PASTE: Final = 5_000
BYTES_OF_A_RERUN: Final = 25_000
"""What one of each may be long; what is longer counts as so many."""
ROOM_OF_A_PASTE: Final = 6.0
"""Drafts are held against the record one after the other, so that one client's may not be many."""
MOST_OF_A_RERUN: Final = 10.0
_SMALL: Final = 0.1
"""What a message that runs nothing costs, such as more rows of a table scrolled."""


class Budgets:
    """ASGI middleware. Pages, files and health are for everybody as often as they like."""

    def __init__(
        self,
        app: ASGIApp,
        allowed: Mapping[Kind, Allowance] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app, self._clock = app, clock
        self._allowed = allowances() if allowed is None else allowed
        self._buckets = {kind: Buckets(each, clock) for kind, each in self._allowed.items()}
        self._waiting = Queue(self._allowed["waiting"], clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does, or refuse, or let the client wait."""
        if scope["type"] == "websocket" and scope["path"].endswith(STREAM):
            await self._page(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] != "OPTIONS" and _is_route(scope["path"]):
            await self._route(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _route(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A route, charged for what was sent to it and by it."""
        client = client_of(scope)
        kind: Kind = "pastes" if scope["path"].endswith(PASTES) else "exports"
        room = ROOM_OF_A_PASTE if kind == "pastes" else 1.0
        if wait := self._taken(client, {kind: 1.0, "answers": room}):
            await _refused(wait)(scope, receive, send)
            return
        size = 0.0

        async def receive_counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b"")) / BYTES_OF_A_PASTE
            return message

        async def send_counted(message: Message) -> None:
            nonlocal size
            size += len(message.get("body", b"")) / BYTES_OF_AN_EXPORT
            await send(message)

        scope = {**scope, CHARGE: partial(self._buckets[kind].book, client)}
        try:
            await self._app(scope, receive_counted, send_counted)
        finally:
            if size > 1:  # one is paid for
                self._buckets[kind].book(client, size - 1)
            self._buckets["answers"].give_back(client, room)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A page's websocket: opened where the client may open one more, and then paced."""
        client = client_of(scope)
        if wait := self._taken(client, {"openings": 1.0, "open": 1.0}):
            await _refused(wait)(scope, receive, send)
            return
        own = Buckets(self._allowed["page"], self._clock, most=1)

        def book(data: bytes) -> float:
            """What both the page and its client are charged; in debt it stands in line."""
            cost = _SMALL
            if kind_of(data) == "rerun":
                cost = min(max(len(data) / BYTES_OF_A_RERUN, 1), MOST_OF_A_RERUN)
            wait = max(own.book(client, cost), self._buckets["reruns"].book(client, cost))
            return max(wait, self._waiting.book(cost)) if wait else 0.0

        paced = Paced(receive, book)
        try:
            await self._app(scope, paced, send)
        finally:
            paced.close()
            self._buckets["open"].give_back(client)

    def _taken(self, client: str, costs: Mapping[Kind, float]) -> float:
        """Take so much of each kind and return 0; or of none, and return the seconds to wait."""
        taken: list[Kind] = []
        for kind, cost in costs.items():
            if wait := self._buckets[kind].take(client, cost):
                for before in taken:
                    self._buckets[before].give_back(client, costs[before])
                return wait
            taken.append(kind)
        return 0.0


def _is_route(path: str) -> bool:
    return ROUTES in path or path.endswith(ASSISTANTS)


def _refused(wait: float) -> Response:
    """429 as the routes have it; before a websocket opens its server says the same."""
    answer = too_much(wait)
    return Response(answer.body, answer.status, dict(answer.headers), answer.type)
