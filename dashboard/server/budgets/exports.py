"""Large files: kept for whoever asks again, and written one at a time for those who wait."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from dataclasses import replace
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.types import Scope

from dashboard.export.tables.apart import Writer
from dashboard.server.budgets.clients import CHARGE, client_of
from dashboard.server.responses import Answer

MOST_FILES: Final = 64
MOST_BYTES: Final = 64_000_000
"""Kept of all files together."""
MOST_WAITING: Final = 24
MOST_OF_ONE: Final = 4
"""Files that wait to be written: of all clients together, and of one."""
_SECONDS: Final = 5.0
"""After which one who could not wait may ask again: about what a large file takes."""
_WORK: Final = 10.0
"""What asking for one that is not kept counts for, beside its size, refused or not."""


class TooManyError(Exception):
    """So many files wait that this one is not waited for; how many seconds later it may be."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        super().__init__()
        self.seconds = seconds


class Exports:
    """The files of the data served. An answer's ETag says all that its file depends on."""

    def __init__(self, writer: Writer | None = None) -> None:
        self._writer = writer or Writer()
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._waiting: Counter[str] = Counter()
        self._one_at_a_time = asyncio.Semaphore(1)

    async def written(self, answer: Answer, scope: Scope) -> Answer:
        """The answer with its file. Raises `TooManyError`, and what the writer raises."""
        key, client = answer.headers["ETag"], client_of(scope)
        if key not in self._files:
            if charge := scope.get(CHARGE):
                charge(_WORK)
            if self._waiting.total() >= MOST_WAITING or self._waiting[client] >= MOST_OF_ONE:
                raise TooManyError
            self._waiting[client] += 1
            try:
                async with self._one_at_a_time:
                    if key not in self._files:  # nobody before in the line wanted the same
                        await self._write(key, answer)
            finally:
                self._waiting -= Counter([client])  # keeps no client that waits for nothing
        self._files.move_to_end(key)
        return replace(answer, content=self._files[key], large=None)

    async def _write(self, key: str, answer: Answer) -> None:
        assert answer.large is not None
        file = await run_in_threadpool(self._writer.written, *answer.large)
        self._files[key] = file
        others = sum(map(len, self._files.values())) - len(file)
        while len(self._files) > 1 and (
            len(self._files) > MOST_FILES or others + len(file) > MOST_BYTES
        ):
            _, dropped = self._files.popitem(last=False)
            others -= len(dropped)


EXPORTS: Final = Exports()
"""Of this process."""
