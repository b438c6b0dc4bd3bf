"""Large tables, as a client of the routes gets them."""

from __future__ import annotations

import pandas as pd
import pytest
from starlette.testclient import TestClient

from dashboard import api
from dashboard.export.tables.apart import NotWrittenError, Order, Writer
from dashboard.server import responses
from dashboard.server.budgets import exports
from dashboard.server.budgets.exports import Exports
from tests.invented.synthetic import snapshot
from tests.test_api import serving


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    return serving(monkeypatch, snapshot())


class Here(Writer):
    """Writes in this process, which is quicker to start."""

    wrote = 0

    def written(self, order: Order, frame: pd.DataFrame) -> bytes:
        self.wrote += 1
        if order.table == "sponsors":
            raise NotWrittenError("/secret/path")
        return order.written(frame)


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_a_large_table_is_written_apart_once_and_sent_in_pieces(
    monkeypatch: pytest.MonkeyPatch, client: TestClient, form: str
) -> None:
    whole = client.get(f"/api/votes.{form}")
    writer = Here()
    monkeypatch.setattr(api, "EXPORTS", Exports(writer))
    monkeypatch.setattr(responses, "LARGE", 1)
    monkeypatch.setattr(api, "PIECE", 7)
    for _ in range(3):
        answer = client.get(f"/api/votes.{form}")
        assert (answer.status_code, answer.content) == (200, whole.content)
        assert answer.headers["content-length"] == str(len(whole.content))
        assert answer.headers["etag"] == whole.headers["etag"]
    assert writer.wrote == 1
    assert client.get(f"/api/votes.{form}?limit=1").content != whole.content
    held = {"If-None-Match": whole.headers["etag"]}
    assert client.get(f"/api/votes.{form}", headers=held).status_code == 304
    assert client.get(f"/api/votes.{form}?limit=-1").status_code == 400
    assert writer.wrote == 2


def test_a_large_file_that_fails_or_would_wait_too_long_is_told(
    monkeypatch: pytest.MonkeyPatch, client: TestClient
) -> None:
    monkeypatch.setattr(api, "EXPORTS", Exports(Here()))
    monkeypatch.setattr(responses, "LARGE", 1)
    answer = client.get("/api/sponsors.csv")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    monkeypatch.setattr(exports, "MOST_OF_ONE", 0)
    answer = client.get("/api/votes.csv")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")
    assert "秒" in answer.json()["error"]
