"""Who was a member of the United Nations, or of a group, on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import last_day
from dashboard.corpus.records.vocabularies import Membership, State

_FIRST, _LAST = "0000-01-01", "9999-12-31"


def members_on(states: Mapping[str, State], date: str) -> frozenset[str]:
    """ISO3 codes of the members of a (partial) date, observers left out."""
    joined = tuple(
        (s.iso3, s.member_since) for s in states.values() if s.status == "member" and s.member_since
    )
    return _members(joined, last_day(date).isoformat())


@lru_cache(maxsize=512)
def _members(joined: tuple[tuple[str, str], ...], day: str) -> frozenset[str]:
    return frozenset(iso3 for iso3, since in joined if since <= day)


def groups_on(state: State, date: str | None) -> tuple[str, ...]:
    """The groups of a State on a (partial) date, its regional group first, each once.

    A group counts where its time and the date can overlap: a State that joined in 2025-01
    was in on any day of that month, and `until` is the last day. A null since or until sets
    no bound. Without a date, the groups it has not left.
    """
    found = (m.group for m in state.groups if (m.until is None if date is None else _in(m, date)))
    return tuple(dict.fromkeys((state.regional_group, *found)))


def with_rosters(states: Mapping[str, State], events: Iterable[Event]) -> dict[str, State]:
    """The States, each in the groups of what it signed or joined as well, from the first day."""
    since: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for people in (event.participants for event in events if event.participants):
        if people.group:
            for joined in people.joined:
                for iso3 in joined.states:
                    own = since[iso3]
                    own[people.group] = min(joined.on, own.get(people.group, _LAST))
    found = dict(states)
    for iso3 in since.keys() & states.keys():
        joined_groups = (Membership(group=code, since=day) for code, day in since[iso3].items())
        groups = [*states[iso3].groups, *joined_groups]
        found[iso3] = states[iso3].model_copy(update={"groups": groups})
    return found


def _in(membership: Membership, date: str) -> bool:
    """Compares dates as text: what is missing is the first, or a last, day of the year or month."""
    since, until = membership.since, membership.until
    joined = since is None or since + _FIRST[len(since) :] <= date + _LAST[len(date) :]
    left = until is not None and until + _LAST[len(until) :] < date + _FIRST[len(date) :]
    return joined and not left
