"""The log of the data: its model, what it compares, and that a bad one holds nothing back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dashboard.corpus.reading.loading import load
from dashboard.corpus.records.changes import (
    CHANGES,
    Change,
    ChangedRecords,
    ChangeLog,
    changed_records,
    differing,
    is_version,
)
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from dashboard.symbols import file_stem
from tests.invented.builders import RESOLUTION, change, write

ONE, TWO, THREE = "0000000001", "00000000bb", "00000000cc"
IDS = ["A/RES/90/1", "A/RES/90/93 A-B", "law-one", "alder-explains"]
ROOMS = ["imported/90", "curated/documents", "curated/events", "curated/statements"]


def version(name: str, on: str, **records: list[str]) -> Change:
    return Change(version=name, on=on, records=ChangedRecords(**records))


def log(*versions: Change) -> ChangeLog:
    return ChangeLog(versions=list(versions), files={})


def write_log(data: Path, **changes: object) -> None:
    corpus = load(data)
    entry = {"version": corpus.version, "on": "2036-01-01"}
    write(data / CHANGES, {"versions": [entry], "files": corpus.hashes, **changes})


@pytest.mark.parametrize(
    "values",
    [
        {"versions": [], "files": {}},
        {"versions": [{"version": "0123", "on": "2036-01-01"}], "files": {}},
        {"versions": [{"version": "ABCDEF0123", "on": "2036-01-01"}], "files": {}},
        {"versions": [{"version": ONE, "on": "2036-01"}], "files": {}},
        {"versions": [{"version": ONE, "on": "2036-01-01"}], "files": {"a.yaml": "xyz"}},
        {"versions": [{"version": ONE, "on": "2036-01-01", "by": "me"}], "files": {}},
        {
            "versions": [
                {"version": ONE, "on": "2036-01-01", "records": {"added": ["law-one", "law-one"]}}
            ],
            "files": {},
        },
        {
            "versions": [
                {"version": ONE, "on": "2036-01-02"},
                {"version": TWO, "on": "2036-01-01"},
            ],
            "files": {},
        },
    ],
)
def test_a_log_that_says_something_impossible_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ChangeLog.model_validate(values)


def test_since_a_day_counts_that_day_and_since_a_version_what_came_after_it() -> None:
    known = log(
        version(ONE, "2036-01-31"), version(TWO, "2036-02-01"), version(THREE, "2036-02-01")
    )
    said = {
        start: [c.version for c in known.since(start) or []]
        for start in ("2035", "2036", "2036-02", "2036-02-01", "2036-02-02", ONE, TWO, THREE)
    }
    assert said == {
        "2035": [ONE, TWO, THREE], "2036": [ONE, TWO, THREE], "2036-02": [TWO, THREE],
        "2036-02-01": [TWO, THREE], "2036-02-02": [], ONE: [TWO, THREE], TWO: [THREE], THREE: [],
    }  # fmt: skip
    assert known.since("ffffffffff") is None


def test_a_version_that_came_back_counts_from_its_last_time() -> None:
    known = log(version(ONE, "2036-01-01"), version(TWO, "2036-01-02"), version(ONE, "2036-01-03"))
    assert known.since(ONE) == []


@given(st.text())
def test_only_ten_small_hex_digits_are_a_version(text: str) -> None:
    expected = len(text) == 10 and set(text) <= set("0123456789abcdef")
    assert is_version(text) == expected


def test_a_version_is_never_a_date() -> None:
    assert not any(map(is_version, ("2036", "2036-01", "2036-01-01", "0123456789\n")))


FOLDERS = st.dictionaries(
    st.tuples(st.sampled_from(ROOMS), st.sampled_from(IDS)).map(
        lambda place: f"{place[0]}/{file_stem(place[1])}.yaml"
    ),
    st.sampled_from(["a", "b"]),
)


@given(FOLDERS, FOLDERS)
def test_a_record_is_on_exactly_one_list_or_has_not_changed(
    before: dict[str, str], after: dict[str, str]
) -> None:
    found = changed_records(before, after, IDS)
    for record_id in IDS:
        end = f"/{file_stem(record_id)}.yaml"
        was = {name: hashed for name, hashed in before.items() if name.endswith(end)}
        now = {name: hashed for name, hashed in after.items() if name.endswith(end)}
        assert (record_id in found.added) == (bool(now) and not was)
        assert (record_id in found.removed) == (bool(was) and not now)
        assert (record_id in found.changed) == (bool(was) and bool(now) and was != now)


def test_files_that_hold_no_record_are_counted_but_name_none() -> None:
    before = {"states.yaml": "a", "vocabulary/law-one.yaml": "a", "curated/seeds.yaml": "a"}
    after = {"states.yaml": "b", "curated/seeds.yaml": "b"}
    assert differing(before, after) == sorted(before)
    assert changed_records(before, after, IDS) == ChangedRecords()


def test_no_log_is_no_fault(data_dir: Path) -> None:
    found = take_snapshot(data_dir)
    assert found.changes is None
    assert found.problems == ()
    assert found.versions == (found.version,)


def test_the_log_takes_no_part_in_the_version(data_dir: Path) -> None:
    before = take_snapshot(data_dir)
    write_log(data_dir)
    after = take_snapshot(data_dir)
    assert after.version == before.version
    assert CHANGES not in load(data_dir).fingerprints
    assert after.changes is not None
    assert after.versions == (before.version,)
    assert after.problems == ()
    assert after.key != before.key  # what since= selects depends on the log


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("versions: []\nfiles: {}\n...\n", "changes.yaml:1: versions"),
        ("versions:\n<<<<<<< ours\n- on: '2036-01-01'\n=======\n", "merge conflict"),
        ("versions: [\n", "changes.yaml"),
        ("- a list\n...\n", "changes.yaml"),
        ("", "the file is empty"),
    ],
)
def test_a_broken_log_is_told_and_holds_nothing_back(
    data_dir: Path, snapshot: Snapshot, text: str, told: str
) -> None:
    (data_dir / CHANGES).write_text(text, encoding="utf-8")
    found = take_snapshot(data_dir)
    assert found.changes is None
    assert found.errors == ()
    assert told in str(found.warnings[0])
    assert found.version == snapshot.version
    assert len(found.tables["documents"]) == len(snapshot.tables["documents"]) > 0


def test_files_changed_since_the_newest_version_are_counted_in_one_line(data_dir: Path) -> None:
    write_log(data_dir)
    change(data_dir / RESOLUTION, issued="2036-01-15")
    said = [str(problem) for problem in take_snapshot(data_dir).warnings]
    line = "changed since the last recorded version; run dashboard changes record"
    assert said == [f"changes.yaml:1: files: 1 file {line}"]
    for path in list((data_dir / "curated/events").iterdir())[:1]:
        path.unlink()
    write(data_dir / "curated/more.yaml", {"kept": "beside the record"})
    assert str(take_snapshot(data_dir).warnings[-1]).endswith(f"3 files {line}")
