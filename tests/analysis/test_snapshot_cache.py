from __future__ import annotations

import datetime as dt
import threading
from dataclasses import replace
from typing import Any

import pytest

from dashboard.analysis.selection import codes, search
from dashboard.analysis.selection import select as selecting
from dashboard.analysis.selection.query import Choice, Query
from dashboard.analysis.selection.select import select
from dashboard.analysis.snapshot_cache import SnapshotCache, TableCache, once
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from tests.invented.synthetic import snapshot


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


@pytest.mark.parametrize("busy", ["requests", "votes", "paragraphs"])
def test_many_days_of_one_table_throw_out_nothing_of_another(busy: str) -> None:
    """Only requests differ by day; whatever else comes and goes makes no other table anew."""
    kept: TableCache[str] = TableCache(most=2)
    record = snapshot()
    for table in TABLES:
        kept.get(record, table, lambda: "first")
    for day in range(1, 13):
        other = replace(record, version=str(day), as_of=dt.date(2036, 1, day))
        kept.get(other, busy, lambda: "other")
    found = {table: kept.get(record, table, lambda: "again") for table in TABLES}
    assert found == {table: "again" if table == busy else "first" for table in TABLES}


def test_a_table_keeps_what_is_asked_of_it_apart() -> None:
    kept: TableCache[str] = TableCache(most=2)
    assert kept.get(snapshot(), "votes", lambda: "stages", "stage") == "stages"
    assert kept.get(snapshot(), "votes", lambda: "groups", "group") == "groups"
    assert kept.get(snapshot(), "votes", lambda: "again", "stage") == "stages"


@pytest.mark.parametrize(
    "asked", [{"q": "safety"}, {"from_": "2035"}, {"country": Choice(("FRA",))}]
)
def test_no_number_of_days_asked_of_requests_slows_another_table(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any]
) -> None:
    record = snapshot()
    queries = {"timeline": Query().having(**asked), "requests": Query().having(q="a", from_="2035")}
    select(record, "timeline", queries["timeline"])
    for day in range(1, 30):
        select(record.on(dt.date(2036, 1, day)), "requests", queries["requests"])
    made: list[str] = []
    for module, name in ((search, "_folded"), (codes, "row_codes"), (selecting, "_days_of")):
        monkeypatch.setattr(module, name, lambda *_, name=name: made.append(name))
    select(record, "timeline", queries["timeline"])
    assert made == []


def test_a_question_is_asked_once_for_each_version_and_day() -> None:
    asked: list[str] = []

    @once
    def question(found: Snapshot) -> int:
        asked.append(found.key)
        return len(asked)

    first, other = snapshot(), snapshot(documents=[])
    later = first.on(first.as_of.replace(year=2040))
    assert [question(s) for s in (first, other, first, later, later)] == [1, 2, 1, 3, 3]
    assert asked == [first.key, other.key, later.key]
