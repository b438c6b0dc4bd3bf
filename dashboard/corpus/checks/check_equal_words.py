"""Whether paragraphs of the same wording, told by fingerprints, are coded and summarised alike.

Within one text the same words may introduce different lists, and are not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import takewhile

from dashboard.corpus.checks.findings import Finding
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.codings import DocumentCoding, ParagraphCoding

_SHARED = ("summary", "topics", "addressees", "actions")
"""What the words alone decide; who is named may stand in a footnote, which they leave out."""

Coded = tuple[str, str, ParagraphCoding]
"""A coded paragraph: its text, its place, its coding."""


def coded_by_words(corpus: Corpus) -> Mapping[str, list[Coded]]:
    """The coded paragraphs of each wording, those of the oldest text first."""
    found: defaultdict[str, list[Coded]] = defaultdict(list)
    known = sorted(corpus.codings.keys() & corpus.imported.keys())
    for symbol in sorted(known, key=lambda name: (corpus.imported[name].adopted or "", name)):
        taken = corpus.fingerprints.get(symbol, {}).get("en")
        for place, coding in corpus.codings[symbol].paragraphs.items():
            if taken and (each := taken.paragraphs.get(place)):
                found[each.words].append((symbol, place, coding))
    return found


def equal_words_findings(
    coding: DocumentCoding, corpus: Corpus, known: Mapping[str, list[Coded]]
) -> Iterator[Finding]:
    """A warning where older texts say the same and are all coded or summarised otherwise.

    And where a coded text leaves a paragraph uncoded whose words are coded in another text.
    """
    taken = corpus.fingerprints.get(coding.symbol, {}).get("en")
    for place, paragraph in coding.paragraphs.items():
        words = taken.paragraphs[place].words if taken and place in taken.paragraphs else ""
        own = {name: getattr(paragraph, name) for name in _SHARED}
        older = takewhile(lambda coded: coded[0] != coding.symbol, known.get(words, ()))
        differing = [
            (f"{symbol}#{there}", [n for n in _SHARED if getattr(other, n) != own[n]])
            for symbol, there, other in older
        ]
        if differing and all(names for _, names in differing):
            first, names = differing[0]
            message = f"has the words of {first} and another {', '.join(names)}"
            yield Finding(("paragraphs", place), message, "warning")
    for place, each in (taken.paragraphs if taken else {}).items():
        elsewhere = [
            f"{symbol}#{there}"
            for symbol, there, _ in known.get(each.words, ())
            if symbol != coding.symbol and place not in coding.paragraphs
        ]
        if elsewhere:
            message = f"{place} has the words of {elsewhere[0]} and no coding"
            yield Finding(("paragraphs",), message, "warning")
