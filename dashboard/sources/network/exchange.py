"""One file from a server: bounded in size, time and redirects, and asked for again where it fails.

A server may drop, stall, drip, answer anything or nothing; whoever asks gets the whole file or
one sentence on why not.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx

from dashboard import __version__
from dashboard.sources.errors import RefusedError

LOOPBACK = "127.0.0.1"
_REDIRECTS = 3
_PASSING = {408, 425, 429}
"""Answers that may be another one a little later, as every answer from 500 on may."""


@dataclass(frozen=True)
class Patience:
    """How long a server is waited for, in seconds."""

    silence: float = 15.0
    """Without a single byte, or to connect."""
    whole: float = 90.0
    """For one file, every attempt and pause counted: a server that drips cannot go round it."""
    pauses: tuple[float, ...] = (1.0, 5.0)
    """Before each further attempt, or as long as the server asks; then no more."""
    longest: float = 30.0
    """A server that asks for a longer pause is not asked again."""


class NotThereError(Exception):
    """The server has no such file."""


class UnreachableError(RefusedError):
    """No whole answer from the server, now; `wait` is the pause it asks for."""

    def __init__(self, found: str, wait: float = 0.0) -> None:
        super().__init__("address", found)
        self.wait = wait

    def __reduce__(self) -> tuple[Any, ...]:
        """As another process can be told it."""
        return type(self), (self.found, self.wait)


def client(address: str, patience: Patience, *, at_once: int = 2) -> httpx.AsyncClient:
    """What asks a server, through the proxy the environment names unless it is this machine."""
    return httpx.AsyncClient(
        timeout=patience.silence,
        limits=httpx.Limits(max_connections=at_once),
        trust_env=urlsplit(address).hostname != LOOPBACK,
        headers={
            # Not packed: what is counted is then what is kept.
            "Accept-Encoding": "identity",
            "User-Agent": f"ai-governance-dashboard/{__version__}",
        },
    )


async def whole_file(
    asking: httpx.AsyncClient, address: str, patience: Patience, most: int
) -> bytes:
    """The file at an address, of at most so many bytes.

    Raises `NotThereError` where there is none, `UnreachableError` where no attempt gave a whole
    one in time, `RefusedError` for anything else.
    """
    refused = UnreachableError("no answer")
    try:
        async with asyncio.timeout(patience.whole):
            for pause in (0.0, *patience.pauses):
                await asyncio.sleep(max(pause, refused.wait))
                try:
                    return await _once(asking, address, most)
                except UnreachableError as error:
                    if error.wait > patience.longest:
                        raise
                    refused = error
    except TimeoutError:
        said = f"not whole after {patience.whole:g} seconds; {refused.found}"
        raise UnreachableError(said) from None
    raise UnreachableError(f"{refused.found}; asked {len(patience.pauses) + 1} times") from None


async def _once(asking: httpx.AsyncClient, address: str, most: int) -> bytes:
    """One attempt; a redirect is followed to the same scheme, host and port only."""
    start = urlsplit(address)[:2]
    try:
        for _ in range(_REDIRECTS + 1):
            async with asking.stream("GET", address) as answer:
                if answer.next_request is None:
                    return await _body(answer, most)
                address = str(answer.next_request.url)  # what stands in a redirect is not read
            if urlsplit(address)[:2] != start:
                found = "the server sends on to another host, which is refused"
                raise RefusedError("address", found)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        said = str(error)[:200] or type(error).__name__
        raise UnreachableError(f"cannot be fetched: {said}") from None
    raise RefusedError("address", f"the server sends on more than {_REDIRECTS} times")


async def _body(answer: httpx.Response, most: int) -> bytes:
    code = answer.status_code
    if code in (404, 410):
        raise NotThereError(str(answer.url))
    if code >= 500 or code in _PASSING:
        asked = answer.headers.get("Retry-After", "")
        wait = float(asked) if asked.isascii() and asked.isdigit() else 0.0
        raise UnreachableError(f"the server answers {code}", wait)
    if code != 200:
        raise RefusedError("address", f"the server answers {code}")
    raw = bytearray()
    async for chunk in answer.aiter_raw():
        raw += chunk
        if len(raw) > most:
            raise RefusedError("address", f"over {most} bytes; no resolution is that long")
    return bytes(raw)
