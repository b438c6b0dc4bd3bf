from __future__ import annotations

import pytest

from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot


@pytest.fixture(scope="session")
def record() -> Snapshot:
    return snapshot()


@pytest.fixture(scope="session")
def real(real_record: Snapshot) -> Snapshot:
    """The record in data/, for what was judged by hand."""
    return real_record
