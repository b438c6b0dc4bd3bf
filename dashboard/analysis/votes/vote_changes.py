"""Who voted differently in two recorded votes: from committee to plenary, from year to year."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.snapshot_cache import SnapshotCache, once
from dashboard.analysis.votes.roll_calls import POSITIONS, by_region, regional_group, roll_calls
from dashboard.corpus.snapshot import Snapshot

CHANGES = {
    "iso3": "str", "regional_group": "str", "earlier": "str", "later": "str", "proven": "boolean",
}  # fmt: skip
COUNTS = {"earlier": "str", "later": "str", "states": "Int64", "names": "object"}
MOVES = {"earlier": "str", "later": "str", "states": "Int64"}

_changes: SnapshotCache[pd.DataFrame] = SnapshotCache(64)
_OPEN = frozenset({"unnamed", "unknown"})
_UNDATED = "9999"
"""Sorts a vote whose day is not known after the others."""
_YEARS = re.compile(r"\b(19|20)\d\d\b")
_OTHER = re.compile(r"[^\w]+")


def series(snapshot: Snapshot, vote_ids: Iterable[str]) -> list[tuple[str, str]]:
    """Consecutive pairs of the votes of which any names are known, the earlier one first.

    In the order of days; on one day, and where the day is unknown, the committee before the
    plenary of its text. Raises KeyError for an id that is no recorded vote's.
    """
    known = roll_calls(snapshot)
    found = [known[vote] for vote in dict.fromkeys(vote_ids)]
    days: defaultdict[str, list[str]] = defaultdict(list)
    for vote in found:
        days[vote.symbol] += [vote.date] if vote.date else []
    named = [
        (
            vote.date or min(days[vote.symbol], default=_UNDATED),
            vote.stage == "plenary",
            vote.vote,
        )
        for vote in found
        if vote.positions
    ]
    return [(one, two) for (*_, one), (*_, two) in pairwise(sorted(named))]


def vote_changes(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """The States whose position in two votes provably differs.

    Columns `CHANGES`. A State in no list counts where nothing it may have done earlier
    is what it did later: unnamed to no is a shift, unnamed to yes is not. `proven` is False
    for those, because from where it moved is open. Not voting, abstaining and not being a
    member are different positions. In the order of the regional groups, then of names. No
    rows where either vote has no names. Raises KeyError for an id that is no recorded
    vote's.
    """
    return _changes.get(
        (snapshot.version, earlier, later), lambda: _vote_changes(snapshot, earlier, later)
    )


def _vote_changes(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    known = roll_calls(snapshot)
    one, two = known[earlier], known[later]
    moved = {
        iso3: move
        for iso3, move in _both(snapshot, earlier, later).items()
        if earlier != later and one.may_be(iso3).isdisjoint(two.may_be(iso3))
    }
    return frame_of(
        [
            (iso3, regional_group(snapshot, iso3), *moved[iso3], _OPEN.isdisjoint(moved[iso3]))
            for iso3 in by_region(snapshot, moved)
        ],
        CHANGES,
    )


def change_counts(found: pd.DataFrame) -> pd.DataFrame:
    """Shifts by where from and where to, the largest first, then in the order of positions.

    Columns `COUNTS`; `names` are the ISO3 codes in the order of `found`, a frame of
    `vote_changes`.
    """
    moved: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for iso3, before, after in zip(found["iso3"], found["earlier"], found["later"], strict=True):
        moved[before, after].append(iso3)
    ordered = sorted(moved.items(), key=lambda item: (-len(item[1]), _places(item[0])))
    return frame_of([(*move, len(names), tuple(names)) for move, names in ordered], COUNTS)


def change_matrix(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """States by their positions in two votes, those that stayed included.

    Columns `MOVES`, in the order of positions. `states` adds up to the number of
    States that were a member on either day or have become one since. No rows where either
    vote has no names. Raises KeyError for an id that is no recorded vote's.
    """
    counted = Counter(_both(snapshot, earlier, later).values())
    return frame_of([(*move, counted[move]) for move in sorted(counted, key=_places)], MOVES)


@once
def series_of_texts(snapshot: Snapshot) -> list[tuple[str, ...]]:
    """The series of all texts on record, see `text_series`."""
    return text_series(snapshot.tables["documents"])


def text_series(documents: pd.DataFrame) -> list[tuple[str, ...]]:
    """Ids of the texts of each series, in the order of dates; series by their first text.

    `documents` is the documents table, or part of it. A series is two or more texts of one
    body and kind, each with a recorded vote (a total in favour), with the same English
    title but for years, capitals and punctuation: the Assembly keeps the title of an item
    it takes up again. A text that changed its title is not found.
    """
    alike: defaultdict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    voted = documents[documents["yes"].notna() & documents["title_en"].notna()]
    for symbol, kind, body, date, title in zip(
        *(voted[name] for name in ("id", "kind", "body", "date", "title_en")), strict=True
    ):
        day = "" if pd.isna(date) else date
        alike[str(kind), str(body), without_years(title)].append((day, symbol))
    found = [sorted(texts) for texts in alike.values() if len(texts) > 1]
    return [tuple(symbol for _, symbol in texts) for texts in sorted(found)]


def _both(snapshot: Snapshot, earlier: str, later: str) -> dict[str, tuple[str, str]]:
    """Each State with its two positions; none where either vote has no names."""
    known = roll_calls(snapshot)
    one, two = known[earlier].positions, known[later].positions
    if not (one and two):
        return {}
    return {iso3: (one.get(iso3, "unknown"), two.get(iso3, "unknown")) for iso3 in {*one, *two}}


def _places(move: tuple[str, str]) -> tuple[int, int]:
    return POSITIONS.index(move[0]), POSITIONS.index(move[1])


def without_years(title: str) -> str:
    """A title as the titles of a series are compared."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return _OTHER.sub(" ", _YEARS.sub(" ", folded)).strip()
