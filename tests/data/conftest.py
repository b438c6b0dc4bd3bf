"""The record of the repository as the tests of its content take it: read once for all of them."""

from __future__ import annotations

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.snapshot import Snapshot


@pytest.fixture(scope="session")
def corpus(examined: tuple[Corpus, list[Problem]]) -> Corpus:
    return examined[0]


@pytest.fixture(scope="session")
def record(real_record: Snapshot) -> Snapshot:
    return real_record
