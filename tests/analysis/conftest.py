from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus.snapshot import Snapshot, take_snapshot
from tests.invented.synthetic import snapshot


@pytest.fixture(scope="session")
def record() -> Snapshot:
    return snapshot()


@pytest.fixture(scope="session")
def real() -> Snapshot:
    """The record in data/, for what was judged by hand."""
    return take_snapshot(Path(__file__).parents[2] / "data")
