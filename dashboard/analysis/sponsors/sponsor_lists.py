"""Who sponsored which text, in what role, and who could have: read once per version of the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.membership import groups_on, members_on
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.sponsorship import AGENT


@dataclass(frozen=True)
class SponsorList:
    """The sponsors of one text in their own names, by State, and who could have been one.

    `members` are the members of the day it was adopted; of a text tabled for a `group` those
    outside the group, since those within sponsor it as the group and nobody names them.
    """

    symbol: str
    day: str
    roles: Mapping[str, str]
    members: frozenset[str]
    group: str | None = None


_kept: SnapshotCache[dict[str, SponsorList]] = SnapshotCache(most=4)


def sponsor_lists(
    snapshot: Snapshot, symbols: Iterable[str] | None = None
) -> dict[str, SponsorList]:
    """The lists of the texts that have one, oldest text first, then by symbol.

    Symbols without a list of sponsors are passed over: nothing is known of who sponsored
    them, or nobody did.
    """
    every = _kept.get(snapshot.version, lambda: _read(snapshot))
    if symbols is None:
        return dict(every)
    wanted = set(symbols)
    return {symbol: found for symbol, found in every.items() if symbol in wanted}


def listed(documents: pd.DataFrame) -> pd.DataFrame:
    """The rows of the documents table whose sponsoring States are on record."""
    return documents[documents["sponsors_draft"].notna()]


def _read(snapshot: Snapshot) -> dict[str, SponsorList]:
    documents = listed(snapshot.tables["documents"]).dropna(subset="date")
    roles: dict[str, dict[str, str]] = {str(symbol): {} for symbol in documents["id"]}
    table = snapshot.tables["sponsors"]
    for symbol, iso3, role in zip(table["symbol"], table["iso3"], table["role"], strict=True):
        if symbol in roles and role != AGENT:
            roles[symbol][iso3] = role
    found = {}
    for day, symbol, group in sorted(
        zip(documents["date"], documents["id"], documents["submitted_for"], strict=True),
        key=lambda text: text[:2],
    ):
        members, own = members_on(snapshot.states, day), roles[symbol]
        group = None if pd.isna(group) else str(group)
        if group:
            within = {i for i in members if group in groups_on(snapshot.states[i], day)}
            members -= within - own.keys()
        found[symbol] = SponsorList(symbol, day, own, members, group)
    return found
