from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.server.access.control import READER, AccessControl, access
from dashboard.server.access.identity import Claims, SignedOut
from dashboard.server.access.rules import ACCESS, FORWARDED, RulesError, RulesFile, new_token

NOW = 1_800_000_000
OIDC = 'sign_in = "oidc"\nadmitted = ["@x.org"]\nhours = 2\n'
PROXY = (
    'sign_in = "proxy"\nadmitted = ["*"]\n[proxy]\naddresses = ["127.0.0.1"]\nheader = "X-Email"\n'
)


class Cookie:
    """A sign-in whose cookie names the person and when it was issued."""

    def fault(self, provider: str) -> str | None:
        return None if provider == "default" else f"no [auth.{provider}]"

    def claims(self, cookies: Mapping[str, str], seconds: int) -> Claims | None:
        name, _, issued = cookies.get("who", "").partition("@")
        if not issued or int(issued) < NOW - seconds:
            return None
        email = {"email": f"{name}@x.org", "email_verified": True, "provider": "default"}
        return Claims({"iss": "i", "sub": name, **email}, int(issued))

    def address(self, provider: str) -> str:
        return "/dash/auth/login?provider=p"


async def shown(request: Request) -> JSONResponse:
    reader, client = request.scope.get(READER), request.client
    return JSONResponse(
        {
            "reader": reader and reader.name,
            "client": client and client.host,
            "scheme": request.url.scheme,
            "email": request.headers.get("x-email"),
        }
    )


class Echo:
    """What is behind: it tells what it got, and of a socket each message until it ends."""

    def __init__(self) -> None:
        self.ended = False
        paths = ("/", "/x", "/healthz", "/_stcore/metrics", "/auth/logout", "/dash/{rest:path}")
        self.app = Starlette(
            routes=[
                *(Route(path, shown, methods=["GET", "POST"]) for path in paths),
                WebSocketRoute("/stream", self._stream),
            ]
        )

    async def _stream(self, socket: WebSocket) -> None:
        await socket.accept()
        try:
            while True:
                await socket.send_text(await socket.receive_text())
        except WebSocketDisconnect:
            self.ended = True


Calling = Callable[..., TestClient]


@pytest.fixture
def behind() -> Echo:
    return Echo()


@pytest.fixture
def calling(tmp_path: Path, behind: Echo) -> Calling:
    def call(rules: str, address: str = "10.0.0.9", **more: Any) -> TestClient:
        (tmp_path / "access.toml").write_text(rules)
        app = AccessControl(
            behind.app,
            RulesFile(tmp_path / "access.toml"),
            Cookie(),
            SignedOut(tmp_path / "out.sqlite"),
            clock=lambda: NOW,
            **more,
        )
        return TestClient(app, follow_redirects=False, client=(address, 50_000))

    return call


def test_without_rules_all_pass_but_the_framework_s_measures(behind: Echo) -> None:
    for base in ("", "dash"):
        client = TestClient(AccessControl(behind.app, base=base))
        assert client.get("/x").json()["reader"] is None
        assert client.get("/_stcore/metrics").status_code == 404
        assert client.get(f"/{base}/_stcore/metrics".replace("//", "/")).status_code == 404


def test_a_cookie_counts_for_the_hours_of_the_rules(calling: Calling) -> None:
    client = calling(OIDC)
    for issued, status in ((NOW, 200), (NOW - 7200, 200), (NOW - 7201, 401)):
        client.cookies.set("who", f"ada@{issued}")
        assert client.get("/x").status_code == status
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.post("/healthz").status_code == 401


def test_an_open_page_of_who_signs_out_gets_no_more_answers(calling: Calling, behind: Echo) -> None:
    client = calling(OIDC)
    client.cookies.set("who", f"ada@{NOW - 5}")
    with client.websocket_connect("/stream") as socket:
        socket.send_text("one")
        assert socket.receive_text() == "one"
        assert client.get("/auth/logout").status_code == 200
        socket.send_text("two")
    assert behind.ended
    assert client.get("/x").status_code == 401
    client.cookies.set("who", f"ada@{NOW + 1}")
    assert client.get("/x").json()["reader"] == "ada@x.org"


