"""Who was a member of the United Nations on a day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dashboard.corpus.base import last_day
from dashboard.corpus.reference import State


def members_on(states: Mapping[str, State], date: str) -> frozenset[str]:
    """ISO3 codes of the members of a (partial) date, observers left out."""
    joined = tuple(
        (s.iso3, s.member_since) for s in states.values() if s.status == "member" and s.member_since
    )
    return _members(joined, last_day(date).isoformat())


@lru_cache(maxsize=512)
def _members(joined: tuple[tuple[str, str], ...], day: str) -> frozenset[str]:
    return frozenset(iso3 for iso3, since in joined if since <= day)
