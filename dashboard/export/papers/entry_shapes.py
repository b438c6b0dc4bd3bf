"""What an entry of a paper says of a row of each table, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.corpus.records.votes import POSITIONS


@dataclass(frozen=True)
class Shape:
    """How a table's rows are printed: facts always, those of `also` where they are known.

    Names are columns of the table, or what `dashboard.export.papers.entries` reads from several.
    """

    head: str
    text: str
    facts: tuple[str, ...]
    also: tuple[str, ...] = ()


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "timeline": Shape("period", "title", ("kind",), ("body", "symbol", "track")),
        "documents": Shape("symbol", "title", ("date", "kind"), ("outcome", "sponsors")),
        "paragraphs": Shape("place", "summary", (), ("date", "verb", "tier", "addressees")),
        "recorded_votes": Shape(
            *("symbol", "title", ("stage", "date", *POSITIONS[:3])),
            ("not_voting", "paragraphs", "subject", "result", "names"),
        ),
        "votes": Shape("state", "symbol", ("position", "stage", "date")),
        "sponsors": Shape("state", "symbol", ("role",), ("date",)),
        "statements": Shape("speaker", "point", ("date", "type", "stance"), ("symbol",)),
        "requests": Shape(
            *("place", "subject", ("status", "due_to", "entity", "deliverable", "answered_by")),
            ("days_late",),
        ),
        "countries": Shape(
            *("name", "regional_group", ("sponsored", *POSITIONS, "eligible")),
            ("statements", "events"),
        ),
    }
)
FIELDS = tuple(
    dict.fromkeys(name for shape in SHAPES.values() for name in (*shape.facts, *shape.also))
)
"""Every name a fact may have."""
