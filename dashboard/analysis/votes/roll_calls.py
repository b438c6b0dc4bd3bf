"""What every State did in one recorded vote, as far as the lists of names allow to say.

Membership and groups are those of the day of the vote. Not voting, abstaining and not being
a member stay apart, and so do two ways of not knowing: `unnamed` is a State that stands in
neither of two complete lists, against and abstaining, and so was in favour or did not vote;
`unknown` is a State of which the lists say less than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.frames import frame_of, rows_by_id
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.membership import members_on
from dashboard.corpus.snapshot import Snapshot

POSITIONS = ("yes", "no", "abstain", "not_voting", "unnamed", "not_member", "unknown")
"""Every position a roll call can show, in the order in which they are listed."""
TAKEN = ("yes", "no", "abstain")
"""The positions that are a vote cast."""
ROLL_CALL = {"iso3": "str", "regional_group": "str", "position": "str"}

_ANY = frozenset({*TAKEN, "not_voting"})
_NOT_NAMED = ("unnamed", "unknown")
_UNNAMED = frozenset({"yes", "not_voting"})
_UNDATED = "9999"
"""Stands for the day of a vote whose day is not known: all that are members by now were."""


@dataclass(frozen=True)
class VoteRecord:
    """One vote: its facts, and for every State its position and what it may have been."""

    vote: str
    symbol: str
    stage: str
    date: str | None
    names: str
    positions: Mapping[str, str]
    """By ISO3, in the order of `by_region`; empty where no names are published."""
    unlisted: frozenset[str]
    """What a member in no list of names may have done."""

    @property
    def complete(self) -> bool:
        """Whether every State is named."""
        return self.names == "complete"

    def may_be(self, iso3: str) -> frozenset[str]:
        """The positions a State may have taken: one where it is known."""
        position = self.positions.get(iso3, "unknown")
        return self.unlisted if position in ("unnamed", "unknown") else frozenset({position})


_records: SnapshotCache[dict[str, VoteRecord]] = SnapshotCache(4)
_frames: SnapshotCache[pd.DataFrame] = SnapshotCache(64)


def roll_calls(snapshot: Snapshot) -> Mapping[str, VoteRecord]:
    """Every recorded vote by id, in the order of the table, those without names included."""
    return _records.get(snapshot.version, lambda: _all(snapshot))


def roll_call(snapshot: Snapshot, vote_id: str) -> pd.DataFrame:
    """One row for every State that was a member that day or has become one since.

    Columns `ROLL_CALL`; `position` is one of `POSITIONS`. In the order of the regional
    groups, then of `POSITIONS`, then of the English names. No rows where no names are
    published. Raises KeyError for an id that is no recorded vote's.
    """
    return _frames.get((snapshot.version, vote_id), lambda: _roll_call(snapshot, vote_id))


def marks(snapshot: Snapshot, vote_id: str) -> pd.DataFrame:
    """A roll call with as many marks of each position as its published totals say.

    As `roll_call`; where some States are in no list, those named keep their marks, and the rest
    of each total, then of the members, stands in the group `unknown` with no code.
    """
    found = roll_call(snapshot, vote_id)
    row = rows_by_id(snapshot, "recorded_votes")[vote_id]
    named = found[~found["position"].isin(_NOT_NAMED)]
    if len(named) == len(found) or any(row[position] is None for position in TAKEN):
        return found
    counted = named["position"].value_counts()
    rest = {p: max(0, row[p] - int(counted.get(p, 0))) for p in TAKEN}
    rest["unknown"] = max(0, len(found) - len(named) - sum(rest.values()))
    lines = [("", "unknown", position) for position, n in rest.items() for _ in range(n)]
    return pd.concat([named, frame_of(lines, ROLL_CALL)], ignore_index=True)


def by_region(snapshot: Snapshot, states: Iterable[str]) -> list[str]:
    """States in the order of the regional groups, then of the English names, then of codes."""
    groups = {group: place for place, group in enumerate(regional_groups(snapshot))}
    english = {iso3: state.names["en"] for iso3, state in snapshot.states.items()}
    return sorted(
        states,
        key=lambda iso3: (groups[regional_group(snapshot, iso3)], english.get(iso3, iso3), iso3),
    )


def regional_group(snapshot: Snapshot, iso3: str) -> str:
    """The regional group of a State; `unknown` for a code not listed."""
    state = snapshot.states.get(iso3)
    return state.regional_group if state else "unknown"


def regional_groups(snapshot: Snapshot) -> tuple[str, ...]:
    """The regional groups States belong to, in the order of the vocabulary of groups."""
    found = {state.regional_group for state in snapshot.states.values()}
    known = [group for group in snapshot.terms("groups") if group in found]
    return tuple(dict.fromkeys([*known, *sorted(found), "unknown"]))


def _roll_call(snapshot: Snapshot, vote_id: str) -> pd.DataFrame:
    groups = regional_groups(snapshot)
    rows = [
        (iso3, regional_group(snapshot, iso3), position)
        for iso3, position in roll_calls(snapshot)[vote_id].positions.items()
    ]
    rows.sort(key=lambda row: (groups.index(row[1]), POSITIONS.index(row[2])))
    return frame_of(rows, ROLL_CALL)


def _all(snapshot: Snapshot) -> dict[str, VoteRecord]:
    votes = snapshot.tables["votes"]
    lists: dict[str, dict[str, str]] = {}
    for vote, iso3, position in zip(votes["vote"], votes["iso3"], votes["position"], strict=True):
        lists.setdefault(vote, {})[iso3] = position
    found = {}
    for row in rows_by_id(snapshot, "recorded_votes").values():
        unlisted = _ANY.difference(row["complete"])
        positions: dict[str, str] = {}
        if row["names"] != "not_published":
            listed = lists.get(row["id"], {})
            positions = _positions(snapshot, row["date"] or _UNDATED, listed, unlisted)
        found[row["id"]] = VoteRecord(
            row["id"],
            *(row["symbol"], row["stage"], row["date"], row["names"]),
            positions,
            unlisted,
        )
    return found


def _positions(
    snapshot: Snapshot, date: str, listed: Mapping[str, str], unlisted: frozenset[str]
) -> dict[str, str]:
    """The position of every State that is or was a member, or is named."""
    members = members_on(snapshot.states, date)
    states = {s.iso3 for s in snapshot.states.values() if s.status == "member"}
    absent = _unlisted(unlisted)
    return {
        iso3: listed.get(iso3, absent if iso3 in members else "not_member")
        for iso3 in by_region(snapshot, states | listed.keys())
    }


def _unlisted(possible: frozenset[str]) -> str:
    """The position of a member in no list. Where all are complete, it is none of the body's."""
    if not possible:
        return "not_member"
    if len(possible) == 1:
        return next(iter(possible))
    return "unnamed" if possible == _UNNAMED else "unknown"
