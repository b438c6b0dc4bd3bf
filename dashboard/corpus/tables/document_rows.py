"""Rows of the documents table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument, votes_of
from dashboard.corpus.records.fields import Absence
from dashboard.corpus.records.vocabularies import Term
from dashboard.corpus.records.votes import POSITIONS, Vote
from dashboard.corpus.sponsorship import FOR_GROUP, who_tabled
from dashboard.corpus.tables.row_fields import both, same
from dashboard.symbols import LANGUAGES, official_url, paragraph_id

Row = dict[str, Any]
_OFFICIAL = "verified_primary"
_UNKNOWN_WITHOUT_FILE = (
    "committee", "issued", "meeting", "agenda_item", "committee_report", "requests", "sponsors",
    "sponsors_draft", "sponsors_added", "submitted_by", "submitted_for", "preambular", "operative",
    "mentions_ai", "near_ai",
)  # fmt: skip
_NONE_WITHOUT_FILE = ("drafts", "languages", "subjects", "cites")
"""Columns that only an official file fills."""


def imported_row(
    record: ImportedDocument,
    added: CuratedDocument | None,
    requests: int | None,
    groups: Mapping[str, Term],
) -> Row:
    """A resolution read from official files, with what people added to it.

    `requests` is how many deliverables it is on record to ask for, `groups` the vocabulary.
    """
    report = record.committee_report
    return {
        **_added(added),
        **_sponsors(record, groups),
        **_plenary(votes_of(record, added)),
        **same(record, "committee", "session", "issued"),
        "requests": requests,
        "id": record.symbol,
        "symbol": record.symbol,
        "kind": "resolution",
        "body": "general_assembly",
        "date": record.adopted,
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
        "near_ai": sum(p.near_ai for p in record.paragraphs),
        "languages": tuple(sorted({file.language for file in record.files}, key=LANGUAGES.index)),
        "subjects": tuple(subject.label for subject in record.subjects),
        "cites": tuple(dict.fromkeys(c.symbol for c in record.cites)),
        "source": official_url(record.symbol),
        "url": document_url(record.symbol),
        **({column: o.value for column, o in added.overrides.items()} if added else {}),
    }


def curated_row(record: CuratedDocument) -> Row:
    """A document that has no official file here: all of it comes from people."""
    return {
        **dict.fromkeys(_UNKNOWN_WITHOUT_FILE),
        **dict.fromkeys(_NONE_WITHOUT_FILE, ()),
        **_added(record),
        **_plenary(record.votes),
        **same(record, "id", "symbol", "kind", "body", "session", "date", "outcome"),
        "title_en": record.titles.get("en"),
        "title_zh": record.titles.get("zh"),
        "sponsors_absence": "unknown" if record.kind == "resolution" else "not_applicable",
        "source": record.sources[0].url if record.sources else None,
        "url": document_url(record.id),
    }


def document_url(record_id: str) -> str:
    """The record's path in this dashboard."""
    return f"/documents?item={record_id.replace(' ', '%20')}"


def _added(record: CuratedDocument | None) -> Row:
    if record is None:
        return {
            **dict.fromkeys(("track", "mandated_by", "checked")),
            **both("short", None),
            "weight": "mention",
            "topics": (),
            "answers": (),
            "conflicts": 0,
            "verification": _OFFICIAL,
        }
    mandate = record.mandated_by
    return {
        **same(record, "weight", "track", "topics", "answers", "verification", "checked"),
        **both("short", record.short_title),
        "mandated_by": paragraph_id(mandate.symbol, mandate.paragraph) if mandate else None,
        "conflicts": len(record.conflicts),
    }


def _plenary(votes: Iterable[Vote]) -> Row:
    """Totals as published; not voting only where every State is accounted for."""
    vote = next((vote for vote in votes if vote.stage == "plenary"), None)
    return vote.totals() if vote else dict.fromkeys(POSITIONS)


def _sponsors(record: ImportedDocument, groups: Mapping[str, Term]) -> Row:
    by, group, agents = who_tabled(record.sponsors, groups)
    draft, added = (_counted(names) for names in (record.sponsors.draft, record.sponsors.added))
    if added and not isinstance(record.sponsors.added, str):
        # A few files name a State on the draft and again among the additions.
        added -= sum(iso3 in record.sponsors.draft for iso3 in record.sponsors.added)
    absence = record.sponsors.draft if isinstance(record.sponsors.draft, str) else None
    own = None if draft is None else draft - len(agents)
    return {
        "submitted_by": by,
        "submitted_for": group,
        "sponsors": None if own is None or by == FOR_GROUP else own + (added or 0),
        "sponsors_draft": own,
        "sponsors_added": added,
        "sponsors_absence": None if draft is not None else absence,
    }


def _counted(names: dict[str, str] | Absence) -> int | None:
    if isinstance(names, str):
        return 0 if names == "none" else None
    return len(names)


def _top_level(record: ImportedDocument, part: str) -> int:
    return sum(p.part == part and p.parent is None for p in record.paragraphs)
