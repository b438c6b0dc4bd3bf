"""A resolution's body as a flat run of units: headings, paragraphs and what continues them.

Official files nest the same thing in several ways: a sub-paragraph is a `point` of a `list`, an
`item` of a `blockList`, a `paragraph` with its own `num`, or a `paragraph` whose text opens with
"(a)"; a heading is a `subheading`, a `paragraph` with a heading's class, or one all in bold. Read
flat, they are told apart by their printed numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.sources.element_text import Element, line_of, local, runs, text_of
from dashboard.sources.plain_text import seen
from dashboard.sources.resolutions.paragraph_numbers import Label, read_label

UnitKind = Literal["heading", "paragraph", "continuation"]

_HEADINGS = {"heading", "subheading", "crossHeading"}
_HOLDERS = {"section", "part", "title", "chapter", "attachments", "component"}
_HEADING_CLASS = ("H1", "H2", "H4", "HCh", "H5", "H3")
_SENTENCE_ENDS = (";", "；", "؛", ",", "，", "،")


@dataclass(frozen=True)
class Unit:
    """A piece of the body.

    `mark` is the span it opens with and `rest` what follows it; `late` is a first span that an
    introductory clause keeps from the opening ("Pending …, urges"); `odd` says what is not as in
    other texts, and how it was read all the same.
    """

    kind: UnitKind
    label: Label | None
    text: str
    mark: str | None
    rest: str
    elements: tuple[Element, ...]
    line: int
    late: str | None = None
    odd: str = ""


def units(body: Element) -> Iterator[Unit]:
    """The units of a `preamble`, `mainBody` or `section`, in order.

    An element that has no place in a resolution is a paragraph, and `odd`.
    """
    for child in body:
        name = local(child)
        if name in ("formula", "") or name == "num":
            continue
        if name in _HEADINGS:
            yield from _heading(child)
        elif name == "container":
            yield from _container(child)
        elif name == "paragraph":
            yield from _paragraph(child)
        elif name in _HOLDERS:
            yield from _holder(child)
        elif name == "p":
            yield from _unit((child,))
        elif name == "blockList":
            yield from _block_list(child)
        else:
            yield from _not_understood(child, body)


def _not_understood(child: Element, within: Element) -> Iterator[Unit]:
    said = f"<{local(child)}> not understood in <{local(within)}>; read as a paragraph"
    for unit in _unit((child,)):
        yield replace(unit, odd=said)


def _holder(section: Element) -> Iterator[Unit]:
    number = next((c for c in section if local(c) == "num"), None)
    if number is not None:
        label, _ = read_label(f"{text_of(number).rstrip('.')}. ")
        yield Unit("heading", label, text_of(number), None, "", (), line_of(section))
    yield from units(section)


def _heading(element: Element, label: Label | None = None) -> Iterator[Unit]:
    text = text_of(element)
    if text:
        own, _ = read_label(text)
        yield Unit("heading", label or own, text, None, "", (), line_of(element))


def _container(container: Element) -> Iterator[Unit]:
    for child in container:
        name = local(child)
        if name == "p":
            yield from _unit((child,))
        elif name == "blockList":
            yield from _block_list(child)
        elif name not in ("table", ""):
            yield from _not_understood(child, container)


def _block_list(found: Element) -> Iterator[Unit]:
    for part in found:
        if local(part) == "listIntroduction":
            yield from _unit((part,))
        elif local(part) == "item":
            yield from _numbered(part)


def _paragraph(paragraph: Element) -> Iterator[Unit]:
    if (paragraph.get("class") or "").startswith(_HEADING_CLASS):
        number = next((text_of(c) for c in paragraph if local(c) == "num"), "")
        label, _ = read_label(f"{number} ") if number else (None, "")
        for child in paragraph:
            if local(child) != "num":
                yield from _heading(child, label)
    else:
        yield from _numbered(paragraph)


def _numbered(element: Element, number: str = "") -> Iterator[Unit]:
    """A paragraph, point or item: its own number and words first, then what it holds."""
    for child in element:
        name = local(child)
        if name == "num":
            number = text_of(child)
        elif name in ("content", "intro", "p", "listIntroduction"):
            blocks = (child,) if name in ("p", "listIntroduction") else tuple(child)
            for block in blocks:
                if local(block) in ("p", "listIntroduction"):
                    yield from _unit((block,), number)
                    number = ""
                elif local(block) not in ("table", ""):
                    yield from _not_understood(block, child)
            number = ""
        elif name in _HEADINGS:
            label, _ = read_label(f"{number} ") if number else (None, "")
            yield from _heading(child, label)
        elif name in ("list", "sublist", "point"):
            yield from _numbered(child, number)
            number = ""
        elif name not in ("table", ""):
            yield from _not_understood(child, element)


def _unit(elements: tuple[Element, ...], number: str = "") -> Iterator[Unit]:
    pieces = [(style, seen(text)) for element in elements for style, text in runs(element)]
    whole = " ".join("".join(text for _, text in pieces).split())
    line = line_of(elements[0])
    if not whole:
        return
    odd = ""
    if number:
        label, _ = read_label(f"{number} ")
        if label is None:
            odd = f"paragraph number {number!r} not understood; kept without a number"
        _, words = read_label(whole) if whole.startswith(number) else (None, whole)
    else:
        label, words = read_label(whole)
    bold = all("bold" in style for style, text in pieces if text.strip())
    is_section = label is not None and label.kind == "section"
    if is_section or (bold and not _is_sentence(label, words)):
        yield Unit("heading", label, words, None, "", (), line)
        return
    second, _ = read_label(words)
    if label is not None and label.letter and second is not None and second.roman == 1:
        yield Unit("paragraph", label, "", None, "", (), line)  # printed "(a) (i) …"
        label = second
    mark, rest = _mark(pieces, label, number)
    kind: UnitKind = "paragraph"
    if label is None and mark is None and words[:1].islower():
        kind = "continuation"
    late = None if mark else _late(pieces)
    yield Unit(kind, label, words, mark, rest, elements, line, late, odd)


def _late(pieces: list[tuple[str, str]]) -> str | None:
    before = ""
    for style, text in pieces:
        if "italic" in style and text.strip():
            return " ".join(text.split()) if before.rstrip().endswith(",") else None
        before += text
    return None


def _is_sentence(label: Label | None, words: str) -> bool:
    """Whether a text all in bold is a paragraph: Chinese and Arabic set openings in bold."""
    if label is not None and label.kind in ("action", "letter_or_roman", "number"):
        return True
    return words.endswith(_SENTENCE_ENDS)


def _mark(
    pieces: list[tuple[str, str]], label: Label | None, number: str
) -> tuple[str | None, str]:
    """The italic (Chinese, Arabic: bold) span a paragraph opens with, and the text after it."""
    mark = ""
    for position, (style, text) in enumerate(pieces):
        if "italic" in style or "bold" in style:
            mark += text
        elif text.strip() and not mark.strip():
            before = " ".join(text.split())
            found, words = read_label(before + " ")
            if number or found is None or label is None or words.strip():
                return None, ""
        elif text.strip():
            space = " " if mark[-1:].isspace() else ""
            rest = space + "".join(text for _, text in pieces[position:])
            return " ".join(mark.split()), rest
    return None, ""
