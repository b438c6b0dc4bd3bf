"""Text out of XML elements: without footnotes or with them, spaces and hidden signs tidied."""

from __future__ import annotations

from lxml import etree

from dashboard.sources.plain_text import tidy

Element = etree._Element


def local(element: Element) -> str:
    """The element's name without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def line_of(element: Element) -> int:
    """The line of the file on which the element starts."""
    found = element.sourceline
    return found if isinstance(found, int) else 0


def place_of(element: Element) -> str:
    """Where an element stands, as a refusal says it: `line 7 <docNumber>`."""
    return f"line {line_of(element)} <{local(element)}>"


def text_of(element: Element, *, notes: bool = False) -> str:
    """All text of an element in order; footnotes only where asked for."""
    return tidy("".join(text for _, text in runs(element, notes=notes)))


def runs(element: Element, *, notes: bool = False, style: str = "") -> list[tuple[str, str]]:
    """The element's text in pieces, each with the class of the span it stands in."""
    found = [(style, element.text)] if element.text else []
    for child in element:
        name = local(child)
        if name and (notes or name not in ("authorialNote", "sup")):
            inner = child.get("class", style) if name == "span" else style
            found += runs(child, notes=notes, style=inner)
        if child.tail:
            found.append((style, child.tail))
    return found
