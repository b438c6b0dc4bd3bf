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
from itertools import product

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.analysis.votes.roll_calls import TAKEN, roll_calls
from dashboard.corpus.membership import groups_on
from dashboard.corpus.snapshot import Snapshot

SMALL = 20
"""Below so many shared votes counts are shown and no share."""
SIMILARITY = {
    "left": "str", "right": "str", "shared": "Int64", "same": "Int64", "pairs": "Int64",
    "share": "Float64",
}  # fmt: skip

Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]


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


def similarity_matrix(
    snapshot: Snapshot, sides: Sequence[str], vote_ids: Iterable[str]
) -> pd.DataFrame:
    """The agreement of every two sides, each with itself included, in their order.

    A side is the ISO3 code of a State or the code of a group, whose members are those of the
    day of each vote. A State is not paired with itself unless it is both sides; a group with
    itself is the agreement within it.

    Columns `SIMILARITY`: `shared` votes hold a pair, one State of each side, that both took a
    position; `pairs` are all such pairs over all shared votes and `same` those that took the
    same one: every pair in every vote counts the same, and with two States there is one pair
    in each shared vote. `share` is `same` of `pairs`, 0 to 1, null below `SMALL` shared votes.
    Raises KeyError for an id that is no recorded vote's and for a code that is neither a
    State's nor a group's.
    """
    table = _tables.get(snapshot.version, lambda: _table(snapshot))
    known = roll_calls(snapshot)
    wanted = [known[vote] for vote in dict.fromkeys(vote_ids)]
    sides = tuple(dict.fromkeys(sides))
    counted = _count(table, sides, [table.votes[one.vote] for one in wanted if one.complete])
    lines = []
    for (i, left), (j, right) in product(enumerate(sides), repeat=2):
        shared, same, pairs = (int(counts[i, j]) for counts in counted)
        share = same / pairs if shared >= SMALL else None
        lines.append((left, right, shared, same, pairs, share))
    return frame_of(lines, SIMILARITY)


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
    codes = set(snapshot.terms("groups")).union(
        *((s.regional_group, *(m.group for m in s.groups)) for s in snapshot.states.values())
    )
    groups = {code: np.zeros((len(states), len(found)), dtype=bool) for code in codes}
    for column, one in enumerate(found):
        for iso3, position in one.positions.items():
            if position in TAKEN and iso3 in states:
                cast[TAKEN.index(position), states[iso3], column] = True
        for iso3, row in states.items():
            for code in groups_on(snapshot.states[iso3], one.date):
                groups[code][row, column] = True
    return _Table({one.vote: c for c, one in enumerate(found)}, states, cast, groups)
