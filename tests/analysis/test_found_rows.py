"""Rows found by their places are the rows of the table, copied only where they are looked at."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.found_rows import CellsOf, FoundRows
from dashboard.analysis.frames import rows_of
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import as_read, found_rows
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from tests.invented.synthetic import filled, snapshot

DAYS = st.none() | st.sampled_from(["2034", "2035-03", "2035-03-02", "2036-01-01"])
WEIGHTS = st.none() | st.sampled_from(["core", "related", "mention"])


@pytest.mark.parametrize("table", TABLES)
def test_no_rows_have_the_columns_of_the_table(record: Snapshot, table: str) -> None:
    none = FoundRows(record, table, None, np.zeros(0, dtype=np.intp))
    assert none.empty
    pd.testing.assert_frame_equal(none.rows, record.tables[table].iloc[:0])
    assert not any(map(none.says, TABLES[table]))
    assert list(CellsOf(none).each()) == []


@pytest.mark.parametrize("table", TABLES)
def test_each_way_of_looking_at_them_shows_the_same(record: Snapshot, table: str) -> None:
    found = found_rows(record, table, Query())
    part = found.part(slice(1, 3))
    whole = record.tables[table].iloc[1:3]
    pd.testing.assert_frame_equal(part.rows, whole)
    for name in TABLES[table]:
        pd.testing.assert_series_equal(part[name], whole[name])
        shown = [value for row in rows_of(whole) if (value := row[name]) not in (None, "", ())]
        assert part.says(name) == bool(shown)
    assert [{name: row[name] for name in TABLES[table]} for row in CellsOf(part).each()] == rows_of(
        whole
    )
    assert CellsOf(part)["no column"] == [None] * len(part)


def test_what_a_search_found_stands_in_its_rows_alone(record: Snapshot) -> None:
    found = FoundRows(record, "paragraphs", None, np.array([2, 0]), hits={0: "found"})
    assert found["hit"].isna().tolist() == [True, False]
    assert found.rows["hit"].tolist()[1] == "found"
    assert found.says("hit")
    assert record.tables["paragraphs"]["hit"].isna().all()


@given(st.lists(st.tuples(DAYS, WEIGHTS), max_size=8), st.booleans())
def test_the_order_is_that_of_sorting_rows(made, downwards: bool) -> None:
    rows = [{"id": f"A/RES/90/{n}", "date": d, "weight": w} for n, (d, w) in enumerate(made)]
    known = snapshot(version=str(made), documents=filled("documents", rows))
    query = Query().having(sort=("-date" if downwards else "date",), from_="2035")
    dated = known.tables["documents"]
    dated = dated[dated["date"].fillna("").ge("2035")]
    by_day = dated.sort_values("date", ascending=not downwards, kind="stable")
    assert list(found_rows(known, "documents", query)["id"]) == list(by_day["id"])
    rank = {weight: n for n, weight in enumerate(known.terms("weights"))}
    listed = known.tables["documents"].sort_values("date", ascending=False, kind="stable")
    listed = listed.iloc[np.argsort([rank.get(w, 99) for w in listed["weight"]], kind="stable")]
    assert list(as_read(known, "documents", Query())["id"]) == list(listed["id"])
