"""Rows of the timeline: documents and events in one order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import precision
from dashboard.corpus.records.vocabularies import Term

Row = dict[str, Any]


def document_entry(row: Row, corpus: Corpus, bodies: Mapping[str, Term]) -> Row:
    """A document's row as the timeline shows it."""
    added = corpus.curated.get(row["id"])
    summary = added.summary if added else None
    return {
        **{name: row[name] for name in ("id", "date", "kind", "body", "track", "weight", "topics")},
        **{name: row[name] for name in ("title_en", "title_zh", "short_en", "short_zh", "symbol")},
        **{name: row[name] for name in ("answers", "verification", "checked", "source", "url")},
        "date_precision": precision(row["date"]),
        "end_date": added.end_date if added else None,
        "lane": _lane(row["body"], bodies),
        "summary_en": summary.en if summary else None,
        "summary_zh": summary.zh if summary else None,
        "states": _states(row["id"], corpus),
    }


def event_entry(event: Event, bodies: Mapping[str, Term]) -> Row:
    """An event's row."""
    took_part = event.participants.states if event.participants else []
    return {
        "id": event.id,
        "date": event.date,
        "date_precision": precision(event.date),
        "end_date": event.end_date,
        "kind": event.kind,
        "body": event.body,
        "lane": _lane(event.body, bodies),
        "track": event.track,
        "weight": "core",
        "topics": tuple(event.topics),
        "title_en": event.titles.en,
        "title_zh": event.titles.zh,
        "short_en": None,
        "short_zh": None,
        "summary_en": event.summary.en,
        "summary_zh": event.summary.zh,
        "symbol": event.symbol,
        "states": tuple(dict.fromkeys([*event.actors, *took_part])),
        "answers": tuple(event.answers),
        "verification": event.verification,
        "checked": event.checked,
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
