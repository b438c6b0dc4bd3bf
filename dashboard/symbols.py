"""UN document symbols and paragraph identifiers, in any spelling.

This module imports nothing of the project, so that every room may use it.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlsplit

_RESOLUTION = re.compile(
    r"^(?:A?[/-]?RES)?[/.-]*(?P<session>3[1-9]|[4-9][0-9])[/-]?(?P<number>0*[1-9][0-9]{0,2})(?P<parts>(?:[A-Z](?:-[A-Z])?)?)$"
)
_SPECIAL = re.compile(
    r"^(?:A?[/-]?RES)?[/.-]*(?P<session>E?S-[1-9][0-9]?)[/-](?P<number>0*[1-9][0-9]{0,2})(?P<parts>(?:[A-Z](?:-[A-Z])?)?)$"
)
"""Of a special session (`A/RES/S-32/1`) or an emergency one (`A/RES/ES-11/6`)."""
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f]+")
_ADDRESS = re.compile(
    r"(?i)(?<![\w.-])(?:https?://)?(?:[a-z0-9-]+\.)*(?:un|undocs)\.org/[a-z0-9%/?&=._~:+()-]*[a-z0-9]"
)
_IN_ADDRESS = re.compile(r"(?i)\bA/RES/[0-9]{2}/[0-9]{1,3}(?:[ _][A-Z](?:-[A-Z])?)?(?![0-9A-Z])")
_OTHER = re.compile(r"[A-Z]{1,9}(?:\.[A-Z0-9]+)?/[A-Z0-9][A-Za-z0-9./() -]{1,56}")
_AROUND = re.compile(
    r"(?i)\b(?:the|of|united nations|un|unga|general assembly|ga|resolutions?|documents?|number)"
    r"(?![\w/-])|\bu\.n\.|(?<![\w/])(?:res|doc|no)\b\.?(?=\s)|\((?:19|20)[0-9]{2}\)"
    r"|联合国|聯合國|大会|大會|第(?=\s*[0-9A-Z])|[号號]?\s*(?:决议|決議)|[号號《》]"
)
"""Words that people write around the symbol of one document."""
_BEFORE = re.compile(
    r"(?i)(?<![\w/])(?:(?:the|un|unga|united nations|general assembly|ga)\s+)*"
    r"(?:resolutions?|res\.?|documents?|doc\.?)\s+(?=(?:a/res/)?[0-9]{2}/[0-9]|[A-Z]{1,9}(?:\.[0-9])?/)"
    r"|(?:联合国|聯合國)?(?:大会|大會)?第(?=\s*(?:A/RES/)?[0-9]{2}/[0-9])"
)
_AFTER = re.compile(r"(?<=[0-9])\s*[号號](?:决议|決議)")
_OFFICIAL_SITE = "https://docs.un.org"
_NO_FILE = ("A/DEC/", "OPCW ")
"""Decisions of the Assembly stand in a volume of many; that organisation has its own site."""
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
"""The six official languages of the United Nations, by ISO 639-1 code."""


def resolution_symbol(text: str) -> str | None:
    """Read a General Assembly resolution's symbol in any spelling people use.

    `78/265`, `78265`, `ARES78265`, `a/res/78/265` and `A-RES-78-265` all give
    `A/RES/78/265`; anything else gives None. Symbols have this form since the
    31st session (1976), which is why `2024` is a year and not a resolution. Full-width
    letters, figures and slashes, as Chinese keyboards type them, are read as well. Special and
    emergency special sessions are known by their letters: `S-32/1`, `A/RES/ES-11/6`.
    """
    compact = _SPACES.sub("", unicodedata.normalize("NFKC", text)).upper()
    match = _RESOLUTION.fullmatch(compact) or _SPECIAL.fullmatch(compact)
    if match is None:
        return None
    parts = match["parts"]
    return f"A/RES/{match['session']}/{int(match['number'])}{' ' + parts if parts else ''}"


def cited_symbol(text: str) -> str | None:
    """The symbol of the one document a text names, and nothing else; None for any other text.

    A resolution is read as `resolution_symbol` does, with the words people write around it
    (`General Assembly resolution 79/239`, `第79/239号决议`), and any document as an official
    address (`https://docs.un.org/en/A/79/88`).
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if (address := _ADDRESS.fullmatch(plain)) is not None:
        return _addressed(address[0])
    return resolution_symbol(_AROUND.sub(" ", plain).strip(" .,;:"))


def with_symbols(text: str) -> str:
    """A text with every official address in it replaced by the symbol it leads to."""
    return _ADDRESS.sub(lambda found: _addressed(found[0]) or found[0], text)


def with_bare_symbols(text: str) -> str:
    """The same without the words before a symbol that only say what it is: `79/239 on arms`.

    So are `第` and `号决议` around one.
    """
    return _AFTER.sub(" ", _BEFORE.sub(" ", with_symbols(text)))


def _addressed(address: str) -> str | None:
    """The symbol in an address of the United Nations, in its path or among its parameters."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
    except ValueError:
        return None
    places = [value for _, value in parse_qsl(parts.query)] + [unquote(parts.path)]
    for place in places:
        if found := _IN_ADDRESS.search(place):
            return resolution_symbol(found[0].replace("_", " "))
    for place in places:
        bare = re.sub(r"^/?(?:[a-z]{2}/)?", "", place).strip()
        if _OTHER.fullmatch(bare):
            return bare
    return None


def session_of(symbol: str) -> int | None:
    """The regular session of the Assembly a resolution's symbol names; None for other symbols."""
    name = session_name(symbol)
    return int(name) if name.isdecimal() else None


def session_name(symbol: str) -> str:
    """The session as a resolution's symbol prints it: `79`, `ES-11`; empty for other symbols."""
    match = re.match(r"^A/RES/(\d+|E?S-\d+)/", symbol)
    return match[1] if match else ""


def file_stem(symbol: str) -> str:
    """A symbol as a file name without extension: `A/RES/79/93 A-B` is `A-RES-79-93-A-B`."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", symbol).strip("-")


def paragraph_id(symbol: str, local: str) -> str:
    """The public id of a paragraph: `A/RES/79/239` and `op6.e` give `A/RES/79/239#op6.e`."""
    return f"{symbol}#{local}"


def has_official_file(symbol: str) -> bool:
    """Whether the United Nations serves a file under this symbol; `official_url` says where."""
    return not symbol.startswith(_NO_FILE)


def official_url(symbol: str, language: str = "en") -> str:
    """Where the United Nations serves a document in one of its six languages."""
    if language not in LANGUAGES:
        raise ValueError(
            f"{language!r} is not an official language; allowed: {', '.join(LANGUAGES)}"
        )
    return f"{_OFFICIAL_SITE}/{language}/{symbol.replace(' ', '%20')}"
