"""Word files as a reader's program opens them."""

from __future__ import annotations

import io

from docx import Document


def paragraphs(file: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph."""
    return [(p.style.name, p.text) for p in Document(io.BytesIO(file)).paragraphs]


def addresses(file: bytes) -> list[str]:
    """Where the links of a file lead."""
    return [link.address for p in Document(io.BytesIO(file)).paragraphs for link in p.hyperlinks]
