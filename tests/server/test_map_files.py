"""The map's outlines come from here, and nothing else does by that route."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.server import map_files
from dashboard.server.map_files import FOLDER, NAMES, map_route


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[map_route()]))


@pytest.mark.parametrize(
    "name",
    ["README.md", "world_50m.json", "..%2f..%2fpyproject.toml", "%2e%2e%2ficon.png", "%00", "<b>"],
)
def test_a_name_not_on_the_list_is_404_and_shows_no_file(client: TestClient, name: str):
    answer = client.get(f"/map/{name}")
    assert answer.status_code == 404
    assert len(answer.content) < 100


def test_a_missing_file_is_said_to_be_missing(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(map_files, "FOLDER", tmp_path)
    answer = client.get("/map/world_110m.json")
    assert answer.status_code == 404
    assert "missing" in answer.text


def test_the_outlines_are_json_that_a_browser_may_keep(client: TestClient):
    answer = client.get("/map/world_110m.json")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert "max-age=" in answer.headers["cache-control"]
    again = client.get("/map/world_110m.json", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == answer.headers["etag"]
    other = client.get("/map/world_110m.json", headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


def test_nothing_can_be_written(client: TestClient):
    assert client.post("/map/world_110m.json").status_code == 405


def test_every_name_is_a_file_with_the_layers_plotly_draws():
    for name in NAMES:
        layers = json.loads((FOLDER / name).read_text(encoding="utf-8"))["objects"]
        assert {"coastlines", "countries", "land", "ocean"} <= layers.keys()
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "MIT" in readme
    assert "plotly.js" in readme
