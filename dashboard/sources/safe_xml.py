"""XML of others, parsed only where it declares no document type and no entity."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]
from lxml import etree

from dashboard.sources.element_text import Element
from dashboard.sources.errors import RefusedError

DEEPEST = 200
"""Levels of elements at most, unless a kind of file has fewer; lxml itself reads 256."""


class _Levels:
    """A parser target that keeps nothing: the first pass only looks for what is forbidden."""

    def __init__(self, deepest: int) -> None:
        self.parser: DefusedXMLParser | None = None
        self._deepest = deepest
        self._open = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._open += 1
        if self._open > self._deepest and self.parser:
            line = self.parser.parser.CurrentLineNumber
            raise RefusedError(f"line {line}", f"nested deeper than {self._deepest} levels")

    def end(self, tag: str) -> None:
        self._open -= 1

    def close(self) -> None:
        return None


def refuse_unsafe(raw: bytes, deepest: int = DEEPEST) -> None:
    """Raise `RefusedError` for XML that is unsafe or not well-formed; nothing of it is kept."""
    if not raw.strip():
        raise RefusedError("file", "empty")
    levels = _Levels(deepest)
    try:
        guard = levels.parser = DefusedXMLParser(target=levels, forbid_dtd=True)
        guard.feed(raw)
        guard.close()
    except DefusedXmlException as error:
        raise RefusedError("file", f"{type(error).__name__}: document types are refused") from None
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", ("?",))[0]
        raise RefusedError(f"line {line}", f"not well-formed XML: {error}") from None


def parse_safely(raw: bytes, deepest: int = DEEPEST) -> Element:
    """The root element, with the lines of the file. Raises `RefusedError` for anything unsafe."""
    refuse_unsafe(raw, deepest)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(f"line {error.lineno}", f"not well-formed XML: {error.msg}") from None
