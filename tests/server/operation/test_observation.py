from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.server.operation import metrics
from dashboard.server.operation.logs import FIELDS, LOG
from dashboard.server.operation.metrics import Meters
from dashboard.server.operation.observation import Observed

STREAM = "/_stcore/stream"
KNOWN = ["/api/votes.csv", "/api/agreed_language.json", "/healthz", "/readyz", "/api/{path:path}"]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Meters:
    found = Meters()
    monkeypatch.setattr(metrics, "_meters", found)
    return found


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> TestClient:
    monkeypatch.setenv(LOG, "json")
    caplog.set_level(logging.INFO, "dashboard.server.operation.observation")
    return made()


def made() -> TestClient:
    async def page(request: Request) -> PlainTextResponse:
        if "fault" in request.query_params:
            raise LookupError
        return PlainTextResponse("", int(request.query_params.get("status", "200")))

    async def session(socket: WebSocket) -> None:
        if "foreign" in socket.query_params:
            await socket.close()
            return
        await socket.accept()
        await socket.receive_text()

    methods = ["GET", "POST"]
    routes = [WebSocketRoute(STREAM, session), Route("/{path:path}", page, methods=methods)]
    app = Starlette(routes=routes, middleware=[Middleware(Observed, KNOWN)])
    return TestClient(app, raise_server_exceptions=False)


def told(caplog: pytest.LogCaptureFixture) -> Iterator[dict[str, Any]]:
    yield from (getattr(record, FIELDS) for record in caplog.records if hasattr(record, FIELDS))


def refused(found: Meters) -> dict[str, float]:
    (family,) = found.refused.collect()
    return {
        sample.labels["reason"]: sample.value
        for sample in family.samples
        if sample.name.endswith("_total") and sample.value
    }


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/?q=typed", "a page"),
        ("/documents/A/RES/typed", "a page"),
        ("/typed/", "a page"),
        ("/api/typed.json", "/api/"),
        ("/api/votes.csv?q=typed", "/api/votes.csv"),
        ("/api/agreed_language.json", "/api/agreed_language.json"),
        ("/media/typed.csv", "/media/"),
        ("/_stcore/upload_file/typed/typed", "/_stcore/upload_file/"),
        ("/_stcore/typed", "/_stcore/"),
    ],
)
def test_an_address_is_told_by_its_route(
    client: TestClient, caplog: pytest.LogCaptureFixture, path: str, route: str
) -> None:
    joined = "&" if "?" in path else "?"
    client.post(f"{path}{joined}status=404", content="typed")
    (line,) = told(caplog)
    assert (line["method"], line["route"], line["status"]) == ("POST", route, 404)
    assert "typed" not in caplog.text


def test_what_is_asked_for_all_day_is_told_only_where_it_fails(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    for path in ("/healthz", "/readyz", "/static/a.js", "/_stcore/health", "/page/a.css"):
        client.get(path)
    assert list(told(caplog)) == []
    client.get("/readyz?status=503")
    client.get("/votes?fault=1")
    assert [line["status"] for line in told(caplog)] == [503, 500]


def test_refusals_are_counted_by_reason(client: TestClient, counted: Meters) -> None:
    for status in (200, 304, 302, 404, 429, 429, 413, 401, 500):
        client.get(f"/api/votes.csv?status={status}")
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(f"{STREAM}?foreign=1"):
        pass
    assert refused(counted) == {
        "over_budget": 2, "too_large": 1, "not_signed_in": 1, "not_allowed": 1,
    }  # fmt: skip


def test_answers_of_routes_are_timed_by_form_and_pages_are_not(
    client: TestClient, counted: Meters
) -> None:
    for path in ("/api/votes.csv", "/api/typed.csv", "/", "/api/votes.csv?status=404"):
        client.get(path)
    counts = {
        sample.labels["form"]: sample.value
        for family in counted.exports.collect()
        for sample in family.samples
        if sample.name.endswith("_count")
    }
    assert counts == {"csv": 1}


def test_open_pages_are_counted_while_they_are_open(
    client: TestClient, counted: Meters, caplog: pytest.LogCaptureFixture
) -> None:
    with client.websocket_connect(STREAM) as session:
        assert counted.sessions.collect()[0].samples[0].value == 1
        session.send_text("bye")
    assert counted.sessions.collect()[0].samples[0].value == 0
    assert [(line["status"], line["route"]) for line in told(caplog)] == [(101, STREAM)]


def test_unless_asked_for_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv(LOG, raising=False)
    caplog.set_level(logging.INFO)
    assert made().get("/?status=404").status_code == 404
    assert list(told(caplog)) == []
