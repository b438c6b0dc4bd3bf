"""The same page on a record of another size: run again in this process, without a server.

A larger record is made of a given one by repeating its tables under new symbols. Its rows are then
as many times as many; the records behind them stay those of the given one.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import pandas as pd
from streamlit.testing.v1 import AppTest

from benchmarks.settings import GROWTH_ROUNDS, GROWTH_TOPICS, ROOT
from dashboard.analysis.selection.facets import facet_counts
from dashboard.analysis.selection.query import Query
from dashboard.corpus import store
from dashboard.corpus.reading.parse_cache import ParseCache, default_path
from dashboard.corpus.snapshot import Snapshot, Tables, take_snapshot

_PREFIX = "A/RES/"
_ONCE = ("countries",)
"""Tables whose rows are of no text."""


@dataclass(frozen=True)
class Grown:
    """What a record of one size takes: seconds of a filter change and a search on Paragraphs, of
    the counts of a facet, and the bytes of the whole process once all of them were asked."""

    rows: int
    change: float
    search: float
    counts: float
    memory: int


def snapshot_at(folder: Path) -> Snapshot:
    """The record of a folder."""
    return take_snapshot(folder, ParseCache(default_path(folder)))


def repeated(record: Snapshot, times: int) -> Snapshot:
    """A record with every row so many times, each time under other symbols."""
    tables = {
        name: record.tables[name]
        if name in _ONCE
        else pd.concat([_renamed(record.tables[name], n) for n in range(times)], ignore_index=True)
        for name in record.tables
    }
    return replace(record, tables=Tables(tables), version=f"{record.version}x{times}")


def _renamed(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    if not number:
        return frame
    texts = frame.select_dtypes("str")
    named = [name for name in texts if texts[name].str.startswith(_PREFIX).any()]
    new = f"{_PREFIX}{number}"
    return frame.assign(**{n: frame[n].str.replace(_PREFIX, new, regex=False) for n in named})


def grown(record: Snapshot) -> Grown:
    """Medians of a page that is run again after a change, and of what stands behind a button."""
    rows = len(record.tables["paragraphs"])
    with _served(record):
        page = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=600)
        page.run()
        page.switch_page("app_pages/paragraphs.py")
        change = _median(page, [{"mentions": "true"}, {}])
        searches = [{"q": words, "scope": "all"} for words in GROWTH_TOPICS]
        search = _median(page, searches)
    start = time.perf_counter()
    facet_counts(record, "paragraphs", Query(), ["verb"])
    counts = time.perf_counter() - start
    gc.collect()
    return Grown(rows, change, search, counts, _memory())


@contextmanager
def _served(record: Snapshot) -> Iterator[None]:
    with patch.object(store, "current", lambda: record):
        yield


def _median(page: AppTest, asked: list[dict[str, str]]) -> float:
    seconds = []
    for turn in range(GROWTH_ROUNDS + len(asked)):
        page.query_params.clear()
        for name, value in asked[turn % len(asked)].items():
            page.query_params[name] = value
        start = time.perf_counter()
        page.run()
        if turn >= len(asked):  # what is worked out once a version was worked out by then
            seconds.append(time.perf_counter() - start)
        assert not page.exception, page.exception
    return statistics.median(seconds)


def _memory() -> int:
    """The bytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096
