"""The fourteen faults data and their server can meet: which test holds each, and the rest."""

from __future__ import annotations

import errno
import subprocess
import threading
from pathlib import Path

import pytest
import streamlit as st

from dashboard.corpus import store as store_module
from dashboard.corpus.reading import data_files
from dashboard.corpus.store import Store
from tests.app_pages.visits.visiting import count_line, visit
from tests.invented.builders import EVENTS, change, event, write
from tests.serving import LAW, law_date, seen

TESTS = Path(__file__).parents[1]
STORE, READING = "corpus/test_store.py", "corpus/reading"
HELD = {
    "edited": (STORE, "changed_data_takes_its_place"),
    "cut at a line end": (f"{READING}/test_yaml_reader.py", "a_cut_at_any_line_end_is_refused"),
    "emptied": (f"{READING}/test_faults.py", "store_with_good_data_keeps_serving_it"),
    "junk": (f"{READING}/test_yaml_reader.py", "any_bytes_are_read_or_refused_in_one_sentence"),
    "conflict markers": (f"{READING}/test_faults.py", "store_with_good_data_keeps_serving_it"),
    "not UTF-8": (f"{READING}/test_faults.py", "store_with_good_data_keeps_serving_it"),
    "vanished": (
        f"{READING}/test_store_damage.py",
        "losses_that_no_total_shows_leave_the_last_good",
    ),
    "no permission": ("hostile/test_data_faults.py", "what_may_not_be_read_leaves_the_last_good"),
    "folder swapped": (STORE, "a_new_folder_behind_the_same_link"),
    "checkout in flight": ("hostile/test_data_faults.py", "a_checkout_to_and_fro_is_never_mixed"),
    "disk full": ("commands/test_changes.py", "a_full_disk_is_one_sentence"),
    "caches emptied": ("hostile/test_data_faults.py", "who_empties_the_caches_takes_no_data"),
    "process killed": ("commands/serving/test_workers.py", "one_that_is_killed_is_started_again"),
}
"""Where each is tried. The fourteenth, a provider of sign-in that is down, is no fault of data."""


@pytest.mark.parametrize("fault", HELD)
def test_each_fault_has_its_test(fault: str):
    place, name = HELD[fault]
    assert f"\ndef test_{name}" in (TESTS / place).read_text(encoding="utf-8")


@pytest.mark.usefixtures("no_waiting")
def test_what_may_not_be_read_leaves_the_last_good(data_dir: Path, monkeypatch: pytest.MonkeyPatch):
    store, opened = Store(data_dir), data_files._bytes
    before = store.current()

    def locked(path: Path) -> bytes:
        if path.name == Path(LAW).name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(data_files, "_bytes", locked)
    change(data_dir / LAW, date="2033")
    after = seen(store)
    assert (after.stale, after.tables["timeline"].equals(before.tables["timeline"])) == (True, True)
    assert f"{LAW}:1: cannot be opened: Permission denied" in {str(p) for p in after.errors}
    monkeypatch.setattr(data_files, "_bytes", opened)
    (data_dir / LAW).touch()
    assert (law_date(seen(store)), store.current().stale) == ("2033", False)


@pytest.mark.usefixtures("no_waiting")
def test_a_checkout_to_and_fro_is_never_mixed(data_dir: Path):
    """Two commits that differ in many files: what is served is the one or the other, whole."""

    def git(*words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0")
        subprocess.run(["git", *who, *words], cwd=data_dir, check=True, capture_output=True)

    git("init", "-q", "-b", "one")
    git("add", ".")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "two")
    for number in range(15):
        name = f"grove-{number}"
        write(data_dir / EVENTS.format(name), event(name, "2035"))
    change(data_dir / LAW, date="2033")
    git("add", ".")
    git("commit", "-qm", "two")
    store = Store(data_dir)
    first = len(store.current().tables["timeline"])
    allowed = {("2033", first), ("2034", first - 15)}
    served = set()
    for branch in ("one", "two") * 2:
        moving = threading.Thread(target=git, args=("checkout", "-q", branch))
        moving.start()
        while moving.is_alive():
            now = seen(store)
            served.add((law_date(now), len(now.tables["timeline"])))
        moving.join()
        now = seen(store)
        assert (law_date(now), now.stale) == ({"one": "2034", "two": "2033"}[branch], False)
        served.add((law_date(now), len(now.tables["timeline"])))
    assert served == allowed


def test_who_empties_the_caches_takes_no_data(small: Store):
    at, held = visit("documents", {}), store_module.store().current()
    st.cache_data.clear()
    st.cache_resource.clear()
    again = visit("documents", {})
    assert not again.exception
    assert count_line(again) == count_line(at)
    assert store_module.store().current() is held
