from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from dashboard.server.headers import (
    FRAMING,
    SecurityHeaders,
    content_security_policy,
    frame_ancestors,
    index_page,
    inline_script_hashes,
)


async def page(request: Request) -> PlainTextResponse:
    return PlainTextResponse("page", headers={"X-Frame-Options": "ALLOWALL", "X-Own": "kept"})


async def echo(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text(await websocket.receive_text())
    await websocket.close()


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FRAMING, raising=False)


@pytest.fixture
def client() -> TestClient:
    return TestClient(
        Starlette(
            routes=[Route("/page", page), WebSocketRoute("/socket", echo)],
            middleware=[Middleware(SecurityHeaders)],
        )
    )


def sources(policy: str) -> dict[str, list[str]]:
    found = {}
    for directive in policy.split("; "):
        name, *values = directive.split(" ")
        assert name not in found
        found[name] = values
    return found


@pytest.mark.parametrize("path", ["/page", "/missing"])
def test_every_response_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert "camera=()" in headers["permissions-policy"]
    assert headers.get_list("content-security-policy") == [
        content_security_policy(inline_script_hashes(index_page()))
    ]


def test_headers_of_the_app_are_kept(client: TestClient) -> None:
    assert client.get("/page").headers["x-own"] == "kept"


def test_websockets_pass(client: TestClient) -> None:
    with client.websocket_connect("/socket") as socket:
        socket.send_text("through")
        assert socket.receive_text() == "through"


def test_no_other_origin_and_no_free_script_is_allowed() -> None:
    policy = sources(content_security_policy(["'sha256-abc='"]))
    allowed = {"'self'", "'none'", "data:", "blob:", "'wasm-unsafe-eval'", "'sha256-abc='"}
    for name, values in policy.items():
        assert set(values) <= allowed | ({"'unsafe-inline'"} if name == "style-src" else set())
    assert policy["script-src"] == ["'self'", "'wasm-unsafe-eval'", "'sha256-abc='"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert "data:" not in policy["default-src"]


def test_a_page_without_scripts_has_no_hashes(tmp_path: Path) -> None:
    empty = tmp_path / "index.html"
    empty.write_text("<html></html>", encoding="utf-8")
    assert inline_script_hashes(empty) == ()


def test_inline_scripts_are_hashed_as_a_browser_reads_them(tmp_path: Path) -> None:
    text = "\n if (1 < 2 && '</p>') { window.x = '&amp;' }\n"
    html = (
        "<!-- <script>no</script> --><script src='a.js'></script><script src=b></script>"
        f"<SCRIPT>{text}</SCRIPT><p>text</p><script>two</script>"
    )
    path = tmp_path / "index.html"
    path.write_bytes(html.replace("\n", "\r\n").encode())

    def digest(script: str) -> str:
        return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

    assert inline_script_hashes(path) == (f"'sha256-{digest(text)}'", f"'sha256-{digest('two')}'")


def test_the_installed_page_has_an_inline_script() -> None:
    assert index_page().is_file()
    assert len(inline_script_hashes(index_page())) >= 1


REFUSED = (
    "*",
    "https:",
    "https://",
    "https://*.example.org",
    "http://intranet.example.org",
    "https://intranet.example.org/",
    "https://intranet.example.org/page",
    "https://intranet.example.org;script-src",
    "https://intranet.example.org,https://other.example.org",
    "https://user@intranet.example.org",
    "https://-.example.org",
    "https://intranet..example.org",
    "https://intranet.example.org:",
    "https://intr\u00e4net.example.org",
    "intranet.example.org",
    "data:",
    "'unsafe-inline'",
)


@pytest.mark.parametrize("value", REFUSED)
@pytest.mark.parametrize("before", ["", "'self' "])
def test_a_site_that_is_no_https_origin_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, before: str, value: str
) -> None:
    monkeypatch.setenv(FRAMING, before + value)
    with pytest.raises(ValueError, match=rf"^{FRAMING}: found .*allowed: 'self', 'none'") as told:
        frame_ancestors()
    assert repr(value) in str(told.value)


@pytest.mark.parametrize("value", ["'none' 'self'", "https://a.example 'none'", "none self"])
def test_none_stands_alone(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(FRAMING, value)
    with pytest.raises(ValueError, match="'none' allows no other"):
        frame_ancestors()


@pytest.mark.parametrize(
    ("value", "ancestors", "older"),
    [
        ("", ["'self'"], "SAMEORIGIN"),
        (" \n", ["'self'"], "SAMEORIGIN"),
        ("'self'", ["'self'"], "SAMEORIGIN"),
        ("self self", ["'self'"], "SAMEORIGIN"),
        ("'none'", ["'none'"], "DENY"),
        ("NONE", ["'none'"], "DENY"),
        ("https://Intranet.Example.org", ["https://intranet.example.org"], None),
        (
            "self https://intranet.example.org:8443\nhttps://xn--bcher-kva.example",
            ["'self'", "https://intranet.example.org:8443", "https://xn--bcher-kva.example"],
            None,
        ),
    ],
)
def test_who_may_frame_a_page_is_set_by_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    client: TestClient,
    value: str,
    ancestors: list[str],
    older: str | None,
) -> None:
    monkeypatch.setenv(FRAMING, value)
    headers = client.get("/page").headers
    policy = sources(headers["content-security-policy"])
    assert policy["frame-ancestors"] == ancestors
    assert headers.get("x-frame-options") == older
    monkeypatch.delenv(FRAMING)
    usual = sources(content_security_policy(inline_script_hashes(index_page())))
    assert {**policy, "frame-ancestors": ["'self'"]} == usual
