"""Keeping garbage collection out of the readers' way.

A full collection after every script run walks all of pandas, plotly and the record and
costs more than the run itself. So what lives for ever is frozen after warm-up, and a
thread collects the rest every few seconds while something happens. This needs
`runner.postScriptGC = false`.
"""

from __future__ import annotations

import ctypes
import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa

COLLECT_EVERY = 3.0
"""Seconds between collections while there is activity."""


def freeze() -> None:
    """Collect everything once, then leave what is alive out of later collections.

    Called again after new data was loaded, or the old data would stay for ever.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    give_back()


def give_back() -> bool:
    """Give the machine back what reading the record took and no longer needs.

    Arrow and glibc keep it otherwise, a quarter of all: true where glibc gave some, false where
    there was none or the C library knows no `malloc_trim`.
    """
    pa.default_memory_pool().release_unused()
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return False
    return bool(trim(0))


def activity() -> int:
    """A number that grows while the process makes objects: its youngest collections so far."""
    return int(gc.get_stats()[0]["collections"])


@contextmanager
def collecting(every: float = COLLECT_EVERY) -> Iterator[threading.Thread]:
    """Collect in a daemon thread every `every` seconds of activity, until the block ends."""
    ended = threading.Event()

    def collect() -> None:
        seen = activity()
        while not ended.wait(every):
            if activity() != seen:
                gc.collect()
                seen = activity()

    thread = threading.Thread(target=collect, name="garbage-collection", daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        ended.set()
        thread.join(timeout=10)
