from __future__ import annotations

import re
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dashboard.commands.serving.balancer import nginx, site, write

TWO = ("127.0.0.1:8501", "127.0.0.1:8502")
PLACEHOLDER = re.compile(r"\$\{?[A-Z]")


def upstreams(text: str) -> dict[str, list[tuple[str, str]]]:
    """By name: each server, and whether it stands in for the others only."""
    server = re.compile(r"server (\S+)(?: max_fails=0)( backup)?;")
    found = re.findall(r"upstream (\w+) \{\n(.*?)\}", text, re.DOTALL)
    return {name: server.findall(servers) for name, servers in found}


@pytest.mark.parametrize("count", [1, 2, 5])
def test_each_replica_has_a_name_and_all_others_behind_it(count: int) -> None:
    replicas = [f"10.0.0.{n}:8501" for n in range(count)]
    text = site(replicas, "8080")
    assert not PLACEHOLDER.search(text)
    found = upstreams(text)
    assert [servers[0] for servers in found.values()] == [(own, "") for own in replicas]
    for servers in found.values():
        assert {own for own, _ in servers} == set(replicas)
        assert [backup for _, backup in servers[1:]] == [" backup"] * (count - 1)
    shares = re.search(r"split_clients \$request_id \$record_any \{\n(.*?)\}", text, re.DOTALL)
    assert shares
    assert [line.split()[1].strip(";") for line in shares[1].splitlines()] == list(found)


def test_an_address_is_one_address_and_no_pattern() -> None:
    (pattern,) = re.findall(r'"~(\S+)\$" record_1;', site(["10.0.0.1:8501"], "8080"))
    assert re.fullmatch(pattern, "10.0.0.1:8501")
    assert not re.fullmatch(pattern, "10x0.0.1:8501")


def test_the_cookie_is_for_https_alone_where_there_is_a_certificate() -> None:
    secure, plain = (site(TWO, "443 ssl", "a.example", certificate=c) for c in (True, False))
    assert "SameSite=Lax; Secure" in secure
    assert "/etc/ssl/certs/a.example.pem" in secure
    assert "Secure" not in plain
    assert "ssl_certificate" not in plain


def test_nothing_a_reader_typed_is_logged() -> None:
    text = site(TWO, "443 ssl", log="/var/log/nginx/record.log")
    (form,) = re.findall(r"log_format record (.*?);\n", text, re.DOTALL)
    assert not re.search(r"\$(request|args|request_uri|query_string|http_\w+|remote_\w+)\b", form)
    assert "access_log /var/log/nginx/record.log record;" in text
    assert "access_log off;" in site(TWO, "8080")


class Replica(BaseHTTPRequestHandler):
    """Says its own port, and 503 while it is told to."""

    protocol_version = "HTTP/1.1"
    refusing: set[int] = set()

    def do_GET(self) -> None:
        port = self.server.server_address[1]
        body = f"{port} {self.headers['Upgrade'] or '-'} {self.headers['Host']}"
        body += f" {self.headers['X-Forwarded-For']} {self.headers['X-Forwarded-Proto']}"
        self.send_response(503 if port in self.refusing else 200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def listening() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Replica)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def running(
    folder: Path, behind: Sequence[str] = ()
) -> Iterator[tuple[int, list[ThreadingHTTPServer]]]:
    """The port of an nginx before two replicas, by the very template; CI has nginx."""
    if nginx() is None:
        pytest.skip("nginx is not on this machine; on Debian: apt install nginx-light")
    with listening() as one, listening() as two, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        addresses = [f"127.0.0.1:{server.server_address[1]}" for server in (one, two)]
        command = write(folder, site(addresses, f"127.0.0.1:{port}", behind=behind))
        subprocess.run([*command, "-t", "-q"], check=True, timeout=60)
        process = subprocess.Popen(command)
        try:
            yield port, [one, two]
        finally:
            process.terminate()
            process.wait(60)


@pytest.fixture
def balanced(tmp_path: Path) -> Iterator[tuple[int, list[ThreadingHTTPServer]]]:
    """As `running`, with no proxy before it."""
    with running(tmp_path) as found:
        yield found


def ask(port: int, path: str = "/", **headers: str) -> tuple[HTTPResponse, str]:
    until = time.monotonic() + 30
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer, answer.read().decode()
        except ConnectionRefusedError:  # it is about to start
            assert time.monotonic() < until
        finally:
            connection.close()


def test_a_reader_stays_with_one_replica_and_moves_on_where_it_cannot_serve(
    balanced: tuple[int, list[ThreadingHTTPServer]], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, servers = balanced
    answer, body = ask(port, "/_stcore/stream", Upgrade="websocket", Host="record.example")
    own, upgrade, host, *_ = body.split()
    assert (upgrade, host) == ("websocket", "record.example")
    assert answer.headers["Content-Security-Policy"] == "default-src 'self'"
    cookie = answer.headers["Set-Cookie"].partition(";")[0]
    for _ in range(6):
        answer, body = ask(port, Cookie=cookie)
        assert body.split()[0] == own
        assert answer.headers["Set-Cookie"] is None  # what it has, it is not given again

    monkeypatch.setattr(Replica, "refusing", {int(own)})  # it loads, or takes its leave
    answer, body = ask(port, Cookie=cookie)
    assert (answer.status, body.split()[0] != own) == (200, True)
    moved = answer.headers["Set-Cookie"].partition(";")[0]
    assert moved not in ("", cookie)

    monkeypatch.setattr(Replica, "refusing", set())
    (gone,) = (server for server in servers if str(server.server_address[1]) == own)
    gone.shutdown()
    gone.server_close()  # as after kill -9
    answer, body = ask(port, Cookie=cookie)
    assert (answer.status, body.split()[0] != own) == (200, True)
    assert ask(port, "/_stcore/metrics", Cookie=moved)[0].status == 404
    assert ask(port, Cookie="record_replica=other")[0].status == 200


@pytest.mark.parametrize(
    ("behind", "believed"),
    [((), "127.0.0.1 http"), (("203.0.113.0/24",), "127.0.0.1"), (("127.0.0.1/32",), "192.0.2.7")],
)
def test_where_a_reader_comes_from_only_a_named_proxy_says(
    tmp_path: Path, behind: tuple[str, ...], believed: str
) -> None:
    said = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
    with running(tmp_path, behind) as (port, _):
        _, body = ask(port, **said)
    assert " ".join(body.split()[3:]).startswith(believed)
