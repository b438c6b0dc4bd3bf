"""Printed names of States to ISO3 codes, whatever their capitals, accents and spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ`´′"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_LETTERS = {ord("ı"): "i", ord("ø"): "o", ord("ł"): "l", ord("đ"): "d"}
_SAME = _APOSTROPHES | _HYPHENS | _LETTERS
_LONGEST = 200
"""Characters of what may be a name of a State."""
_LIKE_ENOUGH = 70
_SMALL = frozenset(("and", "of", "the"))
_KINDS = frozenset(("federation", "kingdom", "principality", "republic", "state", "sultanate"))
"""What a State may say it is; no word of a people, which tells one Republic from another."""
_SEVERAL = ["china"]
"""Words that alone do not say which: "Republic of China" is no name of a Member State today."""


@dataclass(frozen=True)
class NamedState:
    """A State found in a text: its code, the name as printed there, and where.

    A name set all in capitals, as one file sets a list, is spelled as it is known.
    """

    iso3: str
    printed: str
    start: int
    end: int


def folded(text: str) -> str:
    """A name without capitals, accents, kinds of apostrophe, and runs of space."""
    return " ".join("".join(map(_fold, text)).split())


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.casefold().translate(_SAME))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_SAME)


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, folded(name)))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", folded(name)) if word not in _SMALL]


class StateNames:
    """Looks printed names up among the known ones.

    `names` maps each ISO3 code to every name it is known under. Raises ValueError where two
    States share one.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._codes: dict[str, str] = {}
        self._display: dict[str, str] = {}
        for iso3, known in names.items():
            for name in known:
                key = folded(name)
                if self._codes.setdefault(key, iso3) != iso3:
                    raise ValueError(f"{name!r} names both {self._codes[key]} and {iso3}")
                self._display.setdefault(key, name)
        self._forms: dict[str, str | None] = {}
        for key, iso3 in self._codes.items():
            for form in {_letters(key), " ".join(sorted(_words(key)))}:
                other = self._forms.setdefault(form, iso3)
                self._forms[form] = iso3 if other == iso3 else None
        longest_first = sorted(self._codes, key=lambda key: (-len(key), key))
        alternatives = "|".join(re.escape(key).replace(r"\ ", r"\s+") for key in longest_first)
        # Official files run words together: "theRepublic of Korea", "United Kingdomand Uruguay".
        self._any = re.compile(
            rf"(?:(?<![\w'-])|(?<=\bthe)|(?<=\band))(?:{alternatives})(?=and\s|[^\w'-]|$)"
        )

    def code(self, printed: str) -> str | None:
        """The code of one printed name, or None."""
        return self._codes.get(folded(printed))

    def otherwise(self, printed: str) -> str | None:
        """The code of a name that has a known one's letters with other spaces and signs, or its
        words in another order ("Plurinational State of Bolivia"), or says what kind of State it is
        ("Republic of …"); None where that could be several, or none.
        """
        words = _words(printed)
        keys = [_letters(printed), " ".join(sorted(words))]
        plain = [word for word in words if word not in _KINDS]
        if plain != _SEVERAL and len(plain) < len(words):
            keys.append(" ".join(sorted(plain)))
        found = (self._forms.get(key) for key in keys)
        return next((codes for codes in found if codes), None) if words else None

    def nearest(self, printed: str) -> str | None:
        """The known name most like this one, or None where none is near, or it is too long."""
        if len(printed) > _LONGEST:
            return None
        found = process.extractOne(
            folded(printed), list(self._codes), scorer=fuzz.WRatio, score_cutoff=_LIKE_ENOUGH
        )
        return self._display[found[0]] if found else None

    def find_all(self, text: str) -> list[NamedState]:
        """Every State named in a text, the longest known name first at each place."""
        plain, origin = _folded_with_origin(text)
        found = []
        for match in self._any.finditer(plain):
            start, end = origin[match.start()], origin[match.end() - 1] + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            key = " ".join(match[0].split())
            printed = " ".join(text[start:end].split())
            name = self._display[key] if printed.isupper() else printed
            found.append(NamedState(self._codes[key], name, start, end))
        return found


def _folded_with_origin(text: str) -> tuple[str, list[int]]:
    """The text folded character by character, and where each character came from."""
    characters: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        for plain in _fold(character):
            characters.append(plain)
            origin.append(position)
    return "".join(characters), origin
