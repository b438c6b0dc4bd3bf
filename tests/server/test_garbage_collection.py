from __future__ import annotations

import asyncio
import gc
import logging
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from types import ModuleType
from unittest import mock

import pytest

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.server import garbage_collection as memory
from tests.invented.synthetic import snapshot

TIMEOUT = 60
"""Seconds that a process on a busy machine may take to start and to answer."""


class Node:
    """Something that can only be freed by a collection."""

    def __init__(self) -> None:
        self.itself = self


class FakeStore:
    on_swap: Callable[[Snapshot], None] | None = None


@pytest.fixture(scope="module")
def apart() -> Iterator[Executor]:
    """A process of its own: in this one a collection walks all that other tests have made.

    It starts by running the main module again, in whose place a page drawn before by another test
    may have left the page.
    """
    nothing_to_run = {"__main__": ModuleType("__main__")}
    with (
        mock.patch.dict(sys.modules, nothing_to_run),
        ProcessPoolExecutor(1, get_context("spawn")) as process,
    ):
        yield process


def garbage() -> weakref.ref[Node]:
    return weakref.ref(Node())


def freeze_thrice() -> list[bool]:
    """What was dead before is collected, and so is what died after it was frozen."""
    dead, tracked = garbage(), len(gc.get_objects())
    memory.freeze()
    left = len(gc.get_objects())  # what is frozen is no longer among them
    node = Node()
    watched = weakref.ref(node)
    memory.freeze()
    lives = watched() is not None
    del node
    memory.freeze()
    return [dead() is None, lives, watched() is None, left < tracked / 10]


def test_freezing_collects_first_and_may_be_repeated(apart: Executor) -> None:
    assert all(apart.submit(freeze_thrice).result(TIMEOUT))


def collect_after_activity() -> list[bool]:
    collected = threading.Event()
    gc.disable()
    try:
        with memory.collecting(every=0.01) as thread:
            daemon = thread.daemon
            node = Node()
            weakref.finalize(node, collected.set)
            del node
            gc.collect(0)  # what an allocation does when many came before it
            found = collected.wait(10)
    finally:
        gc.enable()
    return [daemon, found, not thread.is_alive()]


def test_the_thread_collects_after_activity_and_ends(apart: Executor) -> None:
    assert all(apart.submit(collect_after_activity).result(TIMEOUT))


def test_without_activity_nothing_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = threading.Semaphore(0)

    def still() -> int:
        looked.release()
        return 7

    monkeypatch.setattr(memory, "activity", still)
    before = gc.get_stats()[2]["collections"]
    with memory.collecting(every=0.01):
        for _ in range(4):
            assert looked.acquire(timeout=10)
        assert gc.get_stats()[2]["collections"] == before


def test_one_failing_step_does_not_stop_the_others(caplog: pytest.LogCaptureFixture) -> None:
    ran: list[str] = []

    def fails(record: Snapshot) -> None:
        raise ValueError("bad figure")

    with caplog.at_level(logging.ERROR):
        memory.warm(snapshot(), [fails, lambda record: ran.append(record.version)])
    assert ran == ["v1"]
    assert "a warm-up step failed" in caplog.text


def live_and_swap() -> list[object]:
    """What a server sees that lives through a change of the data."""
    seen: list[object] = []
    fake = FakeStore()

    async def live() -> None:
        async with memory.lifespan([lambda record: seen.append(record.version)])(object()):
            seen.append(gc.get_freeze_count() > 0)
            seen.append(any(t.name == "garbage-collection" for t in threading.enumerate()))
            assert fake.on_swap is not None
            fake.on_swap(snapshot(version="v2"))

    with mock.patch.multiple(store, store=lambda: fake, current=snapshot):
        asyncio.run(live())
    ended = not any(t.name == "garbage-collection" for t in threading.enumerate())
    return [*seen, fake.on_swap, gc.get_freeze_count(), ended]


def test_lifespan_warms_freezes_and_thaws(apart: Executor) -> None:
    found = apart.submit(live_and_swap).result(TIMEOUT)
    assert found == ["v1", True, True, "v2", None, 0, True]


def test_without_data_the_server_starts_all_the_same(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def current() -> Snapshot:
        raise NoDataError([])

    monkeypatch.setattr(store, "store", FakeStore)
    monkeypatch.setattr(store, "current", current)
    started: list[bool] = []

    async def live() -> None:
        async with memory.lifespan()(object()):
            started.append(True)

    with caplog.at_level(logging.ERROR):
        asyncio.run(live())
    assert started == [True]
    assert "no data to serve" in caplog.text
