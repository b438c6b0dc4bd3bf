"""No body brings a route down or stands in the log, and each is refused in a sentence."""

from __future__ import annotations

import json
import logging

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.api import routes
from dashboard.corpus import store
from dashboard.corpus.snapshot import Snapshot
from dashboard.server.assistants.route import HOSTS
from tests.hostile.inputs import CALLS, DRAFTS


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot) -> TestClient:
    monkeypatch.setenv(HOSTS, "testserver")
    monkeypatch.setattr(store, "current", lambda: snapshot)
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    return TestClient(Starlette(routes=routes()), headers=headers)


def test_a_bad_draft_is_refused_in_a_sentence(client: TestClient, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.WARNING)
    for body in DRAFTS:
        answer = client.post("/api/agreed_language.json", content=body)
        assert answer.status_code in (200, 400, 413), body[:80]
        if answer.status_code == 200:  # signs that say nothing are like nothing
            assert answer.json()["rows"] == []
            continue
        assert set(answer.json()) == {"error"}
        assert len(answer.json()["error"]) < 200
    assert caplog.records == []


def test_a_bad_call_is_refused_in_a_sentence(client: TestClient, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.WARNING)
    for body in CALLS:
        answer = client.post("/mcp", content=body)
        assert answer.status_code in (200, 202, 400, 413), body[:80]
        if answer.status_code == 202:  # it asked for no answer
            assert answer.text == ""
            continue
        told = json.loads(answer.text)
        assert "error" in told or told["result"]["isError"], body[:120]
        assert "Traceback" not in answer.text
        assert "could not be made" not in answer.text, body[:120]
        assert len(answer.text) < 2_000
    assert caplog.records == []
