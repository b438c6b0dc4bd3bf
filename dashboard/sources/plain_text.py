"""Plain text: tidied, and whether it speaks of artificial intelligence, by name or not."""

from __future__ import annotations

import re
from collections.abc import Iterable

_JOINING = "\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
"""Scripts whose letters a joiner may part or join: Arabic, and those of India and near it."""
_SIGNS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
HIDDEN = re.compile(rf"[{_SIGNS}]|(?<![{_JOINING}])[\u200c\u200d]")
"""Signs that nobody sees, and that may part a word or turn its order: of the categories Cc, Cf,
Cs, Zl and Zp, of the property Default_Ignorable, and the blank of Braille. But the ends of lines,
the signs of Arabic that are seen, and joiners where a script needs them."""
_MAYBE_HIDDEN = re.compile(rf"[{_SIGNS}\u200c\u200d]")
"""One set of signs is looked for many times as fast as two alternatives, and seldom found."""
_LINES = str.maketrans(dict.fromkeys("\x85\u2028\u2029", "\n"))
_MENTION = re.compile(r"artificial intelligence", re.IGNORECASE)
# The initialism as a word, and not the series symbol of instructions such as ST/AI/2013/4.
_INITIALISM = re.compile(r"(?<![\w/])AI(?![\w/])")


def seen(text: str) -> str:
    """Text without invisible characters; its spaces and the ends of its lines stay."""
    return HIDDEN.sub("", text.translate(_LINES)) if _MAYBE_HIDDEN.search(text) else text


def tidy(text: str) -> str:
    """Text on one line with single spaces and no invisible characters."""
    return " ".join(seen(text).split())


def mentions(text: str) -> int:
    """How often a text says "artificial intelligence"; the measure of `manifest.csv`."""
    return len(_MENTION.findall(text))


def mentions_ai(text: str) -> bool:
    """Whether a paragraph says "artificial intelligence", or AI as a word."""
    return bool(_MENTION.search(text) or _INITIALISM.search(text))


class OtherWords:
    """Whether a text names artificial intelligence in other words only.

    `phrases` are those words, `not_in` what holds one of them and means something else. Capitals
    do not count, and a hyphen of any kind is as good as a space. Without phrases no text does.
    """

    def __init__(self, phrases: Iterable[str] = (), not_in: Iterable[str] = ()) -> None:
        phrases = list(phrases)
        self._phrases, self._not_in = _any_of(phrases), _any_of(not_in)
        self._begins = {phrase.split()[0].lower() for phrase in phrases if phrase.split()}

    def __call__(self, text: str) -> bool:
        """True where a phrase stands in a text that does not mention it by name."""
        plain = text.lower()
        if not any(word in plain for word in self._begins) or mentions_ai(text):
            return False
        return bool(self._phrases.search(self._not_in.sub("|", text)))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    each = (r"[\s\u2010-\u2015-]+".join(map(re.escape, p.split())) for p in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each) or '(?!)'})(?!\w)", re.IGNORECASE)
