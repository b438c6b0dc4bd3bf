"""How often States, or groups of States, took the same position in recorded votes.

Simple matching: of the votes in which both voted yes or no or abstained, the share in which
they did the same. Abstaining is a position of its own and halves nothing; not voting is
none. The measures of the literature that weigh or correct for chance (S-scores, kappa, ideal
points) are not computed. Only votes of which every name is known are counted: lists of
those against and abstaining alone would leave out agreement in favour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.analysis.votes.roll_calls import TAKEN, roll_calls
from dashboard.corpus.membership import groups_on
from dashboard.corpus.snapshot import Snapshot

SMALL = 20
"""Below so many shared votes counts are shown and no share."""
SIMILARITY_COLUMNS = ("left", "right", "shared", "same", "pairs", "share")

Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Similarity:
    """How often two sides took the same position.

    `shared` votes hold a pair, one State of each side, that both took a position; `pairs`
    are all such pairs over all shared votes and `same` those that took the same one. With
    two States there is one pair in each shared vote. `share` is `same` of `pairs`, 0 to 1,
    null below `SMALL` shared votes.
    """

    left: str
    right: str
    shared: int
    same: int
    pairs: int
    share: float | None


@dataclass(frozen=True)
class _Table:
    """Position taken by State and vote: a layer for each of `TAKEN`."""

    votes: dict[str, int]
    states: dict[str, int]
    cast: Flags
    """Layer, State, vote: whether the State took that position."""
    groups: dict[str, Flags]
    """By group: State, vote: member of the group on the day of the vote."""


_tables: SnapshotCache[_Table] = SnapshotCache(4)


def similarity(snapshot: Snapshot, left: str, right: str, vote_ids: Iterable[str]) -> Similarity:
    """The agreement of two sides, each the ISO3 code of a State or the code of a group.

    A group's members are those of the day of each vote. Every pair of members in every vote
    counts the same. A State is not paired with itself unless it is both sides; a group with
    itself is the agreement within it. Raises KeyError for an id that is no recorded vote's
    and for a code that is neither a State's nor a group's.
    """
    return _similarities(snapshot, (left, right), vote_ids)[left, right]


def similarity_matrix(
    snapshot: Snapshot, codes: Sequence[str], vote_ids: Iterable[str]
) -> pd.DataFrame:
    """The agreement of every two of the sides, each with itself included, in their order.

    Columns `SIMILARITY_COLUMNS`, as in `Similarity`; `share` is null below `SMALL` shared
    votes. Raises what `agreement` raises.
    """
    found = _similarities(snapshot, codes, vote_ids).values()
    kinds = {"left": "str", "right": "str", "share": "Float64"}
    return pd.DataFrame(
        {
            name: pd.Series([getattr(one, name) for one in found], dtype=kinds.get(name, "Int64"))
            for name in SIMILARITY_COLUMNS
        }
    )


def _similarities(
    snapshot: Snapshot, codes: Sequence[str], vote_ids: Iterable[str]
) -> dict[tuple[str, str], Similarity]:
    table = _tables.get(snapshot.key, lambda: _table(snapshot))
    known = roll_calls(snapshot)
    wanted = [known[vote] for vote in dict.fromkeys(vote_ids)]
    sides = tuple(dict.fromkeys(codes))
    shared, same, pairs = _count(table, sides, [table.votes[b.vote] for b in wanted if b.complete])
    found = {}
    for i, left in enumerate(sides):
        for j, right in enumerate(sides):
            votes, alike, of = int(shared[i, j]), int(same[i, j]), int(pairs[i, j])
            share = alike / of if votes >= SMALL else None
            found[left, right] = Similarity(left, right, votes, alike, of, share)
    return found


def _count(table: _Table, sides: tuple[str, ...], columns: list[int]) -> tuple[Counts, ...]:
    """Shared votes, same pairs and all pairs of every two sides, as square matrices."""
    shared, same, pairs = (np.zeros((len(sides), len(sides)), dtype=np.int64) for _ in range(3))
    if not sides:
        return shared, same, pairs
    single = np.diag([side in table.states for side in sides])
    within = np.diag([side not in table.states for side in sides])
    members = [_members(table, side) for side in sides]
    for column in columns:
        cast = table.cast[:, :, column]
        present = np.array([member[:, column] for member in members]) & cast.any(axis=0)
        taken = present @ cast.T.astype(float)
        total = taken.sum(axis=1)
        # A State in both sides makes a pair with itself, which says nothing.
        itself = np.where(single, 0.0, present.astype(float) @ present.T.astype(float))
        halves = np.where(within, 2, 1)  # in one group each pair is met twice
        alike = (taken @ taken.T - itself).astype(np.int64) // halves
        found = (np.outer(total, total) - itself).astype(np.int64) // halves
        same, pairs, shared = same + alike, pairs + found, shared + (found > 0)
    return shared, same, pairs


def _members(table: _Table, code: str) -> Flags:
    """State, vote: whether the State belongs to the side on the day of the vote."""
    if code not in table.states:
        return table.groups[code]
    member = np.zeros(table.cast.shape[1:], dtype=bool)
    member[table.states[code]] = True
    return member


def _table(snapshot: Snapshot) -> _Table:
    found = [one for one in roll_calls(snapshot).values() if one.complete]
    states = {iso3: row for row, iso3 in enumerate(sorted(snapshot.states))}
    cast = np.zeros((len(TAKEN), len(states), len(found)), dtype=bool)
    vocabulary = snapshot.vocabularies.get("groups")
    codes = {m.group for s in snapshot.states.values() for m in s.groups}
    codes |= {s.regional_group for s in snapshot.states.values()}
    codes |= set(vocabulary.terms) if vocabulary else set()
    groups = {code: np.zeros((len(states), len(found)), dtype=bool) for code in sorted(codes)}
    for column, one in enumerate(found):
        for iso3, position in one.positions.items():
            if position in TAKEN and iso3 in states:
                cast[TAKEN.index(position), states[iso3], column] = True
        for iso3, row in states.items():
            for code in groups_on(snapshot.states[iso3], one.date):
                groups[code][row, column] = True
    return _Table({one.vote: c for c, one in enumerate(found)}, states, cast, groups)
