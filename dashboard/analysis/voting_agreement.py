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

from dashboard.analysis.ballot import TAKEN, ballots
from dashboard.analysis.kept import Kept
from dashboard.corpus.membership import groups_on
from dashboard.corpus.snapshot import Snapshot

SMALL = 20
"""Below so many shared votes counts are shown and no share."""
AGREEMENT_COLUMNS = ("left", "right", "shared", "same", "pairs", "share")

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Agreement:
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
    cast: npt.NDArray[np.int64]
    """Layer, State, vote: 1 where the State took that position."""
    groups: dict[str, Flags]
    """By group: State, vote: member of the group on the day of the vote."""


_tables: Kept[_Table] = Kept(4)


def agreement(snapshot: Snapshot, left: str, right: str, vote_ids: Iterable[str]) -> Agreement:
    """The agreement of two sides, each the ISO3 code of a State or the code of a group.

    A group's members are those of the day of each vote. Every pair of members in every vote
    counts the same. A State is not paired with itself unless it is both sides; a group with
    itself is the agreement within it. Raises KeyError for an id that is no recorded vote's
    and for a code that is neither a State's nor a group's.
    """
    table, columns = _chosen(snapshot, vote_ids)
    return _agreement(table, left, right, columns)


def agreement_matrix(
    snapshot: Snapshot, codes: Sequence[str], vote_ids: Iterable[str]
) -> pd.DataFrame:
    """The agreement of every two of the sides, each with itself included, in their order.

    Columns `AGREEMENT_COLUMNS`, as in `Agreement`; `share` is null below `SMALL` shared
    votes. Raises what `agreement` raises.
    """
    table, columns = _chosen(snapshot, vote_ids)
    sides = list(dict.fromkeys(codes))
    found = [_agreement(table, left, right, columns) for left in sides for right in sides]
    kinds = {"left": "str", "right": "str", "share": "Float64"}
    return pd.DataFrame(
        {
            name: pd.Series([getattr(one, name) for one in found], dtype=kinds.get(name, "Int64"))
            for name in AGREEMENT_COLUMNS
        }
    )


def _chosen(snapshot: Snapshot, vote_ids: Iterable[str]) -> tuple[_Table, list[int]]:
    table = _tables.get(snapshot.key, lambda: _table(snapshot))
    known = ballots(snapshot)
    wanted = [known[vote] for vote in dict.fromkeys(vote_ids)]
    return table, [table.votes[found.vote] for found in wanted if found.complete]


def _agreement(table: _Table, left: str, right: str, columns: list[int]) -> Agreement:
    one, two = _side(table, left, columns), _side(table, right, columns)
    both = one * two
    each = [side.sum(axis=1) for side in (one, two)]
    itself = both.sum(axis=(0, 1))
    if left == right and left in table.states:
        itself = np.zeros_like(itself)
    same = (each[0] * each[1]).sum(axis=0) - itself
    pairs = each[0].sum(axis=0) * each[1].sum(axis=0) - itself
    if left == right and left not in table.states:
        same, pairs = same // 2, pairs // 2
    shared, total = int((pairs > 0).sum()), int(pairs.sum())
    share = int(same.sum()) / total if shared >= SMALL else None
    return Agreement(left, right, shared, int(same.sum()), total, share)


def _side(table: _Table, code: str, columns: list[int]) -> npt.NDArray[np.int64]:
    """Layer, State, vote: the positions taken by a side in the chosen votes."""
    if code in table.states:
        member = np.zeros((len(table.states), len(columns)), dtype=bool)
        member[table.states[code]] = True
    else:
        member = table.groups[code][:, columns]
    return table.cast[:, :, columns] * member


def _table(snapshot: Snapshot) -> _Table:
    found = [one for one in ballots(snapshot).values() if one.complete]
    states = {iso3: row for row, iso3 in enumerate(sorted(snapshot.states))}
    cast = np.zeros((len(TAKEN), len(states), len(found)), dtype=np.int64)
    vocabulary = snapshot.vocabularies.get("groups")
    codes = {m.group for s in snapshot.states.values() for m in s.groups}
    codes |= {s.regional_group for s in snapshot.states.values()}
    codes |= set(vocabulary.terms) if vocabulary else set()
    groups = {code: np.zeros((len(states), len(found)), dtype=bool) for code in sorted(codes)}
    for column, one in enumerate(found):
        for iso3, position in one.positions.items():
            if position in TAKEN and iso3 in states:
                cast[TAKEN.index(position), states[iso3], column] = 1
        for iso3, row in states.items():
            for code in groups_on(snapshot.states[iso3], one.date):
                groups[code][row, column] = True
    return _Table({one.vote: c for c, one in enumerate(found)}, states, cast, groups)
