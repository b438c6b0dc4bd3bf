from __future__ import annotations

import asyncio
import os
import signal

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocket

from dashboard.corpus import store
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.server.operation.readiness import (
    DRAIN,
    READINESS,
    Phase,
    Readiness,
    WhileNotReady,
    drain_seconds,
    draining,
)
from tests.invented.synthetic import snapshot

STREAM = "/_stcore/stream"
TIMEOUT = 60


@pytest.fixture
def readiness(monkeypatch: pytest.MonkeyPatch) -> Readiness:
    monkeypatch.setattr(store, "current", snapshot)
    return Readiness()


def in_phase(readiness: Readiness, phase: Phase) -> TestClient:
    async def page(_: Request) -> PlainTextResponse:
        return PlainTextResponse("page")

    async def session(socket: WebSocket) -> None:
        await socket.accept()
        await socket.close()

    readiness.phase = phase
    return TestClient(
        Starlette(
            routes=[WebSocketRoute(STREAM, session), Route("/{path:path}", page)],
            middleware=[Middleware(WhileNotReady, readiness)],
        )
    )


def session_of(client: TestClient) -> int:
    """101 where a session is opened, else the status it is refused with."""
    try:
        with client.websocket_connect(STREAM):
            return 101
    except WebSocketDenialResponse as refused:
        return refused.status_code


@pytest.mark.parametrize("given", ["soon", "-1", "1.5", "3601", "５", "1e3"])
def test_what_is_no_number_of_seconds_is_refused(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv(DRAIN, given)
    with pytest.raises(ValueError, match=DRAIN):
        drain_seconds()


@pytest.mark.parametrize(("given", "found"), [("", None), (" ", None), ("0", 0.0), ("30", 30.0)])
def test_seconds_are_whole(
    monkeypatch: pytest.MonkeyPatch, given: str, found: float | None
) -> None:
    monkeypatch.setenv(DRAIN, given)
    assert drain_seconds() == found


def test_the_answer_is_200_only_where_data_are_there(readiness: Readiness) -> None:
    for phase, status in (("loading", 503), ("draining", 503), ("ready", 200), ("unstarted", 200)):
        readiness.phase = phase  # type: ignore[assignment]
        assert readiness.answer().status == status, phase
    assert '"data_version": "v1"' in readiness.answer().text


def test_without_data_the_reason_is_told_and_the_folder_is_not_read_for_it(
    readiness: Readiness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwanted() -> Snapshot:
        raise AssertionError("read again")

    monkeypatch.setattr(store, "current", unwanted)
    readiness.failed([Problem("states.yaml", 3, "date", "no such day")])
    assert readiness.answer().status == 503
    assert "no such day" in readiness.answer().text


def test_a_loss_nobody_noted_is_told_too(
    readiness: Readiness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> Snapshot:
        raise NoDataError([])

    monkeypatch.setattr(store, "current", gone)
    readiness.loaded()
    assert readiness.answer().status == 503


def test_who_is_about_to_end_does_not_become_ready(readiness: Readiness) -> None:
    readiness.phase = "draining"
    readiness.loaded()
    readiness.failed([])
    assert readiness.phase == "draining"


def test_alone_a_session_waits_for_the_first_load(readiness: Readiness) -> None:
    client = in_phase(readiness, "loading")
    assert client.get("/").status_code == 200

    async def both() -> list[str]:
        done: list[str] = []

        async def app(*_: object) -> None:
            done.append("opened")

        async def load() -> None:
            done.append("loaded")
            readiness.loaded()

        waiting = WhileNotReady(app, readiness)

        async def nothing(*_: object) -> None:
            return None

        scope = {"type": "websocket", "path": STREAM}
        await asyncio.gather(waiting(scope, nothing, nothing), load())  # type: ignore[arg-type]
        return done

    assert asyncio.run(asyncio.wait_for(both(), TIMEOUT)) == ["loaded", "opened"]


def test_beside_a_balancer_nobody_waits(
    readiness: Readiness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DRAIN, "5")
    client = in_phase(readiness, "loading")
    found = {path: client.get(path).status_code for path in ("/", "/api/votes.csv", "/healthz")}
    assert found == {"/": 503, "/api/votes.csv": 503, "/healthz": 200}
    assert client.get("/").headers["retry-after"] == "2"
    assert client.get("/healthz").json() == {"status": "loading"}
    assert session_of(client) == 503


def test_who_drains_takes_no_new_session_and_serves_those_that_are_open(
    readiness: Readiness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DRAIN, "5")
    client = in_phase(readiness, "draining")
    assert session_of(client) == 503
    assert client.get("/media/file.csv").status_code == 200


@pytest.mark.parametrize("phase", ["ready", "unstarted", "no_data"])
def test_otherwise_everything_passes(
    readiness: Readiness, monkeypatch: pytest.MonkeyPatch, phase: Phase
) -> None:
    monkeypatch.setenv(DRAIN, "5")
    client = in_phase(readiness, phase)
    assert (session_of(client), client.get("/").status_code) == (101, 200)


def test_the_signal_to_end_is_told_first_and_done_later() -> None:
    """And a second signal is heard at once."""
    seen: list[tuple[str, str]] = []

    async def live(seconds: float, signals: int) -> None:
        readiness, ended = Readiness(), asyncio.Event()
        readiness.phase = "ready"

        def end(*_: object) -> None:
            seen.append(("ended", readiness.phase))
            ended.set()

        was = signal.signal(signal.SIGTERM, end)
        try:
            with draining(seconds, readiness):
                for _ in range(signals):
                    os.kill(os.getpid(), signal.SIGTERM)
                    seen.append(("told", readiness.phase))
                await asyncio.wait_for(ended.wait(), TIMEOUT)
            assert signal.getsignal(signal.SIGTERM) is end
        finally:
            signal.signal(signal.SIGTERM, was)

    asyncio.run(live(0.01, 1))
    assert seen == [("told", "draining"), ("ended", "draining")]
    seen.clear()
    asyncio.run(live(3600, 2))
    assert seen == [("told", "draining"), ("ended", "draining"), ("told", "draining")]


def test_without_seconds_the_signal_is_left_as_it_was() -> None:
    was = signal.getsignal(signal.SIGTERM)
    with draining(None):
        assert signal.getsignal(signal.SIGTERM) is was


def test_the_route_answers_for_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.api import routes

    monkeypatch.setattr(store, "current", snapshot)
    client = TestClient(Starlette(routes=routes()))
    assert client.get("/readyz").json() == {"status": "ready", "data_version": "v1"}
    monkeypatch.setattr(READINESS, "phase", "draining")
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "draining"})
    assert answer.headers["cache-control"] == "no-store"
