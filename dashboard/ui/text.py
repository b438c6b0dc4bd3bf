"""Data as text in places that read Markdown."""

from __future__ import annotations

import re
from urllib.parse import quote

_MARKED = re.compile(r"([\\`*_\[\]()!<>$:~#|{}])")
_LINE_START = re.compile(r"(?m)^(\s*)([-+]|\d+\.)(?=\s)")


def plain(text: str | None) -> str:
    """Text that Markdown shows letter by letter: no image, link, emphasis, list or formula."""
    escaped = _MARKED.sub(r"\\\1", text or "")
    return _LINE_START.sub(r"\1\\\2", escaped)


def link(label: str, address: str) -> str:
    """A Markdown link with a plain label; only https, http or a path of our own.

    Raises `ValueError` for any other address.
    """
    if not address.startswith(("https://", "http://", "/")) or address.startswith("//"):
        raise ValueError(f"not an address to link to: {address[:60]!r}")
    return f"[{plain(label)}]({quote(address, safe='/:?=&%#@+,;~._-')})"
