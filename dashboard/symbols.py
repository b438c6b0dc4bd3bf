"""UN document symbols and paragraph identifiers, in any spelling.

This module imports nothing of the project, so that every room may use it.
"""

from __future__ import annotations

import re
import unicodedata

_RESOLUTION = re.compile(
    r"^(?:A?[/-]?RES)?[/.-]*(?P<session>3[1-9]|[4-9][0-9])[/-]?(?P<number>0*[1-9][0-9]{0,2})(?P<parts>(?:[A-Z](?:-[A-Z])?)?)$"
)
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f]+")
_OFFICIAL_SITE = "https://docs.un.org"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
"""The six official languages of the United Nations, by ISO 639-1 code."""


def resolution_symbol(text: str) -> str | None:
    """Read a General Assembly resolution's symbol in any spelling people use.

    `78/265`, `78265`, `ARES78265`, `a/res/78/265` and `A-RES-78-265` all give
    `A/RES/78/265`; anything else gives None. Symbols have this form since the
    31st session (1976), which is why `2024` is a year and not a resolution. Full-width
    letters, figures and slashes, as Chinese keyboards type them, are read as well.
    """
    compact = _SPACES.sub("", unicodedata.normalize("NFKC", text)).upper()
    match = _RESOLUTION.fullmatch(compact)
    if match is None:
        return None
    parts = match["parts"]
    return f"A/RES/{match['session']}/{int(match['number'])}{' ' + parts if parts else ''}"


def session_of(symbol: str) -> int | None:
    """The Assembly session a resolution's symbol names, or None for other symbols."""
    match = re.match(r"^A/RES/(\d+)/", symbol)
    return int(match[1]) if match else None


def file_stem(symbol: str) -> str:
    """A symbol as a file name without extension: `A/RES/79/93 A-B` is `A-RES-79-93-A-B`."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", symbol).strip("-")


def paragraph_id(symbol: str, local: str) -> str:
    """The public id of a paragraph: `A/RES/79/239` and `op6.e` give `A/RES/79/239#op6.e`."""
    return f"{symbol}#{local}"


def official_url(symbol: str, language: str = "en") -> str:
    """Where the United Nations serves a document in one of its six languages."""
    if language not in LANGUAGES:
        raise ValueError(
            f"{language!r} is not an official language; allowed: {', '.join(LANGUAGES)}"
        )
    return f"{_OFFICIAL_SITE}/{language}/{symbol.replace(' ', '%20')}"
