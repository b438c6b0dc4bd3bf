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
    SecurityHeaders,
    content_security_policy,
    index_page,
    inline_script_hashes,
)


async def page(request: Request) -> PlainTextResponse:
    return PlainTextResponse("page", headers={"X-Frame-Options": "ALLOWALL", "X-Own": "kept"})


async def echo(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text(await websocket.receive_text())
    await websocket.close()


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
    empty.write_text("", encoding="utf-8")
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
