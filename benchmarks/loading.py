"""Reading the record: cold, from the cache, and next to a plain read of the same files."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks.settings import LOAD_ROUNDS
from dashboard.corpus.reading.parse_cache import ParseCache
from dashboard.corpus.snapshot import take_snapshot


def _plain(data: Path) -> None:
    """What anybody pays who reads these files with the fast safe loader, and checks nothing."""
    for path in sorted(data.rglob("*.yaml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def _median(action: Callable[[], object]) -> float:
    seconds = []
    for _ in range(LOAD_ROUNDS):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def data_load(data: Path) -> dict[str, float]:
    """Median seconds by way of reading: `plain`, `cold` and `cached`."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "parsed.json"
        take_snapshot(data, ParseCache(cache))
        return {
            "plain": _median(lambda: _plain(data)),
            "cold": _median(lambda: take_snapshot(data)),
            "cached": _median(lambda: take_snapshot(data, ParseCache(cache))),
        }
