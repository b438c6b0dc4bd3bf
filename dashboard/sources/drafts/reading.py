"""A draft out of the bytes of a file or of a form, whatever its name says it is."""

from __future__ import annotations

from dashboard.sources.drafts.blocks import is_chinese
from dashboard.sources.drafts.draft import Draft, DraftLanguage, DraftNote, DraftRefused
from dashboard.sources.drafts.front import front_of, sections
from dashboard.sources.drafts.lines import text_lines
from dashboard.sources.drafts.mending import mended
from dashboard.sources.drafts.plain import MAX_CHARACTERS, decoded
from dashboard.sources.drafts.statement import cited_by, paragraphs_of

MAX_BYTES = 20_000_000
"""Bytes of a file at most; the longest resolution has under two million as PDF."""
_NOT_YET = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_draft(content: bytes, name: str = "") -> Draft:
    """Read a document, in English or Chinese. What it is, its content says and not its name.

    Raises `DraftRefused` with one sentence for what is not read.
    """
    if len(content) > MAX_BYTES:
        raise DraftRefused("too_large", MAX_BYTES)
    if not content.strip():
        raise DraftRefused("empty")
    if content.startswith(_NOT_YET):
        raise DraftRefused("not_a_document")
    return read_draft_text(decoded(content))


def read_draft_text(text: str) -> Draft:
    """The same of a text that was pasted."""
    if len(text) > MAX_CHARACTERS:
        raise DraftRefused("too_many_words", MAX_CHARACTERS)
    language: DraftLanguage = "zh" if is_chinese(text) else "en"
    blocks, footnotes = mended(text_lines(text), language)
    found = sections(blocks, language)
    front = front_of(found)
    paragraphs, notes = paragraphs_of(found, front.symbol, language)
    notes += [DraftNote("footnote_without_mark", mark) for mark in footnotes.unmarked]
    if not paragraphs:
        raise DraftRefused("empty")
    return Draft(
        title=front.title,
        symbol=front.symbol,
        date=front.date,
        meeting=front.meeting,
        language=language,
        paragraphs=tuple(paragraphs),
        cites=cited_by(paragraphs),
        notes=tuple(notes),
    )
