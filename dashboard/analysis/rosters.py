"""Who signed, ratified or endorsed an instrument, and how these States voted on the core texts."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.states import votes_together, whole_votes
from dashboard.corpus.snapshot import Snapshot

JOINED = {"event": "str", "how": "str", "date": "str", "by": "boolean"}


def joined_by(snapshot: Snapshot, iso3: str) -> pd.DataFrame:
    """What a State signed, ratified, endorsed or joined, newest first: columns `JOINED`.

    `by`: the date is that of the first list that names it; it may have joined before.
    """
    found = [
        (event.id, joined.how, joined.on, joined.by)
        for event in snapshot.events.values()
        if event.participants
        for joined in event.participants.joined
        if iso3 in joined.states
    ]
    rows = frame_of(found, JOINED)
    return rows.sort_values(["date", "event"], ascending=False, kind="stable", ignore_index=True)


def instrument_of(snapshot: Snapshot, group: str) -> str | None:
    """The event that tells who is in a group of signatories; None for any other group."""
    instruments = (
        event.id
        for event in snapshot.events.values()
        if event.participants and event.participants.group == group
    )
    return next(instruments, None)


def votes_of(snapshot: Snapshot, states: Collection[str]) -> pd.DataFrame:
    """How States voted in plenary on the core texts, newest first: columns `VOTES_OF_GROUP`.

    `eligible` are those of them that were members that day, whenever they joined what names them
    together; none but votes in which at least one was, and every State is named.
    """
    recorded = snapshot.tables["recorded_votes"]
    core = recorded.loc[recorded["weight"] == "core", "id"]
    rows = votes_together(snapshot, lambda _: frozenset(states))
    rows = rows[rows["vote"].isin(whole_votes(snapshot).intersection(core))]
    return rows.sort_values(["date", "vote"], ascending=False, kind="stable", ignore_index=True)
