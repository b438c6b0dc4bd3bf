"""Draft records: what is read of a draft or an item, for a person to review. No wording is kept."""

from __future__ import annotations

import re
from typing import Any

from dashboard.sources.drafts.draft import Draft, DraftParagraph
from dashboard.sources.drafts.news.event import EventDraft
from dashboard.sources.inputs import last_name
from dashboard.symbols import file_stem

Record = dict[str, Any]
_LONGEST_NAME = 80


def document_record(draft: Draft, file: str, sha256: str) -> Record:
    """A draft in the record's form: its front, the skeleton of its paragraphs, what they cite."""
    return {
        "symbol": draft.symbol or "unknown",
        "titles": {draft.language: draft.title} if draft.title else "unknown",
        "date": draft.date or "unknown",
        "meeting": {"number": draft.meeting} if draft.meeting else "unknown",
        "cites": [
            {"symbol": symbol, "paragraph": p.place} for p in draft.paragraphs for symbol in p.cites
        ],
        "paragraphs": [_paragraph(p, draft.language) for p in draft.paragraphs],
        "notes": [{"code": note.code, "found": note.found} for note in draft.notes],
        **_origin(draft.language, file, sha256),
    }


def event_record(event: EventDraft, file: str, sha256: str) -> Record:
    """An item in the record's form; `none` where it names none, `unknown` where it does not say."""
    return {
        "titles": {event.language: event.title} if event.title else "unknown",
        "date": event.date or "unknown",
        "date_basis": event.date_basis,
        "publisher": event.publisher or "unknown",
        "people": list(event.people) or "none",
        "bodies": list(event.bodies) or "none",
        "states": list(event.states) or "none",
        "symbols": list(event.symbols) or "none",
        "told": list(event.told) or "none",
        "entries": list(event.entries) or "none",
        **_origin(event.language, file, sha256),
    }


def record_name(record: Record, file: str) -> str:
    """The name of the file a draft record is written to, without its ending."""
    symbol = record.get("symbol", "unknown")
    if symbol != "unknown":
        return file_stem(symbol)
    stem = re.sub(r"[^\w.]+", "-", last_name(file).rpartition(".")[0] or last_name(file))
    return stem.strip("-.")[:_LONGEST_NAME] or "draft"


def _origin(language: str, file: str, sha256: str) -> Record:
    return {
        "coded_by": "rule",
        "files": [{"language": language, "name": last_name(file), "sha256": sha256}],
    }


def _paragraph(paragraph: DraftParagraph, language: str) -> Record:
    return {
        "id": paragraph.place,
        "part": paragraph.part or "unknown",
        "number": paragraph.number,
        "parent": paragraph.parent,
        "verb": paragraph.verb if language == "en" else None,
        "verbs": {language: paragraph.verb} if paragraph.verb and language != "en" else {},
        "acts": [
            {"at": act.at, "verb": act.verb, "own": act.own, "negated": act.negated,
             "shared": act.shared, "softeners": dict(act.softeners)}
            for act in paragraph.acts
        ],
        "softeners": dict(paragraph.softeners),
        "request": paragraph.request,
    }  # fmt: skip
