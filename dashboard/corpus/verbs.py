"""The opening verb by rule: its head, speech act, tier and what strengthens it.

There is no official ranking of operative verbs and the published orders disagree; family
and tier are this project's convention and stand in data/vocabulary/verbs.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.corpus.records.vocabularies import Term

UNKNOWN = "unknown"
# fmt: off
INTENSIFIERS = (
    "strongly", "urgently", "solemnly", "deeply", "gravely", "seriously", "firmly", "fully",
    "unequivocally", "resolutely", "vigorously", "earnestly", "warmly", "highly", "most",
    "particularly", "especially", "extremely", "profoundly", "categorically", "unreservedly",
)
_CONNECTIVES = {
    "also", "further", "again", "once", "and", "furthermore", "equally", "therefore", "continues",
    "we", "are", "remain", "remains", "to", "is", "accordingly", "duly", "hereby", "likewise",
    "nevertheless", "thus", "clearly",
}
_SAME = {"our": "its"}
"""Words of “we …” sentences that say what the Assembly says of itself."""
_CONCERNED = re.compile(r"\bwith (?:\w+ ){0,2}(?:concern|alarm|dismay)\b")
_CONCERN = "notes_with_concern"
"""The head of a verb that only says, where it says so with concern."""
_INTENSIFIERS_ZH = (
    "最强烈", "强烈", "大力", "坚决", "坚定", "断然", "明确", "深深", "深为", "深表", "深感",
    "深切", "深", "严重", "极为", "极其", "非常", "十分", "高度", "热烈", "郑重", "紧急", "迫切",
    "充分", "完全",
)
_CONNECTIVES_ZH = (
    "我们", "在这方面", "又", "还", "也", "并", "再次", "再度", "一再", "继续", "仍然", "仍",
    "依然", "始终", "同样", "进一步", "因此", "特别", "尤其", "表示", "感到", "确切", "重申", "其",
    "地", "赞赏地", "满意地", "关切地", "关注地", "高兴地", "遗憾地",
)
# fmt: on
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
        self._third = {
            base: word
            for word in {head[0] for head in self._heads if head[0].endswith("s")}
            for base in (word[:-1], word[:-2])
        }
        self._longest = max((len(head) for head in self._heads), default=0)
        self._heads_zh = {p: code for code, term in terms.items() for p in term.phrases_zh}
        self._aside_zh = sorted((*_INTENSIFIERS_ZH, *_CONNECTIVES_ZH), key=len, reverse=True)
        self.heads = [" ".join(head) for head in self._heads]
        """Every English head the vocabulary lists, as it is compared."""
        self.heads_zh = list(self._heads_zh)
        """Every Chinese head the vocabulary lists."""
        self.read = lru_cache(maxsize=20_000)(self._read)
        self.read_zh = lru_cache(maxsize=20_000)(self._read_zh)

    def tier(self, head: str) -> int | None:
        """How directive a head is; None for one that no vocabulary lists."""
        term = self._terms.get(head)
        return term.tier if term else None

    def _read_zh(self, phrase: str) -> str:
        """The head of a Chinese phrase, by the longest the phrase begins with, or `unknown`.

        Where none fits, what only connects or strengthens is set aside from the left.
        """
        rest = "".join(phrase.split())
        while rest:
            for length in range(len(rest), 0, -1):
                code = self._heads_zh.get(rest[:length])
                if code is not None and rest[length : length + 1] != "地":  # an adverb is no head
                    return code
            aside = next((word for word in self._aside_zh if rest.startswith(word)), None)
            if aside is None:
                break
            rest = rest[len(aside) :]
        return UNKNOWN

    def _read(self, phrase: str) -> VerbReading:
        words = _words(phrase)
        strengthened = [word for word in words if word in INTENSIFIERS]
        intensifier = " ".join(strengthened) or None
        for start in range(len(words)):
            code = self._head(words[start:], bare="we" in words[:start])
            if code is not None:
                if self._terms[code].family in ("assertive", "expressive"):
                    code = self._with_concern(code, words[start:])
                term = self._terms[code]
                return VerbReading(code, term.family, term.tier, intensifier)
            if words[start] not in INTENSIFIERS and words[start] not in _CONNECTIVES:
                break
        return VerbReading(UNKNOWN, intensifier=intensifier)

    def _head(self, words: tuple[str, ...], *, bare: bool) -> str | None:
        """The head by the longest phrase; `bare`, after "we", also of a verb's base form."""
        finite = (self._third.get(words[0], words[0]), *words[1:]) if bare else words
        for length in range(min(self._longest, len(words)), 0, -1):
            code = self._heads.get(words[:length]) or self._heads.get(finite[:length])
            if code is not None:
                return code
        return None

    def _with_concern(self, code: str, words: tuple[str, ...]) -> str:
        """The head of what is noted, recognized or stressed "with deep concern"."""
        said = _CONCERNED.search(" ".join(words))
        own = code.endswith("concern") or _CONCERN not in self._terms
        return _CONCERN if said and not own else code


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_SAME.get(word, word) for word in _WORD.findall(phrase.casefold()))
