"""A store under test looks at its folder only when told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus import store as store_module
from dashboard.corpus.store import Store


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests look when they want to; files count as rested at once."""
    monkeypatch.setattr(store_module, "LOOK_EVERY", 3600.0)
    monkeypatch.setattr(store_module, "SETTLE", -1.0)


@pytest.fixture
def started(data_dir: Path, no_waiting: None) -> Store:
    store = Store(data_dir)
    store.current()
    return store
