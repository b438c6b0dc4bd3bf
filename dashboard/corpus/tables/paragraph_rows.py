"""Rows of the paragraphs table: the imported skeleton and what the verb rule reads in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.tables.act_rows import (
    Act,
    Acts,
    addressees,
    asking_tiers,
    governing,
    strongest,
)
from dashboard.corpus.tables.row_fields import same
from dashboard.corpus.verbs import VerbReading
from dashboard.symbols import paragraph_id

_NO_VERB = VerbReading("none")
_CODED = ("actions", "topics")


def paragraph_rows(corpus: Corpus, acts: Acts) -> Iterator[dict[str, Any]]:
    """Every paragraph of the texts whose acts are given, in their order."""
    for symbol, by_place in acts.items():
        yield from _rows(corpus.imported[symbol], corpus, by_place)


def _rows(
    record: ImportedDocument, corpus: Corpus, acts: Mapping[str, Sequence[Act]]
) -> Iterator[dict[str, Any]]:
    added = corpus.curated.get(record.symbol)
    coded = corpus.codings.get(record.symbol)
    cites: dict[str, list[str]] = defaultdict(list)
    for citation in record.cites:
        cites[citation.paragraph].append(citation.symbol)
    for position, paragraph in enumerate(record.paragraphs, start=1):
        own = acts[paragraph.id]
        act, top = governing(own), strongest(own)
        reading = act.reading if act else _NO_VERB
        coding = coded.paragraphs.get(paragraph.id) if coded else None
        parent = paragraph.parent
        full_id = paragraph_id(record.symbol, paragraph.id)
        yield {
            **same(paragraph, "part", "number", "verb", "mentions_ai", "near_ai"),
            **{name: getattr(reading, name) for name in ("head", "family", "intensifier")},
            "opening": reading.tier,
            "tier": top.reading.tier if top else None,
            "strongest": top.reading.head if top else None,
            "tiers": asking_tiers(own, top),
            "acts": tuple(dict.fromkeys(each.reading.head for each in own)),
            "softeners": _softeners(own),
            "id": full_id,
            "symbol": record.symbol,
            "date": record.adopted,
            "body": "general_assembly",
            "track": added.track if added else None,
            "weight": added.weight if added else "mention",
            "position": position,
            "parent": paragraph_id(record.symbol, parent) if parent else None,
            "verb_zh": paragraph.verbs.get("zh"),
            "governed_by": paragraph_id(record.symbol, act.printed_in) if act else None,
            **(same(coding, *_CODED) if coding else dict.fromkeys(_CODED, ())),
            "addressees": addressees(coding),
            "main_topic": coding.topics[0] if coding else None,
            "cites": tuple(dict.fromkeys(cites[paragraph.id])),
            "summary_en": coding.summary.en if coding else None,
            "summary_zh": coding.summary.zh if coding else None,
            "hit": None,
            "coded_by": coded.coded_by if coding and coded else "rule",
            "reviewed": bool(coding and coded and coded.reviewed),
            "url": paragraph_url(full_id),
        }


def _softeners(acts: Sequence[Act]) -> tuple[str, ...]:
    """What softens any of its asks, or the means of one; each once, in order."""
    softened = (act for act in acts if act.softeners)
    return tuple(dict.fromkeys(code for act in softened for code in act.softened("ask", "means")))


def paragraph_url(full_id: str) -> str:
    """The paragraph's path in this dashboard; `#` must be written `%23` in a query."""
    return f"/paragraphs?item={full_id.replace('#', '%23').replace(' ', '%20')}"
