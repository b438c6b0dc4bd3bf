"""Which columns a table shows: by the page, by the link, never an empty one unasked."""

from __future__ import annotations

from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.results.column_picker import with_something
from tests.ui.results.test_table import page_of


def test_no_rows_fill_no_column(snapshot: Snapshot):
    frame = snapshot.tables["documents"].iloc[:0]
    assert with_something(page_of(snapshot, "documents"), frame, ("title", "yes")) == []


def test_a_column_of_nothing_but_nulls_or_empty_lists_leaves(snapshot: Snapshot):
    frame = snapshot.tables["paragraphs"].assign(tier=None, summary_en=None, summary_zh=None)
    frame["addressees"] = [()] * len(frame)
    page = page_of(snapshot, "paragraphs")
    names = ("symbol", "number", "summary", "addressees", "tier")
    assert with_something(page, frame, names) == ["symbol", "number"]
