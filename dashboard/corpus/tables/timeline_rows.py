"""Rows of the timeline: documents and events in one order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import precision
from dashboard.corpus.records.vocabularies import Term
from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.row_fields import both, same

Row = dict[str, Any]


def timeline_rows(documents: Iterable[Row], corpus: Corpus) -> list[Row]:
    """The rows of dated documents and of events; what two records tell is one row, the document's.

    Whoever answers an event told by a document answers that document.
    """
    bodies = corpus.terms("bodies")
    rows = {row["id"]: document_entry(row, corpus, bodies) for row in documents if row["date"]}
    told: dict[str, str] = {}
    for event in corpus.events.values():
        row, document = event_entry(event, bodies), rows.get(event.same_as or "")
        if document is not None:
            told[event.id] = document["id"]
            rows[document["id"]] = _told_once(document, row)
        else:
            rows[event.id] = row | {
                "same_as": corpus.statements.get(event.same_as or "") and event.same_as
            }
    for row in rows.values():
        answered = dict.fromkeys(told.get(target, target) for target in row["answers"])
        row["answers"] = tuple(target for target in answered if target != row["id"])
    return list(rows.values())


def _told_once(document: Row, event: Row) -> Row:
    """The row of a document with what only the event of the same matter says."""
    either = {name: value if value is not None else event[name] for name, value in document.items()}
    lists = {
        n: tuple(dict.fromkeys([*document[n], *event[n]])) for n in ("states", "answers", "topics")
    }
    return {**either, **lists, "symbol": document["symbol"], "same_as": event["id"]}


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
        "same_as": None,
    }


def event_entry(event: Event, bodies: Mapping[str, Term]) -> Row:
    """An event's row."""
    return {
        **same(event, "id", "date", "end_date", "kind", "body", "track", "topics", "symbol"),
        **same(event, "planned", "answers", "verification", "checked", "weight"),
        **both("title", event.titles),
        **both("short", event.short_title),
        **both("summary", event.summary),
        "date_precision": precision(event.date),
        "lane": _lane(event.body, bodies),
        "states": event.states,
        "source": event.sources[0].url,
        "url": f"/?item={event.id}",
        "same_as": None,
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
