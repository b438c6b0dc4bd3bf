"""From blocks to paragraphs by the rules of the import: an Akoma Ntoso body is built and read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from lxml import etree

from dashboard.sources.acts.opening_verbs import chinese_opening, opening_verb
from dashboard.sources.acts.reading import acts
from dashboard.sources.drafts.draft import DraftNote, DraftParagraph, Footnote
from dashboard.sources.drafts.formats.blocks import Block
from dashboard.sources.drafts.front import Sections
from dashboard.sources.drafts.links import links
from dashboard.sources.element_text import Element, local, text_of
from dashboard.sources.errors import RefusedError
from dashboard.sources.request_rule import asks_for
from dashboard.sources.resolutions.akoma_ntoso import NAMESPACE
from dashboard.sources.resolutions.citations import cited
from dashboard.sources.resolutions.numbering import Part, Placed
from dashboard.sources.resolutions.paragraph_numbers import read_label
from dashboard.sources.resolutions.paragraphs import (
    ReadParagraph,
    placed_paragraphs,
    read_paragraphs,
    wording_of,
)


def paragraphs_of(
    sections: Sections, symbol: str | None, language: str
) -> tuple[list[DraftParagraph], list[DraftNote]]:
    """Every paragraph in order, with what is worth a note.

    Where there is no structure, or its numbers give no clear places, each block is a paragraph
    of its own whose part is not known.
    """
    own = symbol or ""
    if not sections.structured:
        return _lines(sections.operative, own, language), []
    root = _root(sections)
    try:
        placed = placed_paragraphs(root)
        read = read_paragraphs(root, own, language)
    except RefusedError as refusal:
        blocks = [*sections.preamble, *sections.operative, *sections.annexes]
        return _lines(blocks, own, language), [DraftNote("places_unclear", refusal.found)]
    words = {each.id: wording_of(each) for each in placed}
    return [
        _paragraph(where, what, words, own, language)
        for where, what in zip(placed, read, strict=True)
    ], []


def _paragraph(
    placed: Placed, read: ReadParagraph, words: dict[str, str], own: str, language: str
) -> DraftParagraph:
    elements = [element for unit in placed.units for element in unit.elements]
    asking = language == "en" and placed.part != "preambular"
    chapeau = words.get(placed.parent or "", "")
    return DraftParagraph(
        place=placed.id,
        part=placed.part,
        number=placed.number,
        parent=placed.parent,
        text=words[placed.id],
        verb=read.verb,
        cites=tuple(c.symbol for c in cited(elements, own)),
        acts=tuple(read.acts),
        softeners=read.softeners,
        request=asks_for(words[placed.id], chapeau) if asking else None,
        footnotes=_footnotes(elements, own),
    )


def _lines(blocks: Sequence[Block], own: str, language: str) -> list[DraftParagraph]:
    """Each block as a paragraph whose part is not known."""
    found = []
    for order, block in zip(count(1), (b for b in blocks if b.text), strict=False):
        element = _p(block)
        number, text = _numbered(block.number, text_of(element))
        part, verb = _verb(text, language)
        found.append(
            DraftParagraph(
                place=f"line{order}",
                part=None,
                number=number,
                parent=None,
                text=text,
                verb=verb,
                cites=tuple(c.symbol for c in cited([element], own)),
                acts=tuple(acts(text, part, verb)) if language == "en" else (),
                request=asks_for(text) if language == "en" else None,
                footnotes=_footnotes([element], own),
            )
        )
    return found


def _numbered(number: str, text: str) -> tuple[str | None, str]:
    """The number a line prints or has by its form, and the words after it."""
    label, words = read_label(text)
    if number or label is None or label.kind == "section" or not words:
        return number or None, text
    return text.removesuffix(words).strip(), words


def _verb(text: str, language: str) -> tuple[Part, str | None]:
    """The verb that opens a line of no known part, and the part it would be read as."""
    if language == "zh":
        return "operative", chinese_opening(text)
    parts: tuple[Part, ...] = ("operative", "preambular")
    found = ((part, opening_verb(None, "", text, part)) for part in parts)
    return next((each for each in found if each[1]), ("operative", None))


def _footnotes(elements: Sequence[Element], own: str) -> tuple[Footnote, ...]:
    notes = [n for e in elements for n in e.iter() if local(n) == "authorialNote"]
    return tuple(
        Footnote(
            note.get("marker", ""),
            text_of(note, notes=True),
            tuple(c.symbol for c in cited([note], own)),
        )
        for note in notes
    )


def _root(sections: Sections) -> Element:
    """The sections as the body of an Akoma Ntoso document."""
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso")
    statement = _under(root, "statement")
    preamble = _under(statement, "preamble")
    for block in sections.preamble:
        _under(preamble, "container").append(_p(block))
    _body(_under(statement, "mainBody"), sections.operative)
    if sections.annexes:
        holder = statement
        for name in ("attachments", "attachment", "doc", "mainBody"):
            holder = _under(holder, name)
        _body(holder, sections.annexes)
    return root


def _body(body: Element, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if block.heading:
            heading = _under(body, "crossHeading")
            heading.text = f"{block.number} {block.text}".strip()
            continue
        paragraph = _under(body, "paragraph")
        if block.number:
            _under(paragraph, "num").text = block.number
        _under(paragraph, "content").append(_p(block))


def _under(parent: Element, name: str) -> Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")


def _p(block: Block) -> Element:
    p = etree.Element(f"{{{NAMESPACE}}}p")
    found = list(links("".join(piece.text for piece in block.pieces)))
    at = 0
    for piece in block.pieces:
        if piece.note is not None:
            mark, words = piece.note
            note = _under(p, "authorialNote")
            note.set("marker", mark)
            _linked(_under(note, "p"), words, list(links(words)), 0)
            continue
        span = _under(p, "span")
        if piece.style:
            span.set("class", piece.style)
        _linked(span, piece.text, found, at)
        at += len(piece.text)
    return p


def _linked(element: Element, words: str, found: Sequence[tuple[int, int, str]], at: int) -> None:
    """Add the words to an element, those from `at` on of a text with links, as links."""
    last: Element | None = None
    done = 0
    for start, end, address in found:
        if 0 <= start - at < len(words):
            _tail(element, last, words[done : start - at])
            last = _under(element, "a")
            last.set("href", address)
            done = min(end - at, len(words))
            last.text = words[start - at : done]
    _tail(element, last, words[done:])


def _tail(element: Element, last: Element | None, words: str) -> None:
    if last is None:
        element.text = words
    else:
        last.tail = words


def cited_by(paragraphs: Sequence[DraftParagraph]) -> tuple[str, ...]:
    """Every symbol the paragraphs cite, in order, each once."""
    return tuple(dict.fromkeys(symbol for p in paragraphs for symbol in p.cites))
