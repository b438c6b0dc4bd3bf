"""What a reader types into the search box, and text folded so that it can be found.

Folding: capitals and accents do not count; full-width letters equal plain ones; anything
but letters and digits separates words; an English plural equals its singular; a traditional
Chinese sign equals its simplified one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from opencc import OpenCC

from dashboard.symbols import resolution_symbol

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(f"[{_HAN}]+|[^\\W{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»「」『』＂"), '"')
_WHOLE_WORD = 3
"""A word up to this length must match whole, or AI would be found in training and aid."""


@dataclass(frozen=True)
class Term:
    """One thing to find. A text matches if it holds any of the `needles`, or, excluded, none."""

    needles: tuple[str, ...]
    excluded: bool = False


class _Simplified(dict[int, str | int]):
    """Each sign's simplified form by code point, looked up when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self._converter = OpenCC("t2s")

    def __missing__(self, sign: int) -> str | int:
        text = chr(sign)
        self[sign] = self._converter.convert(text) if _IS_HAN.match(text) else sign
        return self[sign]


_SIMPLIFIED = _Simplified()


def fold(text: str) -> str:
    """Text as it is compared: words between single spaces, a space at each end."""
    tokens = _tokens(text)
    return f" {' '.join(tokens)} " if tokens else ""


def terms(text: str) -> tuple[Term, ...]:
    """Read a search text: words in any order, `"phrases"`, `-exclusions`, symbols.

    Words are found at the beginning of words, short ones (to 3 letters) and phrases whole,
    Chinese anywhere. A symbol is found in whatever spelling it is typed. A quotation mark
    without its partner counts as a space. Nothing to search for gives no terms.
    """
    whole = _symbol_needle(text)
    if whole and any(c.isalpha() or c == "/" for c in text):
        return (Term((whole,)),)
    return tuple(term for piece in _pieces(text) if (term := _term(*piece)) is not None)


def _pieces(text: str) -> list[tuple[str, bool, bool]]:
    """Words and phrases with whether they were quoted and excluded."""
    found = []
    parts = text.translate(_QUOTES).split('"')
    if len(parts) % 2 == 0:
        parts[-2:] = [" ".join(parts[-2:])]
    minus = False
    for place, part in enumerate(parts):
        if place % 2:
            found.append((part, True, minus))
            continue
        minus = part.endswith("-") and (len(part) == 1 or part[-2].isspace())
        for word in part.split():
            bare = word.lstrip("-")
            found.append((bare, False, bare != word))
    return found


def _term(text: str, is_phrase: bool, excluded: bool) -> Term | None:
    tokens = _tokens(text)
    if not tokens:
        return None
    start = "" if _IS_HAN.match(tokens[0]) else " "
    whole = is_phrase or len(tokens[-1]) <= _WHOLE_WORD
    end = " " if whole and not _IS_HAN.match(tokens[-1]) else ""
    needle = f"{start}{' '.join(tokens)}{end}"
    official = _symbol_needle(text)
    return Term((needle, official) if official else (needle,), excluded)


def _symbol_needle(text: str) -> str | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    symbol = resolution_symbol(plain) if plain.isascii() else None
    return fold(symbol) if symbol else None


def spans(text: str, found: Iterable[Term]) -> list[tuple[int, int]]:
    """Where the terms of a search stand in a text as it is written, from the left.

    A hit in a word gives the whole word, a hit in Chinese its signs; hits that touch or
    overlap are one. Excluded terms give none. Slices `text[start:end]` are the text's own.
    """
    folded, places = _placed(text)
    hits = []
    for needle in (needle for term in found if not term.excluded for needle in term.needles):
        bare = needle.strip(" ")
        lead = len(needle) - len(needle.lstrip(" "))
        at = folded.find(needle)
        while at >= 0:
            first = at + lead
            hits.append((places[first][0], places[first + len(bare) - 1][1]))
            at = folded.find(needle, at + 1)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def words_at(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word of a text with where it starts and ends in the text as written."""
    signs = [(plain, place) for place, sign in enumerate(text) for plain in _plain(sign)]
    for match in _TOKEN.finditer("".join(plain for plain, _ in signs)):
        yield _singular(match[0]), signs[match.start()][1], signs[match.end() - 1][1] + 1


def _placed(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text and, for each of its signs, where it stands in the text as written."""
    folded = [" "]
    places = [(0, 0)]
    for word, start, end in words_at(text):
        is_han = _IS_HAN.match(word) and len(word) == end - start
        folded += [*word, " "]
        places += [(start + n, start + n + 1) if is_han else (start, end) for n in range(len(word))]
        places.append((end, end))
    return "".join(folded), places


def _tokens(text: str) -> list[str]:
    return [_singular(token) for token in _TOKEN.findall(_plain(text))]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.casefold().translate(_SIMPLIFIED)


@lru_cache(maxsize=50_000)
def _singular(word: str) -> str:
    """The singular by rule: policies policy, processes process, reports report.

    The rule need not be right English, only the same for the text and for the search.
    """
    if len(word) < 4 or not word.isascii() or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]
