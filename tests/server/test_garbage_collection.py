from __future__ import annotations

import gc
import threading
import weakref
from concurrent.futures import Executor

import pytest

from dashboard.server import garbage_collection as memory

TIMEOUT = 60
"""Seconds that a process on a busy machine may take to start and to answer."""


class Node:
    """Something that can only be freed by a collection."""

    def __init__(self) -> None:
        self.itself = self


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
