"""Rows of the requests table, before the day asked gives each its status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.fields import first_day
from dashboard.corpus.records.requests import Answer, Request
from dashboard.symbols import official_url, paragraph_id

_OF_DOCUMENT = ("date", "track", "topics", "weight", "title_en", "title_zh")


def request_rows(
    corpus: Corpus, documents: Mapping[str, Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """One row for each request, by the resolution's date; `documents` are rows by id.

    `status` and `days_late` are null here: they depend on the day asked, see
    `dashboard.corpus.request_status`.
    """
    on_record = (s for s in corpus.requests if s in documents)
    for symbol in sorted(on_record, key=lambda s: (documents[s]["date"] or "", s)):
        listed = corpus.requests[symbol]
        shared = {name: documents[symbol][name] for name in _OF_DOCUMENT}
        for request in listed.requests:
            yield {**shared, **_row(symbol, request), "checked": listed.checked}


def _row(symbol: str, request: Request) -> dict[str, Any]:
    window, answers = request.window, request.answers
    dated = sorted((a.issued for a in answers if a.issued), key=first_day)
    known = sorted(a.known_by for a in answers if a.known_by)
    return {
        "id": request.id,
        "symbol": symbol,
        "paragraph": paragraph_id(symbol, request.paragraph) if request.paragraph else None,
        "place": request.place,
        "addressee": request.addressee.code,
        "entity_en": request.addressee.name.en,
        "entity_zh": request.addressee.name.zh,
        "deliverable": request.deliverable,
        "subject_en": request.subject.en,
        "subject_zh": request.subject.zh,
        "due": request.due,
        "due_from": window.start if window else None,
        "due_to": window.end if window else None,
        "due_basis": request.due_basis,
        "frequency": request.frequency,
        "about_ai": request.about_ai,
        "status": None,
        "answered_by": tuple(name for a in answers if (name := _name(a))),
        "answered_on": dated[0] if dated else None,
        "answered_before": known[0] if known else None,
        "days_late": None,
        "answer_scope": request.answer_scope,
        "established_by": tuple(dict.fromkeys(c for a in answers for c in a.established_by)),
        "search": request.search,
        "superseded_by": request.superseded_by,
        "note_en": request.note.en if request.note else None,
        "note_zh": request.note.zh if request.note else None,
        "source": official_url(symbol),
        "url": f"/requests?item={request.id}",
    }


def _name(answer: Answer) -> str | None:
    return answer.symbol or answer.event
