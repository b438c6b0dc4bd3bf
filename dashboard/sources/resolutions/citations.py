"""Document symbols that a paragraph cites: linked, in footnotes, or named in its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from dashboard.sources.element_text import Element, local
from dashboard.sources.plain_text import tidy
from dashboard.symbols import resolution_symbol

_SITES = {"undocs.org", "docs.un.org", "www.undocs.org"}
_LANGUAGE = re.compile(r"^(?:[a-z]{2}|ch)/", re.IGNORECASE)
_SYMBOL = re.compile(r"^[A-Z][A-Za-z0-9./() -]+$")
_SERIES = re.compile(r"^[A-Z]{1,6}/(?:[A-Z0-9][\w.()-]*)(?:/[\w.()-]+)*$")
_PARTS = re.compile(r"\s?\((part|vol\.)\s?([ivx]+)\)", re.IGNORECASE)
_LINK = "\ue000"
"""Stands on both sides of a linked symbol while the words around it are read."""
_PLAIN = re.compile(
    rf"{_LINK}(?P<link>[^{_LINK}]*){_LINK}"
    r"|(?<![\w/.])(?P<symbol>[ASE]/(?:[A-Z][\w.]*/)*[\w.]*\d[\w.]*(?:/[\w.]*\d[\w.]*)*(?:\([IVX\d]+\))?)"
    r"|(?<![\w/.])(?P<number>[3-9]\d/\d{1,3})(?P<parts>\s[A-Z](?:[–-][A-Z])?(?=[\s,;.)]))?(?![\w/])"
)
_OF_WHOM = re.compile(
    r"(?P<body>Council|Commission|Conference)?(?:[’']s)?\s*(?P<what>resolutions?|decisions?)\b",
    re.I,
)
_REACH = 160
"""How far back the word "resolutions" may stand: lists run over several numbers and dates."""


def cited(elements: Iterable[Element], own: str) -> list[str]:
    """Symbols in the order in which the paragraph cites them, each once, its own left out."""
    symbols = dict.fromkeys(symbol for element in elements for symbol in _in_text(_marked(element)))
    symbols.pop(own, None)
    return list(symbols)


def _marked(element: Element) -> str:
    """The element's text with every link to a document replaced by its marked symbol."""
    pieces = [element.text or ""]
    for child in element:
        symbol = linked_symbol(child.get("href", "")) if local(child) == "a" else None
        if symbol:
            pieces.append(f"{_LINK}{symbol}{_LINK}")
        elif local(child):
            pieces.append(_marked(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def linked_symbol(href: str) -> str | None:
    """The symbol in a link to the official document site, or None."""
    parts = urlsplit(href.strip())
    if parts.netloc.lower() not in _SITES:
        return None
    path = _LANGUAGE.sub("", unquote(parts.path).strip("/ "))
    return _normal(path)


def _normal(text: str) -> str | None:
    symbol = re.sub(r"\s+", " ", tidy(text)).strip(" .,;/")
    if re.search(r"[a-z]{3}", symbol) and not re.search(
        r"/(?:Add|Rev|Corr|Amend|Resumption)", symbol
    ):
        symbol = symbol.upper()
    symbol = re.sub(r"^a/|^e/|^s/", lambda match: match[0].upper(), symbol)
    symbol = re.sub(r"\s+\((?=[IVXLC\d-]+\))", "(", symbol)
    symbol = re.sub(r"\s?\(supp\)", "", symbol, flags=re.IGNORECASE)
    symbol = _PARTS.sub(_part, symbol)
    if len(symbol) > 60 or not _SERIES.match(symbol.replace(" ", "")) or not _SYMBOL.match(symbol):
        return None
    return resolution_symbol(symbol) or symbol if symbol.startswith("A/RES/") else symbol


def _part(match: re.Match[str]) -> str:
    kind = "Part" if match[1].casefold() == "part" else "Vol."
    return f" ({kind} {match[2].upper()})"


def _in_text(text: str) -> Iterator[str]:
    plain = tidy(text)
    for match in _PLAIN.finditer(plain):
        if match["link"]:
            yield match["link"]
        elif match["symbol"]:
            if symbol := _normal(match["symbol"]):
                yield symbol
        elif symbol := _numbered(match, plain):
            yield symbol


def _numbered(match: re.Match[str], plain: str) -> str | None:
    before = plain[max(0, match.start() - _REACH) : match.start()]
    sentence = before.rpartition("; ")[2]
    named = list(_OF_WHOM.finditer(sentence))
    if not named or named[-1]["what"].lower().startswith("decision") or named[-1]["body"]:
        return None
    return resolution_symbol(match["number"] + (match["parts"] or "").replace("–", "-"))
