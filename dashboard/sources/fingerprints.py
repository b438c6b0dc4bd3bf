"""Fingerprints of paragraphs: hashes by which wordings are compared where no wording is kept.

Of each paragraph three things are kept: a hash of its words as they stand, one of its words
without those that only join others, and the set of the hashes of its triples of words, in
Chinese of its pairs of characters. From none of them can a sentence be read.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

SUFFIX = ".fingerprints"
LANGUAGES = ("en", "zh")
"""Those in which fingerprints are taken, where an official file of the language is read."""
_FORM = "fingerprints 1"
"""Changes with whatever changes a hash: older files must be imported again."""
_TOGETHER = {"zh": 2}
"""How many words, or Chinese signs, make a run; three where nothing else is said."""
_ODD, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)
"""Multiplying by the first and folding by the second mixes every bit into every other."""
_ENGLISH = "a an and as at by for from in into its of on that the their this to which with"
_JOINING = frozenset([*_ENGLISH.split(), *"的了和与及并对在以将"])
"""Words, and Chinese signs, whose change alone is an editor's; none that asks, limits or denies."""
_PIECE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3400-\u9fff\uf900-\ufaff])[^\W_])+")
_ALIKE = str.maketrans("‘’‚‛“”„‟‐‑‒–—―−", "''''\"\"\"\"-------")
_END = " .,;:。，；："


class Fingerprint(NamedTuple):
    """One paragraph in one language. Equal `words`: the same wording but for white space, forms
    of quotation marks and dashes, and the sign at the end. Equal `content`: it differs by no more
    than words that join, punctuation and capitals."""

    words: str
    content: str
    runs: bytes
    """32-bit hashes, rising, little-endian: of three words each, or of two Chinese signs."""


@dataclass(frozen=True)
class TextFingerprints:
    """The paragraphs of a text in one language by their place, and the official file's hash."""

    sha256: str
    paragraphs: Mapping[str, Fingerprint]


def pieces(text: str) -> list[str]:
    """The words of a text without capitals and punctuation; each Chinese sign is one."""
    return _PIECE.findall(unicodedata.normalize("NFKC", text).casefold())


def fingerprint(text: str, language: str) -> Fingerprint | None:
    """The fingerprint of a paragraph's wording, tidied; None where it has no word."""
    words = pieces(text)
    if not words:
        return None
    content = [word for word in words if word not in _JOINING] or words
    whole = unicodedata.normalize("NFKC", " ".join(text.split()).translate(_ALIKE))
    return Fingerprint(_hash(whole.strip(_END)), _hash(" ".join(content)), runs(words, language))


def runs(words: list[str], language: str) -> bytes:
    """The hashes of each run of words; of all words where there are fewer than make one."""
    length = min(_TOGETHER.get(language, 3), len(words))
    each = np.array([_of_word(word) for word in words], dtype=np.uint64)
    found = np.zeros(len(words) - length + 1, dtype=np.uint64)
    for n in range(length):
        found = (found ^ each[n : n + len(found)]) * _ODD
        found ^= found >> _HALF
    hashes: bytes = np.unique(found >> _HALF).astype("<u4").tobytes()
    return hashes


@lru_cache(maxsize=100_000)
def _of_word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def to_text(symbol: str, languages: Mapping[str, TextFingerprints]) -> str:
    """The fingerprints of a text as its file holds them: the same give the same bytes."""
    lines = [f"{_FORM} {symbol}"]
    for language in LANGUAGES:
        if found := languages.get(language):
            lines.append(f"{language} {found.sha256}")
            for place, each in found.paragraphs.items():
                packed = base64.b64encode(each.runs).decode()
                lines.append(f"{place} {each.words} {each.content} {packed}")
    body = "\n".join([*lines, ""])
    return f"{body}end {_hash(body)}\n"


def from_text(raw: bytes) -> tuple[str, dict[str, TextFingerprints]]:
    """The symbol of a file of fingerprints, and what it holds by language.

    Raises `ValueError` with one sentence for anything that the import would not have written.
    """
    body, _, end = raw.decode("ascii", "replace").rpartition("end ")
    if end != f"{_hash(body)}\n":
        raise ValueError("damaged: its last line is not the hash of those before")
    first, *lines = body.split("\n")[:-1]
    symbol = first.removeprefix(f"{_FORM} ")
    if symbol == first:
        raise ValueError(f"not {_FORM!r}; import the text again")
    found: dict[str, TextFingerprints] = {}
    paragraphs: dict[str, Fingerprint] = {}
    for number, line in enumerate(lines, start=2):
        try:
            place, *rest = line.split(" ")
            if len(rest) == 1 and place in LANGUAGES and place not in found:
                paragraphs = {}
                found[place] = TextFingerprints(rest[0], paragraphs)
                continue
            words, content, packed = rest
            runs = binascii.a2b_base64(packed, strict_mode=True)
            if not found or place in paragraphs or len(runs) % 4:
                raise ValueError
        except ValueError:  # binascii.Error is one
            raise ValueError(f"line {number}: no fingerprint of one more paragraph") from None
        paragraphs[place] = Fingerprint(words, content, runs)
    return symbol, found
