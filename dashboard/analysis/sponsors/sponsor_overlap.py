"""Which States sponsored the same texts: exact intersections, pairs and partners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.sponsors.sponsor_lists import SponsorList, sponsor_lists
from dashboard.corpus.snapshot import Snapshot

OVERLAP = {"texts": "object", "states": "Int64", "names": "object"}
TOGETHER = {"symbol": "str", "date": "str", "left_role": "str", "right_role": "str"}
PARTNERS = {
    "iso3": "str", "shared": "Int64", "texts_left": "Int64", "texts_right": "Int64",
    "jaccard": "Float64",
}  # fmt: skip
PAIRS = {"left": "str", "right": "str", "shared": "Int64", "either": "Int64"}


def overlap(snapshot: Snapshot, symbols: Sequence[str]) -> pd.DataFrame:
    """The exact intersections of some sponsor lists, largest first.

    `texts` (tuple of symbols, oldest text first) are all of the given texts that each of
    the `states` States in `names` (tuple of ISO3, sorted) sponsored, and no other of them
    did it sponsor. Every State stands in exactly one row. The row whose `texts` is empty
    holds the members, on the day of the latest text, that sponsored none. Symbols without
    a sponsor list are passed over, and those tabled for a group, since nobody names all its
    sponsors; no list gives no row. Intersections without a State
    have no row.
    """
    lists = {s: found for s, found in sponsor_lists(snapshot, symbols).items() if not found.group}
    if not lists:
        return frame_of([], OVERLAP)
    latest = max(found.day for found in lists.values())
    everyone = next(found.members for found in lists.values() if found.day == latest)
    everyone = everyone.union(*(found.roles for found in lists.values()))
    cells: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for iso3 in sorted(everyone):
        cells[tuple(s for s, found in lists.items() if iso3 in found.roles)].append(iso3)
    lines = [(texts, len(names), tuple(names)) for texts, names in cells.items()]
    return frame_of(sorted(lines, key=lambda line: (-line[1], line[0])), OVERLAP)


def together(
    snapshot: Snapshot, left: str, right: str, symbols: Sequence[str] | None = None
) -> pd.DataFrame:
    """The texts two States both sponsored, newest first; `date` is the day of adoption.

    `symbols` narrows the texts.
    """
    lines = [
        (found.symbol, found.day, found.roles[left], found.roles[right])
        for found in reversed(sponsor_lists(snapshot, symbols).values())
        if left in found.roles and right in found.roles
    ]
    return frame_of(lines, TOGETHER)


def partners(
    snapshot: Snapshot, iso3: str, symbols: Sequence[str] | None = None, language: str = "en"
) -> pd.DataFrame:
    """How often a State sponsored with each other State on record, over all sponsor lists.

    `symbols` narrows the texts.

    `shared` counts the texts both sponsored, `texts_left` those of the State, `texts_right`
    those of the other, `jaccard` is shared / (left + right - shared), 0 to 1, null where
    neither sponsored any (P. Jaccard, 1901). Most shared first, then the highest jaccard,
    then by name in a language. A small number of texts gives high shares by chance; the counts
    are beside it. Raises `KeyError` where no such State is on record.
    """
    texts = _texts(sponsor_lists(snapshot, symbols))
    own = texts[snapshot.states[iso3].iso3]
    lines = []
    for other in snapshot.states:
        if other == iso3:
            continue
        shared, either = len(own & texts[other]), len(own | texts[other])
        jaccard = shared / either if either else None
        lines.append((other, shared, len(own), len(texts[other]), jaccard))
    names = snapshot.sort_keys(language)
    return frame_of(sorted(lines, key=lambda n: (-n[1], -(n[4] or 0.0), names[n[0]])), PARTNERS)


def pairs(
    snapshot: Snapshot, codes: Sequence[str], symbols: Sequence[str] | None = None
) -> pd.DataFrame:
    """For every ordered pair of States, the texts both, and either of them, sponsored.

    The rows follow the order of `codes` (ISO3), left first; the diagonal holds a State's own
    texts in both counts. `symbols` narrows the texts; None is every text with a list. Raises
    `KeyError` where a code is no State on record.
    """
    texts = _texts(sponsor_lists(snapshot, symbols))
    own = {code: texts[snapshot.states[code].iso3] for code in codes}
    lines = [
        (left, right, len(own[left] & own[right]), len(own[left] | own[right]))
        for left in own
        for right in own
    ]
    return frame_of(lines, PAIRS)


def _texts(lists: Mapping[str, SponsorList]) -> defaultdict[str, set[str]]:
    """The texts each State sponsored; an empty set for a State that sponsored none."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for listed in lists.values():
        for iso3 in listed.roles:
            found[iso3].add(listed.symbol)
    return found
