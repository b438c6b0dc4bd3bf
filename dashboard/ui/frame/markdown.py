"""Data as text in places that read Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from dashboard.symbols import has_official_file, official_url

_LINE_END = re.compile(r"\r\n?")
_BARE = re.compile(r"[^\W_]*(?: [^\W_]+)*")
"""Letters and digits in words a space apart, as most cells of a table: nothing to escape."""
_MARKED = re.compile(r"([\\`*_\[\]()!<>$:~#|{}&=])")
_INDENT = re.compile(r"(?m)^[^\S\n]+")
_LINE_START = re.compile(r"(?m)^( ?\d*)([-+.])")
_LINKED = re.compile(r"(?i)[a-z](?=\\:/)|(?<=ww)w(?=\.)|(?<=@)[a-z0-9]|(?<=\\:materia)l(?=/)")


def escaped(text: str | None) -> str:
    """Text that Markdown shows letter by letter: no image, link, emphasis, list or formula.

    White space is shown as one space, as Markdown shows any. The framework still turns ` -> `
    into an arrow. It also links bare web and mail addresses and replaces the names of icons,
    whatever is escaped, wherever it finds one in a piece of text without markup: so one letter
    of each is put in italics, and a text can link to nothing.
    """
    if text is None or _BARE.fullmatch(text):
        return text or ""
    escaped = _MARKED.sub(r"\\\1", _LINE_END.sub("\n", text))
    # four spaces before a line would make it code; a mark after one makes a list or a heading
    escaped = _LINE_START.sub(r"\1\\\2", _INDENT.sub(" ", escaped))
    return _LINKED.sub(r"*\g<0>*", escaped)


def link(label: str, address: str) -> str:
    """A Markdown link with a plain label; only https, http, a path of our own or `#` a place.

    Raises `ValueError` for any other address.
    """
    return linked(escaped(" ".join(label.split())), address)


def linked(markdown: str, address: str) -> str:
    """The same of Markdown that is escaped already."""
    if not address.startswith(("https://", "http://", "/", "#")) or address.startswith("//"):
        raise ValueError(f"not an address to link to: {address[:60]!r}")
    shown = " ".join(markdown.split())  # a blank line would end the link before its address
    return f"[{shown}]({quote(address, safe='/:?=&%#@+,;~._-')})"


def document_link(symbol: str) -> str:
    """A symbol, with a link to the official file where there is one."""
    return link(symbol, official_url(symbol)) if has_official_file(symbol) else escaped(symbol)


def small(markdown: str) -> str:
    """A line in the size of a caption at full strength, for lines that hold links.

    A caption pales what stands in it, and a link comes out at 2.9:1; WCAG 2.2, 1.4.3 wants 4.5:1.
    """
    return f":small[{markdown}]"


def cut(text: str, columns: int) -> str:
    """A text of at most so many Latin letters, or half as many Chinese, ending in an ellipsis.

    A remark in brackets that does not fit is left out whole.
    """
    taken = 0
    for at, letter in enumerate(text):
        taken += 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
        if taken > columns:
            kept = text[: max(at - 1, 1)]
            opened = max(kept.rfind("("), kept.rfind("（"))
            if opened > max(kept.rfind(")"), kept.rfind("）"), 0):
                kept = kept[:opened]
            return kept.rstrip() + "…"
    return text


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Plain text with some stretches of it set off, each escaped for itself."""
    parts, at = [], 0
    for start, end in spans:
        parts += [escaped(text[at:start]), f":orange-background[{escaped(text[start:end])}]"]
        at = end
    return "".join([*parts, escaped(text[at:])])
