"""What a reader types into the search box, and text folded so that it can be found.

Folding: capitals and accents do not count; full-width letters equal plain ones; anything
but letters and digits separates words; an English plural equals its singular.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

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


def _tokens(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return [_singular(token) for token in _TOKEN.findall(plain.casefold())]


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
