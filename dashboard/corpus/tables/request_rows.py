"""Rows of the requests table, before the day asked gives each its status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.requests import Request
from dashboard.corpus.request_answers import answer_columns
from dashboard.corpus.tables.row_fields import both, same
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
    window = request.window
    return {
        **answer_columns(request.answers),
        **same(request, "id", "place", "deliverable", "due", "due_basis", "frequency", "about_ai"),
        **same(request, "answer_scope", "search", "cannot_be_known", "superseded_by"),
        "searched": tuple(dict.fromkeys(each.where for each in request.searched)),
        "searched_on": max((each.on for each in request.searched), default=None),
        **both("entity", request.addressee.name),
        **both("subject", request.subject),
        **both("due_event", request.due_event),
        **both("note", request.note),
        "symbol": symbol,
        "paragraph": paragraph_id(symbol, request.paragraph) if request.paragraph else None,
        "addressee": request.addressee.code,
        "due_from": window.start if window else None,
        "due_to": window.end if window else None,
        "status": None,
        "days_late": None,
        "source": official_url(symbol),
        "url": f"/requests?item={request.id}",
    }
