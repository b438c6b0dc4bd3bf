from __future__ import annotations

from collections.abc import Sequence

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from dashboard.server.hosts import Hosts
from dashboard.server.operation.readiness import ASKED_BY_BALANCERS

OURS = ("record.example.org", "*.intranet.example", "[::1]")


async def _said(request: Request) -> PlainTextResponse:
    return PlainTextResponse("data")


async def _socket(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("data")


def client(hosts: Sequence[str] = OURS, origins: Sequence[str] | None = ()) -> TestClient:
    routes = [Route("/{path:path}", _said), WebSocketRoute("/_stcore/stream", _socket)]
    app: ASGIApp = Hosts(Starlette(routes=routes), hosts, origins)
    return TestClient(app)


def opens(asking: TestClient, host: str, *origins: str) -> bool:
    headers = dict([("host", host), *(("origin", origin) for origin in origins)])
    try:
        with asking.websocket_connect("/_stcore/stream", headers=headers) as socket:
            return socket.receive_text() == "data"
    except WebSocketDenialResponse as refused:
        return refused.status_code not in (403, 421)


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "record.example.org.evil.example", "evilrecord.example.org", ""),
        *("intranet.example", "xintranet.example", "record.example.org@evil.example"),
        *("evil.example/record.example.org", "evil.example#record.example.org", "127.0.0.1"),
        *("record.example.org:x", "record.example.org:99999999", "[::2]", "[", "x" * 5_000),
    ],
)
def test_no_foreign_name_is_answered_or_repeated(host: str) -> None:
    for path in ("/", "/api/votes.json", "/media/x", "/_stcore/host-config"):
        answer = client().get(path, headers={"host": host})
        assert answer.status_code == 421
        assert set(answer.json()) == {"error"}
        assert host not in answer.text or not host
    assert not opens(client(), host)


@pytest.mark.parametrize(
    "host", ["record.example.org", "RECORD.example.org:8443", "a.b.intranet.example", "[::1]:8501"]
)
def test_our_names_are_answered_whatever_the_port(host: str) -> None:
    assert client(("record.example.org", "*.intranet.example", "::1")).get(
        "/", headers={"host": host}
    ).text == ("data")


@pytest.mark.parametrize("path", ASKED_BY_BALANCERS)
def test_a_balancer_asks_for_health_by_address(path: str) -> None:
    assert client().get(path, headers={"host": "10.0.0.7:8501"}).status_code == 200


@pytest.mark.parametrize("hosts", [(), ("*",), (" ",)])
def test_without_names_every_name_is_answered(hosts: Sequence[str]) -> None:
    assert client(hosts).get("/", headers={"host": "anything.example"}).status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        *("https://evil.example", "null", "http://localhost:8501", "http://127.0.0.1:8501"),
        *("https://record.example.org.evil.example", "https://record.example.org:444", ""),
        "https://evil.example@record.example.org",
    ],
)
def test_no_foreign_page_opens_our_websocket(origin: str) -> None:
    assert not opens(client(), "record.example.org", origin)
    assert not opens(client(()), "record.example.org", origin)


def test_our_pages_and_those_that_are_named_open_it() -> None:
    named = client(origins=("https://Portal.example/",))
    assert opens(named, "record.example.org", "https://record.example.org")
    assert opens(named, "record.example.org", "https://portal.example")
    assert opens(named, "record.example.org")  # no browser
    assert not opens(named, "evil.example", "https://portal.example")
    assert opens(client(origins=None), "record.example.org", "https://evil.example")
