"""Text folded so that it can be found, whatever its spelling.

Capitals and accents do not count; full-width letters equal plain ones; anything but letters
and digits separates words; an English plural equals its singular, organize equals organise
and program programme; a traditional Chinese sign equals its simplified one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.metadata import version

from opencc import OpenCC

FOLDING = f"1 {unicodedata.unidata_version} {version('opencc-py')}"
"""Names the way words are folded: count it up when a rule below changes, so that what was kept
folded is folded anew."""

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_HAN}]+|[^\\W{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?<=[a-z]{2})iz(?=(?:e|ed|er|ing|ation|ational)?$)", "is"),
        (r"(?<=[a-z]{2})yz(?=(?:e|ed|er|ing)$)", "ys"),
        (r"(?<=[a-z]{3})our(?=(?:ed|ing|able|al|ful)?$)", "or"),
        (r"(?<=[a-z]{2})tre$", "ter"),
        (r"(?<=[a-z]{3})logue$", "log"),
        (r"(?<=[a-z]{4})mm+e?$", "m"),
        (r"(?<=def|off|lic)ense$", "ence"),
        (r"dgement", "dgment"),
        (r"(?<=label|model|ancel|ravel)l+(?=ing|ed|er)", ""),
        (r"(?<=^fulfil)l+(?=$|ment)", ""),
        (r"^artefact", "artifact"),
    )
)
"""British and American spellings of one word. Like the rule for plurals, these need not be right
English, only the same for the text and for the search."""
_MAY_VARY = re.compile("|".join(pattern.pattern for pattern, _ in _SPELLINGS))
_NOT_IN_OPENCC = {
    "数码": "数字", "永续": "可持续", "能力建构": "能力建设", "机械人": "机器人",
    "深伪": "深度伪造", "资通讯": "信息通信", "互通性": "互操作性",
}  # fmt: skip
"""Words of Hong Kong and Taiwan, in simplified signs, that OpenCC's tables leave as they are."""


class _Simplified(dict[int, str | int]):
    """Each sign's simplified form by code point, looked up when it is first met."""

    def __missing__(self, sign: int) -> str | int:
        text = chr(sign)
        self[sign] = _converter("t2s").convert(text) if _IS_HAN.match(text) else sign
        return self[sign]


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


_SIMPLIFIED = _Simplified()


def fold(text: str) -> str:
    """Text as it is compared: words between single spaces, a space at each end."""
    words = folded_words(text)
    return f" {' '.join(words)} " if words else ""


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(_spelled(word) for word in _WORD.findall(_plain(text)))


def simplified(text: str) -> str:
    """Text with each traditional Chinese sign in its simplified form, and nothing else changed."""
    return text.translate(_SIMPLIFIED)


def is_han(word: str) -> bool:
    """Whether a folded word is Chinese: such words are found anywhere."""
    return _IS_HAN.match(word) is not None


@lru_cache(maxsize=1000)
def mainland_words(text: str) -> str:
    """Chinese as written in Taiwan or Hong Kong in the words and signs of UN Chinese.

    人工智慧 gives 人工智能 and 資訊 gives 信息. What is written so already may come out
    changed as well, so the result is for what the text as it stands does not find.
    """
    plain = unicodedata.normalize("NFKC", text)
    found = _converter("tw2sp").convert(_converter("s2t").convert(plain))
    for word, mainland in _NOT_IN_OPENCC.items():
        found = found.replace(word, mainland)
    return found


def words_at(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word of a text with where it starts and ends in the text as written."""
    folded = Folded(text)
    for number, word in enumerate(folded.words):
        yield _spelled(word), *folded.place(number)


class Folded:
    """A text as it is compared, which knows where each part of it stands in the text as written."""

    def __init__(self, text: str) -> None:
        signs = text if text.isascii() else [_PLAIN_SIGNS[sign] for sign in text]
        self._plain = text.lower() if text.isascii() else "".join(signs)
        self._places: Sequence[int] = range(len(text))
        if len(self._plain) != len(text) or "" in signs:  # a sign has become several, or none
            self._places = [place for place, sign in enumerate(signs) for _ in sign]
        self.words = _WORD.findall(self._plain)
        """Each word, not yet in one spelling."""
        words = " ".join(map(_spelled, self.words))
        self.text = f" {words} " if words else ""
        self._starts: list[int] = []

    def written(self, first: int, last: int) -> tuple[int, int]:
        """Where what stands from `first` to before `last` is written: of Chinese its signs, of
        anything else the whole words. Both ends stand within words.
        """
        return self._sign(first)[0], self._sign(last - 1)[1]

    def place(self, number: int) -> tuple[int, int]:
        """Where a word starts and ends in the text as written."""
        for word in self.words[len(self._starts) : number + 1]:
            at = self._starts[-1] + len(self.words[len(self._starts) - 1]) if self._starts else 0
            self._starts.append(self._plain.find(word, at))
        start = self._starts[number]
        return self._places[start], self._places[start + len(self.words[number]) - 1] + 1

    def _sign(self, at: int) -> tuple[int, int]:
        number = self.text.count(" ", 0, at) - 1
        word, (start, end) = self.words[number], self.place(number)
        if is_han(word) and len(word) == end - start:
            start += at - self.text.rfind(" ", 0, at) - 1
            return start, start + 1
        return start, end


def unaccented(text: str) -> str:
    """Text without capitals and accents, full-width letters made plain."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _plain(text: str) -> str:
    return unaccented(text).translate(_SIMPLIFIED)


class _PlainSigns(dict[str, str]):
    """Each sign as it is compared, worked out when it is first met."""

    def __missing__(self, sign: str) -> str:
        self[sign] = _plain(sign)
        return self[sign]


_PLAIN_SIGNS = _PlainSigns()


@lru_cache(maxsize=50_000)
def _spelled(word: str) -> str:
    """The singular by rule (policies policy, processes process), in one of its spellings."""
    if len(word) < 4 or not word.isascii():
        return word
    found = _singular(word)
    if not _MAY_VARY.search(found):
        return found
    for pattern, plain in _SPELLINGS:
        found = pattern.sub(plain, found)
    return found


def _singular(word: str) -> str:
    if not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]
