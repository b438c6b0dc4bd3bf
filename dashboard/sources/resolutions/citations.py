"""Document symbols that a paragraph cites: linked, in footnotes, or named in its words.

Where a link leads elsewhere than its words say, the words count: readers see those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from dashboard.sources.element_text import Element, local, text_of
from dashboard.sources.plain_text import tidy
from dashboard.symbols import resolution_symbol

_SITES = {"undocs.org", "docs.un.org", "www.undocs.org"}
_LANGUAGE = re.compile(r"^(?:[a-z]{2}|ch)/", re.IGNORECASE)
_SYMBOL = re.compile(r"^[A-Z][A-Za-z0-9./() -]+$")
_SERIES = re.compile(r"^[A-Z]{1,6}/(?:[A-Z0-9][\w.()-]*)(?:/[\w.()-]+)*$")
_PARTS = re.compile(r"\s?\((part|vol\.)\s?([ivx]+)\)", re.IGNORECASE)
_LINK, _NOTE, _END = "\ue000", "\ue001", "\ue002"
"""Stand on both sides of a linked symbol, before a footnote's number and text, and after it."""
_PLAIN = re.compile(
    rf"{_LINK}(?P<link>[^{_LINK}]*){_LINK}"
    r"|(?<![\w/.])(?P<symbol>(?:[ASE]|[A-Z]{3,6})/(?:[A-Z][\w.]*/)*[\w.]*\d[\w.]*"
    r"(?:/[\w.]*\d[\w.]*)*(?:\([IVX\d]+\))?)"
    r"|(?<![\w/.])(?P<number>[3-9]\d/\d{1,3})(?P<parts>\s[A-Z](?:[–-][A-Z])?(?=[\s,;.)]))?(?![\w/])"
)
_MAYBE = re.compile(rf"[\d{_LINK}]")
"""Nothing is cited without a digit or a link."""
_SECOND = re.compile(r"[–-]\s?(?=[ES]/\d)")
"""Between the two symbols of one document: `A/77/62-E/2022/8`."""
_OPCW = re.compile(r"S/(?!(?:199[4-9]|20\d\d)/)\d+/20\d\d")
"""A note of the Organisation for the Prohibition of Chemical Weapons: its year comes last."""
_SAID = re.compile(r"\d+/\d+|[A-Z]{1,6}/[\w./()-]+")
_OF_WHOM = re.compile(
    r"(?P<own>(?:\bits|\bour|Assembly)\s)?(?P<body>(?:Council|Commission|Conference)(?:[’']s)?\s)?"
    r"(?P<what>resolutions?|decisions?)\b",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:Council|Commission|Conference of the Parties|(?:Environment|Health) Assembly)\b"
)
_DATED = re.compile(r"\s(?:of|on) \d{1,2} (?P<month>[A-Z][a-z]+) (?P<year>\d{4})\b")
_LAST_MONTHS = ("September", "October", "November", "December")
_REACH = 160
"""How far back the word "resolutions" may stand: lists run over several numbers and dates."""


@dataclass(frozen=True)
class Cited:
    """A symbol and the number of the footnote that cites it, None in the paragraph's own words."""

    symbol: str
    note: str | None = None


def cited(elements: Iterable[Element], own: str) -> list[Cited]:
    """Symbols in the order in which the paragraph cites them, each once, its own left out."""
    found: dict[str, Cited] = {}
    for element in elements:
        text = _marked(element)
        for citation in _in_text(tidy(text)) if _MAYBE.search(text) else ():
            found.setdefault(citation.symbol, citation)
    found.pop(own, None)
    return list(found.values())


def _marked(element: Element) -> str:
    """The element's text, its links replaced by their marked symbols, its footnotes marked."""
    pieces = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "a" and (symbol := linked_symbol(child.get("href", ""))):
            pieces.append(_as_said(symbol, text_of(child, notes=True)))
        elif name == "authorialNote":
            pieces.append(f"{_NOTE}{child.get('marker', '')}{_NOTE}{_marked(child)}{_END}")
        elif name:
            pieces.append(_marked(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _as_said(symbol: str, words: str) -> str:
    """A link's symbol, marked, or what its words say where they name another document."""
    first, *others = _SECOND.split(words.strip(" .,;()"))
    if _SAID.fullmatch(first) and first not in symbol:
        series = symbol.removesuffix(symbol.partition("/RES/")[2])
        if not re.fullmatch(r"\d{4}/\d+", first) or not series.endswith("/RES/"):
            return words
        symbol = series + first
    return "".join(f"{_LINK}{each}{_LINK}" for each in (symbol, *others))


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
    if _OPCW.fullmatch(symbol):
        return f"OPCW {symbol}"
    return resolution_symbol(symbol) or symbol if symbol.startswith("A/RES/") else symbol


def _part(match: re.Match[str]) -> str:
    kind = "Part" if match[1].casefold() == "part" else "Vol."
    return f" ({kind} {match[2].upper()})"


def _in_text(text: str) -> Iterator[Cited]:
    """What a text cites, in order; a footnote is read by itself, where it stands."""
    body, others = "", set[str]()
    for piece in re.split(rf"({_NOTE}[^{_END}]*{_END})", text):
        if piece.startswith(_NOTE):
            _, number, words = piece.rstrip(_END).split(_NOTE)
            yield from (Cited(symbol, number or None) for symbol in _symbols(words, "", others))
        else:
            yield from (Cited(symbol) for symbol in _symbols(piece, body, others))
            body += piece


def _symbols(text: str, before: str, others: set[str]) -> Iterator[str]:
    """Symbols in a stretch of text; `others` gathers numbers seen to be another body's."""
    for match in _PLAIN.finditer(text):
        if match["link"] or match["symbol"]:
            if symbol := _normal(match["link"] or match["symbol"]):
                yield symbol
        elif symbol := _numbered(match, before + text, len(before), others):
            yield symbol


def _numbered(match: re.Match[str], plain: str, shift: int, others: set[str]) -> str | None:
    """The Assembly's resolution or decision that a bare number names, or None.

    Numbers of other bodies look the same. "its" and "Assembly" say whose it is; without them it
    is not the Assembly's where another body is named before, or its date is of another session.
    """
    start = shift + match.start()
    sentence = plain[max(0, start - _REACH) : start].rpartition("; ")[2]
    named = list(_OF_WHOM.finditer(sentence))
    if not named or named[-1]["body"] or match["number"] in others:
        return None
    undated = not named[-1]["own"] and _ANOTHER.search(sentence[: named[-1].start()])
    if undated or _another_session(match["number"], plain[shift + match.end() :]):
        others.add(match["number"])
        return None
    symbol = resolution_symbol(match["number"] + (match["parts"] or "").replace("–", "-"))
    if symbol and named[-1]["what"].lower().startswith("decision"):
        return symbol.replace("A/RES/", "A/DEC/", 1)
    return symbol


def _another_session(number: str, after: str) -> bool:
    """Whether the date printed after a number is of another session than the number says."""
    dated = _DATED.match(after)
    if dated is None:
        return False
    opened = int(dated["year"]) - (0 if dated["month"] in _LAST_MONTHS else 1)
    return abs(int(number.partition("/")[0]) - (opened - 1945)) > 1
