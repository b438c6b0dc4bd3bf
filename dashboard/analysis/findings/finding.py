"""A finding: which templates say it, the values they are filled with, and how many rows it is of.

Values are codes, days and ids, so that any language can say them; nothing here is a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeVar

from dashboard.analysis.selection.query import Query
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.snapshot import Snapshot

T = TypeVar("T")
Key = Literal[
    "nothing",
    "timeline.year",
    "timeline.undated",
    "timeline.next",
    "timeline.none_ahead",
    "documents.agreed",
    "documents.voted",
    "documents.opposed",
    "documents.none_adopted",
    "text.decided",
    "text.in_favour",
    "text.against",
    "text.who",
    "text.abstaining",
    "text.sponsored",
    "statements.stance",
    "statements.no_stance",
    "statements.speaker",
    "statements.apart",
    "votes.grew",
    "votes.fell",
    "votes.newly",
    "votes.no_longer",
    "votes.most",
    "votes.who",
    "votes.unopposed",
    "votes.no_totals",
    "sponsors.most",
    "sponsors.after",
    "sponsors.no_more",
    "sponsors.leader",
    "sponsors.uncounted",
    "requests.next",
    "requests.none_ahead",
    "requests.never",
    "paragraphs.named",
    "paragraphs.near",
    "paragraphs.most",
    "asks.whom",
    "asks.often",
    "asks.strongest",
    "asks.nothing",
    "compare.stronger",
    "compare.softer",
    "compare.dropped",
    "compare.new",
    "compare.unknown",
    "draft.agreed",
    "draft.new",
    "states.sponsored",
    "states.shared",
    "states.none",
    "states.against",
    "state.most",
    "state.least",
    "state.too_few",
    "group.alike",
]
"""The templates of clauses, in the words under `finding`."""
Unit = Literal[
    "records",
    "documents",
    "paragraphs",
    "asking",
    "lines",
    "draft_lines",
    "votes",
    "texts",
    "statements",
    "states",
    "requests",
]
"""What the rows are that a finding rests on."""
FEW = 3
"""States that share a first place are named up to so many; of more their number is no news."""
_NO_MATTER = ("sort", "limit", "offset", "columns", "paper", "lang", "v", "wording")
"""Parameters that change how a selection is shown, and nothing that can be found in it."""


class Term(NamedTuple):
    """A code of a vocabulary."""

    vocabulary: str
    code: str


class Place(NamedTuple):
    """A record on the page that shows it: `votes` and an id, `requests` and an id."""

    page: str
    record: str


class States(NamedTuple):
    """States by ISO3, in the order in which they are to be named."""

    codes: tuple[str, ...]


class Day(NamedTuple):
    """A partial date."""

    date: str


class Due(NamedTuple):
    """When a request is due, as its text has it; by the id of the request."""

    request: str


Value = int | Term | Place | States | Day | Due


@dataclass(frozen=True)
class Clause:
    """A part of the sentence: the key of its template, the number that chooses the plural form,
    and what else the template names."""

    key: Key
    n: int | None = None
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """The clauses of the sentence in order, and how many rows of which `unit` they rest on."""

    unit: Unit
    n: int
    clauses: tuple[Clause, ...]


def nothing(unit: Unit) -> Finding:
    """What is found where no row is in view."""
    return Finding(unit, 0, (Clause("nothing"),))


def most(counted: Mapping[str, int]) -> tuple[str, ...]:
    """All that are counted most often, in the order of their codes; none where none counts."""
    top = max(counted.values(), default=0)
    return tuple(sorted(code for code, n in counted.items() if n == top)) if top else ()


def leaders(key: Key, codes: Iterable[str]) -> tuple[Clause, ...]:
    """The clause that names the States found most often; none where they are many, or once each."""
    counted = Counter(codes)
    first = most(counted)
    if not first or len(first) > FEW or counted[first[0]] < 2:
        return ()
    return (Clause(key, counted[first[0]], {"states": States(first)}),)


_kept: SnapshotCache[Any] = SnapshotCache(most=512)


def of_selection(
    snapshot: Snapshot, page: str, query: Query, make: Callable[[], T], what: str = "finding"
) -> T:
    """What is found in a page's selection, made once for all who look at it.

    What a reader writes in words is not remembered.
    """
    if query.q:
        return make()
    found: T = _kept.get((snapshot.key, page, query.without(*_NO_MATTER), what), make)
    return found
