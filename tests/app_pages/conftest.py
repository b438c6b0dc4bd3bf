"""The two records pages are tested against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.corpus import snapshot as snapshot_module
from dashboard.corpus import store as store_module
from dashboard.corpus.reading.parse_cache import ParseCache
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from dashboard.corpus.store import Store, signature
from dashboard.ui.frame import url_state
from tests.app_pages.visits.visiting import serve
from tests.invented.builders import write_data

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
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a day after most of the invented record.

    That is too small to leave anything out, so its pages open on everything.
    """

    class Day(dt.date):
        @classmethod
        def today(cls) -> Day:
            return cls(2036, 1, 15)

    calendar = SimpleNamespace(**{**vars(dt), "date": Day})
    for module in (snapshot_module, store_module):
        monkeypatch.setattr(module, "dt", calendar)
    monkeypatch.setattr(url_state, "OPENS_ON", EVERYTHING)


@pytest.fixture(scope="session")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the invented record, for all tests whose files nobody changes."""
    data = write_data(tmp_path_factory.mktemp("unchanged") / "data")
    before = signature(data)
    yield Store(data)
    assert signature(data) == before


@pytest.fixture
def small(unchanged: Store, later: None, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The invented record is served, read once for all who only look."""
    return serve(unchanged, monkeypatch)


@pytest.fixture
def editable(data_dir: Path, later: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented record is served from a folder that the test may change; gives the folder."""
    monkeypatch.setattr(store_module, "take_snapshot", read_once)
    return data_dir


@pytest.fixture(scope="session")
def loaded(real_record: Snapshot) -> Store:
    """A store that has read the record of the repository, which was read once for all tests."""
    store = Store(DATA)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_module, "take_snapshot", lambda *_: real_record)
        store.current()
    return store


@pytest.fixture
def real(loaded: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The record of the repository is served."""
    return serve(loaded, monkeypatch)
