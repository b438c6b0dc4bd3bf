"""Whether a text's weight and track follow the codebook, as far as counting can tell."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.corpus.checks.findings import Finding
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument

_WEIGHTS = ("mention", "related", "core")
"""The least first."""
_CORE, _RELATED = 1 / 2, 1 / 12
"""Shares of a text's paragraphs that speak of AI, by name or in other words."""


def weight_findings(record: CuratedDocument, corpus: Corpus) -> Iterator[Finding]:
    """Warnings on a text on record: a weight below what its share of paragraphs makes it, or core
    without that share; another track than an older text of its title, or another weight that
    neither's share explains. What its subject makes it, nobody can count.
    """
    text = corpus.imported.get(record.id)
    if text is None or not text.paragraphs:
        return
    by_share = _by_share(text)
    if _rank(record.weight) < _rank(by_share) or (record.weight == "core" and by_share != "core"):
        spoken = f"{_speaking(text)} of {len(text.paragraphs)} paragraphs speak of AI"
        yield Finding(("weight",), f"found {record.weight}, but {spoken}: {by_share}", "warning")
    for other in corpus.imported.values():
        added = corpus.curated.get(other.symbol)
        earlier = (other.adopted or "") < (text.adopted or "")
        if added is None or not earlier or _title(other) != _title(text):
            continue
        if added.track != record.track:
            message = f"found {record.track}, but {other.symbol} of the same title: {added.track}"
            yield Finding(("track",), message, "warning")
        higher, its = max((added.weight, other), (record.weight, text), key=lambda p: _rank(p[0]))
        if added.weight != record.weight and _by_share(its) != higher:
            message = f"found {record.weight}, but {other.symbol} of the same title: {added.weight}"
            yield Finding(("weight",), message, "warning")


def _by_share(text: ImportedDocument) -> str:
    share = _speaking(text) / len(text.paragraphs)
    return "core" if share >= _CORE else "related" if share >= _RELATED else "mention"


def _speaking(text: ImportedDocument) -> int:
    return sum(p.mentions_ai or p.near_ai for p in text.paragraphs)


def _rank(weight: str) -> int:
    return _WEIGHTS.index(weight)


def _title(text: ImportedDocument) -> str:
    return text.titles.get("en", text.symbol).casefold()
