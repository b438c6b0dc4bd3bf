"""What is worked out once for each version of the data and used by every reader."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES

T = TypeVar("T")
P = ParamSpec("P")


class _Value(Generic[T]):
    """One value, and the lock of the thread that makes it."""

    made: T

    def __init__(self) -> None:
        self.lock = threading.Lock()


class SnapshotCache(Generic[T]):
    """The values last used, at most `most` of them. Safe to use from any thread.

    A value is made once even if several threads ask for it at the same time; those wait, and
    whoever asks for another value does not.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, _Value[T]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made on first use. What `make` raises is raised, nothing kept."""
        with self._lock:
            value = self._values.setdefault(key, _Value())
            self._values.move_to_end(key)
            if len(self._values) > self._most:
                self._values.popitem(last=False)
        with value.lock:
            if not hasattr(value, "made"):
                try:
                    value.made = make()
                except BaseException:
                    with self._lock:
                        if self._values.get(key) is value:
                            del self._values[key]
                    raise
            return value.made


class TableCache(Generic[T]):
    """The values last used of each table, `most` a table: those of one throw out no other's.

    Days asked of the requests make a value each, and all other tables keep what they have.
    """

    def __init__(self, most: int) -> None:
        self._tables = {table: SnapshotCache[T](most) for table in TABLES}

    def get(self, snapshot: Snapshot, table: str, make: Callable[[], T], what: Hashable = "") -> T:
        """What is kept of a table as it stands in a snapshot, made on first use."""
        return self._tables[table].get((snapshot.key_of(table), what), make)


def once(ask: Callable[Concatenate[Snapshot, P], T]) -> Callable[Concatenate[Snapshot, P], T]:
    """A question about a snapshot, answered once for each version of the data and day, and for
    what else is asked, such as a language.

    All who ask share the answer, so nobody may change it.
    """
    kept: SnapshotCache[T] = SnapshotCache(most=8)

    @wraps(ask)
    def answer(snapshot: Snapshot, /, *asked: P.args, **named: P.kwargs) -> T:
        key = (snapshot.key, asked, tuple(named.items()))
        return kept.get(key, lambda: ask(snapshot, *asked, **named))

    return answer
