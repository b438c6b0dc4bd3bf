from __future__ import annotations

import threading

import pytest

from dashboard.analysis.snapshot_cache import SnapshotCache


def test_nothing_is_kept_of_what_failed() -> None:
    kept: SnapshotCache[int] = SnapshotCache(most=2)

    def fails() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept.get("a", fails)
    assert len(kept) == 0
    assert kept.get("a", lambda: 1) == 1


def test_the_least_used_goes_first() -> None:
    kept: SnapshotCache[int] = SnapshotCache(most=2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda: 1)
    assert (len(kept), kept.get("a", lambda: 2), kept.get("b", lambda: 2)) == (2, 1, 2)


def test_threads_share_one_value() -> None:
    kept: SnapshotCache[object] = SnapshotCache(most=2)
    found: list[object] = []
    together = threading.Barrier(8)

    def ask() -> None:
        together.wait()
        found.append(kept.get("a", object))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(id, found))) == 1


def test_who_asks_for_another_value_does_not_wait() -> None:
    kept: SnapshotCache[int] = SnapshotCache(most=2)
    begun, done = threading.Event(), threading.Event()

    def slow() -> int:
        begun.set()
        done.wait()
        return 1

    slower = threading.Thread(target=kept.get, args=("slow", slow))
    slower.start()
    begun.wait()
    assert kept.get("quick", lambda: 2) == 2
    done.set()
    slower.join()
    assert kept.get("slow", lambda: 3) == 1
