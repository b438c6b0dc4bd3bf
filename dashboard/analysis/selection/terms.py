"""What a reader types into the search box, read as terms.

Words in any order, `"phrases"`, `-exclusions`, symbols. A word, or several in a row, that
means what other words mean as well (`synonyms`) finds those too; in quotation marks words
stand for themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dashboard.analysis.selection.synonyms import NO_SYNONYMS, Synonyms
from dashboard.sources.official_text.folding import (
    Folded,
    fold,
    folded_words,
    is_han,
    mainland_words,
)
from dashboard.symbols import cited_symbol, resolution_symbol, with_bare_symbols

_QUOTES = dict.fromkeys(map(ord, "“”„‟«»「」『』＂"), '"')
_HYPHENED = re.compile(r"[^\W\d_]+(?:[-‐‑–][^\W\d_]+)+")
_POSSESSIVE = re.compile("['’]s$")
_WHOLE_WORD = 3
"""A word up to this length must match whole, or AI would be found in training and aid."""
_SHORTEST_PART = 3
_LONGEST_NAME = 12


class Searched(Protocol):
    """The texts that are searched, as far as reading a search asks about them."""

    def has_word(self, word: str) -> bool:
        """Whether a folded word stands in any of the texts."""

    def holds(self, needle: str) -> bool:
        """Whether any of the texts holds this."""


@dataclass(frozen=True)
class Term:
    """One thing to find. A text matches if it holds any of the `needles`, or, excluded, none.

    `written` is what it was read from, to be searched again. `also` are words it finds besides,
    as people write them. Of a State, `apart` are longer names that hold one of its own:
    Indonesia's, of India.
    """

    needles: tuple[str, ...]
    excluded: bool = False
    written: str = ""
    also: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Piece:
    """A word or phrase as typed, and its folded words."""

    written: str
    words: tuple[str, ...]
    quoted: bool = False
    excluded: bool = False

    @property
    def plain(self) -> bool:
        return not (self.quoted or self.excluded)

    @property
    def typed(self) -> str:
        """As it is to be typed to be read so again."""
        text = f'"{self.written}"' if self.quoted else self.written
        return f"-{text}" if self.excluded else text


def terms(
    text: str, synonyms: Synonyms = NO_SYNONYMS, searched: Searched | None = None
) -> tuple[Term, ...]:
    """Read a search text; nothing to search for gives no terms.

    Words are found at the beginning of words, short ones (to 3 letters) and phrases whole,
    Chinese anywhere. A symbol is found in whatever spelling it is typed. A quotation mark
    without its partner counts as a space. What is `searched` decides on compounds: cyber
    security is cybersecurity where the texts have both.
    """
    whole = cited_symbol(text)
    if whole and any(c.isalpha() or c == "/" for c in text):
        return (Term((fold(whole),), written=text.strip()),)
    pieces = list(_pieces(with_bare_symbols(text)))
    found: list[Term] = []
    at = 0
    while at < len(pieces):
        read, taken = _meant(pieces, at, synonyms) or _compound(pieces, at, searched) or (
            _single(pieces[at], synonyms, searched), 1,
        )  # fmt: skip
        found += read
        at += taken
    return tuple(found)


def _pieces(text: str) -> Iterator[_Piece]:
    """Words and phrases with whether they were quoted and excluded."""
    parts = text.translate(_QUOTES).split('"')
    if len(parts) % 2 == 0:
        parts[-2:] = [" ".join(parts[-2:])]
    minus = False
    for place, part in enumerate(parts):
        if place % 2:
            found = [_Piece(part, folded_words(part), True, minus)]
        else:
            minus = part.endswith("-") and (len(part) == 1 or part[-2].isspace())
            words = [(_POSSESSIVE.sub("", word.lstrip("-")), word) for word in part.split()]
            found = [_Piece(b, folded_words(b), excluded=w[0] == "-") for b, w in words]
        yield from (piece for piece in found if piece.words)


def _meant(pieces: list[_Piece], at: int, synonyms: Synonyms) -> tuple[list[Term], int] | None:
    """What the longest run of words from here on means, where it has a meaning of its own."""
    first = pieces[at]
    if first.quoted:
        return None
    end = at + 1
    while first.plain and end < min(len(pieces), at + _LONGEST_NAME) and pieces[end].plain:
        end += 1
    for stop in range(end, at, -1):
        run = pieces[at:stop]
        written = " ".join(piece.written for piece in run)
        alone = len(run) == len(pieces)
        for words in _readings(run, written):
            if meaning := synonyms.meaning(words, written, alone):
                also = tuple(n for n in meaning.names if fold(n) != " ".join(["", *words, ""]))
                typed = " ".join(piece.typed for piece in run)
                term = Term(meaning.needles, first.excluded, typed, also, meaning.apart)
                return [term], len(run)
    return None


def _readings(run: list[_Piece], written: str) -> Iterator[tuple[str, ...]]:
    words = tuple(word for piece in run for word in piece.words)
    yield words
    if any(map(is_han, words)):
        yield folded_words(mainland_words(written))


def _compound(
    pieces: list[_Piece], at: int, searched: Searched | None
) -> tuple[list[Term], int] | None:
    """Two words, with a space or a hyphen, that the texts write as one."""
    run = [p for p in pieces[at : at + 2] if p.plain] if pieces[at].plain else []
    if searched is None or not run:
        return None
    run = run[:1] if len(run[0].words) > 1 else run
    words = tuple(word for piece in run for word in piece.words)
    joined = "".join(words)
    if len(words) != 2 or not joined.isalpha() or not searched.has_word(joined):
        return None
    needles = (f" {joined}", f" {' '.join(words)}")
    return [Term(needles, written=" ".join(piece.written for piece in run))], len(run)


def _single(piece: _Piece, synonyms: Synonyms, searched: Searched | None) -> list[Term]:
    """One piece; of words with hyphens between them each, as if they stood apart.

    So are the two that a compound is made of which the texts write in no other way.
    """
    words: Sequence[str] = ()
    if piece.plain and len(piece.words) > 1 and _HYPHENED.fullmatch(piece.written):
        words = piece.words
    elif piece.plain and searched and not searched.holds(_needle(piece.words, whole=False)):
        words = next(iter(_parted(piece.words[0], searched)), "").split()
    return [_word(_Piece(word, (word,)), searched) for word in words] or [_word(piece, searched)]


def _word(piece: _Piece, searched: Searched | None) -> Term:
    words = piece.words
    needles, also = [_needle(words, piece.quoted)], tuple[str, ...]()
    if official := _symbol_needle(piece.written):
        needles.append(official)
    if searched is not None and any(map(is_han, words)):
        mainland = mainland_words(piece.written)
        needle = _needle(folded_words(mainland), piece.quoted)
        known = needles[0] in piece.written and searched.holds(needles[0])
        if needle not in needles and not known and searched.holds(needle):
            needles.append(needle)
            also = (mainland,)
    elif searched is not None and piece.plain and len(words) == 1:
        needles += _parted(words[0], searched)
    return Term(tuple(needles), piece.excluded, piece.typed, also)


def _parted(word: str, searched: Searched) -> list[str]:
    """The two words that a compound is made of, where the texts have both."""
    return [
        f" {word[:place]} {word[place:]}"
        for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        if searched.has_word(word[:place]) and searched.has_word(word[place:])
    ]


def _needle(words: tuple[str, ...], whole: bool) -> str:
    start = "" if is_han(words[0]) else " "
    ends_word = whole or len(words[-1]) <= _WHOLE_WORD
    end = " " if ends_word and not is_han(words[-1]) else ""
    return f"{start}{' '.join(words)}{end}"


def _symbol_needle(text: str) -> str | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    symbol = resolution_symbol(plain) if plain.isascii() else None
    return fold(symbol) if symbol else None


def spans(text: str, found: Iterable[Term]) -> list[tuple[int, int]]:
    """Where the terms of a search stand in a text as it is written, from the left.

    A hit in a word gives the whole word, a hit in Chinese its signs; hits that touch or
    overlap are one. Excluded terms give none. Slices `text[start:end]` are the text's own.
    """
    folded = Folded(text)
    hits = []
    for term in found:
        said = folded.text
        for longer in term.apart:  # no word of it is the State that is meant
            said = said.replace(longer, "\0" * len(longer))
        for needle in term.needles if not term.excluded else ():
            bare = needle.strip(" ")
            lead = len(needle) - len(needle.lstrip(" "))
            at = said.find(needle)
            while at >= 0:
                hits.append(folded.written(at + lead, at + lead + len(bare)))
                at = said.find(needle, at + 1)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
