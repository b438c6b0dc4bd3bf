"""Lines as a program laid them out: of plain text, or of the pages of a PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dashboard.sources.plain_text import tidy

MARK = "\ue010"
"""Stands on both sides of a footnote's mark, or of `=` and its key, within a line."""
HYPHEN = "\ue011"
"""A hyphen that the typesetting may have put at the end of a line."""
SOFT = "\ue012"
"""The end of a line within a word, where the word has no hyphen."""
PRIVATE = re.compile("[\ue000-\ue01f]")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_MARK = re.compile(r"(?<=\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_BROKEN = re.compile("(?<=[^\\W\\d_])(?:[-\u2010\x02\ufffe])$")
_NAMED = re.compile(f"{MARK}[^{MARK}]*{MARK}")
_TAB = 4
_FIRST_WORD = re.compile(
    r"[《“‘（([]*(?:[\u3400-\u9fff\uf900-\ufaff][，。；：、》”’）)]*|[^\s\u2e80-\uffef]+)|\S"
)
"""What no program parts from the beginning of a line: a word, or a sign with its punctuation."""


@dataclass(frozen=True)
class Line:
    """A line with words, and how it is laid out.

    `indent` and `width` are columns of text or points of a page. `gap`: more room is above it
    than within a paragraph. `seam`: something of the page, not of the text, was left out before
    it. `small`: set smaller than the text, as footnotes are.
    """

    text: str
    indent: float
    width: float
    page: int
    gap: bool = False
    seam: bool = False
    small: bool = False
    heading: bool = False
    """Set as headings are: all in bold, or in the middle."""
    mark: str = ""
    """The first words in it of another style, italic or bold."""
    style: str = ""
    """The style of these words."""
    first: int = 0
    """Columns of its first word."""
    alone: bool = False
    """Says where a text begins, ends or has its annexes: no line goes on from it."""

    @cached_property
    def words(self) -> str:
        """Its words without the marks of footnotes."""
        return " ".join(_NAMED.sub("", self.text).split())


def cleaned(raw: str) -> str:
    """The words of a line, tidied: raised figures are marks, a hyphen at its end is set apart."""
    plain = _BROKEN.sub(HYPHEN, raw.rstrip())
    if plain.endswith("\u00ad"):
        plain = f"{plain}{SOFT}"
    return tidy(_RAISED_MARK.sub(lambda m: f"{MARK}{m[0].translate(_RAISED)}{MARK}", plain))


def text_lines(text: str) -> list[Line]:
    """The lines of a plain text; a form feed begins a page."""
    found: list[Line] = []
    for number, page in enumerate(PRIVATE.sub("", text).split("\f")):
        gap = seam = number > 0
        for raw in page.splitlines():
            words = cleaned(raw)
            if not words:
                gap = True
                continue
            plain = raw.expandtabs(_TAB).replace("\u3000", "  ").rstrip()
            indent = len(plain) - len(plain.lstrip())
            width = columns(plain)
            found.append(Line(words, indent, width, number, gap, seam, first=first_word(plain)))
            gap = seam = False
    return found


def first_word(text: str) -> int:
    """The width of the first word of a line in columns."""
    match = _FIRST_WORD.match(text.replace(MARK, "").lstrip())
    return columns(match[0]) if match else 0


def columns(text: str) -> int:
    """The width of a line in columns; a Chinese sign takes two."""
    return sum(2 if "\u2e80" <= sign <= "\uffef" else 1 for sign in text)
