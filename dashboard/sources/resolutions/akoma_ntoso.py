"""One Akoma Ntoso file of a General Assembly resolution, as one language's expression of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.sources.element_text import Element, line_of, local, place_of, text_of
from dashboard.sources.errors import Findings, RefusedError
from dashboard.sources.names import StateNames
from dashboard.sources.plain_text import OtherWords, mentions
from dashboard.sources.resolutions.front_matter import FrontMatter, Members, read_front_matter
from dashboard.sources.resolutions.paragraphs import ReadParagraph, read_paragraphs
from dashboard.sources.safe_xml import parse_safely
from dashboard.symbols import resolution_symbol

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGES = {"ara": "ar", "eng": "en", "spa": "es", "fra": "fr", "rus": "ru", "zho": "zh"}
_NUMBERS = re.compile(r"(\d+)(?:\s*\(?([a-z]{1,2})\))?")


@dataclass(frozen=True)
class Expression:
    """What one file says; `front` is read from English files only."""

    file: str
    sha256: str
    language: str
    symbol: str
    title: str
    items: list[tuple[str, str | None]]
    """Agenda items: number as printed in English form (`13 (a)`), title in this language."""
    paragraphs: list[ReadParagraph]
    mentions: int
    front: FrontMatter | None
    unread: RefusedError | None = None
    """Why the paragraphs of another language than English could not be read."""
    findings: Sequence[str] = ()
    """Of an English file: what could not be read, and how it was kept."""


def parse_xml(raw: bytes) -> Element:
    """Parse XML that declares no document type and no entities, keeping line numbers.

    Raises `RefusedError` for anything else, and for XML that is no Akoma Ntoso.
    """
    root = parse_safely(raw)
    if root.tag != f"{{{NAMESPACE}}}akomaNtoso":
        found = f"<{local(root)}>, not an <akomaNtoso> document"
        raise RefusedError(f"line {line_of(root)}", found)
    return root


def read_expression(
    file: str, raw: bytes, names: StateNames, members: Members, near: OtherWords
) -> Expression:
    """Read one file. Raises `RefusedError` where it is not understood."""
    root = parse_xml(raw)
    symbol, language = symbol_of(root), language_of(root)
    english, findings = language == "en", Findings()
    front = read_front_matter(root, names, members, findings) if english else None
    paragraphs, unread = _paragraphs(root, symbol, language, near, findings if english else None)
    return Expression(
        file=file,
        sha256=hashlib.sha256(raw).hexdigest(),
        language=language,
        symbol=symbol,
        title=findings.field("title", partial(_title, root), "") if english else _title(root),
        items=_items(root),
        paragraphs=paragraphs,
        mentions=mentions(text_of(root, notes=True)) if english else 0,
        front=front,
        unread=unread,
        findings=findings.lines,
    )


def _paragraphs(
    root: Element, symbol: str, language: str, near: OtherWords, findings: Findings | None
) -> tuple[list[ReadParagraph], RefusedError | None]:
    """Paragraphs; a translation that cannot be read costs its opening phrases, not the file."""
    try:
        return read_paragraphs(root, symbol, language, near, findings), None
    except RefusedError as refusal:
        if language == "en":
            raise
        return [], refusal


def symbol_of(root: Element) -> str:
    """The resolution's symbol as its cover page prints it. Raises `RefusedError`."""
    for number in root.iterfind(".//{*}coverPage//{*}docNumber"):
        printed = text_of(number)
        symbol = resolution_symbol(printed)
        if symbol is None:
            found = f"symbol {printed!r} is no General Assembly resolution"
            raise RefusedError(place_of(number), found)
        return symbol
    raise RefusedError("<coverPage>", "no <docNumber>: the document's symbol")


def language_of(root: Element) -> str:
    """The language of this expression, by ISO 639-1 code. Raises `RefusedError`."""
    element = root.find(".//{*}FRBRExpression/{*}FRBRlanguage")
    found = element.get("language", "") if element is not None else ""
    if found not in LANGUAGES:
        raise RefusedError("<FRBRlanguage>", f"language {found!r}; allowed: {', '.join(LANGUAGES)}")
    return LANGUAGES[found]


def _title(root: Element) -> str:
    title = root.find(".//{*}preface//{*}docTitle")
    text = text_of(title).lstrip(" .-–—") if title is not None else ""
    if not text:
        raise RefusedError("<preface>", "no title")
    return text


def _items(root: Element) -> list[tuple[str, str | None]]:
    """Agenda items with titles; a file names several items in one line, then each title."""
    numbers: list[str] = []
    titles: list[str] = []
    for inline in root.iterfind(".//{*}coverPage//{*}inline"):
        if inline.get("name") == "agenda item":
            for item, letter in _NUMBERS.findall(inline.get("title") or text_of(inline)):
                numbers.append(f"{item} ({letter})" if letter else item)
        elif inline.get("name") == "agenda item name":
            titles.append(text_of(inline))
    if len(titles) != len(numbers):
        return [(number, None) for number in numbers]
    return list(zip(numbers, titles, strict=True))
