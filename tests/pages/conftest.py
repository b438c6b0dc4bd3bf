"""The router around every page, and the two records pages are tested against."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager

from dashboard.corpus import snapshot as snapshot_module
from dashboard.corpus import store as store_module
from dashboard.corpus.parse_cache import ParseCache
from dashboard.corpus.store import Store
from dashboard.ui import timeline_chart

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are declared, not discovered, as `declare_pages` sees to in the server.

    AppTest forgets that at each run and would draw a page without the router around it.
    """
    create = PagesManager.__init__

    def create_declared(self: PagesManager, *args: Any, **more: Any) -> None:
        create(self, *args, **more)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", create_declared)


@pytest.fixture
def small(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented record is served, as on a day after most of it; gives its folder."""

    class Day(dt.date):
        @classmethod
        def today(cls) -> Day:
            return cls(2036, 1, 15)

    calendar = SimpleNamespace(**{**vars(dt), "date": Day})
    for module in (timeline_chart, snapshot_module, store_module):
        monkeypatch.setattr(module, "dt", calendar)
    return data_dir


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The record of the repository, read once for all tests."""
    store = Store(DATA, ParseCache(tmp_path_factory.mktemp("parsed") / "cache.sqlite"))
    store.current()
    return store


@pytest.fixture
def real(loaded: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The record of the repository is served, whatever is written to it meanwhile."""
    monkeypatch.setattr(store_module, "LOOK_EVERY", float("inf"))
    monkeypatch.setattr(store_module, "_store", loaded)
    return loaded
