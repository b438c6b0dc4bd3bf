"""The data as pages get it: a page that cannot be served says so instead of failing."""

from __future__ import annotations

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot


def snapshot_or_none() -> Snapshot | None:
    """The snapshot of this process, or None where the data folder gives nothing to serve."""
    try:
        return store.current()
    except NoDataError:
        return None
