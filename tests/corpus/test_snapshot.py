"""One state of the data that nobody can change for another."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pandas as pd
import pytest
from pydantic import ValidationError

from dashboard.corpus.reading.loading import load
from dashboard.corpus.records.changes import ChangeLog
from dashboard.corpus.snapshot import NoDataError, Snapshot, examine, take_snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.server.feeds import calendar_answer, feed_answer
from dashboard.server.responses import Asked
from tests.invented.builders import EVENTS, REQUESTS, RESOLUTION, STATEMENT, change


def test_no_folder_is_no_data(tmp_path: Path):
    with pytest.raises(NoDataError, match="the data folder does not exist") as refused:
        take_snapshot(tmp_path / "nowhere")
    assert len(refused.value.problems) == 1


def test_an_empty_folder_is_no_data(tmp_path: Path):
    with pytest.raises(NoDataError, match=r"states\.yaml:1: is missing"):
        take_snapshot(tmp_path)


def test_reference_data_without_a_record_is_no_data(data_dir: Path):
    for room in ("imported", "curated"):
        for path in (data_dir / room).rglob("*.yaml"):
            path.unlink()
    with pytest.raises(NoDataError, match="the data folder holds no records") as refused:
        take_snapshot(data_dir)
    assert refused.value.problems


def test_what_a_snapshot_holds(snapshot: Snapshot, data_dir: Path):
    assert set(snapshot.tables) == set(TABLES)
    assert len(snapshot.tables) == len(TABLES)
    assert snapshot.version == load(data_dir).version
    assert snapshot.loaded_at.tzinfo is not None
    assert not snapshot.stale
    assert snapshot.problems == snapshot.errors == snapshot.warnings == ()
    assert snapshot.files["imported:A/RES/90/1"] == RESOLUTION
    assert snapshot.states["XAA"].names["en"] == "Alder"
    assert snapshot.events["machine-law"].kind == "law"
    assert set(snapshot.statements) == {"alder-explains", "grove-speaks"}
    assert [r.id for r in snapshot.requests["A/RES/90/1"].requests] == ["90-1-3", "90-1-3-2"]
    assert snapshot.files["statements:alder-explains"] == STATEMENT
    assert snapshot.files["requests:A/RES/90/1"] == REQUESTS


def test_errors_and_warnings_stand_apart(data_dir: Path):
    change(data_dir / RESOLUTION, issued="2035-01-01")
    change(data_dir / EVENTS.format("machine-law"), kind="lawn")
    found = take_snapshot(data_dir)
    assert [p.file for p in found.errors] == [EVENTS.format("machine-law")]
    assert [p.file for p in found.warnings] == [RESOLUTION]
    assert found.problems == (*found.errors, *found.warnings)
    assert "machine-law" not in found.events
    assert "machine-law" not in set(found.tables["timeline"]["id"])
    assert "A/RES/90/1" in found.imported


def test_examine_leaves_out_the_records_with_an_error(data_dir: Path):
    change(data_dir / EVENTS.format("machine-law"), kind="lawn")
    corpus, problems = examine(data_dir)
    assert "machine-law" not in corpus.ids()
    assert len(problems) == 1


def spoil_cells(table: pd.DataFrame) -> None:
    table.loc[:, "id"] = "spoilt"


def spoil_one_cell(table: pd.DataFrame) -> None:
    table.iloc[0, 0] = "spoilt"


def spoil_order(table: pd.DataFrame) -> None:
    table.index = table.index[::-1]


def spoil_columns(table: pd.DataFrame) -> None:
    del table["id"]


def spoil_names(table: pd.DataFrame) -> None:
    table.columns = pd.Index([f"x{number}" for number in range(len(table.columns))])


def spoil_rows(table: pd.DataFrame) -> None:
    table.loc[len(table)] = table.loc[0]


def spoil_numbers(table: pd.DataFrame) -> None:
    table["yes"] += 100


SPOIL = [
    spoil_cells, spoil_one_cell, spoil_order, spoil_columns, spoil_names, spoil_rows,
    spoil_numbers,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOIL, ids=lambda spoil: spoil.__name__)
def test_a_change_in_place_reaches_nobody_else(snapshot: Snapshot, spoil: object):
    before = snapshot.tables["documents"].copy(deep=True)
    mine, theirs = snapshot.tables["documents"], snapshot.tables["documents"]
    assert callable(spoil)
    spoil(mine)
    assert not mine.equals(before)
    assert theirs.equals(before)
    assert snapshot.tables["documents"].equals(before)


def test_lists_in_cells_cannot_be_changed(snapshot: Snapshot):
    for name in TABLES:
        table = snapshot.tables[name]
        for column, about in TABLES[name].items():
            if about.kind == "codes":
                assert {type(value) for value in table[column]} == {tuple}, f"{name}.{column}"


def test_statuses_are_of_the_day_it_was_taken(snapshot: Snapshot):
    assert snapshot.as_of == dt.date.today()
    assert snapshot.key.startswith(f"{snapshot.version}@{snapshot.as_of}+")
    assert list(snapshot.tables["requests"]["status"]) == ["not_yet_due", "unknown"]


def test_the_key_tells_days_and_logs_apart_and_that_of_a_table_the_days_of_requests(
    snapshot: Snapshot,
):
    def logged(**said: object) -> Snapshot:
        records = {"added": ["A/RES/90/1"], **said}
        line = {"version": "0" * 10, "on": "2036-01-01", "records": records}
        log = ChangeLog.model_validate({"versions": [line], "files": {}})
        return replace(snapshot, changes=log)

    later = snapshot.on(dt.date(2037, 9, 8))
    corrected = {"added": []}, {"removed": ["A/RES/90/2"]}, {"changed": ["grove-summit"]}
    states = [snapshot, later, logged(), *(logged(**said) for said in corrected)]
    assert len({state.key for state in states}) == len(states)
    assert logged().key == logged().key
    for name in TABLES:
        assert (later.key_of(name) == snapshot.key_of(name)) is (name != "requests")


def test_another_day_changes_the_statuses_and_what_had_come_and_nothing_else(snapshot: Snapshot):
    late = snapshot.on(dt.date(2037, 9, 8))
    assert list(late.tables["requests"]["status"]) == ["issued_on_time", "unknown"]
    assert list(snapshot.tables["requests"]["status"]) == ["not_yet_due", "unknown"]
    assert (late.version, late.problems) == (snapshot.version, snapshot.problems)
    assert late.key != snapshot.key
    for name in set(TABLES) - {"requests"}:
        pd.testing.assert_frame_equal(late.tables[name], snapshot.tables[name])
    assert list(snapshot.tables["requests"]["answered_by"]) == [(), ()]
    assert list(late.tables["requests"]["answered_by"]) == [("A/91/7",), ()]
    answer = ("answered_by", "answered_on", "answered_before", "established_by", "answer_scope")
    computed = ["status", "days_late", *answer]
    pd.testing.assert_frame_equal(
        late.tables["requests"].drop(columns=computed),
        snapshot.tables["requests"].drop(columns=computed),
    )
    assert list(late.tables) == list(TABLES)


def test_the_day_may_go_back_and_the_same_day_is_the_same_snapshot(snapshot: Snapshot):
    late = snapshot.on(dt.date(2037, 9, 8))
    assert late.on(dt.date(2037, 9, 8)) is late
    earlier = late.on(dt.date(2036, 6, 30))
    assert list(earlier.tables["requests"]["status"]) == ["not_yet_due", "unknown"]
    assert late.on(snapshot.as_of).tables["requests"].equals(snapshot.tables["requests"])


def test_another_day_keeps_a_stale_snapshot_stale(snapshot: Snapshot):
    stale = replace(snapshot, stale=True)
    assert stale.on(dt.date(2037, 9, 8)).stale


def test_a_table_put_in_place_of_one_leaves_the_others(snapshot: Snapshot):
    before = snapshot.tables["requests"]
    other = snapshot.tables.replacing("requests", before.head(0))
    assert (len(other["requests"]), len(snapshot.tables["requests"])) == (0, len(before))
    assert list(other) == list(snapshot.tables)
    assert other["votes"].equals(snapshot.tables["votes"])


def test_mappings_and_records_cannot_be_changed(snapshot: Snapshot):
    with pytest.raises(TypeError):
        snapshot.events["x"] = snapshot.events["machine-law"]  # type: ignore[index]
    with pytest.raises(TypeError):
        del snapshot.states["XAA"]  # type: ignore[attr-defined]
    with pytest.raises(ValidationError, match="frozen"):
        snapshot.events["machine-law"].date = "2030"
    with pytest.raises(FrozenInstanceError):
        snapshot.stale = True  # type: ignore[misc]
    with pytest.raises(TypeError):
        snapshot.tables["documents2"] = pd.DataFrame()  # type: ignore[index]


@pytest.mark.parametrize(
    ("zone", "hour", "day"),
    [
        ("Asia/Shanghai", 22, "2036-01-02"),
        ("Asia/Shanghai", 15, "2036-01-01"),
        ("Pacific/Kiritimati", 11, "2036-01-02"),
        ("America/Los_Angeles", 3, "2035-12-31"),
        ("UTC", 23, "2036-01-01"),
    ],
)
def test_the_day_the_data_were_read_is_that_of_the_place(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, zone: str, hour: int, day: str
):
    """As the statuses are of the place's day: on the pages, in the feed, in the calendars."""
    loaded = dt.datetime(2036, 1, 1, hour, tzinfo=dt.UTC)
    with monkeypatch.context() as there:
        there.setenv("TZ", zone)
        time.tzset()
        found = replace(take_snapshot(data_dir), loaded_at=loaded, changes=None)
        assert found.loaded_on.isoformat() == day
        assert f"<updated>{day}" in feed_answer(found, Asked()).text
        calendar = calendar_answer(found, Asked(), "requests").text
        assert f"DTSTAMP:{day.replace('-', '')}" in calendar
    time.tzset()
