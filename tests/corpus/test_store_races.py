"""The store while files are being written and many visitors come at once."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.corpus import store as store_module
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.store import Store
from tests.corpus.serving import GROVE, LAW, law_date, seen
from tests.invented.builders import change, event, write

pytestmark = pytest.mark.usefixtures("no_waiting")


def test_files_still_being_written_are_left_alone(
    started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store_module, "SETTLE", 3600.0)
    change(data_dir / LAW, date="2033")
    assert law_date(seen(started)) == "2034"
    monkeypatch.setattr(store_module, "SETTLE", -1.0)
    assert law_date(seen(started)) == "2033"


def test_a_deletion_rests_too(started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store_module, "SETTLE", 3600.0)
    (data_dir / LAW).unlink()
    assert "machine-law" in seen(started).events


def test_a_time_in_the_future_does_not_stop_the_looking(started: Store, data_dir: Path):
    path = change(data_dir / LAW, date="2033")
    later = time.time() + 10**8
    os.utime(path, (later, later))
    assert law_date(seen(started)) == "2033"


def test_data_that_changes_while_it_is_read_is_read_again(
    started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    take = store_module.take_snapshot

    def interrupted(*arguments: object) -> Snapshot:
        found = take(data_dir)
        change(data_dir / GROVE, date="2035-02")
        return found

    change(data_dir / LAW, date="2033")
    monkeypatch.setattr(store_module, "take_snapshot", interrupted)
    assert law_date(seen(started)) == "2034"
    monkeypatch.setattr(store_module, "take_snapshot", take)
    assert law_date(seen(started)) == "2033"


def test_a_failure_nobody_thought_of_leaves_the_last_good(
    started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> Snapshot:
        raise KeyError("/secret/path")

    change(data_dir / LAW, date="2033")
    monkeypatch.setattr(store_module, "take_snapshot", fail)
    stale = seen(started)
    assert stale.stale
    assert law_date(stale) == "2034"
    assert str(stale.problems[0]) == ".:1: could not be read: KeyError"


def test_one_load_for_twenty_first_visitors(data_dir: Path, monkeypatch: pytest.MonkeyPatch):
    loads: list[int] = []
    take = store_module.take_snapshot
    monkeypatch.setattr(
        store_module, "take_snapshot", lambda *arguments: loads.append(1) or take(*arguments)
    )
    store, start = Store(data_dir), threading.Barrier(20)

    def visit(_: int) -> Snapshot:
        start.wait()
        return store.current()

    with ThreadPoolExecutor(20) as pool:
        found = list(pool.map(visit, range(20)))
    assert loads == [1]
    assert len({id(snapshot) for snapshot in found}) == 1


def test_a_visit_looks_for_changes_in_a_thread_of_its_own(
    started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    swapped = threading.Event()
    started.on_swap = lambda _: swapped.set()
    change(data_dir / LAW, date="2033")
    monkeypatch.setattr(store_module, "LOOK_EVERY", 0.0)
    assert law_date(started.current()) == "2034"
    assert swapped.wait(timeout=30)
    assert law_date(started.current()) == "2033"


@pytest.fixture
def rewriting(data_dir: Path) -> Iterator[threading.Thread]:
    """Two files rewritten in place, one after the other, always to the same new date."""
    stop = threading.Event()

    def rewrite() -> None:
        dates = ["2033", "2034"]
        while not stop.is_set():
            dates.reverse()
            write(data_dir / LAW, event("machine-law", dates[0], kind="law", topics=[]))
            write(data_dir / GROVE, event("grove-summit", dates[0]))

    writer = threading.Thread(target=rewrite)
    write(data_dir / GROVE, event("grove-summit", "2034"))
    yield writer
    stop.set()
    writer.join(timeout=30)


def test_files_rewritten_in_a_loop_are_never_served_mixed(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, rewriting: threading.Thread
):
    monkeypatch.setattr(store_module, "SETTLE", 60.0)
    store = Store(data_dir)
    store.current()
    rewriting.start()
    for _ in range(15):
        timeline = seen(store).tables["timeline"].set_index("id")
        assert timeline.loc["machine-law", "date"] == timeline.loc["grove-summit", "date"]
    assert not store.current().stale


def test_even_without_rest_files_in_writing_are_never_served_short(
    data_dir: Path, rewriting: threading.Thread
):
    store = Store(data_dir)
    store.current()
    rewriting.start()
    for _ in range(15):
        timeline = seen(store).tables["timeline"].set_index("id")
        assert len(timeline) == 6
        assert set(timeline.loc[["machine-law", "grove-summit"], "date"]) <= {"2033", "2034"}
