from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from types import ModuleType
from unittest import mock

import pytest


@pytest.fixture(scope="session")
def apart() -> Iterator[Executor]:
    """A process of its own: in this one a collection walks all that other tests have made.

    It starts by running the main module again, in whose place a page drawn before by another test
    may have left the page.
    """
    nothing_to_run = {"__main__": ModuleType("__main__")}
    with (
        mock.patch.dict(sys.modules, nothing_to_run),
        ProcessPoolExecutor(1, get_context("spawn")) as process,
    ):
        yield process
