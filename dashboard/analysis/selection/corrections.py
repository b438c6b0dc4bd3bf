"""What a search that finds nothing may have meant, and what would find something.

Its words in the spelling of the record; most of its words; the tables that have all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dashboard.analysis.selection.paragraph_lookup import paragraph_named
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.search import (
    index_of,
    matching,
    search_terms,
    searched_texts,
)
from dashboard.analysis.selection.select import kept_by_all, masks, places
from dashboard.analysis.selection.terms import terms
from dashboard.analysis.snapshot_cache import TableCache
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.official_text.folding import words_at

_SHORTEST = 4
"""Shorter words are matched whole and have too many neighbours."""
_MOST_SPELLINGS = 4
_MOST_TRIES = 12
_LONGEST_TEXT = 200
_MOST_WORDS = 6
_MOST_OFFERED = 3
_FILLERS = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "its"),
        *("not", "of", "on", "or", "that", "the", "to", "with"),
    )
)
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


_lexicons: TableCache[_Lexicon] = TableCache(most=1)


def correction(snapshot: Snapshot, table: str, text: str) -> str | None:
    """The search text with misspelt words replaced, if that finds what the text itself does not.

    None where the text finds something, where every word is known, or where no word of the
    table is near. Only words of the Latin alphabet of at least four letters are looked at,
    excluded ones never.
    """
    if not terms(text) or matching(snapshot, table, text).any():
        return None
    tried = _respelled(snapshot, table, text)
    return next((other for other in tried if matching(snapshot, table, other).any()), None)


def _respelled(snapshot: Snapshot, table: str, text: str) -> Iterator[str]:
    """The text with every misspelt word replaced, the likeliest spellings first."""
    if len(text) > _LONGEST_TEXT:
        return
    lexicon = _lexicons.get(snapshot, table, lambda: _lexicon(snapshot, table))
    wrong = [spot for spot in _correctable(text) if not lexicon.has(spot[0])]
    spellings = [lexicon.near(word) for word, _, _ in wrong]
    if not wrong or not all(spellings):
        return
    for chosen in islice(product(*spellings), _MOST_TRIES):
        corrected = text
        for word, (_, start, end) in reversed(list(zip(chosen, wrong, strict=True))):
            corrected = corrected[:start] + lexicon.written[word] + corrected[end:]
        yield corrected


@dataclass(frozen=True)
class Looser:
    """A search for most of the words of another, and how many rows it gives."""

    text: str
    rows: int


def relaxed(snapshot: Snapshot, table: str, query: Query) -> list[Looser]:
    """Searches that leave out as few words of an empty one as they can, with every other filter.

    At most three, those with most rows first; none where no word alone finds anything. Words
    that say little (of, the) are the first to be left out, excluded ones never are. Misspelt words
    are put right before. The name of one paragraph has no words to leave out.
    """
    typed = query.q or ""
    if paragraph_named(snapshot, typed):
        return []
    wanted = search_terms(snapshot, table, next(_respelled(snapshot, table, typed), typed))
    asked = [t for t in wanted if not t.excluded][:_MOST_WORDS]
    telling = [t for t in asked if t.written.casefold() not in _FILLERS]
    others = masks(snapshot, table, query.without("q")).values()
    kept = kept_by_all(others, len(snapshot.tables[table]))
    excluded = [t for t in wanted if t.excluded]
    index = index_of(snapshot, table)
    for left in range(min(len(telling), len(asked) - 1), 0, -1):
        found = []
        for chosen in combinations(telling, left):
            if (index.found([*chosen, *excluded]) & kept).any():
                text = " ".join(term.written for term in (*chosen, *excluded))
                rows = int((matching(snapshot, table, text) & kept).sum())
                found.append(Looser(text, rows))
        if found := sorted((f for f in found if f.rows), key=lambda f: -f.rows):
            return found[:_MOST_OFFERED]
    return []


def elsewhere(snapshot: Snapshot, query: Query, tables: Iterable[str]) -> list[tuple[str, int]]:
    """Of some tables those in which a search finds something in its scope, with how much.

    Sponsors are counted by their texts, as their page does.
    """
    found = []
    searched = Query().having(q=query.q, scope=query.scope)
    for table in tables:
        rows = places(snapshot, table, searched)
        texts = snapshot.tables["sponsors"]["symbol"]
        number = texts.take(rows).nunique() if table == "sponsors" else len(rows)
        if number:
            found.append((table, number))
    return found


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
    for text, number in searched_texts(snapshot, table).items():
        for word, start, end in words_at(text):
            if _is_plain(word):
                counts[word] += number
                written[word][text[start:end].casefold()] += number
    common = {word: forms.most_common(1)[0][0] for word, forms in written.items()}
    return _Lexicon(tuple(sorted(counts)), counts, common)
