"""One vote by regional group or by any groups of States, with how many could vote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from dashboard.analysis.votes.roll_calls import (
    POSITIONS,
    regional_group,
    regional_groups,
    roll_calls,
)
from dashboard.corpus.membership import groups_on
from dashboard.corpus.snapshot import Snapshot

BY_GROUP_COLUMNS = ("group", "position", "states", "eligible")

_ALWAYS = ("yes", "no", "abstain", "not_voting")
_WHERE_FOUND = ("unnamed", "unknown")


def votes_by_group(
    snapshot: Snapshot, vote_id: str, by: Literal["regional"] | Sequence[str]
) -> pd.DataFrame:
    """States by group and position.

    `by` is `regional`, or the codes of groups; each group's members are those of the day.
    Columns `BY_GROUP_COLUMNS`: `eligible` are the members of the group that could vote, and
    `states` adds up to it over the positions of a group. Yes, no, abstain and not_voting
    have a row also where they are 0; unnamed and unknown where any State of the vote is.
    Regional groups never overlap; others do, and must not be added up. No rows where no
    names are published. Raises KeyError for an id that is no recorded vote's.
    """
    found = roll_calls(snapshot)[vote_id]
    could_vote = {iso3: p for iso3, p in found.positions.items() if p != "not_member"}
    belongs: dict[str, tuple[str, ...]] = {}
    for iso3 in could_vote:
        state = snapshot.states.get(iso3)
        region = regional_group(snapshot, iso3, found.date)
        belongs[iso3] = (region, *(groups_on(state, found.date) if state else ()))
    if by == "regional":
        present = {groups[0] for groups in belongs.values()}
        wanted = [group for group in regional_groups(snapshot) if group in present]
    else:
        wanted = list(dict.fromkeys(by)) if could_vote else []
    extra = [p for p in _WHERE_FOUND if p in could_vote.values()]
    rows = []
    for group in wanted:
        members = [p for iso3, p in could_vote.items() if group in belongs[iso3]]
        rows += [
            (group, position, members.count(position), len(members))
            for position in POSITIONS
            if position in _ALWAYS or position in extra
        ]
    frame = pd.DataFrame(rows, columns=list(BY_GROUP_COLUMNS))
    return frame.astype({"group": "str", "position": "str", "states": "Int64", "eligible": "Int64"})
