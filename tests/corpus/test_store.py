"""The store serves whole snapshots: the newest good one, and never a mixture."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.corpus import store as store_module
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.corpus.store import Store, data_folder, signature
from tests.invented.builders import RESOLUTION, change, write_data
from tests.serving import GROVE, LAW, law_date, seen

pytestmark = pytest.mark.usefixtures("no_waiting")


def test_no_data_at_all(tmp_path: Path):
    store = Store(tmp_path / "nowhere")
    for _ in range(2):
        with pytest.raises(NoDataError, match="the data folder does not exist"):
            store.current()


def test_data_that_comes_later_is_found(tmp_path: Path):
    store = Store(tmp_path / "late")
    with pytest.raises(NoDataError):
        store.current()
    write_data(tmp_path / "late")
    assert law_date(store.current()) == "2034"


def test_refresh_before_the_first_use_does_no_harm(data_dir: Path):
    store = Store(data_dir)
    store.refresh()
    assert law_date(store.current()) == "2034"


def test_unchanged_data_is_the_same_snapshot(started: Store):
    first = started.current()
    assert seen(started) is first


def test_changed_data_takes_its_place(started: Store, data_dir: Path):
    first = started.current()
    change(data_dir / LAW, date="2033")
    second = seen(started)
    assert (law_date(first), law_date(second)) == ("2034", "2033")
    assert second.version != first.version
    assert not second.stale


def test_on_swap_is_called_with_the_new_data_only(data_dir: Path):
    swapped: list[Snapshot] = []
    store = Store(data_dir, on_swap=swapped.append)
    store.current()
    change(data_dir / LAW, kind="lawn")
    assert seen(store).stale
    assert swapped == []
    change(data_dir / LAW, kind="law", date="2033")
    second = seen(store)
    assert [id(snapshot) for snapshot in swapped] == [id(second)]


def test_an_on_swap_that_fails_takes_nothing_back(data_dir: Path):
    def fail(_: Snapshot) -> None:
        raise RuntimeError("warm-up failed")

    store = Store(data_dir, on_swap=fail)
    store.current()
    change(data_dir / LAW, date="2033")
    assert law_date(seen(store)) == "2033"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


@pytest.mark.parametrize(
    "spoil",
    [
        cut,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\xff"),
        lambda path: path.write_bytes(b"<<<<<<< a\n"),
        lambda path: change(path, kind="lawn"),
        lambda path: change(path, colour="red"),
    ],
    ids=["cut", "empty", "not utf-8", "conflict", "unknown code", "unknown key"],
)
def test_bad_data_leaves_the_last_good_and_says_so(
    started: Store, data_dir: Path, spoil: Callable[[Path], object]
):
    good = started.current()
    raw = (data_dir / LAW).read_bytes()
    spoil(data_dir / LAW)
    stale = seen(started)
    assert stale.stale
    assert stale.version == good.version
    assert law_date(stale) == "2034"
    assert [problem.file for problem in stale.errors] == [LAW]
    assert good.problems == ()
    (data_dir / LAW).write_bytes(raw)
    recovered = seen(started)
    assert not recovered.stale
    assert recovered.problems == ()
    assert recovered.version == good.version


def test_problems_are_those_of_the_files_on_disk(started: Store, data_dir: Path):
    change(data_dir / LAW, kind="lawn")
    assert [p.file for p in seen(started).errors] == [LAW]
    change(data_dir / GROVE, kind="lawn")
    assert [p.file for p in seen(started).errors] == [GROVE, LAW]


def test_a_warning_does_not_hold_new_data_back(started: Store, data_dir: Path):
    change(data_dir / RESOLUTION, issued="2035-01-01")
    found = seen(started)
    assert not found.stale
    assert [p.severity for p in found.problems] == ["warning"]


def test_a_folder_that_vanished_and_came_back(started: Store, data_dir: Path, tmp_path: Path):
    data_dir.rename(tmp_path / "away")
    stale = seen(started)
    assert stale.stale
    assert law_date(stale) == "2034"
    assert "does not exist" in stale.problems[0].message
    (tmp_path / "away").rename(data_dir)
    assert not seen(started).stale


def test_states_that_vanished(started: Store, data_dir: Path):
    (data_dir / "states.yaml").unlink()
    stale = seen(started)
    assert stale.stale
    assert stale.states["XAA"].iso3 == "XAA"


def test_a_new_folder_behind_the_same_link(data_dir: Path, tmp_path: Path):
    link = tmp_path / "current"
    link.symlink_to(data_dir)
    store = Store(link)
    store.current()
    newer = write_data(tmp_path / "newer")
    change(newer / LAW, date="2033")
    link.unlink()
    link.symlink_to(newer)
    assert law_date(seen(store)) == "2033"


def test_a_deleted_record_goes(started: Store, data_dir: Path):
    (data_dir / LAW).unlink()
    assert "machine-law" not in seen(started).events


def test_a_change_that_keeps_size_and_time_is_seen(started: Store, data_dir: Path):
    path = data_dir / LAW
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"2034", b"2033"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert law_date(seen(started)) == "2033"


def test_bad_at_first_start_serves_the_rest(data_dir: Path):
    cut(data_dir / LAW)
    store = Store(data_dir)
    first = store.current()
    assert not first.stale
    assert [p.file for p in first.errors] == [LAW]
    assert "machine-law" not in first.events
    assert "grove-summit" in first.events


def test_started_without_two_records_repairing_one_is_served(data_dir: Path):
    raw = {name: (data_dir / name).read_bytes() for name in (LAW, GROVE)}
    for name in raw:
        cut(data_dir / name)
    store = Store(data_dir)
    assert len(store.current().errors) == 2
    (data_dir / LAW).write_bytes(raw[LAW])
    half = seen(store)
    assert not half.stale
    assert law_date(half) == "2034"
    cut(data_dir / LAW)
    assert seen(store).stale
    assert law_date(store.current()) == "2034"


def test_signature_of_a_folder_that_does_not_exist(tmp_path: Path):
    assert signature(tmp_path / "nowhere") == ()


def test_signature_sees_data_files_and_folders_only(data_dir: Path):
    (data_dir / "README.md").touch()
    names = {entry[0] for entry in signature(data_dir)}
    assert "README.md" not in names
    assert {".", "curated/events", LAW} <= names


def test_the_store_of_the_process(data_dir: Path, monkeypatch: pytest.MonkeyPatch):
    assert data_folder() == data_dir
    assert store_module.store() is store_module.store()
    assert law_date(store_module.current()) == "2034"
    monkeypatch.setenv("DASHBOARD_DATA", str(data_dir.parent / "nowhere"))
    assert law_date(store_module.current()) == "2034"
    store_module.reset()
    with pytest.raises(NoDataError):
        store_module.current()


def test_without_the_variable_the_folder_is_data(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DASHBOARD_DATA", "")
    assert data_folder() == Path("data")


def test_the_store_writes_its_cache_where_the_user_keeps_such(data_dir: Path, tmp_path: Path):
    store_module.current()
    assert list((tmp_path / "cache").rglob("*.json"))
    shutil.rmtree(tmp_path / "cache")
    change(data_dir / LAW, date="2033")
    store_module.store().refresh()
    assert law_date(store_module.current()) == "2033"


@pytest.mark.parametrize("error", [KeyError("warm"), OSError(28, "full"), ZeroDivisionError()])
def test_what_follows_new_data_may_fail_and_is_told_as_what_it_is(
    started: Store, data_dir: Path, caplog: pytest.LogCaptureFixture, error: Exception
):
    def fail(_: Snapshot) -> None:
        raise error

    started.on_swap = fail
    change(data_dir / LAW, date="2033")
    found = seen(started)
    assert (law_date(found), found.stale, found.problems) == ("2033", False, ())
    assert [r.message for r in caplog.records if r.levelname == "ERROR"] == [
        "the new data are served, but what follows a change of data failed"
    ]