def test_an_open_page_ends_when_its_token_is_taken_away(
    calling: Calling, behind: Echo, tmp_path: Path
) -> None:
    token, lines = new_token("n", dt.datetime.fromtimestamp(NOW, dt.UTC).date(), 1)
    client = calling(OIDC + lines)
    client.headers["authorization"] = f"Bearer {token}"
    assert client.get("/x").json()["reader"] == "n"
    with client.websocket_connect("/stream") as socket:
        socket.send_text("one")
        assert socket.receive_text() == "one"
        (tmp_path / "access.toml").write_text(OIDC)
        socket.send_text("two")
    assert behind.ended
    assert client.get("/x").status_code == 401


def test_a_file_that_can_no_longer_be_read_lets_nobody_in_and_says_so_once(
    calling: Calling, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = calling(OIDC)
    client.cookies.set("who", f"ada@{NOW}")
    (tmp_path / "access.toml").write_text("sign_in = ")
    for path in ("/x", "/sign-in", "/auth/logout"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "access.toml" not in answer.text
    assert client.get("/healthz").status_code == 200
    assert len(caplog.messages) == 1


def test_below_a_base_path_the_way_in_is_there_and_nothing_else(calling: Calling) -> None:
    client = calling(OIDC, base="dash")
    page = client.get("/dash/votes?a=b", headers={"accept": "text/html"})
    assert page.status_code == 401
    assert 'href="/dash/sign-in?to=%2Fdash%2Fvotes%3Fa%3Db"' in page.text
    way = client.get("/dash/sign-in?to=/dash/votes")
    assert way.headers["location"] == "/dash/auth/login?provider=p"
    assert "Path=/dash/oauth2callback" in way.headers["set-cookie"]
    assert client.get("/dashboard/healthz").status_code == 401


def test_of_the_gateway_the_caller_s_address_is_believed_and_of_nobody_else(
    calling: Calling,
) -> None:
    token, lines = new_token("n", dt.datetime.fromtimestamp(NOW, dt.UTC).date(), 1)
    said = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
    gateway = calling(PROXY + lines, "127.0.0.1")
    named = gateway.get("/x", headers={**said, "X-Email": "a@x.org"}).json()
    assert named == {
        "reader": "a@x.org", "client": "192.0.2.7", "scheme": "https", "email": "a@x.org",
    }  # fmt: skip
    program = {"Authorization": f"Bearer {token}"}
    direct = calling(PROXY + lines, "10.0.0.9").get("/x", headers={**said, **program}).json()
    assert direct == {"reader": "n", "client": "10.0.0.9", "scheme": "http", "email": None}
    forged = calling(PROXY, "10.0.0.9").get("/healthz", headers={"X-Email": "a@x.org"})
    assert forged.json() == {"status": "ok"}


def built(path: Path, sign_in: Cookie | None) -> list[Middleware]:
    (path / "access.toml").write_text(OIDC + f'signed_out = "{path / "out.sqlite"}"')
    return access(sign_in, "")


def test_the_application_does_not_start_with_rules_that_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FORWARDED, raising=False)
    monkeypatch.delenv(ACCESS, raising=False)
    assert [each.kwargs["base"] for each in access(None, "dash")] == ["dash"]
    monkeypatch.setenv(ACCESS, str(tmp_path / "access.toml"))
    with pytest.raises(RulesError, match="No such file"):
        access(Cookie())
    with pytest.raises(RulesError, match="no sign-in"):
        built(tmp_path, None)
    assert len(built(tmp_path, Cookie())) == 1
    (tmp_path / "access.toml").write_text(OIDC + '[oidc]\nprovider = "other"')
    with pytest.raises(RulesError, match=r"auth\.other"):
        access(Cookie())
