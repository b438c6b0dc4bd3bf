"""The whole application in this process, by rules of who gets in, and a provider beside it."""

from __future__ import annotations

import datetime as dt
import runpy
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient
from streamlit import config
from streamlit.runtime import Runtime
from streamlit.runtime.secrets import secrets_singleton

from dashboard.corpus import store
from dashboard.corpus.snapshot import Snapshot
from dashboard.server.access.rules import ACCESS, FORWARDED, new_token
from tests.server.access.provider import CLIENT, SECRET, Provider, providing

ROOT = Path(__file__).parents[3]
HOST = "record.example.org"
SITE = "http://record.example.org"
TLS = "httpx._transports.default.create_ssl_context"
TODAY = dt.datetime.now(dt.UTC).date()
OIDC = """
sign_in = "oidc"
admitted = ["@example.org", "guest@partner.example", "group:policy"]
contact = "record@example.org"
"""
PROXY = """
sign_in = "proxy"
admitted = ["@example.org", "group:policy"]
[proxy]
addresses = ["127.0.0.1", "10.1.0.0/16"]
header = "X-Auth-Email"
groups = "X-Auth-Groups"
"""


class Site:
    """The application, the rules of who gets in, and those who call."""

    def __init__(self, folder: Path, rules: str) -> None:
        self.file = folder / "access.toml"
        self.token, lines = new_token("notebook", TODAY, 30)
        self.rules = f'signed_out = "{folder / "signed-out.sqlite"}"\n{rules}{lines}'
        self.file.write_text(self.rules, encoding="utf-8")
        self.app: Any = None
        self._portal: Any = None

    @contextmanager
    def running(self) -> Iterator[Site]:
        """Built as `streamlit run` builds it, but for the load of the record."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Runtime, "_instance", None)
            patch.setattr(config, "_main_script_path", None)
            patch.setattr("dashboard.server.operation.lifespan.lifespan", lambda steps: None)
            patch.setenv(ACCESS, str(self.file))
            patch.setenv(FORWARDED, "")
            patch.setenv("DASHBOARD_ASSISTANTS", HOST)
            patch.chdir(ROOT)
            # the provider speaks plain HTTP: no reading of 140 certificates at each request
            patch.setattr(TLS, lambda **_: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
            self.app = runpy.run_path("streamlit_app.py")["app"]
            with TestClient(self.app) as first:
                self._portal = first.portal
                yield self

    def caller(self, address: str = "10.9.9.9", token: str = "") -> TestClient:
        """Somebody new, at an address; a program where it has a token."""
        caller = TestClient(self.app, SITE, follow_redirects=False, client=(address, 50_000))
        caller.portal = self._portal
        caller.headers["accept"] = "text/html"
        if token:
            caller.headers["authorization"] = f"Bearer {token}"
        return caller

    def answers(self, *asked: tuple[str, str], root: str = "") -> list[tuple[int, str]]:
        """Status and text for each method and path, also those that no client would send."""

        async def all_of_them() -> list[tuple[int, str]]:
            return [await self._answer(method, path, root) for method, path in asked]

        found: list[tuple[int, str]] = self._portal.call(all_of_them)
        return found

    async def _answer(self, method: str, target: str, root: str) -> tuple[int, str]:
        path, _, query = target.partition("?")
        parts: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            parts.append(message)

        scope = {
            "type": "http", "method": method, "path": path, "raw_path": path.encode(),
            "root_path": root, "query_string": query.encode(), "scheme": "http",
            "headers": [(b"host", b"record.example.org"), (b"accept", b"text/html")],
            "client": ("10.9.9.9", 50_000), "server": ("record.example.org", 80),
            "http_version": "1.1", "asgi": {"version": "3.0"}, "state": {},
        }  # fmt: skip
        await self.app(scope, receive, send)
        headers = b" ".join(value for _, value in parts[0]["headers"])
        text = b"".join([headers, b"\n", *(part.get("body", b"") for part in parts)])
        return parts[0]["status"], text.decode()


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    """The provider, which tests tell whom to sign in and what to do wrong."""
    with providing() as found:
        yield found


@pytest.fixture(scope="module")
def by_provider(tmp_path_factory: pytest.TempPathFactory, provider: Provider) -> Iterator[Site]:
    """The application where the framework signs people in."""
    folder = tmp_path_factory.mktemp("oidc")
    secrets = folder / "secrets.toml"
    secrets.write_text(
        f'[auth]\nredirect_uri = "{SITE}/oauth2callback"\ncookie_secret = "{"k" * 40}"\n'
        f'client_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
        f'server_metadata_url = "{provider.issuer}/.well-known/openid-configuration"\n',
        encoding="utf-8",
    )
    before = config.get_option("secrets.files")
    config._set_option("secrets.files", [str(secrets)], "a test")
    secrets_singleton._reset()
    with Site(folder, OIDC).running() as site:
        yield site
    config._set_option("secrets.files", before, "a test")
    secrets_singleton._reset()


@pytest.fixture(scope="module")
def by_proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The application behind a gateway that signs people in."""
    with Site(tmp_path_factory.mktemp("proxy"), PROXY).running() as site:
        yield site


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot) -> Snapshot:
    """The small record as what the store of the process serves."""

    class Serving:
        def current(self) -> Snapshot:
            return snapshot

    monkeypatch.setattr(store, "store", Serving)
    return snapshot


@pytest.fixture
def signed_in(by_provider: Site, provider: Provider) -> Callable[..., tuple[TestClient, str]]:
    """Walks somebody through the sign-in: what the provider does wrong, the view, their claims.

    Gives the caller, with the cookies they have, and where the callback sent them.
    """

    def walk(fault: str = "", view: str = "/votes?q=x", **claims: object) -> tuple[TestClient, str]:
        provider.person, provider.fault = claims, fault
        caller = by_provider.caller()
        refused = caller.get(view)
        assert refused.status_code == 401
        way = caller.get(refused.text.split('href="')[1].split('"')[0])
        assert way.headers["location"].startswith("/auth/login?provider=")
        there = caller.get(way.headers["location"])
        back = httpx.get(there.headers["location"])
        return caller, caller.get(back.headers["location"]).headers["location"]

    return walk
