"""Whether a process may be sent readers: while it loads not yet, once it is told to end no more.

`/readyz` says so to a balancer. Where one stands before several processes, `DRAIN` is set, and
whoever would have to wait is refused with 503 instead, so that the balancer asks another process.
Without it everybody waits for the first load, as there is nobody else to ask.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, Literal

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.corpus import store
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.snapshot import NoDataError
from dashboard.server.responses import Answer, no_data_answer

DRAIN: Final = "DASHBOARD_DRAIN_SECONDS"
"""The environment variable with the seconds from the signal to end until open pages are let go."""
LONGEST: Final = 3600.0
READY, HEALTH, FRAMEWORK_HEALTH = "/readyz", "/healthz", "/_stcore/health"
ASKED_BY_BALANCERS: Final = (HEALTH, READY, FRAMEWORK_HEALTH)
"""Answered under any name and to anybody, the status alone."""
Phase = Literal["unstarted", "loading", "no_data", "ready", "draining"]
_UNKEPT = {"Cache-Control": "no-store"}
_LATER = {**_UNKEPT, "Retry-After": "2"}


class Readiness:
    """The phase of a process. Set by one thread at a time, read by any."""

    def __init__(self) -> None:
        self.phase: Phase = "unstarted"
        self._problems: tuple[Problem, ...] = ()

    def loaded(self) -> None:
        """Data are there, unless the process is about to end."""
        if self.phase != "draining":
            self.phase = "ready"

    def failed(self, problems: Iterable[Problem]) -> None:
        """There are no data to serve, for these reasons."""
        self._problems = tuple(problems)
        if self.phase != "draining":
            self.phase = "no_data"

    def answer(self) -> Answer:
        """What `/readyz` says: 200 where readers may come, else 503 and why not."""
        if self.phase == "no_data":
            return no_data_answer(self._problems)
        if self.phase in ("loading", "draining"):
            return Answer(503, json.dumps({"status": self.phase}), headers=_LATER)
        try:
            version = store.current().version
        except NoDataError as missing:
            return no_data_answer(missing.problems)
        body = {"status": "ready", "data_version": version}
        return Answer(200, json.dumps(body), headers=_UNKEPT)


READINESS: Final = Readiness()
"""Of this process."""


def drain_seconds() -> float | None:
    """How long a process told to end goes on, by the environment; none where it is unset.

    Raises `ValueError` for anything but seconds, at most an hour.
    """
    given = os.environ.get(DRAIN, "").strip()
    if not given:
        return None
    if not given.isascii() or not given.isdecimal() or int(given) > LONGEST:
        raise ValueError(f"{DRAIN}: found {given!r}; allowed: whole seconds, 0 to {LONGEST:.0f}")
    return float(given)


class WhileNotReady:
    """ASGI middleware: lets sessions wait for the first load, or refuses them beside a balancer."""

    def __init__(self, app: ASGIApp, readiness: Readiness = READINESS) -> None:
        self._app = app
        self._readiness = readiness
        self._balanced = drain_seconds() is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on at once what is no matter of readiness, and everything once it is there."""
        phase = self._readiness.phase
        if phase not in ("loading", "draining") or scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        session = scope["type"] == "websocket"
        if phase == "draining":
            refused = self._balanced and session
        elif self._balanced:
            refused = scope["path"] != READY
        else:
            refused = False
            while (session or scope["path"] == FRAMEWORK_HEALTH) and self._loading():
                await asyncio.sleep(0.05)
        if not refused:
            await self._app(scope, receive, send)
        elif scope["path"] == HEALTH:  # it lives: to end it would only make it load again
            await JSONResponse({"status": phase}, 200, _UNKEPT)(scope, receive, send)
        else:
            await JSONResponse({"status": phase}, 503, _LATER)(scope, receive, send)

    def _loading(self) -> bool:
        return self._readiness.phase == "loading"


@contextmanager
def draining(seconds: float | None, readiness: Readiness = READINESS) -> Iterator[None]:
    """On SIGTERM say first that no reader may come; do what was to be done `seconds` later.

    A second signal is heard at once. Without seconds, and in a thread that hears no signals, as
    it was. To be entered where the event loop runs.
    """
    before = signal.getsignal(signal.SIGTERM)
    main = threading.current_thread() is threading.main_thread()
    if seconds is None or not main or not callable(before):
        yield
        return
    end, loop = before, asyncio.get_running_loop()

    def told(number: int, frame: FrameType | None) -> None:
        if readiness.phase == "draining":
            end(number, frame)
            return
        readiness.phase = "draining"
        loop.call_soon_threadsafe(loop.call_later, seconds, end, number, None)

    signal.signal(signal.SIGTERM, told)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGTERM) is told:
            signal.signal(signal.SIGTERM, before)
