"""Rows of the timeline: documents and events in one order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import precision
from dashboard.corpus.records.vocabularies import Term
from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.row_fields import both, same

Row = dict[str, Any]


def document_entry(row: Row, corpus: Corpus, bodies: Mapping[str, Term]) -> Row:
    """A document's row as the timeline shows it."""
    added = corpus.curated.get(row["id"])
    return {
        **{name: value for name, value in row.items() if name in TABLES["timeline"]},
        **both("summary", added.summary if added else None),
        "date_precision": precision(row["date"]),
        "end_date": added.end_date if added else None,
        "planned": False,
        "lane": _lane(row["body"], bodies),
        "states": _states(row["id"], corpus),
    }


def event_entry(event: Event, bodies: Mapping[str, Term]) -> Row:
    """An event's row."""
    took_part = event.participants.states if event.participants else []
    return {
        **same(event, "id", "date", "end_date", "kind", "body", "track", "topics", "symbol"),
        **same(event, "planned", "answers", "verification", "checked"),
        **both("title", event.titles),
        **both("short", None),
        **both("summary", event.summary),
        "date_precision": precision(event.date),
        "lane": _lane(event.body, bodies),
        "weight": "core",
        "states": tuple(dict.fromkeys([*event.actors, *took_part])),
        "source": event.sources[0].url,
        "url": f"/?item={event.id}",
    }


def _lane(body: str, bodies: Mapping[str, Term]) -> str | None:
    term = bodies.get(body)
    return term.lane if term else None


def _states(record_id: str, corpus: Corpus) -> tuple[str, ...]:
    """States that sponsored a resolution, or introduced another document."""
    imported, added = corpus.imported.get(record_id), corpus.curated.get(record_id)
    named: list[str] = list(added.introduced_by) if added else []
    if imported is not None:
        for names in (imported.sponsors.draft, imported.sponsors.added):
            named += [] if isinstance(names, str) else list(names)
    return tuple(dict.fromkeys(named))
