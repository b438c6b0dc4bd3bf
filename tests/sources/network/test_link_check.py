"""What is gone, moved or refused, told by a server of the test; nobody else is asked."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dashboard.sources.network import exchange, link_check
from dashboard.sources.network.link_check import (
    Finding,
    link_findings,
    remember,
    remembered,
    to_ask,
)
from tests.sources.network.loopback import Answer, Loopback, loopback, sent, silent

DAY = "2031-02-03"
ANSWERS: dict[str, tuple[list[Answer], str]] = {
    "good": ([b"x"], "good"),
    "no-head": ([405, b"x"], "good"),
    "no-head-at-all": ([404, b"x"], "good"),
    "for-now": (["FOUND"], "good"),
    "gone": ([404], "dead"),
    "gone-for-good": ([410], "dead"),
    "moved": (["/good"], "moved"),
    "moved-and-gone": (["/gone"], "dead"),
    "login": ([401], "refused"),
    "forbidden": ([403], "refused"),
    "inside": (["http://10.0.0.1/"], "refused"),
    "this-machine": (["http://[::1]/"], "refused"),
    "fault": ([500], "silent"),
    "drops": ([sent(b"")], "silent"),
    "nonsense": ([sent(b"\x1b]0;x\x07\r\n\r\n")], "silent"),
    "circle": (["/circle"], "silent"),
    "stalls": ([silent], "silent"),
}
FOUND = b"HTTP/1.1 302 Found\r\nLocation: /good\r\nContent-Length: 0\r\n\r\n"
here = partial(link_findings, day=DAY, loopback=True)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    real = socket.getaddrinfo

    def only_here(host: Any, *rest: Any, **named: Any) -> Any:
        if str(host).endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        assert str(host)[0] in "1:[", f"{host} is asked for"
        return real(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", only_here)
    monkeypatch.setattr(link_check, "PAUSE", 0.0)
    monkeypatch.setattr(exchange, "SILENCE", 0.3)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with loopback() as running:
        yield running


def test_nothing_to_ask_asks_nobody() -> None:
    assert list(here([])) == []


def test_each_answer_has_its_verdict_and_a_host_is_asked_one_at_a_time(server: Loopback) -> None:
    for path, (answers, _) in ANSWERS.items():
        server.answers[path] = [sent(FOUND) if a == "FOUND" else a for a in answers]
    found = list(here([f"{server.base}/{path}" for path in ANSWERS]))
    verdicts = {finding.address.rpartition("/")[2]: finding.verdict for finding in found}
    assert verdicts == {path: verdict for path, (_, verdict) in ANSWERS.items()}
    assert {f.moved_to for f in found} == {None, f"{server.base}/good"}
    assert all(finding.said.isprintable() and finding.day == DAY for finding in found)
    assert server.most == 1
    assert all(agent.startswith("ai-governance-dashboard/") for agent in server.agents)


def test_who_wants_to_be_left_alone_is(server: Loopback) -> None:
    server.answers["a"] = [429]
    found = here([f"{server.base}/{path}" for path in "abc"])
    assert [finding.verdict for finding in found] == ["refused"]
    assert server.asked == ["/a"]


def test_this_machine_is_not_asked_unless_it_may_be(server: Loopback) -> None:
    (found,) = link_findings([f"{server.base}/a"], DAY)
    assert (found.verdict, server.asked) == ("refused", [])


@pytest.mark.parametrize(
    ("others", "verdict"), [(["good"], "dead"), (["drops"], "silent"), ([], "silent")]
)
def test_a_host_that_does_not_exist_is_gone_where_there_is_a_network(
    server: Loopback, others: list[str], verdict: str
) -> None:
    server.answers |= {"good": [b"x"], "drops": [sent(b"")]}
    asked = ["http://gone.invalid/", *(f"{server.base}/{path}" for path in others)]
    found = {finding.address: finding.verdict for finding in here(asked)}
    assert found["http://gone.invalid/"] == verdict


def test_findings_are_remembered_and_what_is_damaged_is_not(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "links.jsonl"
    assert remembered(file) == {}
    first = Finding("https://a.example/", DAY, "good", "200")
    for finding in (first, Finding("https://b.example/", DAY, "silent", "x"), first):
        remember(file, finding)
    remember(file, Finding("https://a.example/", DAY, "dead", "404"))
    with file.open("a", encoding="utf-8") as opened:
        opened.write('{"address": 1}\n[]\n{"address": "https://c.exa')
    assert {a: f.verdict for a, f in remembered(file).items()} == {
        "https://a.example/": "dead",
        "https://b.example/": "silent",
    }


def test_what_is_new_or_old_or_gave_no_answer_is_asked_again() -> None:
    known = {verdict: Finding(verdict, DAY, verdict, "") for verdict in ("good", "dead", "silent")}
    later = dt.date(2031, 2, 13)
    assert to_ask(["good", "new", "silent", "dead"], known, later, 30) == ["new", "silent"]
    assert to_ask(["good", "dead"], known, later, 10) == ["good", "dead"]
