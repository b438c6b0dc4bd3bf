from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.server.headers import index_page, inline_script_hashes
from dashboard.server.index_page import (
    AS_SERVED,
    FRAMEWORK_TYPEFACE,
    FRAMEWORK_WORDS,
    FRONT,
    PAGE_STYLE,
    QUOTES_STYLE,
    SCRIPTS,
    TYPEFACE,
    IndexPage,
    front_route,
    our_page,
)
from dashboard.server.link_preview import preview
from dashboard.words import LANGUAGES, InterfaceLanguage, framework, words

PAGE = index_page().read_text(encoding="utf-8")
ETAG = '"one"'


def page_in(language: InterfaceLanguage, path: str = "/") -> str:
    """Our page at an address, as previews show it."""
    say = words(language)
    icon = "http://testserver/apple-touch-icon.png"
    return our_page(language, preview(say, path, {}).head(say, icon))


async def index(request: Request) -> Response:
    day = "Sat, 01 Nov 2025 00:00:00 GMT"
    headers = {"ETag": ETAG, "Last-Modified": day, "Set-Cookie": "session=kept"}
    if request.headers.get("if-none-match") == ETAG:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(PAGE, headers=headers)


async def text(request: Request) -> Response:
    if request.headers.get("if-none-match") == ETAG:
        return Response(status_code=304, headers={"ETag": ETAG})
    return PlainTextResponse(AS_SERVED["language"], headers={"ETag": ETAG})


async def refused(request: Request) -> Response:
    return HTMLResponse("no", status_code=403)


async def pieces(request: Request) -> Response:
    cut = PAGE.index(AS_SERVED["title"]) + 3
    return StreamingResponse((PAGE[:cut], PAGE[cut:]), media_type="text/html")


@pytest.fixture
def client() -> TestClient:
    return TestClient(
        Starlette(
            routes=[
                Route("/", index),
                Route("/api/text.txt", text),
                Route("/pieces", pieces),
                *(
                    Route(path, index)
                    for path in ("/x.php", "/deep/er", "/documents//x", "/robots.txt/x")
                ),
                Route("/no", refused),
            ],
            middleware=[Middleware(IndexPage), Middleware(GZipMiddleware, minimum_size=1)],
        )
    )


@pytest.mark.parametrize(
    ("query", "accepts", "declared"),
    [
        ("", None, "en"),
        ("", "", "en"),
        ("", "xx-XX,zh;q=0.5", "en"),
        ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("", "ZH-TW", "zh"),
        ("?lang=zh", "en-US", "zh"),
        ("?lang=en", "zh-CN", "en"),
        ("?lang=xx", "zh-CN", "zh"),
        ("?lang=%22%3E%3Cscript%3E", "en-US", "en"),
    ],
)
def test_the_page_declares_the_language_its_reader_is_shown(
    client: TestClient, query: str, accepts: str | None, declared: InterfaceLanguage
):
    headers = {} if accepts is None else {"Accept-Language": accepts}
    answer = client.get(f"/{query}", headers=headers)
    assert answer.status_code == 200
    assert f'<html lang="{declared}" dir="ltr">' in answer.text
    assert answer.text == page_in(declared)
    assert "Accept-Language" in answer.headers["vary"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_our_name_and_files_once_and_loses_nothing(language: InterfaceLanguage):
    say = words(language)
    found = page_in(language)
    assert found.count(f"<title>{say('timeline.nav')} · {say('app.title')}</title>") == 1
    assert Meta(found).found["description"] == say("timeline.help")
    assert found.count(f'href=".{PAGE_STYLE}"') == 1
    assert found.count('as="font"') == found.count(f'href=".{TYPEFACE}"') == 1
    assert found.count(f'href=".{QUOTES_STYLE}"') == (language != "zh")  # “ ” are wide in Chinese
    assert [found.count(f'src=".{script}"') for script in SCRIPTS] == [1] * len(SCRIPTS)
    assert len(FRAMEWORK_TYPEFACE.findall(PAGE)) == 1
    page = FRAMEWORK_TYPEFACE.sub("", PAGE)
    body = page.index("</head>")
    assert found.endswith(page[body:])
    for line in page[:body].splitlines():
        assert line in found or line.strip() in AS_SERVED.values()


class Meta(HTMLParser):
    """The content of each `meta` by its name, as a browser reads it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "meta" and "name" in said:
            self.found[said["name"] or ""] = said["content"] or ""


def test_the_page_brings_every_word_of_the_framework_in_every_language():
    said = Meta(page_in("en")).found[FRAMEWORK_WORDS]
    assert json.loads(said) == framework()


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("", "/"),
        ("?lang=zh&track=military&track=civilian", "/?lang=zh&track=military&track=civilian"),
        ("?q=a%26b%23c", "/?q=a%26b%23c"),
        ("?next=//evil.example", "/?next=//evil.example"),
    ],
)
def test_the_first_page_answers_to_its_name(asked: str, answered: str):
    client = TestClient(Starlette(routes=[front_route()]), follow_redirects=False)
    answer = client.get(f"{FRONT}{asked}")
    assert answer.status_code == 307
    assert answer.headers["location"] == answered


def test_a_page_that_comes_in_pieces_is_sent_once(client: TestClient):
    assert client.get("/pieces?lang=zh").text == page_in("zh", "/pieces")


@pytest.mark.parametrize("path", ["/x.php", "/deep/er", "/documents//x", "/robots.txt/x"])
def test_a_file_nobody_has_is_not_found_instead_of_a_page_without_scripts(
    client: TestClient, path: str
):
    for packed in ("gzip", "identity"):
        answer = client.get(path, headers={"Accept-Encoding": packed})
        assert (answer.status_code, answer.text) == (404, words("en")("notice.no_such_address"))


def test_a_refusal_stays_as_it_is(client: TestClient):
    answer = client.get("/no")
    assert (answer.status_code, answer.text) == (403, "no")


def test_asking_for_the_head_alone_gives_no_wrong_length(client: TestClient):
    answer = client.head("/?lang=zh")
    assert answer.status_code == 200
    assert not answer.content


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_never_answered_from_a_copy_of_the_framework_s(client: TestClient, language: str):
    headers = {"Accept-Language": language, "If-None-Match": ETAG}
    answer = client.get("/", headers=headers)
    assert answer.status_code == 200
    assert "etag" not in answer.headers
    assert "last-modified" not in answer.headers
    assert answer.headers["set-cookie"] == "session=kept"
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_what_is_no_page_stays_as_it_is(client: TestClient):
    answer = client.get("/api/text.txt?lang=zh")
    assert answer.text == AS_SERVED["language"]
    assert answer.headers["etag"] == ETAG
    assert "Accept-Language" not in answer.headers.get("vary", "")
    kept = {"If-None-Match": ETAG, "Accept-Language": "zh"}
    assert client.get("/api/text.txt", headers=kept).status_code == 304


@pytest.mark.parametrize("part", AS_SERVED)
def test_the_installed_framework_serves_what_is_replaced(part: str):
    assert PAGE.count(AS_SERVED[part]) == 1


def test_no_script_stands_in_the_page_that_the_policy_does_not_know(tmp_path):
    page = tmp_path / "index.html"
    page.write_text(page_in("en"), encoding="utf-8")
    assert inline_script_hashes(page) == inline_script_hashes(index_page())
