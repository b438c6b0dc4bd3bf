"""Who signed, ratified or endorsed an instrument, and how these States voted on the core texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import pandas as pd

from dashboard.analysis.frames import frame_of, rows_of
from dashboard.analysis.votes.roll_calls import roll_calls
from dashboard.corpus.records.votes import POSITIONS
from dashboard.corpus.snapshot import Snapshot

JOINED = {"event": "str", "how": "str", "date": "str", "by": "boolean"}
VOTED = {
    "vote": "str",
    "symbol": "str",
    "date": "str",
    **dict.fromkeys((*POSITIONS, "eligible"), "Int64"),
}


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
    return next(
        (
            e.id
            for e in snapshot.events.values()
            if e.participants and e.participants.group == group
        ),
        None,
    )


def votes_of(snapshot: Snapshot, states: Collection[str]) -> pd.DataFrame:
    """How States voted in plenary on the core texts, newest first: columns `VOTED`.

    `eligible` are those of them that were members that day, whenever they joined what names them
    together. Only votes in which every State is named.
    """
    recorded = snapshot.tables["recorded_votes"]
    whole = (recorded["stage"] == "plenary") & (recorded["names"] == "complete")
    lines = []
    for row in rows_of(recorded[whole & (recorded["weight"] == "core")]):
        found = roll_calls(snapshot)[row["id"]]
        taken = Counter(found.positions[iso3] for iso3 in states if iso3 in found.positions)
        counts = [taken[position] for position in POSITIONS]
        lines.append((row["id"], row["symbol"], row["date"], *counts, sum(counts)))
    rows = frame_of(lines, VOTED)
    return rows.sort_values(["date", "vote"], ascending=False, kind="stable", ignore_index=True)
