"""Data as text in places that read Markdown."""

from __future__ import annotations

import re
from urllib.parse import quote

_LINE_END = re.compile(r"\r\n?")
_MARKED = re.compile(r"([\\`*_\[\]()!<>$:~#|{}&=])")
_INDENT = re.compile(r"(?m)^[^\S\n]+")
_LINE_START = re.compile(r"(?m)^( ?\d*)([-+.])")


def plain(text: str | None) -> str:
    """Text that Markdown shows letter by letter: no image, link, emphasis, list or formula.

    White space is shown as one space, as Markdown shows any. The framework still turns a bare
    web address into a link to itself, `->` into an arrow and an icon's name into the icon.
    """
    escaped = _MARKED.sub(r"\\\1", _LINE_END.sub("\n", text or ""))
    # four spaces before a line would make it code; a mark after one makes a list or a heading
    return _LINE_START.sub(r"\1\\\2", _INDENT.sub(" ", escaped))


def link(label: str, address: str) -> str:
    """A Markdown link with a plain label; only https, http or a path of our own.

    Raises `ValueError` for any other address.
    """
    if not address.startswith(("https://", "http://", "/")) or address.startswith("//"):
        raise ValueError(f"not an address to link to: {address[:60]!r}")
    shown = " ".join(label.split())  # a blank line would end the link before its address
    return f"[{plain(shown)}]({quote(address, safe='/:?=&%#@+,;~._-')})"
