"""The store when the day changes: the same data, with the statuses of the new day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest

from dashboard.corpus import snapshot as snapshot_module
from dashboard.corpus import store as store_module
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.store import Store
from tests.invented.builders import REQUESTS, change
from tests.invented.builders_curated import request
from tests.serving import LAW, law_date, seen

pytestmark = pytest.mark.usefixtures("no_waiting")


def at(monkeypatch: pytest.MonkeyPatch, day: dt.date) -> None:
    """Let it be another day for the store and for what it reads."""

    class Day(dt.date):
        @classmethod
        def today(cls) -> dt.date:
            return day

    calendar = SimpleNamespace(date=Day, datetime=dt.datetime, UTC=dt.UTC)
    for module in (store_module, snapshot_module):
        monkeypatch.setattr(module, "dt", calendar)


def statuses(found: Snapshot) -> list[str]:
    return list(found.tables["requests"]["status"])


def test_after_midnight_the_statuses_are_those_of_the_new_day(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    missing = {"answers": [], "answer_scope": None, "search": "later_resolutions"}
    unanswered = request("90-1-1", paragraph="op1", place="1", **missing)
    change(data_dir / REQUESTS, requests=[request(), unanswered])
    at(monkeypatch, dt.date(2037, 9, 7))
    swapped: list[Snapshot] = []
    store = Store(data_dir, on_swap=swapped.append)
    evening = store.current()
    assert statuses(evening) == ["issued_on_time", "due_soon"]
    assert store.current() is evening
    at(monkeypatch, dt.date(2037, 9, 8))
    morning = store.current()
    assert statuses(morning) == ["issued_on_time", "target_date_passed"]
    assert store.current() is morning
    assert statuses(evening) == ["issued_on_time", "due_soon"]
    assert (morning.version, morning.as_of) == (evening.version, dt.date(2037, 9, 8))
    assert swapped == []  # the data are the same


def test_data_that_went_bad_goes_on_being_stale_the_next_day(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    at(monkeypatch, dt.date(2036, 6, 30))
    store = Store(data_dir)
    assert statuses(store.current()) == ["not_yet_due", "unknown"]
    change(data_dir / LAW, kind="lawn")
    assert seen(store).stale
    at(monkeypatch, dt.date(2036, 7, 1))
    next_day = store.current()
    assert next_day.stale
    assert [problem.file for problem in next_day.errors] == [LAW]
    assert statuses(next_day) == ["issued_on_time", "unknown"]


def test_data_read_on_another_day_have_the_statuses_of_that_day(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    at(monkeypatch, dt.date(2036, 6, 30))
    store = Store(data_dir)
    store.current()
    at(monkeypatch, dt.date(2036, 7, 1))
    change(data_dir / LAW, date="2033")
    found = seen(store)
    assert (law_date(found), found.as_of) == ("2033", dt.date(2036, 7, 1))
    assert statuses(found) == ["issued_on_time", "unknown"]
