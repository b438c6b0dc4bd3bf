"""Our own files come from here, and nothing that only lies beside them."""

from __future__ import annotations

import json
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.server.index_page import PAGE_STYLE, QUOTES_STYLE, SCRIPTS, TYPEFACE
from dashboard.server.static_files import AT_THE_ROOT, SERVED, STATIC, file_routes

OUTLINES = "/map/world_110m.json"
KINDS = {
    OUTLINES: ("application/json", "public, max-age=604800"),
    PAGE_STYLE: ("text/css; charset=utf-8", "no-cache"),
    QUOTES_STYLE: ("text/css; charset=utf-8", "no-cache"),
    **dict.fromkeys(
        (TYPEFACE, TYPEFACE.replace("latin", "latin-ext")),
        ("font/woff2", "public, max-age=31536000, immutable"),
    ),
    **dict.fromkeys(SCRIPTS, ("text/javascript; charset=utf-8", "no-cache")),
}
OLDER = {"application/javascript": "text/javascript; charset=utf-8"}
"""What scripts are called depends on the machine's list of types, and on the framework's own."""


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=file_routes()), follow_redirects=False)


@pytest.mark.parametrize("folder", ["map", "page", "fonts"])
@pytest.mark.parametrize(
    "name",
    [
        "", "README.md", "world_50m.json", "none.js", "%00", "%00.json", "<b>", "x" * 300,
        "..%2f..%2fpyproject.toml", "..%2ficon.png", "%2e%2e%2ficon.png", "../../pyproject.toml",
        "%2fetc%2fhostname", "..%5cicon.png", "..%2f..%2fstatic%2ficon.png", "page.css/x.css",
    ],
)  # fmt: skip
def test_any_other_name_is_404_and_shows_no_file(client: TestClient, folder: str, name: str):
    answer = client.get(f"/{folder}/{name}")
    assert answer.status_code == 404
    assert len(answer.content) < 100


@pytest.mark.parametrize("path", KINDS)
def test_a_file_is_sent_once_and_then_only_confirmed(client: TestClient, path: str):
    kind, kept = KINDS[path]
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content == (STATIC / path.lstrip("/")).read_bytes()
    sent = answer.headers["content-type"]
    assert (OLDER.get(sent, sent), answer.headers["cache-control"]) == (kind, kept)
    again = client.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (again.headers["etag"], again.headers["cache-control"]) == (answer.headers["etag"], kept)
    assert client.get(path, headers={"If-None-Match": '"other"'}).content == answer.content


@pytest.mark.parametrize("path", KINDS)
def test_nothing_can_be_written(client: TestClient, path: str):
    assert client.post(path).status_code == 405
    assert client.delete(path).status_code == 405
    assert client.head(path).status_code == 200


def test_every_file_that_is_served_is_known_here():
    served = [path for path in STATIC.glob("*/*") if path.suffix in SERVED]
    assert sorted(f"/{path.relative_to(STATIC).as_posix()}" for path in served) == sorted(KINDS)


def test_the_outlines_have_the_layers_plotly_draws_and_say_whose_they_are():
    layers = json.loads((STATIC / OUTLINES.lstrip("/")).read_text(encoding="utf-8"))["objects"]
    assert {"coastlines", "countries", "land", "ocean"} <= layers.keys()
    readme = (STATIC / "map" / "README.md").read_text(encoding="utf-8")
    assert "MIT" in readme
    assert "plotly.js" in readme


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_asks_nobody_else(script: str):
    written = (STATIC / script.lstrip("/")).read_text(encoding="utf-8")
    assert "http" not in re.sub(r'xmlns(:xlink)?="http://www\.w3\.org/[\w/]+"', "", written)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("robots.txt", "text/plain"),
        ("favicon.ico", "image/png"),
        ("apple-touch-icon.png", "image/png"),
    ],
)
def test_what_browsers_and_robots_ask_for_unbidden_is_there(name: str, kind: str):
    answer = TestClient(Starlette(routes=file_routes())).get(f"/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.content


@pytest.mark.parametrize("path", [*KINDS, *(f"/{name}" for name in AT_THE_ROOT)])
@pytest.mark.parametrize("held", ["*", " * ", "{}", "W/{}", '"other", {}', '"other" , W/{}'])
def test_a_copy_that_is_good_is_confirmed_however_it_is_named(
    client: TestClient, path: str, held: str
):
    answer = client.get(path)
    assert answer.status_code == 200
    tag = answer.headers["etag"].removeprefix("W/")
    again = client.get(path, headers={"If-None-Match": held.format(tag)})
    assert (again.status_code, again.content) == (304, b"")
    part = client.get(path, headers={"If-None-Match": f'"x{tag[1:]}'})
    assert (part.status_code, part.content) == (200, answer.content)
