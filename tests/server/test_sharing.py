"""Who may read the routes from a script of another site."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.server.sharing import ORIGINS, sharing

ALLOWED = "access-control-allow-origin"
NOTEBOOK = "https://notebooks.example.org"


def client() -> TestClient:
    route = Route("/api/x.json", lambda request: PlainTextResponse("rows"))
    return TestClient(Starlette(routes=[route], middleware=sharing()))


@pytest.mark.parametrize(
    ("named", "asks", "allowed"),
    [
        ("", NOTEBOOK, None),
        ("*", NOTEBOOK, "*"),
        (NOTEBOOK, NOTEBOOK, NOTEBOOK),
        (f"https://a.example {NOTEBOOK}", NOTEBOOK, NOTEBOOK),
        (NOTEBOOK, "https://evil.example", None),
    ],
)
def test_only_origins_that_are_named_may_read(
    monkeypatch: pytest.MonkeyPatch, named: str, asks: str, allowed: str | None
):
    monkeypatch.setenv(ORIGINS, named)
    answer = client().get("/api/x.json", headers={"Origin": asks})
    assert (answer.text, answer.headers.get(ALLOWED)) == ("rows", allowed)
    assert "access-control-allow-credentials" not in answer.headers


def test_nothing_but_reading_is_allowed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(ORIGINS, "*")
    asked = {"Origin": NOTEBOOK, "Access-Control-Request-Method": "POST"}
    assert client().options("/api/x.json", headers=asked).status_code == 400
    asked["Access-Control-Request-Method"] = "GET"
    assert client().options("/api/x.json", headers=asked).status_code == 200
    asked["Access-Control-Request-Headers"] = "authorization"
    assert client().options("/api/x.json", headers=asked).status_code == 200
    asked["Access-Control-Request-Headers"] = "x-auth-request-email"
    assert client().options("/api/x.json", headers=asked).status_code == 400


@pytest.mark.parametrize(
    "named", ["http://plain.example", "notebooks", "https://a.example http://b"]
)
def test_what_is_no_https_origin_is_refused(monkeypatch: pytest.MonkeyPatch, named: str):
    monkeypatch.setenv(ORIGINS, named)
    with pytest.raises(ValueError, match=ORIGINS):
        sharing()
