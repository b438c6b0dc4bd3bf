from __future__ import annotations

import asyncio
import gc
import logging
import threading
import weakref
from collections.abc import Iterator

import pytest

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.server import garbage_collection as memory
from tests.invented.synthetic import snapshot


class Node:
    """Something that can only be freed by a collection."""

    def __init__(self) -> None:
        self.itself = self


class FakeStore:
    on_swap = None


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> FakeStore:
    fake = FakeStore()
    monkeypatch.setattr(store, "store", lambda: fake)
    monkeypatch.setattr(store, "current", snapshot)
    return fake


def garbage() -> weakref.ref[Node]:
    return weakref.ref(Node())


def test_freezing_collects_first_and_may_be_repeated() -> None:
    dead = garbage()
    memory.freeze()
    assert dead() is None
    first = gc.get_freeze_count()
    assert first > 0
    memory.freeze()
    assert gc.get_freeze_count() > 0


def test_the_thread_collects_after_activity_and_ends() -> None:
    collected = threading.Event()
    gc.disable()
    try:
        with memory.collecting(every=0.01) as thread:
            assert thread.daemon
            node = Node()
            weakref.finalize(node, collected.set)
            del node
            gc.collect(0)  # what an allocation does when many came before it
            assert collected.wait(10)
    finally:
        gc.enable()
    assert not thread.is_alive()


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


def test_lifespan_warms_freezes_and_thaws(shared: FakeStore) -> None:
    seen: list[str] = []

    async def live() -> None:
        async with memory.lifespan([lambda record: seen.append(record.version)])(object()):
            assert seen == ["v1"]
            assert gc.get_freeze_count() > 0
            assert any(t.name == "garbage-collection" for t in threading.enumerate())
            assert shared.on_swap is not None
            shared.on_swap(snapshot(version="v2"))

    asyncio.run(live())
    assert seen == ["v1", "v2"]
    assert shared.on_swap is None
    assert gc.get_freeze_count() == 0
    assert not any(t.name == "garbage-collection" for t in threading.enumerate())


def test_without_data_the_server_starts_all_the_same(
    shared: FakeStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def current() -> Snapshot:
        raise NoDataError([])

    monkeypatch.setattr(store, "current", current)
    started: list[bool] = []

    async def live() -> None:
        async with memory.lifespan()(object()):
            started.append(True)

    with caplog.at_level(logging.ERROR):
        asyncio.run(live())
    assert started == [True]
    assert "no data to serve" in caplog.text
