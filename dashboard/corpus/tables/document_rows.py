"""Rows of the documents table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.corpus.records.documents import (
    CuratedDocument,
    ImportedDocument,
    Overridable,
    Override,
)
from dashboard.corpus.records.fields import Absence
from dashboard.corpus.records.votes import Vote
from dashboard.symbols import LANGUAGES, official_url, paragraph_id

Row = dict[str, Any]
_OFFICIAL = "verified_primary"


def imported_row(
    record: ImportedDocument, added: CuratedDocument | None, requests: int | None
) -> Row:
    """A resolution read from official files, with what people added to it.

    `requests` is how many deliverables it is on record to ask for.
    """
    plenary = next((vote for vote in record.votes if vote.stage == "plenary"), None)
    report = record.committee_report
    return {
        **_added(added),
        **_sponsors(record),
        **_votes(plenary),
        "requests": requests,
        "id": record.symbol,
        "symbol": record.symbol,
        "kind": "resolution",
        "body": "general_assembly",
        "committee": record.committee,
        "session": record.session,
        "date": record.adopted,
        "issued": record.issued,
        "meeting": record.meeting.record,
        "agenda_item": "; ".join(item.number for item in record.agenda_items) or None,
        "drafts": tuple(draft.symbol for draft in record.drafts),
        "committee_report": None if isinstance(report, str) else report.symbol,
        "title_en": record.titles.get("en"),
        "title_zh": record.titles.get("zh"),
        "outcome": None if record.outcome == "unknown" else record.outcome,
        "preambular": _top_level(record, "preambular"),
        "operative": _top_level(record, "operative"),
        "mentions_ai": sum(p.mentions_ai for p in record.paragraphs),
        "languages": tuple(
            language
            for language in LANGUAGES
            if any(file.language == language for file in record.files)
        ),
        "subjects": tuple(subject.label for subject in record.subjects),
        "cites": tuple(dict.fromkeys(c.symbol for c in record.cites)),
        "source": official_url(record.symbol),
        "url": document_url(record.symbol),
        **{column: override.value for column, override in _overrides(added).items()},
    }


def _overrides(added: CuratedDocument | None) -> Mapping[Overridable, Override]:
    return added.overrides if added else {}


def curated_row(record: CuratedDocument) -> Row:
    """A document that has no official file here: all of it comes from people."""
    plenary = next((vote for vote in record.votes if vote.stage == "plenary"), None)
    return {
        **_added(record),
        **_votes(plenary),
        "requests": None,
        "id": record.id,
        "symbol": record.symbol,
        "kind": record.kind,
        "body": record.body,
        "committee": None,
        "session": record.session,
        "date": record.date,
        "issued": None,
        "meeting": None,
        "agenda_item": None,
        "drafts": (),
        "committee_report": None,
        "title_en": record.titles.get("en"),
        "title_zh": record.titles.get("zh"),
        "outcome": record.outcome,
        "sponsors": None,
        "sponsors_draft": None,
        "sponsors_added": None,
        "sponsors_absence": "unknown" if record.kind == "resolution" else "not_applicable",
        "preambular": None,
        "operative": None,
        "mentions_ai": None,
        "languages": (),
        "subjects": (),
        "cites": (),
        "source": record.sources[0].url if record.sources else None,
        "url": document_url(record.id),
    }


def document_url(record_id: str) -> str:
    """The record's path in this dashboard."""
    return f"/documents?item={record_id.replace(' ', '%20')}"


def _added(record: CuratedDocument | None) -> Row:
    if record is None:
        return {
            "weight": "mention",
            "track": None,
            "topics": (),
            "short_en": None,
            "short_zh": None,
            "mandated_by": None,
            "answers": (),
            "conflicts": 0,
            "verification": _OFFICIAL,
            "checked": None,
        }
    mandate = record.mandated_by
    return {
        "weight": record.weight,
        "track": record.track,
        "topics": tuple(record.topics),
        "short_en": record.short_title.en if record.short_title else None,
        "short_zh": record.short_title.zh if record.short_title else None,
        "mandated_by": paragraph_id(mandate.symbol, mandate.paragraph) if mandate else None,
        "answers": tuple(record.answers),
        "conflicts": len(record.conflicts),
        "verification": record.verification,
        "checked": record.checked,
    }


def _votes(vote: Vote | None) -> Row:
    """Totals as published; not voting only where every State is accounted for."""
    if vote is None:
        return dict.fromkeys(("yes", "no", "abstain", "not_voting"))
    complete = vote.roll_call is not None and vote.names == "complete"
    return {
        "yes": vote.counts.yes,
        "no": vote.counts.no,
        "abstain": vote.counts.abstain,
        "not_voting": len(vote.roll_call.not_voting) if complete and vote.roll_call else None,
    }


def _sponsors(record: ImportedDocument) -> Row:
    draft, added = (_counted(names) for names in (record.sponsors.draft, record.sponsors.added))
    if added and not isinstance(record.sponsors.added, str):
        # A few files name a State on the draft and again among the additions.
        added -= sum(iso3 in record.sponsors.draft for iso3 in record.sponsors.added)
    absence = record.sponsors.draft if isinstance(record.sponsors.draft, str) else None
    return {
        "sponsors": None if draft is None else draft + (added or 0),
        "sponsors_draft": draft,
        "sponsors_added": added,
        "sponsors_absence": None if draft is not None else absence,
    }


def _counted(names: dict[str, str] | Absence) -> int | None:
    if isinstance(names, str):
        return 0 if names == "none" else None
    return len(names)


def _top_level(record: ImportedDocument, part: str) -> int:
    return sum(p.part == part and p.parent is None for p in record.paragraphs)
