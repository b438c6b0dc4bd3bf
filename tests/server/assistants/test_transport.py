"""Over the wire: who is let in, what is refused, and that nothing asked is logged."""

from __future__ import annotations

import logging

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.api import routes
from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.server.agreed_language import MAX_BYTES
from dashboard.server.assistants import transport
from dashboard.server.assistants.route import HOSTS
from tests.server.assistants.calling import HOST, visited

CANARY = "Zweihundert Kanarienvögel requests the shepherd to count xylographic cumulonimbi"
PING = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
ACCEPTED = {"Accept": "application/json, text/event-stream"}


@pytest.fixture(autouse=True)
def open_to(monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot) -> None:
    monkeypatch.setenv(HOSTS, f"{HOST} 127.0.0.1")
    monkeypatch.setattr(store, "current", lambda: snapshot)


def client(host: str = HOST) -> TestClient:
    return TestClient(Starlette(routes=routes()), base_url=f"http://{host}", headers=ACCEPTED)


@pytest.mark.parametrize(
    ("host", "headers", "status"),
    [
        (HOST, {}, 200),
        ("127.0.0.1:8501", {}, 200),
        ("rebound.example", {}, 421),
        (f"{HOST}.evil.example", {}, 421),
        (HOST, {"Origin": f"http://{HOST}"}, 403),
        (HOST, {"Origin": "null"}, 403),
        (HOST, {"Content-Type": "text/plain"}, 400),
    ],
)
def test_a_page_in_a_browser_or_another_host_is_refused(
    host: str, headers: dict[str, str], status: int
):
    answer = client(host).post("/mcp", json=PING, headers=headers)
    assert (answer.status_code, "inputSchema" in answer.text) == (status, status == 200)


def test_without_the_setting_there_is_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(HOSTS)
    assert client().post("/mcp", json=PING).status_code == 404


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_nothing_is_kept_open(method: str):
    assert client().request(method, "/mcp").status_code == 405


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[" * 100_000, 400),
        (b"\xff\xfe", 400),
        (b"[]", 400),
        (b'{"jsonrpc":"1.0","id":1,"method":"tools/list"}', 400),
        (b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":7}}', 200),
        (b'{"jsonrpc":"2.0","id":1,"method":"resources/list"}', 200),
        (b'{"jsonrpc":"2.0","id":1,"method":"\\ud800"}', 400),
        (b"x" * (MAX_BYTES + 1), 413),
    ],
)
def test_a_body_that_cannot_be_read_is_an_error_and_no_fault(body: bytes, status: int):
    answer = client().post("/mcp", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert status != 200 or "error" in answer.json()


def test_a_draft_is_not_logged_not_even_where_it_brings_us_down(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)

    def broken(*given: object) -> None:
        raise RuntimeError(f"/secret/path {given}")

    async def visit(_, ask):
        told = await ask("agreed_language", text=CANARY)
        refused = await ask("agreed_language", txt=CANARY)
        monkeypatch.setattr(transport, "answer", broken)
        return told, refused, await ask("agreed_language", text=CANARY)

    told, refused, fell = visited(visit)
    assert told[1]["rows"][0]["text"] == CANARY
    assert refused[0]
    assert refused[1].startswith("argument: found 'txt'")
    assert fell == (True, "the answer could not be made; the server's log says why")
    assert "a tool could not answer: RuntimeError" in caplog.text
    own = [r for r in caplog.records if r.name.startswith(("dashboard", "mcp", "root"))]
    assert not any("xylographic" in record.getMessage() for record in own)
    assert "secret" not in caplog.text


def test_without_data_each_call_says_so(monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot):
    async def visit(_, ask):
        def gone() -> Snapshot:
            raise NoDataError([])

        monkeypatch.setattr(store, "current", gone)
        return await ask("explain")

    assert visited(visit) == (True, "no data is loaded")
