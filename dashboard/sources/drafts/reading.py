"""A draft out of the bytes of a file or of a form, whatever its name says it is."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.sources.drafts.draft import (
    Draft,
    DraftFormat,
    DraftLanguage,
    DraftNote,
    DraftRefused,
)
from dashboard.sources.drafts.footnotes import Notes
from dashboard.sources.drafts.formats.apart import docx_blocks, pdf_lines
from dashboard.sources.drafts.formats.blocks import Block, is_chinese
from dashboard.sources.drafts.formats.lines import Line, text_lines
from dashboard.sources.drafts.formats.plain import MAX_CHARACTERS, decoded
from dashboard.sources.drafts.front import front_of, sections, symbol_in
from dashboard.sources.drafts.furniture import edges
from dashboard.sources.drafts.mending import mended
from dashboard.sources.drafts.news.article import read_article
from dashboard.sources.drafts.statement import cited_by, paragraphs_of

MAX_BYTES = 20_000_000
"""Bytes of a file at most; the longest resolution has under two million as PDF."""
MAX_PARAGRAPHS, MAX_LINES = 2_000, 30_000
"""At most; the longest text of sessions 75 to 80 has 545 paragraphs."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024
"""Bytes among which the mark of a PDF may stand, by its readers' custom."""

_LEAST_LINES = 3
"""Lines of a news item at least; fewer are lines of a draft."""


def read_draft(content: bytes, name: str = "") -> Draft:
    """Read a document, in English or Chinese. What it is, its content says and not its name.

    Raises `DraftRefused` with one sentence for what is not read.
    """
    if len(content) > MAX_BYTES:
        raise DraftRefused("too_large", MAX_BYTES)
    if not content.strip():
        raise DraftRefused("empty")
    if content.startswith(_OLE):
        raise DraftRefused("password" if _ENCRYPTED in content else "old_word")
    if content.startswith(b"PK\x03\x04"):
        blocks, header = docx_blocks(content)
        return _draft(blocks, Notes(), "docx", header)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return _of_lines(pdf_lines(content), "pdf")
    return read_draft_text(decoded(content))


def read_draft_text(text: str) -> Draft:
    """The same of a text that was pasted."""
    if len(text) > MAX_CHARACTERS:
        raise DraftRefused("too_many_words", MAX_CHARACTERS)
    return _of_lines(text_lines(text), "text")


def item_text(content: bytes, draft: Draft) -> str | None:
    """The text of what is no draft but a news item or statement; None for a draft.

    That is a text without parts that names who published it, or whose lines mostly open with no
    verb of a resolution.
    """
    lines = draft.paragraphs
    if lines[0].part is not None:
        return None
    words = "\n".join(line.text for line in lines)
    text = decoded(content) if draft.format == "text" else words
    opened = sum(line.verb is not None for line in lines)
    if read_article(text).publisher or (len(lines) >= _LEAST_LINES and opened * 4 <= len(lines)):
        return text
    return None


def _of_lines(lines: list[Line], kind: DraftFormat) -> Draft:
    if len(lines) > MAX_LINES:
        raise DraftRefused("too_many_paragraphs", MAX_LINES)
    language = _language(line.text for line in lines)
    blocks, footnotes = mended(lines, language)
    return _draft(blocks, footnotes, kind, "\n".join(edges(lines)))


def _draft(blocks: list[Block], footnotes: Notes, kind: DraftFormat, header: str) -> Draft:
    """`header` holds what stands on each page."""
    if len(blocks) > MAX_PARAGRAPHS:
        raise DraftRefused("too_many_paragraphs", MAX_PARAGRAPHS)
    language = _language(block.text for block in blocks)
    if language == "zh":
        blocks = [block.without_gaps() for block in blocks]
    found = sections(blocks, language, by_words=kind == "text")
    front = front_of(found, next(filter(None, map(symbol_in, header.splitlines())), None))
    paragraphs, notes = paragraphs_of(found, front.symbol, language)
    if not paragraphs:
        raise DraftRefused("empty")
    notes += [DraftNote("footnote_without_mark", mark) for mark in footnotes.unmarked]
    return Draft(
        title=front.title,
        symbol=front.symbol,
        date=front.date,
        meeting=front.meeting,
        language=language,
        paragraphs=tuple(paragraphs),
        cites=cited_by(paragraphs),
        notes=tuple(notes),
        format=kind,
    )


def _language(texts: Iterable[str]) -> DraftLanguage:
    return "zh" if is_chinese("".join(texts)) else "en"
