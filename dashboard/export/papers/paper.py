"""A paper to pass on: one list of blocks, written as Markdown text and as a Word file.

Text stays text in both: no text of the record becomes markup, a link or an image, and control
and invisible characters are left out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from dashboard.sources.plain_text import tidy

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~:@&$^]|(?<=www)\.")
_AT_START = re.compile(r"^(\d*)([-+=.)])")
"""What opens a list, or underlines a heading, at the start of a line."""
_TITLE_LENGTH = 255
"""The longest title that the properties of a Word file hold."""
_SMALL = Pt(9)
_BETWEEN = " · "
_MARKDOWN: Final = {"heading": "## ", "line": "", "item": "- ", "bold": "**", "italic": "*"}
_STYLES: Final = {"heading": "Heading 1", "line": "Normal", "item": "List Bullet"}


@dataclass(frozen=True)
class Span:
    """Words of a block; small ones are so in Word alone. With an address they are a link."""

    text: str
    style: Literal["plain", "bold", "italic", "small"] = "plain"
    address: str | None = None


@dataclass(frozen=True)
class Block:
    """A heading, a line or an item of a list: its spans, those that are empty left out."""

    kind: Literal["heading", "line", "item"]
    spans: Sequence[Span]

    @property
    def shown(self) -> list[Span]:
        """What there is to say."""
        return [span for span in self.spans if span.address is not None or tidy(span.text)]


@dataclass(frozen=True)
class Paper:
    """A title and what stands under it, in one language."""

    title: str
    blocks: Sequence[Block]
    language: str


def line(text: str) -> Block:
    """A line that says one thing."""
    return Block("line", (Span(text),))


def markdown(paper: Paper) -> str:
    """The paper as Markdown. Raises `ValueError` for a link that is neither http nor https."""
    said = (_MARKDOWN[b.kind] + _BETWEEN.join(map(_marked, b.shown)) for b in paper.blocks)
    return "\n\n".join([f"# {_plain(paper.title)}", *said]) + "\n"


def word(paper: Paper) -> bytes:
    """The same as a Word file (.docx), for a reader who edits it. Raises as `markdown`."""
    document = Document()
    document.core_properties.title = tidy(paper.title)[:_TITLE_LENGTH]
    document.core_properties.author = ""
    document.core_properties.language = paper.language
    document.add_heading(tidy(paper.title), level=0)
    styles = {kind: document.styles[name].style_id for kind, name in _STYLES.items()}
    for block in paper.blocks:
        paragraph = document.add_paragraph()
        paragraph._p.style = styles[block.kind]  # by its id: a name is looked up for each row
        for number, span in enumerate(block.shown):
            _write(paragraph, span, _BETWEEN if number else "")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _plain(text: str) -> str:
    """Text that Markdown shows letter by letter, bare addresses included."""
    escaped = _MARKUP.sub(lambda sign: "\\" + sign[0], tidy(text))
    return _AT_START.sub(r"\1\\\2", escaped)


def _followed(address: str) -> str:
    """An address as a paper may link to it: http or https, every other sign quoted."""
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"not an address to link to: {address[:60]!r}")
    return quote(tidy(address), safe="/:?=&%#@+,;~._-!")


def _marked(span: Span) -> str:
    if span.address is not None:
        return f"[{_plain(span.text)}]({_followed(span.address)})"
    mark = _MARKDOWN.get(span.style, "")
    return f"{mark}{_plain(span.text)}{mark}"


def _write(paragraph: Paragraph, span: Span, before: str) -> None:
    """Append a span to a paragraph of a Word file.

    The library reads links but does not write them, hence the elements by hand; it would
    also compare each address with every one before it.
    """
    if span.address is None:
        run = paragraph.add_run(before + tidy(span.text))
        run.bold, run.italic = span.style == "bold" or None, span.style == "italic" or None
        run.font.size = _SMALL if span.style == "small" else None
        return
    paragraph.add_run(before)
    relations = paragraph.part.rels
    name, kind = f"link{len(relations)}", RELATIONSHIP_TYPE.HYPERLINK
    relations.add_relationship(kind, _followed(span.address), name, is_external=True)
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), name)
    run = paragraph.add_run(tidy(span.text))
    run.font.underline = True
    hyperlink.append(run._r)
    paragraph._p.append(hyperlink)
