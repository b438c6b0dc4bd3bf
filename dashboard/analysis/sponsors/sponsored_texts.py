"""Sponsors of a text: who, when, of which group, and how they voted on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

import numpy as np
import pandas as pd

from dashboard.analysis.found_rows import Places
from dashboard.analysis.frames import frame_of, rows_by_id
from dashboard.analysis.row_order import as_listed
from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.parameters import ABOUT_AI
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import places
from dashboard.analysis.snapshot_cache import once
from dashboard.analysis.sponsors.sponsor_lists import sponsor_lists
from dashboard.analysis.votes.roll_calls import roll_calls
from dashboard.corpus.membership import groups_on
from dashboard.corpus.records.votes import POSITIONS
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.sponsorship import ADDED, AGENT, DRAFT

LEDGER = dict.fromkeys(("iso3", "regional_group", "role", "date", "as_named", "position"), "str")
GROWTH = {"symbol": "str", "step": "str", "date": "str", "added": "Int64", "total": "Int64"}
SHARES = {"group": "str", "sponsors": "Int64", "eligible": "Int64", "share": "Float64"}
RANKING = {"iso3": "str", "regional_group": "str"} | dict.fromkeys(
    ("texts", "draft", "added", "eligible"), "Int64"
)
VOTED = {"position": "str", "sponsors": "Int64", "others": "Int64"}
CONTRADICTIONS = dict.fromkeys(("symbol", "iso3", "role", "position"), "str")
_ROLES = (AGENT, DRAFT, ADDED)


def sponsored_texts(snapshot: Snapshot, query: Query) -> pd.DataFrame:
    """Rows of the documents table that have a sponsor list, the newest core text first.

    A query narrows them to the texts of the sponsorships it selects, as the route does. A text
    submitted by an officer of the Assembly or by a committee has none and is left out.
    """
    found = as_listed(snapshot, "documents", _listed(snapshot, query), query)
    return snapshot.tables["documents"].take(found)


def how_many_sponsored(snapshot: Snapshot, query: Query) -> int:
    """How many texts those are."""
    return len(_listed(snapshot, query))


def _listed(snapshot: Snapshot, query: Query) -> Places:
    """Where they stand in the documents table."""
    documents = rows_by_id(snapshot, "documents").values()
    wanted: Collection[str] | None = None
    if query.active() or query.scope == ABOUT_AI:
        texts = snapshot.tables["sponsors"]["symbol"].to_numpy()
        wanted = set(texts[places(snapshot, "sponsors", query)])
    return np.array(
        [
            place
            for place, row in enumerate(documents)
            if row["sponsors_draft"] is not None and (wanted is None or row["id"] in wanted)
        ],
        dtype=np.intp,
    )


def ledger(snapshot: Snapshot, symbol: str) -> pd.DataFrame:
    """Every sponsor of a text: those on the draft first, each role by the name printed.

    Before them stands the State that tabled it for a group. `date` is the day printed for the
    role, null where none is; `position` the State's plenary vote on the text as a whole, null
    without a recorded vote, or where it had none. A text without a list gives no row.
    """
    if symbol not in sponsor_lists(snapshot, (symbol,)):
        return frame_of([], LEDGER)
    table = snapshot.tables["sponsors"]
    rows = table[table["symbol"] == symbol]
    cast = {i: p for i, p in _plenary(snapshot).get(symbol, {}).items() if p in POSITIONS}
    lines = [
        (iso3, snapshot.states[iso3].regional_group, role, date, as_named, cast.get(iso3))
        for iso3, role, date, as_named in zip(
            rows["iso3"], rows["role"], rows["date"], rows["as_named"], strict=True
        )
    ]
    return frame_of(sorted(lines, key=lambda n: (_ROLES.index(n[2]), n[4], n[0])), LEDGER)


def growth(snapshot: Snapshot, symbols: Sequence[str]) -> pd.DataFrame:
    """Two steps for each text, in the order given: States on the draft, then those added.

    Of a text tabled for a group these are the States named beside the group.

    `step` is `draft` or `additional`, `added` the States of the step, `total` those up to it.
    `date` is the day printed, null where none is: the day of adoption is not put in its
    place. Counts are null where it is not known whether States were added.
    """
    lists = sponsor_lists(snapshot, symbols)
    documents, printed = rows_by_id(snapshot, "documents"), _days_printed(snapshot)
    lines: list[tuple[str, str, str | None, int | None, int | None]] = []
    for symbol in dict.fromkeys(s for s in symbols if s in lists):
        counted = Counter(lists[symbol].roles.values())
        draft, added = counted[DRAFT], counted[ADDED]
        known = documents[symbol]["sponsors_added"] is not None
        later = (added, draft + added) if known else (None, None)
        lines.append((symbol, "draft", printed.get((symbol, DRAFT)), draft, draft))
        lines.append((symbol, "additional", printed.get((symbol, ADDED)), *later))
    return frame_of(lines, GROWTH)


@once
def _days_printed(snapshot: Snapshot) -> Mapping[tuple[str, str], str]:
    """The first day printed for each role of a text, where there is one."""
    table = snapshot.tables["sponsors"].dropna(subset="date")
    found: dict[tuple[str, str], str] = {}
    for symbol, role, day in zip(table["symbol"], table["role"], table["date"], strict=True):
        found[symbol, role] = min(day, found.get((symbol, role), day))
    return found


def shares(
    snapshot: Snapshot, symbol: str, by: Literal["regional"] | Sequence[str]
) -> pd.DataFrame:
    """How many of each group of States sponsored a text.

    `by` is "regional", each regional group that had a member or a sponsor, in the order of
    the vocabulary; or codes of groups, in the order given, which overlap, so that their
    rows must not be added up. `eligible` are the Member States in the group on the day of
    adoption, `sponsors` those of them that sponsored, `share` sponsors / eligible, 0 to 1,
    null where nobody was eligible. An observer that sponsored is counted in the row
    `observer` alone, which has none eligible. A text without a list gives no row. Raises
    `KeyError` for a code that is no group on record.
    """
    known = allowed_codes(snapshot.vocabularies, snapshot.states)["group"]
    codes = known if by == "regional" else tuple(dict.fromkeys(by))
    if unknown := [code for code in codes if code not in known]:
        raise KeyError(unknown[0])
    found = sponsor_lists(snapshot, (symbol,)).get(symbol)
    if found is None:
        return frame_of([], SHARES)
    eligible: Counter[str] = Counter()
    sponsors: Counter[str] = Counter()
    for iso3 in found.members | found.roles.keys():
        groups = groups_on(snapshot.states[iso3], found.day)
        member = iso3 in found.members
        counted = groups[:1] if by == "regional" or not member else groups
        eligible.update(counted if member else ())
        sponsors.update(counted if iso3 in found.roles else ())
    if by == "regional":
        codes = tuple(code for code in codes if eligible[code] or sponsors[code])
    return frame_of(
        [(c, sponsors[c], n := eligible[c], sponsors[c] / n if n else None) for c in codes], SHARES
    )


def ranking(
    snapshot: Snapshot, symbols: Sequence[str] | None = None, language: str = "en"
) -> pd.DataFrame:
    """Every State by the number of texts it sponsored, most first, then by its name in a language.

    `draft` and `added` split `texts` by role. `eligible` counts the texts with a sponsor list
    that it could have sponsored in its own name: adopted while it was a Member State, and not
    tabled for a group it was in. Null for an observer, which stands here only where it sponsored.
    `symbols` narrows the texts; None is every text with a list. No list gives no row.
    """
    lists = sponsor_lists(snapshot, symbols).values()
    roles = Counter((iso3, role) for found in lists for iso3, role in found.roles.items())
    eligible = Counter(iso3 for found in lists for iso3 in found.members)
    lines = []
    for iso3 in {*eligible, *(iso3 for iso3, _ in roles)}:
        draft, added = roles[iso3, DRAFT], roles[iso3, ADDED]
        region, could = snapshot.states[iso3].regional_group, eligible[iso3] or None
        lines.append((iso3, region, draft + added, draft, added, could))
    names = snapshot.sort_keys(language)
    return frame_of(sorted(lines, key=lambda n: (-n[2], names[n[0]])), RANKING)


def sponsored_and_voted(snapshot: Snapshot, symbol: str) -> pd.DataFrame:
    """How the sponsors of a text and all others voted on it in plenary, a row a position.

    Member States of the day alone: an observer has no vote. A text without a sponsor list, one
    tabled for a group, whose members are sponsors that nobody names, or one without a recorded
    vote that names States, gives no row.
    """
    found = sponsor_lists(snapshot, (symbol,)).get(symbol)
    cast = _plenary(snapshot).get(symbol)
    if found is None or found.group or not cast:
        return frame_of([], VOTED)
    counted = Counter((position, iso3 in found.roles) for iso3, position in cast.items())
    return frame_of([(p, counted[p, True], counted[p, False]) for p in POSITIONS], VOTED)


@once
def contradictions(snapshot: Snapshot, language: str = "en") -> pd.DataFrame:
    """Sponsors that did not vote in favour of the text in plenary, over all texts.

    `position` is no, abstain or not_voting. Newest text first, then by position, then by the
    State's name in a language. Not voting says nothing of why: a State absent from the meeting
    stands here as well.
    """
    cast = _plenary(snapshot)
    names = snapshot.sort_keys(language)
    lines = []
    for found in reversed(sponsor_lists(snapshot).values()):
        votes = cast.get(found.symbol, {})
        against = [
            (found.symbol, iso3, role, votes[iso3])
            for iso3, role in found.roles.items()
            if votes.get(iso3) in POSITIONS[1:]
        ]
        lines += sorted(against, key=lambda n: (POSITIONS.index(n[3]), names[n[1]]))
    return frame_of(lines, CONTRADICTIONS)


@once
def _plenary(snapshot: Snapshot) -> Mapping[str, Mapping[str, str]]:
    """The position of each State in plenary, by text; texts voted on as a whole."""
    votes = roll_calls(snapshot).values()
    return {vote.symbol: vote.positions for vote in votes if vote.stage == "plenary"}
