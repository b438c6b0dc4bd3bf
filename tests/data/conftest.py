"""The record of the repository as the tests of its content take it: read once for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.parse_cache import ParseCache
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.snapshot import Snapshot, examine

DATA = Path(__file__).parents[2] / "data"

Examined = tuple[Corpus, list[Problem]]


@pytest.fixture(scope="session")
def examined(parsed: ParseCache) -> Examined:
    """The records and all that the checker finds in them."""
    return examine(DATA, parsed)


@pytest.fixture(scope="session")
def corpus(examined: Examined) -> Corpus:
    return examined[0]


@pytest.fixture(scope="session")
def record(real_record: Snapshot) -> Snapshot:
    return real_record
