"""The named styles of a Word document, looked up once each: what they are called and set."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from docx.oxml.ns import qn

from dashboard.sources.element_text import Element

_OFF = ("0", "false", "off", "none")


class Styles:
    """The styles of one document by their id."""

    def __init__(self, document: Any) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in document.styles.element.iterchildren(qn("w:style")):
            name = style.get(qn("w:styleId"), "")
            self._styles[name] = style
            if style.get(qn("w:default")) and style.get(qn("w:type")) == "paragraph":
                self._default = name
        self.letters = cache(self._letters)

    def of_paragraph(self, p: Element) -> str:
        """The id of a paragraph's style."""
        return value(p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) or self._default

    def chain(self, name: str) -> Iterator[Element]:
        """A style and those it is based on, each once."""
        seen = set()
        while name and name not in seen and (style := self._styles.get(name)) is not None:
            seen.add(name)
            yield style
            name = value(style.find(qn("w:basedOn")))

    def called(self, name: str) -> str:
        """What a style is called, without capitals."""
        style = self._styles.get(name)
        return "" if style is None else value(style.find(qn("w:name"))).casefold()

    def _letters(self, name: str) -> tuple[bool, bool]:
        """Whether a style sets letters in italics, and in bold."""
        italic = bold = None
        for style in self.chain(name):
            properties = style.find(qn("w:rPr"))
            italic = toggled(properties, "i") if italic is None else italic
            bold = toggled(properties, "b") if bold is None else bold
        return bool(italic), bool(bold)


def value(element: Element | None) -> str:
    """The value an element of properties has; empty where there is none."""
    return "" if element is None else element.get(qn("w:val"), "")


def toggled(properties: Element | None, name: str) -> bool | None:
    """Whether properties of letters switch one on or off; None where they do not say."""
    found = None if properties is None else properties.find(qn(f"w:{name}"))
    return None if found is None else found.get(qn("w:val"), "1") not in _OFF
