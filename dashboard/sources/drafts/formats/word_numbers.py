"""Numbers that Word and LibreOffice print before paragraphs and do not keep in their text.

A paragraph names a list and a level, itself or by its style; the list says by what figures the
level counts and where it starts. Lists made from the same abstract one go on counting together,
unless one of them starts anew.
"""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from dashboard.sources.drafts.formats.word_styles import Styles
from dashboard.sources.element_text import Element
from dashboard.sources.resolutions.paragraph_numbers import letter_name, roman_name

_HAN = "〇一二三四五六七八九"
_MOST_ROMAN = 39
_CHINESE = ("chineseCounting", "chineseCountingThousand", "ideographDigital", "taiwaneseCounting",
            "taiwaneseCountingThousand", "japaneseCounting", "chineseLegalSimplified")  # fmt: skip


class Numbers:
    """Counts through the lists of one document, paragraph by paragraph in order."""

    def __init__(self, document: Any, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, Element] = {}
        self._abstract: dict[str, Element] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._started: set[tuple[str, int]] = set()
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for element in root.iterchildren(qn("w:num")):
            self._lists[element.get(qn("w:numId"))] = element
        for element in root.iterchildren(qn("w:abstractNum")):
            self._abstract[element.get(qn("w:abstractNumId"))] = element

    def of(self, p: Element, style: str) -> str:
        """What is printed before a paragraph: `1.`, `(a)`, `(iv)`, `•`; empty where nothing is."""
        number, level = self._named(p, style)
        numbering = self._lists.get(number)
        if numbering is None:
            return ""
        name = _value(numbering, "abstractNumId")
        abstract = self._abstract.get(name)
        if abstract is None:
            return ""
        override, definition = _override(numbering, level), _level(abstract, level)
        own = _child(override, "lvl")
        definition = own if own is not None else definition
        if definition is None:
            return ""
        count = self._count(name, number, level, definition, override)
        return _printed(count, _value(definition, "numFmt") or "decimal", level, definition)

    def _named(self, p: Element, style: str) -> tuple[str, int]:
        """The list and level of a paragraph, its own or its style's; the list `0` is none."""
        number = level = ""
        for holder in (p, *self._styles.chain(style)):
            found = _child(_child(holder, "pPr"), "numPr")
            if found is not None:
                number = number or _value(found, "numId")
                level = level or _value(found, "ilvl")
            if number:
                break
        return number, int(level or 0)

    def _count(
        self, abstract: str, number: str, level: int, definition: Element, override: Element | None
    ) -> int:
        start = int(_value(definition, "start") or 1)
        anew = _value(override, "startOverride") if override is not None else ""
        if anew and (number, level) not in self._started:
            self._counts[abstract, level] = int(anew) - 1
        self._started.add((number, level))
        self._counts[abstract, level] = self._counts.get((abstract, level), start - 1) + 1
        for below in [key for key in self._counts if key[0] == abstract and key[1] > level]:
            del self._counts[below]
        return self._counts[abstract, level]


def _child(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(qn(f"w:{name}"))


def _value(element: Element | None, name: str) -> str:
    child = _child(element, name)
    return "" if child is None else child.get(qn("w:val"), "")


def _level(abstract: Element, level: int) -> Element | None:
    return next(
        (e for e in abstract.iterchildren(qn("w:lvl")) if e.get(qn("w:ilvl")) == str(level)), None
    )


def _override(numbering: Element, level: int) -> Element | None:
    return next(
        (
            e
            for e in numbering.iterchildren(qn("w:lvlOverride"))
            if e.get(qn("w:ilvl")) == str(level)
        ),
        None,
    )


def _printed(count: int, form: str, level: int, definition: Element) -> str:
    """The number as a resolution prints it, whatever signs the list puts around it."""
    text = _value(definition, "lvlText")
    if form == "bullet":
        return "•"
    if form == "none" or f"%{level + 1}" not in text or text.count("%") > 1:
        return ""
    if form in ("lowerLetter", "lowerRoman"):
        roman = form == "lowerRoman" and count <= _MOST_ROMAN
        return f"({roman_name(count) if roman else letter_name(count)})"
    if form in ("upperRoman", "upperLetter"):
        roman = form == "upperRoman" and count <= _MOST_ROMAN
        return f"{(roman_name(count) if roman else letter_name(count)).upper()}."
    if form in _CHINESE:
        return f"{_han(count)}、"
    bracketed = text.startswith(("(", "（")) and level > 0
    return f"({count})" if bracketed else f"{count}."


def _han(count: int) -> str:
    tens, ones = divmod(count, 10)
    ten = f"{_HAN[tens] if tens > 1 else ''}十" if tens else ""
    return f"{ten}{_HAN[ones] if ones else ''}"
