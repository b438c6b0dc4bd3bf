from __future__ import annotations

from typing import Any, get_args

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from dashboard.server.access.answers import (
    SENTENCES,
    STATUS,
    Refusal,
    kept_private,
    own_address,
    refused,
)
from dashboard.words import LANGUAGES, words

REFUSALS: tuple[Refusal, ...] = get_args(Refusal)


def asking(refusal: Refusal, **said: str) -> TestClient:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await refused(scope, refusal, **said)(scope, receive, send)

    return TestClient(app)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_program_gets_one_sentence(refusal: Refusal) -> None:
    answer = asking(refusal, name="Eve").get("/api/votes.json")
    assert answer.status_code == STATUS[refusal]
    assert answer.json() == {"error": SENTENCES[refusal]}
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers.get("www-authenticate", "").startswith("Bearer") == (
        answer.status_code == 401
    )


@pytest.mark.parametrize("path", ["/api/requests.ics", "/api/changes.atom"])
def test_calendars_and_feed_readers_are_asked_for_a_password(path: str) -> None:
    assert asking("sign_in").get(path).headers["www-authenticate"].startswith("Basic ")


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("first", LANGUAGES)
def test_a_browser_gets_each_language_the_reader_s_first(refusal: Refusal, first: str) -> None:
    said = {"name": "<i>Eve</i>", "contact": "<i>desk</i>"}
    page = asking(refusal, **said).get(f"/votes?lang={first}", headers={"accept": "text/html"})
    assert page.status_code == STATUS[refusal]
    assert page.text.startswith(f'<!doctype html><html lang="{first}">')
    places = {code: page.text.index(f'<section lang="{code}"') for code in LANGUAGES}
    assert min(places, key=lambda code: places[code]) == first
    assert "<i>" not in page.text
    for code in LANGUAGES:
        begins = words(code)(f"access.{refusal}", name="\x00", contact="\x00").partition("\x00")[0]
        assert begins in page.text


@pytest.mark.parametrize(
    ("asked", "ours"),
    [
        ("", False), ("votes", False), ("//evil.example", False), ("/\\evil.example", False),
        ("\\\\evil.example", False), ("https://evil.example/", False), ("/\nSet-Cookie:a", False),
        ("/票", False), ("/" + "a" * 2000, False), ("/", True),
        ("/votes?symbol=A/RES/79/1&a=//b", True),
    ],
)  # fmt: skip
def test_the_way_back_is_an_address_of_ours(asked: str, ours: bool) -> None:
    assert (own_address(asked) == asked) == ours


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "private"),
        ("public, max-age=604800", "private, max-age=604800"),
        ("no-cache", "private, no-cache"),
        ("private, no-cache", "private, no-cache"),
        ("no-store", "no-store"),
        ("public, immutable, max-age=31536000", "public, immutable, max-age=31536000"),
    ],
)
def test_no_cache_between_keeps_what_only_some_may_read(before: str, after: str) -> None:
    headers = {"cache-control": before} if before else {}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        answer: Any = PlainTextResponse("x", headers=headers)
        await answer(scope, receive, kept_private(send))

    assert TestClient(app).get("/").headers["cache-control"] == after
