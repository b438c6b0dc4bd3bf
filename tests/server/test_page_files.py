from __future__ import annotations

import json
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.server.page_files import (
    FRONT,
    PAGE_STYLE,
    SPOKEN_SCRIPT,
    page_routes,
)
from dashboard.words import framework_words

TYPES = {SPOKEN_SCRIPT: "text/javascript", PAGE_STYLE: "text/css"}


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=page_routes()), follow_redirects=False)


@pytest.mark.parametrize("path", TYPES)
def test_a_file_is_sent_once_and_then_only_confirmed(client: TestClient, path: str):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(TYPES[path])
    again = client.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).content == answer.content
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/page/", "/page/none.js", "/page/..%2Ficon.png", "/page"])
def test_there_is_no_other_file(client: TestClient, path: str):
    assert client.get(path).status_code == 404


def test_the_script_brings_every_word_in_every_language(client: TestClient):
    first, script = client.get(SPOKEN_SCRIPT).text.split("\n", 1)
    found = re.fullmatch(r"const FRAMEWORK_WORDS = (\{.*\});", first)
    assert found is not None
    assert json.loads(found[1]) == framework_words()
    assert "http" not in script


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("", "/"),
        ("?lang=zh&track=military&track=civilian", "/?lang=zh&track=military&track=civilian"),
        ("?q=a%26b%23c", "/?q=a%26b%23c"),
        ("?next=//evil.example", "/?next=//evil.example"),
    ],
)
def test_the_first_page_answers_to_its_name(client: TestClient, asked: str, answered: str):
    answer = client.get(f"{FRONT}{asked}")
    assert answer.status_code == 307
    assert answer.headers["location"] == answered
