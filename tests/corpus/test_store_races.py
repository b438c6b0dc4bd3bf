"""The store while files are being written and many visitors come at once."""

from __future__ import annotations

import datetime as dt
import errno
import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from dashboard.corpus import store as store_module
from dashboard.corpus.reading import data_files
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.store import Store
from tests.invented.builders import change, event, write
from tests.serving import GROVE, LAW, law_date, seen

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
    with monkeypatch.context() as broken:
        broken.setattr(store_module, "take_snapshot", fail)
        stale = seen(started)
    assert stale.stale
    assert law_date(stale) == "2034"
    assert str(stale.problems[0]) == ".:1: could not be read: KeyError"
    assert law_date(seen(started)) == "2033"
    assert not seen(started).stale


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOMEM, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("place", ["open", "walk"])
def test_what_the_machine_lacks_for_a_while_is_tried_again(
    started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch, number: int, place: str
):
    """The files did not change and are good: nobody would ever have touched them again."""

    def lacks(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number), "/secret/path")

    change(data_dir / LAW, date="2033")
    with monkeypatch.context() as broken:
        if place == "open":
            broken.setattr(data_files, "_bytes", lacks)
        else:
            broken.setattr(data_files, "data_paths", lacks)
        stale = seen(started)
    assert stale.stale
    assert law_date(stale) == "2034"
    assert str(stale.problems[0]) == f".:1: could not be read: OSError: {os.strerror(number)}"
    assert law_date(seen(started)) == "2033"


def test_nobody_waits_for_a_load_after_midnight(
    started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    begun, done = threading.Event(), threading.Event()

    def warm_up(_: Snapshot) -> None:
        begun.set()
        done.wait(timeout=30)

    started.on_swap = warm_up
    change(data_dir / LAW, date="2033")
    load = threading.Thread(target=started.refresh)
    load.start()
    assert begun.wait(timeout=30)
    tomorrow = dt.date.today() + dt.timedelta(days=1)
    day = type("Day", (dt.date,), {"today": classmethod(lambda _: tomorrow)})
    monkeypatch.setattr(store_module, "dt", SimpleNamespace(date=day))
    with ThreadPoolExecutor(1) as reader:
        found = reader.submit(started.current).result(timeout=20)
    assert load.is_alive()
    assert (found.as_of, law_date(found)) == (tomorrow, "2033")
    done.set()
    load.join()


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


@pytest.mark.parametrize("before", [GROVE, LAW, "states.yaml"])
def test_files_rewritten_while_they_are_read_are_never_served_mixed(
    started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch, before: str
):
    """Two files change together just before a file is read: one of them, or another."""
    bytes_of = data_files._bytes

    def rewritten(path: Path) -> bytes:
        if path == data_dir / before:
            for file in (LAW, GROVE):
                change(data_dir / file, date="2032", end_date=None)
        return bytes_of(path)

    for file in (LAW, GROVE):
        change(data_dir / file, date="2033", end_date=None)
    with monkeypatch.context() as writing:
        writing.setattr(data_files, "_bytes", rewritten)
        assert both_dates(seen(started)) == ["2034", "2035-03"]
    assert both_dates(seen(started)) == ["2032", "2032"]


def both_dates(found: Snapshot) -> list[str]:
    timeline = found.tables["timeline"].set_index("id")
    return [str(timeline.loc[name, "date"]) for name in ("machine-law", "grove-summit")]


@pytest.mark.parametrize(("rested", "date"), [(0.9, "2034"), (1.1, "2033")])
def test_files_rest_a_second_before_they_are_read(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, rested: float, date: str
):
    monkeypatch.undo()  # with the waiting that is really done
    store = Store(data_dir)
    store.current()
    changed = change(data_dir / LAW, date="2033").stat().st_ctime
    clock = SimpleNamespace(time=lambda: changed + rested, monotonic=time.monotonic)
    monkeypatch.setattr(store_module, "time", clock)
    assert law_date(seen(store)) == date


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
