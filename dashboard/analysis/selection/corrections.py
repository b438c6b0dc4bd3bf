"""What a search that finds nothing may have meant: its words in the spelling of the record."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dashboard.analysis.folding import words_at
from dashboard.analysis.selection.search import SEARCHED, matching, searched_texts
from dashboard.analysis.selection.terms import terms
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.snapshot import Snapshot

_SHORTEST = 4
"""Shorter words are matched whole and have too many neighbours."""
_MOST_SPELLINGS = 4
_MOST_TRIES = 12
_LONGEST_TEXT = 200
_EXCLUDED = re.compile(r'(?<!\S)-+(?:"[^"]*"|\S*)')


@dataclass(frozen=True)
class _Lexicon:
    """A table's own words: folded and sorted, how often each stands, how it is written."""

    words: tuple[str, ...]
    counts: Counter[str]
    written: dict[str, str]

    def has(self, word: str) -> bool:
        """Whether a word of the table begins with this one, as a search would find it."""
        place = bisect_left(self.words, word)
        return place < len(self.words) and self.words[place].startswith(word)

    def near(self, word: str) -> list[str]:
        """Known words one slip away, or two where the word is long; the likeliest first."""
        slips = 1 if len(word) < 6 else 2
        found = process.extract(
            word, self.words, scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        ranked = sorted(found, key=lambda hit: (hit[1], -self.counts[hit[0]], hit[0]))
        return [hit[0] for hit in ranked[:_MOST_SPELLINGS]]


_lexicons: SnapshotCache[_Lexicon] = SnapshotCache(most=6)


def correction(snapshot: Snapshot, table: str, text: str) -> str | None:
    """The search text with misspelt words replaced, if that finds what the text itself does not.

    None where the text finds something, where every word is known, or where no word of the
    table is near. Only words of the Latin alphabet of at least four letters are looked at,
    excluded ones never.
    """
    if len(text) > _LONGEST_TEXT or not terms(text) or matching(snapshot, table, text).any():
        return None
    lexicon = _lexicons.get((snapshot.key_of(table), table), lambda: _lexicon(snapshot, table))
    wrong = [spot for spot in _correctable(text) if not lexicon.has(spot[0])]
    spellings = [lexicon.near(word) for word, _, _ in wrong]
    if not wrong or not all(spellings):
        return None
    for chosen in islice(product(*spellings), _MOST_TRIES):
        corrected = text
        for word, (_, start, end) in reversed(list(zip(chosen, wrong, strict=True))):
            corrected = corrected[:start] + lexicon.written[word] + corrected[end:]
        if matching(snapshot, table, corrected).any():
            return corrected
    return None


def _correctable(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a search text that may be corrected, with their places in it."""
    excluded = [range(*match.span()) for match in _EXCLUDED.finditer(text)]
    for word, start, end in words_at(text):
        if _is_plain(word) and not any(start in places for places in excluded):
            yield word, start, end


def _is_plain(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isascii() and word.isalpha()


def _lexicon(snapshot: Snapshot, table: str) -> _Lexicon:
    counts: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for text, number in Counter(_texts(snapshot, table)).items():
        for word, start, end in words_at(text):
            if _is_plain(word):
                counts[word] += number
                written[word][text[start:end].casefold()] += number
    common = {word: forms.most_common(1)[0][0] for word, forms in written.items()}
    return _Lexicon(tuple(sorted(counts)), counts, common)


def _texts(snapshot: Snapshot, table: str) -> Iterable[str]:
    for name in SEARCHED[table]:
        for texts in searched_texts(snapshot, table, name):
            yield from texts
