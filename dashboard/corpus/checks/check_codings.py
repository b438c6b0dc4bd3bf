"""Whether the coding of a text's paragraphs fits the text and the vocabularies."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.corpus.checks.findings import (
    Finding,
    no_such_paragraph,
    not_imported,
    unknown_codes,
)
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.yaml_reader import Path
from dashboard.corpus.records.codings import (
    ActReading,
    ComparisonReading,
    DocumentCoding,
    ParagraphCoding,
    SecondCoding,
    SecondReading,
)
from dashboard.symbols import file_stem

LONGEST_SUMMARY = 30
"""English words of a summary, at most."""
_LISTS = ("topics", "addressees", "actions")


def coding_findings(coding: DocumentCoding, corpus: Corpus) -> Iterator[Finding]:
    """Paragraphs that the imported text does not have, unknown codes, summaries too long."""
    imported = corpus.imported.get(coding.symbol)
    if imported is None:
        yield from not_imported(corpus, coding.symbol, ("symbol",))
        return
    for place, paragraph in coding.paragraphs.items():
        path = ("paragraphs", place)
        yield from no_such_paragraph(imported, place, path)
        yield from _codes(paragraph, path, corpus)
        asked = paragraph.addressees if isinstance(paragraph.addressees, list) else []
        if bool(asked) != bool(paragraph.actions):
            message = "whoever is asked is asked for something: addressees and actions go together"
            yield Finding((*path, "actions" if asked else "addressees"), message, "warning")
        words = len(paragraph.summary.en.split())
        if words > LONGEST_SUMMARY:
            message = f"{words} words; a summary has at most {LONGEST_SUMMARY}"
            yield Finding((*path, "summary", "en"), message, "warning")


def act_findings(reading: ActReading, corpus: Corpus) -> Iterator[Finding]:
    """Paragraphs in which acts were read and that no text has."""
    for full_id in reading.paragraphs:
        yield from _missing(full_id, corpus)


def comparison_findings(reading: ComparisonReading, corpus: Corpus) -> Iterator[Finding]:
    """Paragraphs whose comparison was read and that no text has."""
    for later, change in reading.paragraphs.items():
        for full_id in (later, change.earlier):
            yield from _missing(full_id, corpus, ("paragraphs", later))


def _missing(full_id: str, corpus: Corpus, path: Path | None = None) -> Iterator[Finding]:
    path = path or ("paragraphs", full_id)
    symbol, _, place = full_id.partition("#")
    imported = corpus.imported.get(symbol)
    if file_stem(symbol) in corpus.unread():
        return  # the fault stands in the text's own file
    if imported is None:
        yield from not_imported(corpus, symbol, path)
    elif place not in imported.places:
        yield from no_such_paragraph(imported, place, path)


def second_findings(reading: SecondReading, corpus: Corpus) -> Iterator[Finding]:
    """Paragraphs that no text has or that nobody coded a first time, and unknown codes."""
    for full_id, paragraph in reading.paragraphs.items():
        path = ("paragraphs", full_id)
        symbol, _, place = full_id.partition("#")
        coding = corpus.codings.get(symbol)
        missing = list(_missing(full_id, corpus))
        yield from missing
        coded = coding is not None and place in coding.paragraphs
        if not missing and not coded and file_stem(symbol) not in corpus.unread():
            yield Finding(path, "nobody coded it a first time; it is not compared", "warning")
        yield from _codes(paragraph, path, corpus)


def _codes(
    paragraph: ParagraphCoding | SecondCoding, path: Path, corpus: Corpus
) -> Iterator[Finding]:
    lists = (name for name in _LISTS if isinstance(getattr(paragraph, name), list))
    yield from unknown_codes(corpus, paragraph, *lists, path=path)
