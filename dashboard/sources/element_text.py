"""Text out of XML elements: without footnotes or with them, spaces and hidden signs tidied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_MENTION = re.compile(r"artificial intelligence", re.IGNORECASE)
# The initialism as a word, and not the series symbol of instructions such as ST/AI/2013/4.
_INITIALISM = re.compile(r"(?<![\w/])AI(?![\w/])")


def local(element: Element) -> str:
    """The element's name without its namespace; empty for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def line_of(element: Element) -> int:
    """The line of the file on which the element starts."""
    found = element.sourceline
    return found if isinstance(found, int) else 0


def tidy(text: str) -> str:
    """Text on one line with single spaces and no invisible characters."""
    return " ".join(_HIDDEN.sub("", text).split())


def text_of(element: Element, *, notes: bool = False) -> str:
    """All text of an element in order; footnotes only where asked for."""
    return tidy("".join(text for _, text in runs(element, notes=notes)))


def runs(element: Element, *, notes: bool = False, style: str = "") -> Iterator[tuple[str, str]]:
    """The element's text in pieces, each with the class of the span it stands in."""
    if element.text:
        yield style, element.text
    for child in element:
        name = local(child)
        if name and (notes or name not in ("authorialNote", "sup")):
            inner = child.get("class", style) if name == "span" else style
            yield from runs(child, notes=notes, style=inner)
        if child.tail:
            yield style, child.tail


def mentions(text: str) -> int:
    """How often a text says "artificial intelligence"; the measure of `manifest.csv`."""
    return len(_MENTION.findall(text))


def mentions_ai(text: str) -> bool:
    """Whether a paragraph says "artificial intelligence", or AI as a word."""
    return bool(_MENTION.search(text) or _INITIALISM.search(text))
