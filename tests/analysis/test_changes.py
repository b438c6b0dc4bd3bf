"""What changed since a day or a version: net of what came and went, on every table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.analysis.changes import COLUMNS, between, changed_ids, changed_since, changes
from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.parameters import RECORD_OF, acting
from dashboard.analysis.selection.parse_url import parse_url
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.corpus.records.changes import Change, ChangedRecords, ChangeLog
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from dashboard.corpus.tables.columns import TABLES
from tests.invented.builders import EVENTS, event, write
from tests.invented.synthetic import snapshot

ONE, TWO, THREE = "0000000001", "00000000bb", "00000000cc"


def entry(version: str, on: str, **records: list[str]) -> Change:
    return Change(version=version, on=on, records=ChangedRecords(**records))


LOG = ChangeLog(
    versions=[
        entry(ONE, "2036-01-31", added=["A/RES/90/9", "A/RES/90/10", "gone", "summit-one"]),
        entry(TWO, "2036-02-01", added=["A/91/5", "brief"], changed=["A/RES/90/9"]),
        entry(
            THREE, "2036-03-01", added=["late"], changed=["A/91/5"],
            removed=["gone", "brief"],
        ),
    ],
    files={},
)  # fmt: skip


def record(**replaced: Any) -> Snapshot:
    return snapshot(version=THREE, changes=LOG, **replaced)


def told(frame: Any) -> list[tuple[str, ...]]:
    assert list(frame.columns) == list(COLUMNS)
    return [tuple(row) for row in frame.to_numpy()]


def test_without_a_log_nothing_is_known_to_have_changed() -> None:
    bare = snapshot()
    assert told(changes(bare)) == told(changed_since(bare, "2000")) == []
    assert changed_ids(bare, "2000") == frozenset()
    assert select(bare, "documents", Query().having(since="2000")).empty
    assert between(bare, None) is None
    assert between(bare, ONE) is None


def test_each_change_stands_by_itself_the_newest_version_first() -> None:
    found = told(changes(record()))
    assert len(found) == 11
    assert found[0] == ("late", "added", "2036-03-01", THREE)
    assert found[-1] == ("summit-one", "added", "2036-01-31", ONE)
    assert [row[0] for row in told(changes(record(), TWO))] == ["late", "A/91/5", "gone", "brief"]


def test_since_a_day_a_record_has_one_net_change() -> None:
    assert told(changed_since(record(), "2036-02")) == [
        ("A/91/5", "added", "2036-03-01", THREE),  # it came, then changed
        ("A/RES/90/9", "changed", "2036-02-01", TWO),
        ("gone", "removed", "2036-03-01", THREE),
        ("late", "added", "2036-03-01", THREE),  # and `brief` came and went
    ]
    assert changed_ids(record(), "2036-02") == {"A/91/5", "A/RES/90/9", "late"}
    assert told(changed_since(record(), "2037")) == []


def test_a_record_that_was_removed_and_came_back_has_changed() -> None:
    back = ChangeLog(
        versions=[*LOG.versions, entry("d" * 10, "2036-04-01", added=["gone"])], files={}
    )
    found = changed_since(snapshot(changes=back), "2036-03-01")
    assert ("gone", "changed", "2036-04-01", "d" * 10) in told(found)


def test_between_a_version_and_now() -> None:
    found = between(record(), TWO)
    assert found is not None
    assert [row[:2] for row in told(found)] == [
        ("A/91/5", "changed"), ("brief", "removed"), ("gone", "removed"), ("late", "added"),
    ]  # fmt: skip
    now = between(record(), THREE.upper())
    assert now is not None
    assert now.empty


@pytest.mark.parametrize("version", [None, "", "ffffffffff", "not a version", "2036-01-31"])
def test_of_a_version_nobody_knows_nothing_is_said(version: str | None) -> None:
    assert between(record(), version) is None


def test_an_event_that_a_document_tells_of_is_part_of_that_document(data_dir: Path) -> None:
    for name in ("report-out", "grove-summit"):
        same_as = {"report-out": "A/91/7", "grove-summit": None}[name]
        write(data_dir / EVENTS.format(name), event(name, "2036-07", same_as=same_as))
    log = ChangeLog(
        versions=[
            entry(ONE, "2036-08-01", added=["A/91/7", "report-out", "grove-summit"]),
            entry(TWO, "2036-08-02", changed=["report-out"]),
            entry(THREE, "2036-08-03", changed=["grove-summit"], removed=["report-out"]),
        ],
        files={},
    )
    taken = replace(take_snapshot(data_dir), changes=log)
    assert [(r.id, r.change, r.version) for r in changes(taken).itertuples()] == [
        ("grove-summit", "changed", THREE),
        ("A/91/7", "changed", THREE),
        ("A/91/7", "changed", TWO),
        ("A/91/7", "added", ONE),
        ("grove-summit", "added", ONE),
    ]
    assert changed_ids(taken, "2036-08-02") == {"A/91/7", "grove-summit"}


def test_data_not_yet_recorded_have_a_version_without_changes() -> None:
    newer = snapshot(version="eeeeeeeeee", changes=LOG)
    found = between(newer, "eeeeeeeeee")
    assert found is not None
    assert found.empty
    assert newer.versions == (ONE, TWO, THREE, "eeeeeeeeee")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("since", ["2036-02", ONE])
def test_a_table_keeps_the_rows_of_changed_records(table: str, since: str) -> None:
    everything = select(record(), table, Query())
    found = select(record(), table, Query().having(since=since))
    if table == "countries":
        assert "since" not in acting(table)
        assert len(found) == len(everything)
        return
    column = RECORD_OF[table]
    assert column in TABLES[table]
    wanted = everything[[name in {"A/RES/90/9", "A/91/5"} for name in everything[column]]]
    assert list(found.index) == list(wanted.index)
    if table in ("documents", "paragraphs", "requests", "timeline"):
        assert 0 < len(found) < len(everything)


def read(value: str, versions: tuple[str, ...] | None = (ONE, TWO)) -> Query:
    known = record()
    allowed = allowed_codes(known.vocabularies, known.states, versions)
    return parse_url([("since", value)], allowed, "documents")


@pytest.mark.parametrize(
    ("value", "since"),
    [("2036", "2036"), ("2036-02-29", "2036-02-29"), (ONE, ONE), ("00000000BB", TWO)],
)
def test_since_takes_a_date_or_a_version(value: str, since: str) -> None:
    assert (read(value).since, read(value).unknown) == (since, ())


@pytest.mark.parametrize("value", ["2036-02-30", "ffffffffff", "0123a", "yesterday", "२०३६"])
def test_since_takes_nothing_else_and_says_what_it_takes(value: str) -> None:
    query = read(value)
    assert query.since is None
    assert str(query.unknown[0]).endswith("YYYY-MM-DD, or a data version on record")


def test_any_version_is_taken_where_it_is_not_said_which_there_are() -> None:
    assert read("ffffffffff", None).since == "ffffffffff"


def test_the_version_of_a_link_narrows_nothing_and_stays_in_the_link() -> None:
    query = parse_url([("v", ONE), ("kind", "law")], {}, "documents")
    assert query.v == ONE
    assert query.active() == ("kind",)
    assert query.ignored == ()
    assert query.to_params() == [("kind", "law"), ("v", ONE)]
    assert query.without("v").to_params() == [("kind", "law")]
