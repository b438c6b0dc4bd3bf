"""The data all visitors share: loaded once, swapped whole, never half.

It stands outside Streamlit's caches because any client can empty those. Changed files
are noticed by their names, sizes and times; new data is read in a thread while everyone
goes on with the old, and takes its place only when it is free of errors and did not
change while it was read.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from dashboard.corpus import snapshot_file
from dashboard.corpus.reading.data_files import SUFFIXES
from dashboard.corpus.reading.parse_cache import ParseCache, default_path
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.records.changes import CHANGES
from dashboard.corpus.snapshot import NoDataError, Snapshot, take_snapshot
from dashboard.corpus.snapshot_file import read_snapshot, write_snapshot

log = logging.getLogger(__name__)
LOOK_EVERY = 2.0
"""Seconds between looks at the data folder."""
SETTLE = 1.0
"""Seconds the newest file must have rested: a checkout writes its files one by one."""
AT_LATEST = 5.0
"""Seconds after the first change seen, when a folder that never rests is read all the same."""
RESTLESS = f"has been changing for over {AT_LATEST:.0f} seconds; it is read when it rests"
NO_LOG = "the log of versions is gone or cannot be read; without it no loss would be noticed"

Signature = tuple[tuple[str, int, int, int], ...]


def data_folder() -> Path:
    """The folder named by DASHBOARD_DATA, or `data` in the working directory."""
    return Path(os.environ.get("DASHBOARD_DATA") or "data")


def signature(data: Path) -> Signature:
    """Name, size, times of content and of status (ns) of every data file and folder.

    Folders tell of files deleted; the status time, which nobody can set, tells of
    permissions given back and of files moved here with an old time.
    """
    found = []
    root = os.fspath(data)
    for folder, _, names in os.walk(root):  # as text: this is looked at every few seconds
        for name in ("", *(name for name in names if name.endswith(SUFFIXES))):
            path = os.path.join(folder, name)
            try:
                stat = os.stat(path)
            except OSError:
                continue
            name = path[len(root) :].strip(os.sep) or "."
            found.append((name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
    return tuple(sorted(found))


class Store:
    """Serves one folder. Safe to call from any thread."""

    def __init__(
        self,
        data: Path,
        cache: ParseCache | None = None,
        on_swap: Callable[[Snapshot], None] | None = None,
        file: Path | None = None,
    ) -> None:
        self._data = data
        self._cache = cache
        self._file = file
        """Where the data served lie on disk, ready for the next start; None: nowhere."""
        self.on_swap = on_swap
        """Called in the loading thread after new data has taken its place."""
        self._snapshot: Snapshot | None = None
        self._seen: Signature | None = None
        self._left_out: set[str] = set()
        """Files with an error when the served data was read; it was never served with them."""
        self.seconds = 0.0
        """How long the data now served took to be read."""
        self._looked = 0.0
        self._changed: float | None = None
        """When files were first seen to differ from those that were read."""
        self._loading = threading.Lock()
        """Held while data is read, and while what follows a swap is done: for seconds."""
        self._swapping = threading.Lock()
        """Held while one snapshot takes another's place: no reader waits for a load."""

    def current(self) -> Snapshot:
        """The data as it stands. Reads it on the first call, which may raise `NoDataError`."""
        if self._snapshot is None:
            with self._loading:
                if self._snapshot is None:
                    self._first()
        elif time.monotonic() - self._looked > LOOK_EVERY:
            self._looked = time.monotonic()
            threading.Thread(target=self.refresh, name="data-refresh", daemon=True).start()
        snapshot = self._snapshot
        assert snapshot is not None
        return self._today(snapshot)

    def _today(self, snapshot: Snapshot) -> Snapshot:
        """The data with statuses of today; after midnight the first reader computes them."""
        today = dt.date.today()
        if snapshot.as_of == today:
            return snapshot
        with self._swapping:
            assert self._snapshot is not None
            self._snapshot = self._snapshot.on(today)
            return self._snapshot

    def _first(self) -> None:
        seen, start = signature(self._data), time.monotonic()
        first = read_snapshot(self._file, seen) if self._file else None
        if first is None:
            first = take_snapshot(self._data, self._cache)
            if signature(self._data) == seen:
                first = self._on_disk(first, seen)
        self.seconds = time.monotonic() - start
        self._left_out = {problem.file for problem in first.errors}
        self._snapshot = first
        self._seen = seen
        self._looked = time.monotonic()

    def _on_disk(self, new: Snapshot, seen: Signature) -> Snapshot:
        """What was read of this state of the folder, put on disk and served from there.

        Read back it takes half the memory. Left as it is where it has errors, which are looked for
        at each start, where files could still change within the same tick of the clock, and where
        the disk takes nothing.
        """
        kept = self._file is not None and not new.errors and _age(seen) > SETTLE
        if self._file is None or not kept or not write_snapshot(self._file, new, seen):
            return new
        return read_snapshot(self._file, seen) or new

    def refresh(self) -> None:
        """Swap in changed data that is good; while it is bad, mark the old stale."""
        if not self._loading.acquire(blocking=False):
            return
        try:
            found = signature(self._data)
            if self._snapshot is None or found == self._seen:
                self._changed = None
                return
            rested, now = _rested(found), time.monotonic()
            self._changed = self._changed or now
            if rested or now - self._changed > AT_LATEST:
                self._changed = None
                self._swap(found, rested)
        except Exception:  # a reader must outlive whatever a data folder can do to it
            log.exception("the data folder could not be examined")
        finally:
            self._loading.release()

    def _swap(self, found: Signature, rested: bool) -> None:
        new: Snapshot | None = None
        start = time.monotonic()
        try:
            new = take_snapshot(self._data, self._cache)
            problems = new.problems
        except NoDataError as error:
            problems = error.problems
        except Exception as error:  # no data may stop the reader, whatever is wrong with it
            log.exception("the data could not be read")
            self._refuse((Problem(".", 1, "", f"could not be read: {_reason(error)}"),))
            return  # no verdict on the data: what failed may pass, so it is tried again
        if signature(self._data) != found:
            if not rested:
                self._refuse((Problem(".", 1, "", RESTLESS), *problems))
            return  # still being written: look again later
        self._seen = found
        if new is not None and new.changes is None and self._snapshot and self._snapshot.changes:
            new, problems = None, (Problem(CHANGES, 1, "", NO_LOG), *problems)
        left_out = {problem.file for problem in problems if problem.severity == "error"}
        if new is None or left_out - self._left_out:
            log.error("new data refused, %d problems, first: %s", len(problems), problems[0])
            self._refuse(problems)
            return
        self._left_out = left_out
        new = self._on_disk(new, found)
        self.seconds = time.monotonic() - start
        with self._swapping:
            self._snapshot = new
        log.info("serving data version %s", new.version)
        try:
            if self.on_swap is not None:
                self.on_swap(new)
        except Exception:  # the data are good and served, whatever else was to be done with them
            log.exception("the new data are served, but what follows a change of data failed")

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        """Go on with the old data, marked stale, and say why."""
        with self._swapping:
            assert self._snapshot is not None
            self._snapshot = replace(self._snapshot, stale=True, problems=problems)


def _reason(error: Exception) -> str:
    """What went wrong, without what an error may tell of this machine's paths."""
    reason = error.strerror if isinstance(error, OSError) else None
    return f"{type(error).__name__}: {reason}" if reason else type(error).__name__


def _age(found: Signature) -> float:
    """Seconds since the newest change; below 0 where the clocks of disk and machine differ."""
    return time.time() - max((changed for *_, changed in found), default=0) / 1e9


def _rested(found: Signature) -> bool:
    return not 0 <= _age(found) <= SETTLE


_creating = threading.Lock()


@cache
def _store() -> Store:
    data = data_folder()
    return Store(data, ParseCache(default_path(data)), file=snapshot_file.default_path(data))


def store() -> Store:
    """The store of this process, over the folder `data_folder()` names at its first use."""
    with _creating:
        return _store()


def current() -> Snapshot:
    """The data this process serves. Raises `NoDataError` where there is none to serve."""
    return store().current()


def reset() -> None:
    """Forget the store, so that the next use reads `DASHBOARD_DATA` again (for tests)."""
    _store.cache_clear()
