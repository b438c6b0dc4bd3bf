"""Whether addresses still lead somewhere, asked politely and remembered outside the record.

Each host is asked one address at a time with a pause between, several hosts beside each other,
first without the content and with it only where that is refused; no content is read.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import ipaddress
import json
import socket
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from dashboard.sources.network.exchange import LOOPBACK, client

VERDICTS = ("dead", "moved", "refused", "silent", "good")
"""Gone for good; moved for good; not told to us (a login, a limit, a private address); no answer
now; there. Only the first is a fault of the record."""
HOSTS_AT_ONCE = 8
PAUSE = 1.0
"""Seconds between two questions to one host."""
WHOLE = 40.0
"""Seconds for one address, redirects and all."""
_NO_HOST = "no such host"
_GONE = (404, 410)
_FOR_GOOD = (301, 308)
_LIMIT = 429
_REDIRECTS = 5
_NO_SUCH_HOST = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))


@dataclass(frozen=True)
class Finding:
    """What came of asking for an address on a day."""

    address: str
    day: str
    verdict: str
    said: str
    """The status, or why there was none."""
    moved_to: str | None = None


class _NoSuchHostError(Exception):
    """A name that no address belongs to."""


class _PrivateError(Exception):
    """An address within a network of one's own, which a record open to all cannot mean."""


def link_findings(
    addresses: Iterable[str], day: str, *, loopback: bool = False
) -> Iterator[Finding]:
    """What comes of each address, as it comes; with `loopback` this machine may be asked too.

    That a host does not exist is believed only once any other has answered: without a network
    none does.
    """
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[urlsplit(address).hostname or ""].append(address)
    with asyncio.Runner() as runner:
        queue: asyncio.Queue[Finding | None] = asyncio.Queue()
        asked = runner.get_loop().create_task(_every_host(by_host.values(), day, loopback, queue))
        asked.add_done_callback(lambda _: queue.put_nowait(None))
        waiting: list[Finding] | None = []
        while finding := runner.run(queue.get()):
            if waiting is not None and finding.verdict == "dead" and finding.said == _NO_HOST:
                waiting.append(finding)
                continue
            yield finding
            if waiting is not None and finding.said.isdigit():
                yield from waiting
                waiting = None
        for finding in waiting or ():
            yield Finding(finding.address, day, "silent", f"{_NO_HOST}; none other answered")
        asked.result()  # raises what nobody foresaw


async def _every_host(
    hosts: Iterable[list[str]], day: str, loopback: bool, queue: asyncio.Queue[Finding | None]
) -> None:
    places = asyncio.Semaphore(HOSTS_AT_ONCE)

    async def one_host(asking: httpx.AsyncClient, addresses: list[str]) -> None:
        async with places:
            for number, address in enumerate(addresses):
                await asyncio.sleep(PAUSE if number else 0)
                finding = await _finding(asking, address, day, loopback)
                queue.put_nowait(finding)
                if finding.said == str(_LIMIT):
                    return  # it wants to be left alone; what is left is asked another day

    async with (
        client(HOSTS_AT_ONCE, loopback=loopback) as asking,
        asyncio.TaskGroup() as group,
    ):
        for addresses in hosts:
            group.create_task(one_host(asking, addresses))


async def _finding(asking: httpx.AsyncClient, address: str, day: str, loopback: bool) -> Finding:
    where, moved_to, permanent = address, None, True
    try:
        async with asyncio.timeout(WHOLE):
            for _ in range(_REDIRECTS + 1):
                await _check_public(where, loopback)
                status, onward = await _status(asking, where)
                if onward is None:
                    verdict = _verdict(status, moved_to)
                    onward = moved_to if verdict == "moved" else None
                    return Finding(address, day, verdict, str(status), onward)
                permanent = permanent and status in _FOR_GOOD
                moved_to = onward if permanent else moved_to
                where = onward
        return Finding(address, day, "silent", f"sends on more than {_REDIRECTS} times")
    except _NoSuchHostError:
        return Finding(address, day, "dead", _NO_HOST)
    except _PrivateError:
        return Finding(address, day, "refused", "leads into a private network; not asked")
    except (TimeoutError, httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        said = ascii(str(error)[:200])[1:-1] or type(error).__name__
        return Finding(address, day, "silent", said)


def _verdict(status: int, moved_to: str | None) -> str:
    if status in _GONE:
        return "dead"
    if status >= 500:
        return "silent"
    if status >= 400:
        return "refused"
    return "moved" if moved_to else "good"


async def _status(asking: httpx.AsyncClient, address: str) -> tuple[int, str | None]:
    """The status, and where the server sends on to; many refuse to be asked without content."""
    for method in ("HEAD", "GET"):
        async with asking.stream(method, address) as answer:
            if answer.status_code < 400 or method == "GET" or answer.status_code == _LIMIT:
                onward = answer.next_request
                return answer.status_code, str(onward.url) if onward else None
    raise AssertionError("unreachable")


async def _check_public(address: str, loopback: bool) -> None:
    """Raises where a host does not exist or is not one that everybody reaches.

    Behind a proxy it is the proxy that looks names up, and nothing is known of them here.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if loopback and host == LOOPBACK:
        return
    if parts.scheme in urllib.request.getproxies():
        return
    try:
        looked_up = await asyncio.get_running_loop().getaddrinfo(host, parts.port or 443)
    except socket.gaierror as error:
        if error.errno in _NO_SUCH_HOST:
            raise _NoSuchHostError from None
        raise
    if not all(ipaddress.ip_address(found[4][0]).is_global for found in looked_up):
        raise _PrivateError


def remembered(path: Path) -> dict[str, Finding]:
    """The last finding of each address in a file of findings; what cannot be read is not there."""
    found = {}
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    for line in lines:
        try:
            finding = Finding(**json.loads(line))
            dt.date.fromisoformat(finding.day)
        except (ValueError, TypeError):
            continue
        if finding.verdict in VERDICTS:
            found[finding.address] = finding
    return found


def remember(path: Path, finding: Finding) -> None:
    """Add a finding to the file, which may be read again whenever this is stopped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(finding)) + "\n")


def to_ask(
    addresses: Iterable[str], known: dict[str, Finding], today: dt.date, again: int
) -> list[str]:
    """The addresses of which nothing is known, no answer came, or the finding is so old."""

    def due(address: str) -> bool:
        finding = known.get(address)
        if finding is None or finding.verdict == "silent":
            return True
        return (today - dt.date.fromisoformat(finding.day)).days >= again

    return [address for address in addresses if due(address)]
