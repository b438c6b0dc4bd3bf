"""What tests of the store share: two files to spoil, and a look at what is served."""

from __future__ import annotations

from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.store import Store
from tests.invented.builders import EVENTS

LAW, GROVE = EVENTS.format("machine-law"), EVENTS.format("grove-summit")


def law_date(snapshot: Snapshot) -> str:
    timeline = snapshot.tables["timeline"]
    return str(timeline.loc[timeline["id"] == "machine-law", "date"].item())


def seen(store: Store) -> Snapshot:
    store.refresh()
    return store.current()
