"""What tests of the store share: two files to spoil, a look at what is served, what is the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import pandas as pd

from dashboard.corpus.reading.loading import Languages
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


def assert_same_frame(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    """Equal rows in an equal order, and every column of the same kind and make."""
    assert found.index.equals(expected.index)
    assert found.equals(expected)
    assert list(found) == list(expected)
    for name in expected:
        one, other = found[name].array, expected[name].array
        assert (one.dtype, type(one)) == (other.dtype, type(other))
        if other.dtype == object:
            assert list(map(type, one)) == list(map(type, other))


def assert_same_snapshot(found: Snapshot, expected: Snapshot) -> None:
    """The same data in everything that is served, but for the moment at which they were read."""
    assert list(found.tables) == list(expected.tables)
    for name, frame in expected.tables.items():
        assert_same_frame(found.tables[name], frame)
    for field in fields(Snapshot):
        one, other = getattr(found, field.name), getattr(expected, field.name)
        if field.name == "fingerprints":
            assert _prints(one) == _prints(other)
        elif isinstance(other, Mapping) and field.name != "tables":
            assert list(one) == list(other)
            assert dict(one) == dict(other)
        elif field.name not in ("tables", "loaded_at"):
            assert one == other, field.name
    assert found.key == expected.key


def _prints(held: Mapping[str, Languages]) -> list[object]:
    return [
        (symbol, language, found.sha256, found.paragraphs)
        for symbol, by_language in held.items()
        for language, found in by_language.items()
    ]
