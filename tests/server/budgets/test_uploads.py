from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.server.budgets.uploads import FILE_BYTES, PATH, SESSION_FILES, SPAN, BoundedUploads


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(clock: Clock) -> TestClient:
    async def taken(_: Request) -> PlainTextResponse:
        return PlainTextResponse("taken")

    methods = ["GET", "PUT", "POST", "DELETE"]
    app = Starlette(
        routes=[Route("/{path:path}", taken, methods=methods)],
        middleware=[Middleware(BoundedUploads, clock=clock)],
    )
    return TestClient(app)


def put(client: TestClient, session: str, size: int = 10) -> int:
    return client.put(f"{PATH}{session}/file", content=b"x" * size).status_code


def test_an_upload_of_no_known_length_is_refused(client: TestClient) -> None:
    assert client.put(f"{PATH}a/b", content=iter([b"x"])).status_code == 411
    odd = client.put(f"{PATH}a/b", content=b"x", headers={"content-length": "-1"})
    assert odd.status_code == 411


def test_a_large_file_is_refused(client: TestClient) -> None:
    assert put(client, "a", FILE_BYTES) == 200
    assert put(client, "a", FILE_BYTES + 1) == 413


def test_a_session_sends_so_many_files_and_later_more(client: TestClient, clock: Clock) -> None:
    assert {put(client, "a") for _ in range(SESSION_FILES)} == {200}
    assert put(client, "a") == 429
    assert put(client, "b") == 200
    clock.now = SPAN
    assert put(client, "a") == 200


def test_all_together_send_so_much(client: TestClient) -> None:
    found = [put(client, f"s{n}", 5_000_000) for n in range(41)]
    assert found == [*[200] * 40, 429]
    assert put(client, "other", 0) == 200


@pytest.mark.parametrize("path", ["/", "/api/votes.json", "/_stcore/health"])
def test_what_is_no_upload_passes(client: TestClient, path: str) -> None:
    assert client.post(path, content=iter([b"x"])).status_code == 200
    assert client.request("DELETE", f"{PATH}a/b").status_code == 200
