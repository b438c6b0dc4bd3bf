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

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.membership import groups_on, members_on
from dashboard.corpus.snapshot import Snapshot

POSITIONS = ("yes", "no", "abstain", "not_voting", "unnamed", "not_member", "unknown")
"""Every position a roll call can show, in the order in which they are listed."""
TAKEN = ("yes", "no", "abstain")
"""The positions that are a vote cast."""
ROLL_CALL_COLUMNS = ("iso3", "regional_group", "position")
NAMED_COLUMNS = ("position", "published", "named")

_ANY = frozenset({*TAKEN, "not_voting"})
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
    """By ISO3; empty where no names are published."""
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


def roll_calls(snapshot: Snapshot) -> Mapping[str, VoteRecord]:
    """Every recorded vote by id, in the order of the table, those without names included."""
    return _records.get(snapshot.key, lambda: _all(snapshot))


def roll_call(snapshot: Snapshot, vote_id: str) -> pd.DataFrame:
    """One row for every State that was a member that day or has become one since.

    Columns `ROLL_CALL_COLUMNS`; `position` is one of `POSITIONS`. In the order of the regional
    groups, then of `POSITIONS`, then of the English names. No rows where no names are
    published. Raises KeyError for an id that is no recorded vote's.
    """
    found = roll_calls(snapshot)[vote_id]
    region = {iso3: regional_group(snapshot, iso3, found.date) for iso3 in found.positions}
    groups = {group: place for place, group in enumerate(regional_groups(snapshot))}
    rows = sorted(
        ((iso3, region[iso3], position) for iso3, position in found.positions.items()),
        key=lambda r: (groups[r[1]], POSITIONS.index(r[2]), english(snapshot, r[0]), r[0]),
    )
    return text_frame(rows, ROLL_CALL_COLUMNS)


def named_positions(snapshot: Snapshot, vote_id: str) -> pd.DataFrame:
    """How many States are named for each position, beside the number published.

    Columns `NAMED_COLUMNS`: a row each for yes, no, abstain and not_voting. `published` is
    null where no number is; not voting is never published, but follows from complete lists.
    Raises KeyError for an id that is no recorded vote's.
    """
    found = roll_calls(snapshot)[vote_id]
    table = snapshot.tables["recorded_votes"]
    row = table[table["id"] == vote_id].iloc[0]
    positions = list(found.positions.values())
    asked = (*TAKEN, "not_voting")
    return pd.DataFrame(
        {
            "position": pd.Series(list(asked), dtype="str"),
            "published": pd.Series([row[name] for name in asked], dtype="Int64"),
            "named": pd.Series([positions.count(name) for name in asked], dtype="Int64"),
        }
    )


def english(snapshot: Snapshot, iso3: str) -> str:
    """The English name of a State; its code where the list of States lacks it."""
    state = snapshot.states.get(iso3)
    return state.names["en"] if state else iso3


def regional_group(snapshot: Snapshot, iso3: str, date: str | None) -> str:
    """The regional group of a State on a (partial) date; `unknown` for a code not listed."""
    state = snapshot.states.get(iso3)
    return groups_on(state, date)[0] if state else "unknown"


def regional_groups(snapshot: Snapshot) -> tuple[str, ...]:
    """The regional groups States belong to, in the order of the vocabulary of groups."""
    vocabulary = snapshot.vocabularies.get("groups")
    order = list(vocabulary.terms) if vocabulary else []
    found = {state.regional_group for state in snapshot.states.values()}
    known = [group for group in order if group in found]
    return (*known, *sorted(found.difference(known)), "unknown")


def text_frame(rows: Iterable[tuple[str, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    """Rows of texts and codes as a frame, with its columns also where there are no rows."""
    return pd.DataFrame(list(rows), columns=list(columns), dtype="str")


def _all(snapshot: Snapshot) -> dict[str, VoteRecord]:
    table = snapshot.tables["recorded_votes"]
    votes = snapshot.tables["votes"]
    lists: dict[str, dict[str, str]] = {}
    for vote, iso3, position in zip(votes["vote"], votes["iso3"], votes["position"], strict=True):
        lists.setdefault(vote, {})[iso3] = position
    columns = ("id", "symbol", "stage", "date", "names", "complete")
    found = {}
    for vote, symbol, stage, date, names, complete in table[list(columns)].itertuples(
        index=False, name=None
    ):
        date = None if pd.isna(date) else date
        unlisted = _ANY.difference(complete)
        positions: dict[str, str] = {}
        if names != "not_published":
            positions = _positions(snapshot, date or _UNDATED, lists.get(vote, {}), unlisted)
        found[vote] = VoteRecord(vote, symbol, stage, date, names, positions, unlisted)
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
        for iso3 in sorted(states | listed.keys())
    }


def _unlisted(possible: frozenset[str]) -> str:
    """The position of a member in no list. Where all are complete, it is none of the body's."""
    if not possible:
        return "not_member"
    if len(possible) == 1:
        return next(iter(possible))
    return "unnamed" if possible == _UNNAMED else "unknown"
