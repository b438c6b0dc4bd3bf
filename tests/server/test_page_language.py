from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.server.headers import index_page
from dashboard.server.page_language import PageLanguage

AS_SERVED = '<html lang="en">'
ETAG = '"one"'


async def index(request: Request) -> Response:
    headers = {"ETag": ETAG, "Last-Modified": "Sat, 01 Nov 2025 00:00:00 GMT"}
    if request.headers.get("if-none-match") == ETAG:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(index_page().read_text(encoding="utf-8"), headers=headers)


async def text(request: Request) -> Response:
    return PlainTextResponse(AS_SERVED, headers={"ETag": ETAG})


@pytest.fixture
def client() -> TestClient:
    return TestClient(
        Starlette(
            routes=[Route("/", index), Route("/text", text)],
            middleware=[Middleware(PageLanguage), Middleware(GZipMiddleware, minimum_size=1)],
        )
    )


@pytest.mark.parametrize(
    ("query", "accepts", "declared"),
    [
        ("", None, "en"),
        ("", "", "en"),
        ("", "fr-FR,zh;q=0.5", "en"),
        ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("", "ZH-TW", "zh"),
        ("?lang=zh", "en-US", "zh"),
        ("?lang=en", "zh-CN", "en"),
        ("?lang=xx", "zh-CN", "zh"),
        ("?lang=%22%3E%3Cscript%3E", "en-US", "en"),
    ],
)
def test_the_page_declares_the_language_its_reader_is_shown(
    client: TestClient, query: str, accepts: str | None, declared: str
):
    headers = {} if accepts is None else {"Accept-Language": accepts}
    answer = client.get(f"/{query}", headers=headers)
    assert answer.status_code == 200
    assert f'<html lang="{declared}">' in answer.text
    assert answer.text.replace(f'lang="{declared}"', 'lang="en"', 1) == index_page().read_text(
        encoding="utf-8"
    )
    assert "Accept-Language" in answer.headers["vary"]


def test_a_page_in_chinese_is_never_answered_from_a_copy_in_english(client: TestClient):
    english = client.get("/", headers={"Accept-Language": "en", "If-None-Match": ETAG})
    assert english.status_code == 304
    chinese = client.get("/", headers={"Accept-Language": "zh", "If-None-Match": ETAG})
    assert chinese.status_code == 200
    assert "etag" not in chinese.headers
    assert "last-modified" not in chinese.headers


def test_what_is_no_page_stays_as_it_is(client: TestClient):
    answer = client.get("/text?lang=zh")
    assert answer.text == AS_SERVED
    assert answer.headers["etag"] == ETAG
    assert "Accept-Language" not in answer.headers.get("vary", "")


def test_the_installed_framework_serves_the_word_that_is_replaced():
    assert index_page().read_text(encoding="utf-8").count(AS_SERVED) == 1
