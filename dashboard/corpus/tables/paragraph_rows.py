"""Rows of the paragraphs table: the imported skeleton and what the verb rule reads in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.codings import ParagraphCoding
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.tables.row_fields import same
from dashboard.corpus.verbs import VerbReading, VerbRule
from dashboard.symbols import paragraph_id

_NO_VERB = VerbReading("none")
_CODED = ("softeners", "actions", "topics")


def paragraph_rows(corpus: Corpus, rule: VerbRule) -> Iterator[dict[str, Any]]:
    """Every paragraph of the imported documents, by adoption, symbol and place."""
    for record in sorted(corpus.imported.values(), key=lambda r: (r.adopted, r.symbol)):
        yield from _rows(record, corpus, rule)


def _rows(record: ImportedDocument, corpus: Corpus, rule: VerbRule) -> Iterator[dict[str, Any]]:
    added = corpus.curated.get(record.symbol)
    coded = corpus.codings.get(record.symbol)
    cites: dict[str, list[str]] = defaultdict(list)
    for citation in record.cites:
        cites[citation.paragraph].append(citation.symbol)
    governing: dict[str, tuple[str, VerbReading]] = {}
    for position, paragraph in enumerate(record.paragraphs, start=1):
        if paragraph.verb:
            governing[paragraph.id] = (paragraph.id, rule.read(paragraph.verb))
        elif paragraph.parent in governing:
            governing[paragraph.id] = governing[paragraph.parent]
        governor, reading = governing.get(paragraph.id, (None, _NO_VERB))
        coding = coded.paragraphs.get(paragraph.id) if coded else None
        parent = paragraph.parent
        full_id = paragraph_id(record.symbol, paragraph.id)
        yield {
            **same(paragraph, "part", "number", "verb", "mentions_ai"),
            **{name: getattr(reading, name) for name in ("head", "family", "tier", "intensifier")},
            "id": full_id,
            "symbol": record.symbol,
            "date": record.adopted,
            "body": "general_assembly",
            "track": added.track if added else None,
            "weight": added.weight if added else "mention",
            "position": position,
            "parent": paragraph_id(record.symbol, parent) if parent else None,
            "verb_zh": paragraph.verbs.get("zh"),
            "governed_by": paragraph_id(record.symbol, governor) if governor else None,
            **(same(coding, *_CODED) if coding else dict.fromkeys(_CODED, ())),
            "addressees": _addressees(coding),
            "cites": tuple(dict.fromkeys(cites[paragraph.id])),
            "summary_en": coding.summary.en if coding else None,
            "summary_zh": coding.summary.zh if coding else None,
            "coded_by": coded.coded_by if coding and coded else "rule",
            "reviewed": bool(coding and coded and coded.reviewed),
            "url": paragraph_url(full_id),
        }


def _addressees(coding: ParagraphCoding | None) -> tuple[str, ...]:
    """Who is asked; `none` where the coding says nobody is, empty where nothing is coded."""
    if coding is None:
        return ()
    addressees = coding.addressees
    return (addressees,) if isinstance(addressees, str) else tuple(addressees)


def paragraph_url(full_id: str) -> str:
    """The paragraph's path in this dashboard; `#` must be written `%23` in a query."""
    return f"/paragraphs?item={full_id.replace('#', '%23').replace(' ', '%20')}"
