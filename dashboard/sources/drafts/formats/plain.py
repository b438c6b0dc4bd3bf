"""The text of a file in one of the encodings that are read."""

from __future__ import annotations

import unicodedata

from dashboard.sources.drafts.formats.refusals import DraftRefused

MAX_CHARACTERS = 1_000_000
"""Characters of text at most; the longest resolution on record has under 200,000."""


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or GB 18030. Raises `DraftRefused` for any other."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content[:1000]:
        encodings = ["utf-16-le" if content[1:2] == b"\0" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise DraftRefused("encoding" if b"\0" not in content else "not_a_document")


def _is_text(text: str) -> bool:
    """Whether hardly any sign is one that no text has."""
    odd = sum(unicodedata.category(sign) in ("Cc", "Cn", "Co") for sign in text[:20_000])
    odd -= sum(text[:20_000].count(sign) for sign in "\n\r\t\f\v")
    return odd * 100 <= len(text[:20_000])
