"""Who voted differently in two recorded votes: from committee to plenary, from year to year."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pandas as pd

from dashboard.analysis.votes.roll_calls import (
    POSITIONS,
    VoteRecord,
    english,
    regional_group,
    regional_groups,
    roll_calls,
)
from dashboard.corpus.snapshot import Snapshot

CHANGE_COLUMNS = ("iso3", "regional_group", "earlier", "later", "proven")
COUNT_COLUMNS = ("earlier", "later", "states", "names")
MOVE_COLUMNS = ("earlier", "later", "states")

_OPEN = ("unnamed", "unknown")
_UNDATED = "9999"
"""Sorts a vote whose day is not known after the others."""
_YEARS = re.compile(r"\b(19|20)\d\d\b")
_OTHER = re.compile(r"[^\w]+")


def series(snapshot: Snapshot, vote_ids: Iterable[str]) -> list[tuple[str, str]]:
    """Consecutive pairs of the votes of which any names are known, the earlier one first.

    In the order of days; on one day, and where the day is unknown, the committee before the
    plenary. Raises KeyError for an id that is no recorded vote's.
    """
    known = roll_calls(snapshot)
    found = [known[vote] for vote in dict.fromkeys(vote_ids)]
    found = sorted((b for b in found if b.positions), key=_when)
    return [(one.vote, two.vote) for one, two in pairwise(found)]


def vote_changes(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """The States whose position in two votes provably differs.

    Columns `CHANGE_COLUMNS`. A State in no list counts where nothing it may have done earlier
    is what it did later: unnamed to no is a shift, unnamed to yes is not. `proven` is False
    for those, because from where it moved is open. Not voting, abstaining and not being a
    member are different positions. In the order of the regional groups, then of names. No
    rows where either vote has no names. Raises KeyError for an id that is no recorded
    vote's.
    """
    one, two = _two(snapshot, earlier, later)
    groups = {group: place for place, group in enumerate(regional_groups(snapshot))}
    rows = [
        (iso3, regional_group(snapshot, iso3, two.date), before, after)
        for iso3, before, after in _pairs(one, two)
        if one.vote != two.vote and one.may_be(iso3).isdisjoint(two.may_be(iso3))
    ]
    rows.sort(key=lambda row: (groups[row[1]], english(snapshot, row[0]), row[0]))
    return _frame(
        [(*row, row[2] not in _OPEN and row[3] not in _OPEN) for row in rows], CHANGE_COLUMNS
    )


def change_counts(found: pd.DataFrame) -> pd.DataFrame:
    """Shifts by where from and where to, the largest first, then in the order of positions.

    Columns `COUNT_COLUMNS`; `names` are the ISO3 codes in the order of `found`, a frame of
    `vote_changes`.
    """
    moved: dict[tuple[str, str], list[str]] = {}
    for iso3, before, after in zip(found["iso3"], found["earlier"], found["later"], strict=True):
        moved.setdefault((before, after), []).append(iso3)
    ordered = sorted(moved.items(), key=lambda item: (-len(item[1]), *_place(*item[0])))
    return _frame([(*move, len(names), tuple(names)) for move, names in ordered], COUNT_COLUMNS)


def change_matrix(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """States by their positions in two votes, those that stayed included.

    Columns `MOVE_COLUMNS`, in the order of positions. `states` adds up to the number of
    States that were a member on either day or have become one since. No rows where either
    vote has no names. Raises KeyError for an id that is no recorded vote's.
    """
    one, two = _two(snapshot, earlier, later)
    counted = Counter((before, after) for _, before, after in _pairs(one, two))
    ordered = sorted(counted.items(), key=lambda item: _place(*item[0]))
    return _frame([(*move, states) for move, states in ordered], MOVE_COLUMNS)


def text_series(documents: pd.DataFrame) -> list[tuple[str, ...]]:
    """Ids of the texts of each series, in the order of dates; series by their first text.

    `documents` is the documents table, or part of it. A series is two or more texts of one
    body and kind, each with a recorded vote (a total in favour), with the same English
    title but for years, capitals and punctuation: the Assembly keeps the title of an item
    it takes up again. A text that changed its title is not found.
    """
    alike: defaultdict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for symbol, kind, body, date, title, yes in zip(
        *(documents[name] for name in ("id", "kind", "body", "date", "title_en", "yes")),
        strict=True,
    ):
        if not pd.isna(yes) and not pd.isna(title):
            alike[str(kind), str(body), _core(title)].append(
                ("" if pd.isna(date) else date, symbol)
            )
    found = [sorted(texts) for texts in alike.values() if len(texts) > 1]
    return [tuple(symbol for _, symbol in texts) for texts in sorted(found)]


def _two(snapshot: Snapshot, earlier: str, later: str) -> tuple[VoteRecord, VoteRecord]:
    known = roll_calls(snapshot)
    return known[earlier], known[later]


def _pairs(one: VoteRecord, two: VoteRecord) -> list[tuple[str, str, str]]:
    """Each State with its two positions; none where either vote has no names."""
    if not (one.positions and two.positions):
        return []
    return [
        (iso3, one.positions.get(iso3, "unknown"), two.positions.get(iso3, "unknown"))
        for iso3 in sorted(one.positions.keys() | two.positions.keys())
    ]


def _when(found: VoteRecord) -> tuple[str, bool, str]:
    return found.date or _UNDATED, found.stage == "plenary", found.vote


def _place(*positions: str) -> tuple[int, ...]:
    return tuple(POSITIONS.index(position) for position in positions)


def _frame(rows: Sequence[tuple[object, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    kinds = {"proven": "boolean", "states": "Int64", "names": "object"}
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {
            name: pd.Series(list(found), dtype=kinds.get(name, "str"))
            for name, found in zip(columns, values, strict=True)
        }
    )


def _core(title: str) -> str:
    plain = unicodedata.normalize("NFKC", title).casefold()
    return _OTHER.sub(" ", _YEARS.sub(" ", plain)).strip()
