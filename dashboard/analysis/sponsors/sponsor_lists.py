"""Who sponsored which text, in what role, and who could have: read once per version of the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.membership import members_on
from dashboard.corpus.snapshot import Snapshot

DRAFT = "original_sponsor"
ADDED = "additional_sponsor"


@dataclass(frozen=True)
class SponsorList:
    """The sponsors of one text, by State, and the members of the day it was adopted."""

    symbol: str
    day: str
    roles: Mapping[str, str]
    members: frozenset[str]


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


def _read(snapshot: Snapshot) -> dict[str, SponsorList]:
    documents = snapshot.tables["documents"]
    listed = documents[documents["sponsors"].notna() & documents["date"].notna()]
    roles: dict[str, dict[str, str]] = {str(symbol): {} for symbol in listed["id"]}
    table = snapshot.tables["sponsors"]
    for symbol, iso3, role in zip(table["symbol"], table["iso3"], table["role"], strict=True):
        if symbol in roles:
            roles[symbol][iso3] = role
    days = sorted(zip(listed["date"], listed["id"], strict=True))
    return {
        symbol: SponsorList(symbol, day, roles[symbol], members_on(snapshot.states, day))
        for day, symbol in days
    }
