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
from functools import cached_property, lru_cache
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
_SIZE = 4
_PIECE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")
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


class TextFingerprints:
    """The paragraphs of a text in one language by their place, and the official file's hash."""

    def __init__(self, sha256: str, paragraphs: Mapping[str, Fingerprint] | bytes) -> None:
        self.sha256 = sha256
        self._held = paragraphs

    @cached_property
    def paragraphs(self) -> Mapping[str, Fingerprint]:
        """Read out of the lines of a file when they are first asked for: few of all ever are."""
        return _paragraphs(self._held) if isinstance(self._held, bytes) else self._held

    @property
    def lines(self) -> bytes:
        """As a file holds them: a line for each paragraph, and all runs in one."""
        if isinstance(self._held, bytes):
            return self._held
        each = self._held.items()
        lines = [f"{p} {f.words} {f.content} {len(f.runs) // _SIZE}" for p, f in each]
        runs = base64.b64encode(b"".join(f.runs for _, f in each)).decode()
        return "\n".join([*lines, f"runs {runs}"]).encode()


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
    return _hash_bytes(text.encode())


def _hash_bytes(raw: bytes) -> str:
    return blake2b(raw, digest_size=8).hexdigest()


def to_text(symbol: str, languages: Mapping[str, TextFingerprints]) -> str:
    """The fingerprints of a text as its file holds them: the same give the same bytes.

    Of each language the official file's hash and its lines.
    """
    lines = [f"{_FORM} {symbol}"]
    for language in LANGUAGES:
        if found := languages.get(language):
            lines += [f"{language} {found.sha256}", found.lines.decode()]
    body = "\n".join([*lines, ""])
    return f"{body}end {_hash(body)}\n"


def from_text(raw: bytes) -> tuple[str, dict[str, TextFingerprints]]:
    """The symbol of a file of fingerprints, and what it holds by language.

    Raises `ValueError` with one sentence for anything but what the import wrote: its last line
    is a hash of all the others.
    """
    # In bytes: every start reads all these files, and hardly ever what stands in them.
    end = raw.rfind(b"end ")
    if raw[end:] != f"end {_hash_bytes(raw[: max(end, 0)])}\n".encode():
        raise ValueError("damaged: its last line is not the hash of those before")
    at = raw.find(b"\n") + 1
    first = raw[:at].decode("ascii", "replace").rstrip("\n")
    symbol = first.removeprefix(f"{_FORM} ")
    if symbol == first:
        raise ValueError(f"not {_FORM!r}; import the text again")
    found: dict[str, TextFingerprints] = {}
    try:
        while at < end:
            head = raw.index(b"\n", at)
            stop = raw.index(b"\n", raw.index(b"\nruns ", head) + 1)
            language, sha256 = raw[at:head].decode("ascii").split(" ")
            if language not in LANGUAGES or language in found:
                raise ValueError
            found[language], at = TextFingerprints(sha256, raw[head + 1 : stop]), stop + 1
    except ValueError:
        raise ValueError("lines that belong to no language, or to one twice") from None
    return symbol, found


def _paragraphs(lines: bytes) -> dict[str, Fingerprint]:
    """Each paragraph of a language with its share of the runs, from the lines under its head."""
    *each, last = lines.decode("ascii").split("\n")
    runs, at = binascii.a2b_base64(last.removeprefix("runs ")), 0
    found: dict[str, Fingerprint] = {}
    for line in each:
        place, words, content, number = line.split(" ")
        end = at + _SIZE * int(number)
        found[place] = Fingerprint(words, content, runs[at:end])
        at = end
    return found
