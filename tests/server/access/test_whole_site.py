"""Who gets in, asked of the whole application: each address, in any spelling, by any way."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from dashboard.corpus.snapshot import Snapshot
from tests.server.access.conftest import HOST, Site
from tests.server.access.crawling import addresses, crawled, is_closed, told
from tests.server.access.provider import FAULTS

Walk = Callable[..., tuple[TestClient, str]]
STREAM = f"ws://{HOST}/_stcore/stream"
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")
DATA = "/api/timeline.json"


@pytest.mark.parametrize("rules", ["by_provider", "by_proxy"])
def test_of_all_addresses_none_answers_with_data_to_somebody_unknown(
    rules: str, request: pytest.FixtureRequest, served: Snapshot
) -> None:
    site: Site = request.getfixturevalue(rules)
    routes, links = addresses(site), crawled(site.caller(token=site.token))
    found = {*routes, *links}
    assert len(found) > 120
    assert {
        "/_stcore/host-config",
        "/api/votes.xlsx",
        "/media/A",
        "/page/page.css",
        "/mcp",
    } <= found
    asked = [(method, path) for path in routes for method in METHODS]
    asked += [("GET", path) for path in sorted(links)]
    record, opened = told(served), []
    for (method, path), (status, text) in zip(asked, site.answers(*asked), strict=True):
        print(status, method, path)  # seen with pytest -rP
        leaked = [word for word in record if word in text and word not in path]
        if leaked or not is_closed(site, path, method, status):
            opened.append((method, path, status, leaked))
    assert opened == []
    health = site.answers(("GET", "/healthz"))[0][1]
    assert json.loads(health.split("\n")[1]) == {"status": "ok"}


def test_who_may_read_is_answered_on_pages_routes_files_and_sockets(
    by_provider: Site, served: Snapshot
) -> None:
    program = by_provider.caller(token=by_provider.token)
    assert program.get(DATA).json()["total"] == len(served.tables["timeline"])
    assert program.get("/").status_code == 200
    assert program.get("/page/page.css").status_code == 200
    assert {*program.get("/healthz").json()} > {"status", "records"}
    with program.websocket_connect(STREAM):
        pass
    assert program.get("/_stcore/metrics").status_code == 404
    assert program.get("/_stcore/host-config").json()["allowedOrigins"] == []


def test_an_assistant_is_answered_with_a_token_and_not_without(
    by_provider: Site, served: Snapshot
) -> None:
    asked = {"name": "select", "arguments": {"table": "timeline"}}
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": asked}
    kinds = {"accept": "application/json, text/event-stream"}
    answers = [
        by_provider.caller(token=token).post("/mcp", json=call, headers=kinds)
        for token in ("", "record_" + "A" * 43, by_provider.token)
    ]
    assert [answer.status_code for answer in answers] == [401, 401, 200]
    answered = json.loads(answers[-1].json()["result"]["content"][0]["text"])
    assert answered["count"].endswith(f"{len(served.tables['timeline'])} in all")


def test_a_token_nobody_gave_opens_nothing(by_provider: Site, served: Snapshot) -> None:
    for shown in ("record_" + "A" * 43, "", by_provider.token[:-1], by_provider.token + "x"):
        caller = by_provider.caller(token=shown)
        assert caller.get(DATA).status_code == 401
        with pytest.raises(WebSocketDisconnect), caller.websocket_connect(STREAM):
            pass


@pytest.mark.parametrize("address", ["10.9.9.9", "127.0.0.1"])
def test_a_socket_of_somebody_unknown_is_refused(
    by_provider: Site, by_proxy: Site, address: str
) -> None:
    for caller in (by_provider.caller(address), by_proxy.caller(address)):
        with pytest.raises(WebSocketDisconnect) as refusal, caller.websocket_connect(STREAM):
            pass
        assert refusal.value.code == 1008


SPELLINGS = (
    *("//api/timeline.json", "/./api/timeline.json", "/x/../api/timeline.json", "/%2e/api"),
    *("/API/timeline.json", "/api/timeline.json/", "/api/timeline.json\x00", "/api//timeline.json"),
    *("\\api\\timeline.json", "/api\\timeline.json", "api/timeline.json", "", "*", "/mcp", "/mcp/"),
    *("/healthz/../api/timeline.json", "/healthz/", "/healthz//", "//healthz", "/HEALTHZ"),
    *("/healthz/api/timeline.json", "/healthz;/api", "/healthz\n", "/healthz ", "/readyz/x"),
    *("/_stcore/health/", "/_stcore/health/../host-config", "/votes/_stcore/health", "/metrics"),
    *("/sign-in/", "/sign-in/../votes", "/auth/login/../../votes", "/oauth2callback/x"),
    *("/oauth2callback\x00", "/static/../api/timeline.json", "/media/../healthz", "/votes/healthz"),
    *("http://record.example.org/api/timeline.json", "/page/../../data/states.yaml"),
    *("/documents/A/RES/79/1", "/_stcore/metrics/"),
)


@pytest.mark.parametrize("root", ["", "/dash"])
def test_no_spelling_of_a_path_is_open(by_provider: Site, served: Snapshot, root: str) -> None:
    asked = [("GET", f"{root}{spelling}") for spelling in SPELLINGS]
    found = zip(asked, by_provider.answers(*asked, root=root), strict=True)
    assert [(path, status) for (_, path), (status, _) in found if status != 401] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_token_that_is_wrong_signs_nobody_in(
    signed_in: Walk, served: Snapshot, fault: str
) -> None:
    caller, there = signed_in(fault, sub=fault, email="ada@example.org", email_verified=True)
    assert there == "/"
    assert caller.get("/").status_code == caller.get(DATA).status_code == 401


def test_who_signs_in_reads_and_comes_to_the_view_they_asked_for(
    signed_in: Walk, served: Snapshot
) -> None:
    ada, there = signed_in(sub="ada", email="Ada@Example.org", email_verified=True)
    assert there == "/votes?q=x"
    assert ada.get(there).status_code == ada.get(DATA).status_code == 200
    assert ada.get(DATA).headers["cache-control"].startswith("private")
    with ada.websocket_connect(STREAM):
        pass


def test_who_is_not_admitted_is_told_so_in_both_languages_and_what_to_do(
    signed_in: Walk, served: Snapshot
) -> None:
    eve, _ = signed_in(sub="eve", email="<b>eve</b>@evil.example", email_verified=True)
    answer = eve.get("/zh/A/RES/79/1", headers={"accept-language": "zh"})
    assert answer.status_code == 403
    assert answer.text.index('<section lang="zh"') < answer.text.index('<section lang="en"')
    assert "&lt;b&gt;eve" in answer.text
    assert "<b>" not in answer.text
    assert answer.text.count("record@example.org") == 2
    assert answer.text.count('href="/auth/logout"') == 2
    assert not [word for word in told(served) if word in answer.text]
    with pytest.raises(WebSocketDisconnect), eve.websocket_connect(STREAM):
        pass


def test_a_cookie_counts_no_more_once_its_person_signed_out(
    by_provider: Site, signed_in: Walk, served: Snapshot
) -> None:
    ada, _ = signed_in(sub="leaving", email="ada@example.org", email_verified=True)
    thief, altered = by_provider.caller(), by_provider.caller()
    thief.cookies.update(ada.cookies)
    *most, last = ada.cookies["_streamlit_user"]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    # the last letter of a signature has bits that count for nothing: the same cookie, otherwise
    altered.cookies.set("_streamlit_user", "".join(most) + letters[letters.index(last) ^ 1])
    assert altered.get(DATA).status_code == thief.get(DATA).status_code == 200
    left = ada.get("/auth/logout")
    assert left.status_code == 302
    assert "Max-Age=0" in left.headers["set-cookie"]
    for caller in (ada, thief, altered):
        assert caller.get(DATA).status_code == 401
        with pytest.raises(WebSocketDisconnect), caller.websocket_connect(STREAM):
            pass


def test_nobody_unknown_signs_another_out(
    by_provider: Site, signed_in: Walk, served: Snapshot
) -> None:
    ada, _ = signed_in(sub="staying", email="ada@example.org", email_verified=True)
    forger = by_provider.caller()
    forger.cookies.set("_streamlit_user", ada.cookies["_streamlit_user"][:-4] + "AAAA")
    assert forger.get("/auth/logout").status_code == 302
    assert ada.get(DATA).status_code == 200


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "/x\r\nA: b", "", "x"]
)
def test_the_way_back_leads_to_no_other_site(by_provider: Site, to: str) -> None:
    way = by_provider.caller().get("/sign-in", params={"to": to})
    assert way.headers["location"].startswith("/auth/login?provider=")
    assert "record_return" not in way.headers.get("set-cookie", "")


def test_over_https_cookies_are_sent_over_https_alone(by_provider: Site) -> None:
    caller = by_provider.caller()
    caller.base_url = f"https://{HOST}"
    for path in ("/sign-in?to=/votes", "/auth/logout"):
        cookies = caller.get(path).headers.get_list("set-cookie")
        assert cookies
        assert all("secure" in cookie.lower() for cookie in cookies)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "::ffff:127.0.0.1"])
def test_whom_the_gateway_names_is_admitted_by_the_same_rule(
    by_proxy: Site, served: Snapshot, address: str
) -> None:
    caller = by_proxy.caller(address)
    ada, eve = {"X-Auth-Email": "ada@example.org"}, {"X-Auth-Email": "eve@evil.example"}
    assert caller.get(DATA, headers=ada).status_code == 200
    group = {"X-Auth-Groups": "staff, policy"}
    assert caller.get(DATA, headers={**eve, **group}).status_code == 200
    assert caller.get(DATA, headers=eve).status_code == 403
    assert caller.get(DATA).status_code == 401
    with caller.websocket_connect(STREAM, headers=ada):
        pass


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("10.9.9.9", []),
        ("10.2.0.1", [("X-Forwarded-For", "127.0.0.1")]),
        ("10.9.9.9", [("X-Forwarded-For", "10.1.0.1"), ("X-Real-IP", "127.0.0.1")]),
        ("10.9.9.9", [("Forwarded", "for=127.0.0.1")]),
        ("::1", []),
        ("testclient", []),
        ("127.0.0.1", [("x-auth-email", "eve@example.org")]),
        ("127.0.0.1", [("X-Auth-Email", "")]),
    ],
)
def test_a_name_that_the_gateway_did_not_give_is_refused(
    by_proxy: Site, served: Snapshot, address: str, headers: list[tuple[str, str]]
) -> None:
    caller = by_proxy.caller(address, by_proxy.token)
    named = ("X-Auth-Email", "ada@example.org")
    caller.headers = httpx.Headers([*caller.headers.items(), named, *headers])
    for path in ("/", DATA, "/media/x", "/sign-in"):
        answer = caller.get(path)
        assert answer.status_code == 403
        assert not [word for word in told(served) if word in answer.text]
    with pytest.raises(WebSocketDisconnect), caller.websocket_connect(STREAM):
        pass
    assert caller.get("/healthz").json() == {"status": "ok"}
