"""What the log of the data says: which records were added, changed or removed, and when."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.corpus.records.changes import Change
from dashboard.corpus.snapshot import Snapshot

COLUMNS = dict.fromkeys(("id", "change", "on", "version"), "str")
"""The record, `added`, `changed` or `removed`, the day and the data version of the change."""


Line = tuple[str, str, str, str]


def changes(snapshot: Snapshot, since: str | None = None) -> pd.DataFrame:
    """Each change of a record by itself, the newest version first; columns as in `COLUMNS`.

    `since` is a partial date or a data version, as in `changed_since`. No rows without a log.
    """
    published = reversed(_published(snapshot, since))
    return frame_of((line for change in published for line in _lines(change, snapshot)), COLUMNS)


def changed_since(snapshot: Snapshot, since: str) -> pd.DataFrame:
    """What became of each record since then, one row a record, by id; columns as in `COLUMNS`.

    `since` is a partial date: versions published on its first day or later; or a data
    version: those published after it. A record that came and changed since was added; one
    that came and went is left out. `on` and `version` are those of its last change. No rows
    where there is no log, or none of that version in it.
    """
    first: dict[str, str] = {}
    last: dict[str, Line] = {}
    for change in _published(snapshot, since):
        for line in _lines(change, snapshot):
            first.setdefault(line[0], line[1])
            last[line[0]] = line
    net = []
    for record_id, (_, kind, *when) in sorted(last.items()):
        was_new = first[record_id] == "added"
        if not (was_new and kind == "removed"):
            kind = "changed" if kind == "added" and not was_new else kind
            net.append((record_id, "added" if was_new else kind, *when))
    return frame_of(net, COLUMNS)


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


def _lines(change: Change, snapshot: Snapshot) -> Iterator[Line]:
    """Every record a version added, changed or removed, as a line of `COLUMNS`.

    An event that a document tells of is part of that document: one line for both.
    """
    kinds = change.records
    listed = {"added": kinds.added, "changed": kinds.changed, "removed": kinds.removed}
    became = {record_id: kind for kind, ids in listed.items() for record_id in ids}
    for record_id, kind in became.items():
        shown = snapshot.mark_of(record_id) if record_id in snapshot.events else record_id
        if shown == record_id:
            yield record_id, kind, change.on, change.version
        elif shown not in became:
            yield shown, "changed", change.on, change.version
