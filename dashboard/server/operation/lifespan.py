"""From the start of a process to its end: load, warm up, freeze, serve, drain."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.server.garbage_collection import COLLECT_EVERY, collecting, freeze
from dashboard.server.operation.metrics import measuring
from dashboard.server.operation.readiness import READINESS, drain_seconds, draining

log = logging.getLogger(__name__)
AGAIN_AFTER = 5.0
"""Seconds after which a folder that had no good data is read again."""

WarmUp = Callable[[Snapshot], object]


def warm(snapshot: Snapshot, steps: Iterable[WarmUp]) -> None:
    """Run each step on the record, so that the first reader does not wait.

    A step that fails is logged; the others run.
    """
    for step in steps:
        try:
            step(snapshot)
        except Exception:
            log.exception("a warm-up step failed")


def lifespan(
    steps: Iterable[WarmUp] = (), every: float = COLLECT_EVERY, again_after: float = AGAIN_AFTER
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """What `st.App(lifespan=…)` runs: load, warm up, freeze, collect until the server stops.

    The server listens meanwhile, and `/readyz` says that it is not ready. Without data the folder
    is read again every `again_after` seconds, and `/healthz` says what is wrong. New data is warmed
    and frozen in the same way when the store swaps it in.
    """
    chosen = tuple(steps)

    def prepare(snapshot: Snapshot) -> None:
        warm(snapshot, chosen)
        freeze()

    def load(ended: threading.Event) -> None:
        told = False
        while not ended.is_set():
            try:
                snapshot = store.current()
                prepare(snapshot)
                READINESS.loaded()
                log.info("serving data version %s", snapshot.version)
                return
            except NoDataError as missing:
                READINESS.failed(missing.problems)
                if not told:
                    log.error("no data to serve: %s", missing)
                told = True
            except Exception:  # no data folder may leave a process that is for ever about to load
                READINESS.failed(())
                log.exception("the data could not be loaded")
            ended.wait(again_after)

    @asynccontextmanager
    async def running(app: object) -> AsyncIterator[None]:
        READINESS.phase = "loading"
        shared, ended = store.store(), threading.Event()
        shared.on_swap = prepare
        threading.Thread(target=load, args=[ended], name="data-load", daemon=True).start()
        try:
            with measuring(), collecting(every), draining(drain_seconds()):
                yield
        finally:
            ended.set()
            shared.on_swap = None
            READINESS.phase = "unstarted"
            gc.unfreeze()

    return running
