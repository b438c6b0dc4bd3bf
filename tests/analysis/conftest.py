from __future__ import annotations

import pytest

from dashboard.corpus.snapshot import Snapshot
from tests.synthetic import snapshot


@pytest.fixture(scope="session")
def record() -> Snapshot:
    return snapshot()
