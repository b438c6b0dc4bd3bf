"""Plain text: tidied, and whether it speaks of artificial intelligence."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_MENTION = re.compile(r"artificial intelligence", re.IGNORECASE)
# The initialism as a word, and not the series symbol of instructions such as ST/AI/2013/4.
_INITIALISM = re.compile(r"(?<![\w/])AI(?![\w/])")


def tidy(text: str) -> str:
    """Text on one line with single spaces and no invisible characters."""
    return " ".join(_HIDDEN.sub("", text).split())


def mentions(text: str) -> int:
    """How often a text says "artificial intelligence"; the measure of `manifest.csv`."""
    return len(_MENTION.findall(text))


def mentions_ai(text: str) -> bool:
    """Whether a paragraph says "artificial intelligence", or AI as a word."""
    return bool(_MENTION.search(text) or _INITIALISM.search(text))
