"""A Word document as blocks: its paragraphs with their numbers, styles and footnotes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from dashboard.sources.drafts.formats.blocks import Block, Piece
from dashboard.sources.drafts.formats.landmarks import is_formula
from dashboard.sources.drafts.formats.refusals import DraftRefused
from dashboard.sources.drafts.formats.word_numbers import Numbers
from dashboard.sources.drafts.formats.word_styles import Styles, toggled, value
from dashboard.sources.element_text import Element
from dashboard.sources.errors import RefusedError
from dashboard.sources.plain_text import tidy
from dashboard.sources.safe_xml import DEEPEST, refuse_unsafe

MAX_ENTRIES = 2_000
MAX_XML = 6_000_000
"""Bytes of one part of text; of a resolution of sixty pages it has about one million."""
MAX_ALL_XML = 15_000_000
MAX_UNPACKED = 100_000_000
"""Bytes of everything in it, pictures included."""
_MAIN = "word/document.xml"
_SKIPPED = {
    qn(f"w:{name}")
    for name in ("del", "moveFrom", "instrText", "delText", "drawing", "pict", "object", "pPr",
                 "footnoteRef", "endnoteRef")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}  # fmt: skip
_TEXT, _RUN, _PROPERTIES, _RUN_STYLE = map(qn, ("w:t", "w:r", "w:rPr", "w:rStyle"))
_SPACES = {qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:ptab")}
_SIGNS = {qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}
_NOTES = {
    qn("w:footnoteReference"): RELATIONSHIP_TYPE.FOOTNOTES,
    qn("w:endnoteReference"): RELATIONSHIP_TYPE.ENDNOTES,
}
_HEADINGS = ("heading", "title", "_ h", "h1", "h2", "hch", "标题")


def read_docx(content: bytes) -> tuple[list[Block], str]:
    """The blocks of a document, and the text of its page headers. Raises `DraftRefused`."""
    _checked(content)
    try:
        document = docx.Document(io.BytesIO(content))
        return list(_Reader(document).blocks()), _header(document)
    except DraftRefused:
        raise
    except MemoryError:
        raise DraftRefused("too_much_memory") from None
    except Exception:  # python-docx raises whatever a strange document leads it to
        raise DraftRefused("damaged") from None


def _checked(content: bytes) -> None:
    """Refuse an archive that is no Word document, or that no document needs to be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise DraftRefused("too_many_entries", MAX_ENTRIES)
            if _MAIN not in archive.namelist():
                raise DraftRefused("not_a_document")
            if any(entry.flag_bits & 0x1 for entry in entries):
                raise DraftRefused("password")
            texts = [e for e in entries if e.filename.lower().endswith((".xml", ".rels"))]
            sizes = [entry.file_size for entry in texts]
            if (
                max(sizes) > MAX_XML
                or sum(sizes) > MAX_ALL_XML
                or sum(entry.file_size for entry in entries) > MAX_UNPACKED
            ):
                raise DraftRefused("bomb")
            for entry in texts:
                _safe(archive, entry)
    except (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise error if isinstance(error, DraftRefused) else DraftRefused("damaged") from None


def _safe(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    with archive.open(entry) as file:
        raw = file.read(MAX_XML + 1)
    if len(raw) > entry.file_size:
        raise DraftRefused("bomb")
    try:
        refuse_unsafe(raw)
    except RefusedError as refusal:
        if "deeper" in refusal.found:
            raise DraftRefused("too_deep", DEEPEST) from None
        unsafe = "document types" in refusal.found
        raise DraftRefused("entities" if unsafe else "damaged") from None


def _header(document: Any) -> str:
    section = document.sections[0] if len(document.sections) else None
    parts = (section.header, section.first_page_header) if section is not None else ()
    return "\n".join(tidy(p.text) for part in parts for p in part.paragraphs if p.text.strip())


class _Reader:
    """Goes through one document, counting its numbers and its footnotes."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = Styles(document)
        self._numbers = Numbers(document, self._styles)
        self._notes = {kind: self._note_texts(kind) for kind in _NOTES.values()}
        self._marks = 0
        self._spoken = False

    def blocks(self) -> Iterator[Block]:
        """Every paragraph; what tables hold only before the organ speaks, as on a cover."""
        for child in self._document.element.body.iterchildren():
            yield from self._within(child)

    def _within(self, element: Element) -> Iterator[Block]:
        if element.tag == qn("w:p"):
            block = self._block(element)
            if block.text:
                self._spoken = self._spoken or is_formula(block.text)
                yield block
        elif element.tag == qn("w:tbl"):
            if not self._spoken:
                for paragraph in element.iter(qn("w:p")):
                    yield from self._within(paragraph)
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            for child in element.iterchildren():
                yield from self._within(child)

    def _block(self, p: Element) -> Block:
        style = self._styles.of_paragraph(p)
        pieces = tuple(self._pieces(p, *self._styles.letters(style)))
        has_words = any(piece.text.strip() for piece in pieces)
        number = self._numbers.of(p, style) if has_words else ""
        heading = self._styles.called(style).startswith(_HEADINGS)
        return Block(pieces, number, heading)

    def _pieces(self, element: Element, italic: bool, bold: bool) -> Iterator[Piece]:
        style = " ".join(["italic"] * italic + ["bold"] * bold)
        for child in element.iterchildren():
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == _TEXT:
                yield Piece(child.text or "", style)
            elif tag in _SPACES:
                yield Piece(" ", style)
            elif tag in _SIGNS:
                yield Piece(_SIGNS[tag], style)
            elif tag in _NOTES:
                yield from self._note(child)
            elif tag == _RUN:
                yield from self._pieces(child, *self._set(child, italic, bold))
            else:
                yield from self._pieces(child, italic, bold)

    def _set(self, run: Element, italic: bool, bold: bool) -> tuple[bool, bool]:
        """Whether a run is in italics and in bold: by itself, by its style, or as around it."""
        properties = run.find(_PROPERTIES)
        if properties is None:
            return italic, bold
        named = self._styles.letters(value(properties.find(_RUN_STYLE)))
        own_italic, own_bold = toggled(properties, "i"), toggled(properties, "b")
        return (
            italic or named[0] if own_italic is None else own_italic,
            bold or named[1] if own_bold is None else own_bold,
        )

    def _note(self, reference: Element) -> Iterator[Piece]:
        words = self._notes[_NOTES[str(reference.tag)]].get(reference.get(qn("w:id"), ""))
        if words is not None:
            self._marks += 1
            yield Piece("", note=(str(self._marks), words))

    def _note_texts(self, kind: str) -> dict[str, str]:
        """The words of each footnote by its id; the rules above them have a type and are none."""
        try:
            part = self._document.part.part_related_by(kind)
        except KeyError:
            return {}
        root = parse_xml(part.blob)
        return {
            note.get(qn("w:id"), ""): self._words(note)
            for note in root.iterchildren()
            if note.get(qn("w:type"), "normal") == "normal"
        }

    def _words(self, note: Element) -> str:
        return tidy(
            " ".join("".join(piece.text for piece in self._pieces(p, False, False)) for p in note)
        )
