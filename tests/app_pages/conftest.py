"""The two records pages are tested against."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest

from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.corpus import snapshot as snapshot_module
from dashboard.corpus import store as store_module
from dashboard.corpus.reading.parse_cache import ParseCache
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from dashboard.corpus.store import Store
from dashboard.server.garbage_collection import freeze
from dashboard.ui.frame import url_state

DATA = Path(__file__).parents[2] / "data"
_read: dict[tuple[tuple[str, bytes], ...], Snapshot] = {}
"""Invented records that pages were drawn from, by what their files hold."""


def read_once(data: Path, cache: ParseCache | None = None) -> Snapshot:
    """`take_snapshot` of a small folder: of two with the same files the second is not read."""
    files = (path for path in data.rglob("*") if path.is_file())
    held = tuple(sorted((str(path.relative_to(data)), path.read_bytes()) for path in files))
    if held not in _read:
        _read[held] = take_snapshot(data, cache)
    return _read[held]


@pytest.fixture
def small(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented record is served, as on a day after most of it; gives its folder.

    It is too small to leave anything out, so its pages open on everything.
    """

    class Day(dt.date):
        @classmethod
        def today(cls) -> Day:
            return cls(2036, 1, 15)

    calendar = SimpleNamespace(**{**vars(dt), "date": Day})
    for module in (snapshot_module, store_module):
        monkeypatch.setattr(module, "dt", calendar)
    monkeypatch.setattr(store_module, "take_snapshot", read_once)
    monkeypatch.setattr(url_state, "OPENS_ON", EVERYTHING)
    return data_dir


@pytest.fixture(scope="session")
def loaded(parsed: ParseCache) -> Store:
    """The record of the repository, read once for all tests."""
    store = Store(DATA, parsed)
    store.current()
    freeze()
    return store


@pytest.fixture
def real(loaded: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The record of the repository is served, whatever is written to it meanwhile."""
    monkeypatch.setattr(store_module, "LOOK_EVERY", float("inf"))
    monkeypatch.setattr(store_module, "store", lambda: loaded)
    return loaded
