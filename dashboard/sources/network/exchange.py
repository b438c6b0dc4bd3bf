"""One file from a server: bounded in size, time and redirects, and asked for again where it fails.

A server may drop, stall, drip, answer anything or nothing; whoever asks gets the whole file or
one sentence on why not.
"""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

import httpx

from dashboard import __version__
from dashboard.sources.errors import RefusedError

LOOPBACK = "127.0.0.1"
SILENCE = 15.0
"""Seconds without a single byte, or to connect."""
WHOLE = 90.0
"""Seconds for one file, every attempt and pause counted: a server that drips cannot go round it."""
PAUSES = (1.0, 5.0)
"""Seconds before each further attempt, or as long as the server asks; then no more."""
LONGEST = 30.0
"""A server that asks for a longer pause is not asked again."""
_REDIRECTS = 3
_PASSING = {408, 425, 429}
"""Answers that may be another one a little later, as every answer from 500 on may."""


class NotThereError(Exception):
    """The server has no such file."""


class UnreachableError(RefusedError):
    """No whole answer from the server, now; `wait` is the pause it asks for."""

    def __init__(self, found: str, wait: float = 0.0) -> None:
        super().__init__("address", found)
        self.wait = wait


def client(at_once: int, *, loopback: bool) -> httpx.AsyncClient:
    """What asks servers, through the proxy the environment names unless it asks this machine."""
    return httpx.AsyncClient(
        timeout=SILENCE,
        limits=httpx.Limits(max_connections=at_once),
        trust_env=not loopback,
        headers={
            # Not packed: what is counted is then what is kept.
            "Accept-Encoding": "identity",
            "User-Agent": f"ai-governance-dashboard/{__version__}",
        },
    )


async def whole_file(asking: httpx.AsyncClient, address: str, most: int) -> bytes:
    """The file at an address, of at most so many bytes.

    Raises `NotThereError` where there is none, `UnreachableError` where no attempt gave a whole
    one in time, `RefusedError` for anything else.
    """
    refused = UnreachableError("no answer")
    try:
        async with asyncio.timeout(WHOLE):
            for pause in (0.0, *PAUSES):
                await asyncio.sleep(max(pause, refused.wait))
                try:
                    return await _once(asking, address, most)
                except UnreachableError as error:
                    if error.wait > LONGEST:
                        raise
                    refused = error
    except TimeoutError:
        said = f"not whole after {WHOLE:g} seconds; {refused.found}"
        raise UnreachableError(said) from None
    raise UnreachableError(f"{refused.found}; asked {len(PAUSES) + 1} times") from None


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
