"""The opening verb by rule: its head, speech act, tier and what strengthens it.

There is no official ranking of operative verbs and the published orders disagree; family
and tier are this project's convention and stand in data/vocabulary/verbs.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.corpus.reference import Term

UNKNOWN = "unknown"
INTENSIFIERS = (
    "strongly", "urgently", "solemnly", "deeply", "gravely", "seriously", "firmly", "fully",
    "unequivocally", "resolutely", "vigorously", "earnestly", "warmly", "highly", "most",
    "particularly", "especially", "extremely", "profoundly", "categorically", "unreservedly",
)  # fmt: skip
_CONNECTIVES = {"also", "further", "again", "once", "and", "once again", "furthermore", "we", "to"}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class VerbReading:
    """What the rule reads in an opening phrase; `tier` is None where no rule matches."""

    head: str
    family: str | None = None
    tier: int | None = None
    intensifier: str | None = None


class VerbRule:
    """Recognises opening phrases by the longest head the vocabulary lists."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = terms
        self._heads = {tuple(_words(p)): code for code, term in terms.items() for p in term.phrases}
        self._longest = max((len(head) for head in self._heads), default=0)
        self.read = lru_cache(maxsize=20_000)(self._read)

    def _read(self, phrase: str) -> VerbReading:
        words = _words(phrase)
        strengthened = [word for word in words if word in INTENSIFIERS]
        intensifier = " ".join(strengthened) or None
        for start in range(len(words)):
            code = self._head(words[start:])
            if code is not None:
                term = self._terms[code]
                return VerbReading(code, term.family, term.tier, intensifier)
            if words[start] not in INTENSIFIERS and words[start] not in _CONNECTIVES:
                break
        return VerbReading(UNKNOWN, intensifier=intensifier)

    def _head(self, words: tuple[str, ...]) -> str | None:
        for length in range(min(self._longest, len(words)), 0, -1):
            code = self._heads.get(words[:length])
            if code is not None:
                return code
        return None


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(phrase.casefold()))
