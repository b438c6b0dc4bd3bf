from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from dashboard.server.access.control import READER
from dashboard.server.access.rules import FORWARDED
from dashboard.server.budgets import clients
from dashboard.server.budgets.clients import (
    THROUGH_A_PROXY,
    UNKNOWN,
    client_of,
)

HEADER = "x-forwarded-for"


def scope(host: str | None, reader: str | None = None, **headers: str) -> dict[str, Any]:
    named = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    found: dict[str, Any] = {"type": "http", "headers": named}
    if reader is not None:
        found[READER] = SimpleNamespace(name=reader)
    return {**found, "client": None if host is None else (host, 5)}


@pytest.fixture(autouse=True)
def _one_proxy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FORWARDED, "10.0.0.1")
    monkeypatch.setattr(clients._Told, "so_far", False)


def asked(peer: str, forwarded: str | None) -> str:
    """The client, as found behind the server's own reading of the header."""
    route = Route("/", lambda request: PlainTextResponse(client_of(request.scope)))
    app = ProxyHeadersMiddleware(Starlette(routes=[route]), "10.0.0.1")  # type: ignore[arg-type]
    headers = {} if forwarded is None else {HEADER: forwarded}
    return TestClient(app, client=(peer, 5)).get("/", headers=headers).text  # type: ignore[arg-type]


@pytest.mark.parametrize("forged", ["1.2.3.4", "10.0.0.1", "1.2.3.4, 10.0.0.1", "x" * 5_000])
def test_a_header_from_elsewhere_than_the_proxy_changes_nothing(forged: str) -> None:
    assert asked("198.51.100.7", forged) == asked("198.51.100.7", None) == "198.51.100.7"


@pytest.mark.parametrize("forged", ["1.2.3.4", "1.2.3.4, 5.6.7.8", "10.0.0.1, ::1", "junk"])
def test_what_a_client_writes_before_the_proxy_s_word_changes_nothing(forged: str) -> None:
    assert asked("10.0.0.1", f"{forged}, 198.51.100.7") == "198.51.100.7"


def test_without_a_named_proxy_nobody_chooses_an_address_and_it_is_told_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv(FORWARDED)
    with caplog.at_level(logging.WARNING):
        found = {client_of(scope(f"198.51.100.{n}", x_forwarded_for=str(n))) for n in range(200)}
    assert found == {THROUGH_A_PROXY}
    assert caplog.text.count(FORWARDED) == 1
    assert client_of(scope("198.51.100.7")) == "198.51.100.7"


@pytest.mark.parametrize("host", [None, "", "testclient", "unix:", "1.2.3", "::g", "9" * 10_000])
def test_what_is_no_address_is_one_client(host: str | None) -> None:
    assert client_of(scope(host)) == UNKNOWN


def test_a_network_of_ipv6_is_one_client_and_ipv4_within_it_is_itself() -> None:
    near = {client_of(scope(f"2001:db8:1:2:{n:x}::{n:x}")) for n in range(1, 3_000)}
    assert near == {"2001:db8:1:2::/64"}
    assert client_of(scope("2001:db8:1:3::1")) == "2001:db8:1:3::/64"
    assert client_of(scope("fe80::1%eth0")) == "fe80::/64"
    assert client_of(scope("::ffff:198.51.100.7")) == client_of(scope("198.51.100.7"))


@pytest.mark.parametrize("name", ["", "ada@example.org", "李", "198.51.100.7", "n" * 100_000])
def test_who_signed_in_is_one_client_wherever_they_are(name: str) -> None:
    found = {client_of(scope(f"198.51.100.{n}", name)) for n in range(9)}
    assert len(found) == 1
    assert found != {client_of(scope("198.51.100.7"))}
    assert len(found.pop()) < 40
    assert client_of(scope("198.51.100.7", name)) != client_of(scope("198.51.100.7", name + "x"))


def test_a_request_s_own_scope_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert client_of(Request(scope("192.0.2.1")).scope) == "192.0.2.1"
