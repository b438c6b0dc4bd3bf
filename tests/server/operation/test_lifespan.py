from __future__ import annotations

import asyncio
import gc
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor
from unittest import mock

import pytest

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.server.operation import lifespan as life
from dashboard.server.operation.readiness import READINESS, Phase
from tests.invented.synthetic import snapshot

TIMEOUT = 60
"""Seconds that a process on a busy machine may take to start and to answer."""


class FakeStore:
    on_swap: Callable[[Snapshot], None] | None = None


async def reached(phase: Phase) -> None:
    while READINESS.phase != phase:
        await asyncio.sleep(0.005)


def test_one_failing_step_does_not_stop_the_others(caplog: pytest.LogCaptureFixture) -> None:
    ran: list[str] = []

    def fails(record: Snapshot) -> None:
        raise ValueError("bad figure")

    with caplog.at_level(logging.ERROR):
        life.warm(snapshot(), [fails, lambda record: ran.append(record.version)])
    assert ran == ["v1"]
    assert "a warm-up step failed" in caplog.text


def live_and_swap() -> list[object]:
    """What a server sees that lives through a change of the data."""
    seen: list[object] = []
    fake = FakeStore()
    may_load = threading.Event()

    def current() -> Snapshot:
        may_load.wait(TIMEOUT)
        return snapshot()

    async def live() -> None:
        async with life.lifespan([lambda record: seen.append(record.version)])(object()):
            seen.append(READINESS.answer().status)
            may_load.set()
            await asyncio.wait_for(reached("ready"), TIMEOUT)
            seen.append(gc.get_freeze_count() > 0)
            seen.append(any(t.name == "garbage-collection" for t in threading.enumerate()))
            assert fake.on_swap is not None
            fake.on_swap(snapshot(version="v2"))

    with mock.patch.multiple(store, store=lambda: fake, current=current):
        asyncio.run(live())
    ended = not any(t.name == "garbage-collection" for t in threading.enumerate())
    return [*seen, fake.on_swap, gc.get_freeze_count(), ended]


def test_lifespan_serves_while_it_loads_then_warms_freezes_and_thaws(apart: Executor) -> None:
    found = apart.submit(live_and_swap).result(TIMEOUT)
    assert found == [503, "v1", True, True, "v2", None, 0, True]


@pytest.mark.parametrize("fault", [NoDataError([]), RuntimeError("a fault of ours")])
def test_without_data_the_server_starts_and_reads_again_until_there_are(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    given: list[Exception | Snapshot] = [fault, fault, snapshot()]
    may_go_on = threading.Event()

    def current() -> Snapshot:
        if len(given) < 3:
            assert may_go_on.wait(TIMEOUT)
        found = given[0] if len(given) == 1 else given.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(store, "store", FakeStore)
    monkeypatch.setattr(store, "current", current)
    monkeypatch.setattr(life, "freeze", lambda: None)
    seen: list[int] = []

    async def live() -> None:
        async with life.lifespan(again_after=0.01)(object()):
            await asyncio.wait_for(reached("no_data"), TIMEOUT)
            seen.append(READINESS.answer().status)
            may_go_on.set()
            await asyncio.wait_for(reached("ready"), TIMEOUT)
            seen.append(READINESS.answer().status)

    with caplog.at_level(logging.ERROR):
        asyncio.run(live())
    assert seen == [503, 200]
    if isinstance(fault, NoDataError):
        assert caplog.text.count("no data to serve") == 1
