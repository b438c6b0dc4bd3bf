"""The edges of a selection: rows that say nothing, and the first and the last day of a period."""

from __future__ import annotations

import pytest

from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.corpus.snapshot import Snapshot


@pytest.mark.parametrize(
    ("table", "column"), [("paragraphs", "topics"), ("documents", "topics"), ("timeline", "states")]
)
def test_rows_without_codes_come_last_either_way(record: Snapshot, table: str, column: str) -> None:
    """An empty list says as little as a null."""
    frame = record.tables[table]
    coded = int(frame[column].map(len).gt(0).sum())
    assert 0 < coded < len(frame)
    for sort in (column, f"-{column}"):
        found = list(select(record, table, Query().having(sort=(sort,)))[column])
        assert all(found[:coded]), sort
        assert not any(found[coded:]), sort
    assert found[:coded] == sorted(found[:coded], reverse=True)


def test_the_first_and_the_last_day_of_a_period_are_in_it(record: Snapshot) -> None:
    for table, date in (("timeline", "date"), ("documents", "date"), ("recorded_votes", "date")):
        frame = record.tables[table]
        for day in frame[date].dropna().unique():
            on_the_day = frame["id"][frame[date] == day]
            for bounds in ({"from_": day}, {"to": day}, {"from_": day, "to": day}):
                found = select(record, table, Query().having(**bounds))
                assert set(on_the_day) <= set(found["id"]), (table, bounds)
