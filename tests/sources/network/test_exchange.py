"""A whole file or one sentence, whatever the server does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.sources.errors import RefusedError
from dashboard.sources.network import exchange
from dashboard.sources.network.exchange import (
    NotThereError,
    UnreachableError,
    client,
    whole_file,
)
from tests.sources.network.loopback import (
    Answer,
    Loopback,
    dripping,
    dropped,
    loopback,
    sent,
    stalled,
)

MOST = 1000
AT_ONCE = {"PAUSES": (0.0, 0.0), "LONGEST": 0.05}
LATER = b"HTTP/1.1 429 Later\r\nRetry-After: 1\r\n\r\n"
OK = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with loopback() as running:
        yield running


def asked(server: Loopback, *answers: Answer, **patience: Any) -> bytes:
    """What comes of asking for a file that is answered so, with so much patience."""
    server.answers, server.asked = {"a.xml": list(answers), "b.xml": [b"moved"]}, []
    return _asked(f"{server.base}/a.xml", **patience)


def _asked(address: str, **patience: Any) -> bytes:
    async def ask() -> bytes:
        async with client(2, loopback=True) as asking:
            return await whole_file(asking, address, MOST)

    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**AT_ONCE, **patience}.items():
            patch.setattr(exchange, name, value)
        return asyncio.run(ask())


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([dropped], "cannot be fetched: "),
        ([500], "the server answers 500; asked 3 times"),
        ([503, 429, 502], "the server answers 502"),
        ([sent(b"")], "cannot be fetched: "),
        ([sent(b"\x00\x1b]0;x\x07 no HTTP\r\n\r\n")], "cannot be fetched: "),
        ([sent(OK + b"Content-Length: -1\r\n\r\nx")], "cannot be fetched: "),
        ([sent(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n")], "cannot be fetched: "),
        ([sent(OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n")], "cannot be fetched: "),
    ],
)  # fmt: skip
def test_no_whole_answer_is_asked_for_three_times(
    server: Loopback, answers: list[Answer], said: str
) -> None:
    with pytest.raises(UnreachableError) as refused:
        asked(server, *answers)
    assert refused.value.found.startswith(said)
    assert refused.value.found.isprintable()
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "drip",
    [
        dripping(OK, b"X: y\r\n"),
        dripping(OK + b"Content-Length: 900\r\n\r\n", b"x"),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_who_drips_has_no_longer_than_the_time_for_the_whole(
    server: Loopback, drip: Answer
) -> None:
    with pytest.raises(UnreachableError, match=r"not whole after 0\.3 seconds"):
        asked(server, drip, SILENCE=5, WHOLE=0.3)


def test_who_is_silent_is_given_up(server: Loopback) -> None:
    with pytest.raises(UnreachableError, match="cannot be fetched: ReadTimeout; asked 2 times"):
        asked(server, stalled, SILENCE=0.1, PAUSES=(0.0,))
    until = time.monotonic() + 10  # whoever gave up may be heard later, even by the next test
    while len(server.asked) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (204, "the server answers 204"),
        (403, "the server answers 403"),
        ("/a.xml", "sends on more than 3 times"),
        ("http://localhost/x", "sends on to another host"),
        ("https://127.0.0.1/x", "sends on to another host"),
        ("file:///etc/passwd", "sends on to another host"),
        (b"x" * (MOST + 1), "over 1000 bytes"),
        (dripping(OK + b"\r\n", b"x" * 500), "over 1000 bytes"),
    ],
)
def test_a_wrong_answer_is_not_asked_for_again(server: Loopback, answer: Answer, said: str) -> None:
    with pytest.raises(RefusedError, match=said) as refused:
        asked(server, answer)
    assert not isinstance(refused.value, UnreachableError)
    assert len(server.asked) == (4 if answer == "/a.xml" else 1)


def test_what_stands_in_a_redirect_is_not_read(server: Loopback) -> None:
    endless = b"HTTP/1.1 302 Found\r\nLocation: /b.xml\r\nContent-Length: 600000000\r\n\r\n"
    assert asked(server, dripping(endless, b"x" * 9000)) == b"moved"


@pytest.mark.parametrize("gone", [404, 410])
def test_a_file_that_is_not_there_is_told_apart(server: Loopback, gone: int) -> None:
    with pytest.raises(NotThereError):
        asked(server, gone)


@pytest.mark.parametrize("first", [500, dropped, sent(b"")])
def test_a_passing_fault_is_got_over(server: Loopback, first: Answer) -> None:
    assert asked(server, first, b"whole") == b"whole"
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("patience", "said"),
    [
        ({"WHOLE": 0.3, "LONGEST": 30.0}, r"after 0\.3 seconds; .* answers 429"),
        ({"LONGEST": 0.5}, "the server answers 429"),
    ],
)
def test_the_pause_a_server_asks_for_is_kept_or_it_is_not_asked_again(
    server: Loopback, patience: dict[str, float], said: str
) -> None:
    with pytest.raises(UnreachableError, match=said):
        asked(server, sent(LATER), b"whole", **patience)
    assert len(server.asked) == 1


def test_nobody_at_the_address_is_unreachable() -> None:
    with pytest.raises(UnreachableError, match="cannot be fetched"):
        _asked("http://127.0.0.1:9/a")


def test_who_asks_says_so(server: Loopback) -> None:
    server.agents.clear()
    asked(server, b"whole")
    (agent,) = server.agents
    assert agent.startswith("ai-governance-dashboard/")
