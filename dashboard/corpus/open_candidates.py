"""Paragraphs in which a rule found more than is on record, and nobody has said why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dashboard.corpus.records.requests import DocumentRequests, RequestCandidates


class OpenCandidate(NamedTuple):
    """A paragraph by its symbol and place; `sure` where a verb of reporting follows."""

    symbol: str
    paragraph: str
    sure: bool


def open_candidates(
    found: RequestCandidates | None, requests: Mapping[str, DocumentRequests]
) -> Iterator[OpenCandidate]:
    """Paragraphs with fewer requests on record than words that may ask, and not refused.

    Text by text, the sure ones first. What is on record answers the sure ones first.
    """
    for symbol, text in found.texts() if found else ():
        listed = requests.get(symbol)
        refused = listed.refused if listed else {}
        left = Counter(request.paragraph for request in listed.requests) if listed else Counter()
        for sure, patterns in ((True, text.sure), (False, text.to_look_at)):
            for paragraph, each in patterns.items():
                if left[paragraph] < len(each) and paragraph not in refused:
                    yield OpenCandidate(symbol, paragraph, sure)
                left[paragraph] = max(0, left[paragraph] - len(each))
