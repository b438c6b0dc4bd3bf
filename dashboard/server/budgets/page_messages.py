"""What a page sends over its websocket, read as far as its kind, and held back when it is too much.

The framework's messages are protobuf (https://protobuf.dev/programming-guides/encoding/); a field
begins with its number and how it is written.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final, Literal

from starlette.types import Message, Receive

Sent = Literal["rerun", "other", "not_ours"]
_RERUN: Final = 11
_NOT_OURS: Final = frozenset({5, 6, 12, 14, 15})
"""Emptying everybody's cache, saving, the server's repository, and the framework's own tests."""
_MOST_FIELDS: Final = 16
"""A page sends two at most; what has more is not read on."""
MOST_HELD: Final = 1_000
MOST_BYTES_HELD: Final = 4_000_000
"""Of one page. Beyond it the rest stays with the client, whom the network then holds up."""


def kind_of(data: bytes) -> Sent:
    """What a message asks for; what cannot be read counts as a rerun, for it may be one."""
    kind: Sent = "other"
    at = fields = 0
    while at < len(data):
        key, at = _number(data, at)
        fields += 1
        if fields > _MOST_FIELDS or at < 0:
            return "rerun"
        if key >> 3 in _NOT_OURS:
            return "not_ours"
        if key >> 3 == _RERUN:
            kind = "rerun"
        at = _after(data, at, key & 7)
        if not 0 <= at <= len(data):
            return "rerun"
    return kind


def _after(data: bytes, at: int, written: int) -> int:
    """Where the value that begins here ends; -1 for a way of writing that there is not."""
    if written == 0:
        return _number(data, at)[1]
    if written == 2:
        size, at = _number(data, at)
        return at + size if at >= 0 else -1
    return at + {1: 8, 5: 4}[written] if written in (1, 5) else -1


def _number(data: bytes, at: int) -> tuple[int, int]:
    """The number (a varint) that begins here, and where it ends; -1 where it does not end."""
    found = 0
    for place, byte in enumerate(data[at : at + 10]):
        found |= (byte & 127) << 7 * place
        if byte < 128:
            return found, at + place + 1
    return 0, -1


class Paced:
    """The `receive` of a websocket that hands on each message when there is room for it.

    The order stays, and nothing is lost but what no page of ours sends. While messages wait the
    client is still listened to, so that it is seen to live, and to go.
    """

    def __init__(self, receive: Receive, book: Callable[[bytes], float]) -> None:
        self._receive, self._book = receive, book
        self._held: deque[Message] = deque()
        self._size = 0
        self._due: float | None = None
        """When the first of those held is handed on; None where that is not yet asked."""
        self._coming: asyncio.Task[Message] | None = None

    async def __call__(self) -> Message:
        """The next message."""
        clock = asyncio.get_running_loop().time
        while True:
            left = None
            if self._held:
                if self._due is None:
                    self._due = clock() + self._book(self._held[0].get("bytes") or b"")
                left = self._due - clock()
                if left <= 0:
                    return self._first()
            if len(self._held) >= MOST_HELD or self._size >= MOST_BYTES_HELD:
                await asyncio.sleep(left or 0)
                continue
            message = await self._next(left)
            if message is None:
                continue
            if message["type"] != "websocket.receive":
                return message  # it went, and what it waited for went with it
            data = message.get("bytes")
            if data is None or kind_of(data) != "not_ours":
                self._held.append(message)
                self._size += len(data or b"")

    def close(self) -> None:
        """Listen no more."""
        if self._coming is not None:
            self._coming.cancel()

    def _first(self) -> Message:
        message = self._held.popleft()
        self._size -= len(message.get("bytes") or b"")
        self._due = None
        return message

    async def _next(self, seconds: float | None) -> Message | None:
        """What comes within so many seconds; the wait for it is never given up half way."""
        if self._coming is None:
            self._coming = asyncio.ensure_future(self._receive())
        done, _ = await asyncio.wait({self._coming}, timeout=seconds)
        if not done:
            return None
        message, self._coming = self._coming.result(), None
        return message
