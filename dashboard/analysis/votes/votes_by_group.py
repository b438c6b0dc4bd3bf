"""One vote by regional group or by any groups of States, with its Member States."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.selection.codes import UNKNOWN
from dashboard.analysis.votes.roll_calls import POSITIONS, regional_groups, roll_calls
from dashboard.corpus.membership import groups_on
from dashboard.corpus.snapshot import Snapshot

BY_GROUP = {"group": "str", "position": "str", "states": "Int64", "eligible": "Int64"}
_WHERE_FOUND = frozenset({"unnamed", "not_member", "unknown"})


def votes_by_group(
    snapshot: Snapshot, vote_id: str, by: Literal["regional"] | Sequence[str]
) -> pd.DataFrame:
    """States by group and position.

    `by` is `regional`, or the codes of groups; each group's members are those of the day.
    Columns `BY_GROUP`: `eligible` are the Member States in the group, and
    `states` adds up to it over the positions of a group. Yes, no, abstain and not_voting
    have a row also where they are known to be 0; unnamed and unknown where any State of the vote
    is. Regional groups never overlap; others do, and must not be added up. No rows where no
    names are published. Raises KeyError for an id that is no recorded vote's.
    """
    found = roll_calls(snapshot)[vote_id]
    could_vote = {iso3: p for iso3, p in found.positions.items() if p != "not_member"}
    belongs = dict.fromkeys(could_vote, (UNKNOWN,)) | {
        iso3: groups_on(state, found.date)
        for iso3, state in snapshot.states.items()
        if iso3 in could_vote
    }
    if by == "regional":
        present = {groups[0] for groups in belongs.values()}
        wanted = [group for group in regional_groups(snapshot) if group in present]
    else:
        wanted = list(dict.fromkeys(by)) if could_vote else []
    missing = (_WHERE_FOUND | found.unlisted).difference(could_vote.values())
    rows = []
    for group in wanted:
        members = [p for iso3, p in could_vote.items() if group in belongs[iso3]]
        rows += [
            (group, position, members.count(position), len(members))
            for position in POSITIONS
            if position not in missing
        ]
    return frame_of(rows, BY_GROUP)
