"""Starts a side's server on 127.0.0.1 and ends it again."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.settings import PROBES, Side


@contextmanager
def served(side: Side) -> Iterator[str]:
    """Address of the running app, with the settings of its own folder."""
    spec = importlib.util.spec_from_file_location("st_server", PROBES / "st_server.py")
    assert spec is not None
    assert spec.loader is not None
    probe = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(probe)
    with probe.server(side.script, cwd=side.folder) as (url, _process):
        yield url
