from __future__ import annotations

import asyncio
import datetime as dt
import threading
from typing import Any

import pandas as pd
import pytest

from dashboard.export.tables.apart import Order, Writer
from dashboard.export.tables.xlsx import Origin
from dashboard.server.budgets import exports
from dashboard.server.budgets.clients import CHARGE
from dashboard.server.budgets.exports import MOST_OF_ONE, MOST_WAITING, Exports, TooManyError
from dashboard.server.responses import Answer

ORDER = Order("csv", "votes", "en", Origin("x", "v1", dt.date(2026, 11, 1), 1))


class Slow(Writer):
    """Counts what it writes, how many at once, and waits until it may go on."""

    def __init__(self, size: int = 1, fails: bool = False) -> None:
        super().__init__()
        self.wrote = self.now = self.most = 0
        self.go = threading.Event()
        self._size, self._fails = size, fails

    def written(self, order: Order, frame: pd.DataFrame) -> bytes:
        self.now += 1
        self.most = max(self.most, self.now)
        self.go.wait(10)
        self.wrote += 1
        self.now -= 1
        if self._fails:
            raise RuntimeError
        return b"x" * self._size


def large(tag: str) -> Answer:
    return Answer(200, "", "text/csv", {"ETag": tag}, (ORDER, pd.DataFrame()))


def scope(address: str, charged: list[float] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "http", "headers": [], "client": (address, 1)}
    return found if charged is None else {**found, CHARGE: charged.append}


def asked(writer: Slow, asks: list[tuple[str, str]], kept: Exports | None = None) -> list[Any]:
    """What comes of asking for these tags by these addresses, all at once."""

    async def run() -> list[Any]:
        found = kept or Exports(writer)
        every = [asyncio.ensure_future(found.written(large(t), scope(a))) for t, a in asks]
        await asyncio.sleep(0.05)
        writer.go.set()
        return await asyncio.gather(*every, return_exceptions=True)

    return asyncio.run(run())


def test_one_who_asks_for_many_waits_for_some_and_the_others_still_get_theirs() -> None:
    writer = Slow()
    found = asked(writer, [*((f"t{n}", "192.0.2.1") for n in range(20)), ("o", "192.0.2.2")])
    refused = [isinstance(each, TooManyError) for each in found]
    assert refused == [*[False] * MOST_OF_ONE, *[True] * (20 - MOST_OF_ONE), False]
    assert writer.most == 1


def test_of_all_together_so_many_wait() -> None:
    found = asked(Slow(), [(f"t{n}", f"192.0.2.{n}") for n in range(MOST_WAITING + 9)])
    assert sum(isinstance(each, TooManyError) for each in found) == 9


def test_the_same_file_is_written_once_for_all_who_ask() -> None:
    writer = Slow()
    found = asked(writer, [("t", f"192.0.2.{n}") for n in range(MOST_WAITING)])
    assert {each.body for each in found} == {b"x"}
    assert all(each.large is None for each in found)
    assert writer.wrote == 1


def test_what_fails_is_not_kept_and_holds_nobody_up() -> None:
    writer = Slow(fails=True)
    kept = Exports(writer)
    found = asked(writer, [("t", "192.0.2.1")] * MOST_OF_ONE, kept)
    assert {type(each) for each in found} == {RuntimeError}
    assert writer.wrote == MOST_OF_ONE
    assert not kept._waiting


@pytest.mark.parametrize(
    ("size", "files", "most"), [(1, 3, 10), (4, 99, 10), (11, 99, 10), (1, 1, 1)]
)
def test_what_is_kept_is_bounded_in_number_and_size(
    monkeypatch: pytest.MonkeyPatch, size: int, files: int, most: int
) -> None:
    monkeypatch.setattr(exports, "MOST_FILES", files)
    monkeypatch.setattr(exports, "MOST_BYTES", most)
    writer = Slow(size)
    writer.go.set()
    kept = Exports(writer)

    async def run() -> None:
        for number in range(20):
            await kept.written(large(f"t{number}"), scope("192.0.2.1"))
            assert 1 <= len(kept._files) <= files
            assert sum(map(len, kept._files.values())) <= max(most, size)
        await kept.written(large("t19"), scope("192.0.2.1"))

    asyncio.run(run())
    assert writer.wrote == 20


def test_only_what_is_written_anew_is_charged() -> None:
    writer, charged = Slow(), list[float]()
    writer.go.set()
    kept = Exports(writer)

    async def run() -> None:
        for _ in range(3):
            await kept.written(large("t"), scope("192.0.2.1", charged))

    asyncio.run(run())
    assert len(charged) == 1
    assert charged[0] > 1
