"""What the log of the data says: which records were added, changed or removed, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from dashboard.corpus.records.changes import Change
from dashboard.corpus.snapshot import Snapshot

COLUMNS = ("id", "change", "on", "version")
"""The record, `added`, `changed` or `removed`, the day and the data version of the change."""


def changes(snapshot: Snapshot, since: str | None = None) -> pd.DataFrame:
    """Each change of a record by itself, the newest version first; columns as in `COLUMNS`.

    `since` is a partial date or a data version, as in `changed_since`. No rows without a log.
    """
    rows = [row for change in reversed(_published(snapshot, since)) for row in _rows(change)]
    return _frame(rows)


def changed_since(snapshot: Snapshot, since: str) -> pd.DataFrame:
    """What became of each record since then, one row a record, by id; columns as in `COLUMNS`.

    `since` is a partial date: versions published on its first day or later; or a data
    version: those published after it. A record that came and changed since was added; one
    that came and went is left out. `on` and `version` are those of its last change. No rows
    where there is no log, or none of that version in it.
    """
    return _net(_published(snapshot, since))


def changed_ids(snapshot: Snapshot, since: str) -> frozenset[str]:
    """The records on hand that were added or changed since then, see `changed_since`."""
    found = changed_since(snapshot, since)
    return frozenset(found["id"][found["change"] != "removed"])


def between(snapshot: Snapshot, version: str | None) -> pd.DataFrame | None:
    """What became of each record after a data version, as `changed_since` gives it.

    None where no version is given or none such is known, so that nothing can be said. Of
    data that is not in the log yet, the changes up to the newest version in it.
    """
    version = (version or "").lower()
    return changed_since(snapshot, version) if version in snapshot.versions else None


def _published(snapshot: Snapshot, since: str | None) -> list[Change]:
    if snapshot.changes is None:
        return []
    if since is None:
        return snapshot.changes.versions
    return snapshot.changes.since(since) or []


def _rows(change: Change) -> Iterator[dict[str, str]]:
    kinds = change.records
    listed = {"added": kinds.added, "changed": kinds.changed, "removed": kinds.removed}
    for kind, ids in listed.items():
        for record_id in ids:
            yield {"id": record_id, "change": kind, "on": change.on, "version": change.version}


def _net(published: Iterable[Change]) -> pd.DataFrame:
    first: dict[str, str] = {}
    last: dict[str, dict[str, str]] = {}
    for change in published:
        for row in _rows(change):
            first.setdefault(row["id"], row["change"])
            last[row["id"]] = row
    rows = []
    for record_id in sorted(last):
        was_new, is_gone = first[record_id] == "added", last[record_id]["change"] == "removed"
        if was_new and is_gone:
            continue
        kind = "removed" if is_gone else "added" if was_new else "changed"
        rows.append({**last[record_id], "change": kind})
    return _frame(rows)


def _frame(rows: list[dict[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
