"""How many States of each regional group sponsored, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.selection.query import Choice
from dashboard.analysis.sponsors.sponsor_lists import SponsorList, sponsor_lists
from dashboard.analysis.votes.roll_calls import regional_group, regional_groups
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.sponsorship import ADDED, DRAFT

REGIONS = {"year": "str", "group": "str"} | dict.fromkeys(
    ("states", "eligible", "sponsorships", "texts"), "Int64"
)


def regions_by_year(snapshot: Snapshot, symbols: Sequence[str], role: Choice) -> pd.DataFrame:
    """The sponsors of some texts by the year of adoption and the State's regional group.

    `states` are the States of the group that sponsored at least one of the year's `texts`, each
    counted once; `sponsorships` counts them once for each text. `eligible` are the States of
    the group that were members on the day of one of these texts: none for observers, which
    stand in a group of their own. `role` narrows who counts as a sponsor, never the texts.
    Oldest year first, groups in the order of the vocabulary. A group of which nobody was
    eligible or sponsored has no row of the year, a year without a sponsor list none at all.
    """
    years: dict[str, list[SponsorList]] = {}
    for listed in sponsor_lists(snapshot, symbols).values():
        years.setdefault(listed.day[:4], []).append(listed)
    roles = {r for r in role.any_of or (DRAFT, ADDED) if r not in role.none_of}
    lines = []
    for year, lists in years.items():
        found = Counter(i for listed in lists for i, r in listed.roles.items() if r in roles)
        members = set().union(*(listed.members for listed in lists))
        states = Counter(regional_group(snapshot, iso3) for iso3 in found)
        eligible = Counter(regional_group(snapshot, iso3) for iso3 in members)
        sponsorships = Counter(regional_group(snapshot, iso3) for iso3 in found.elements())
        lines += [
            (year, group, states[group], eligible[group], sponsorships[group], len(lists))
            for group in regional_groups(snapshot)
            if states[group] or eligible[group]
        ]
    return frame_of(lines, REGIONS)
