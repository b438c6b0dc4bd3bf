"""What every paper shares: text that stays text in Markdown and in Word, and links to follow."""

from __future__ import annotations

import io
import re
from urllib.parse import quote

from docx import Document
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~:@&$^]|(?<=www)\.")
_AT_START = re.compile(r"^(\d*)([-+=.)])")
"""What opens a list, or underlines a heading, at the start of a line."""
_TITLE_LENGTH = 255
"""The longest title that the properties of a Word file hold."""


def clean(text: str) -> str:
    """Text on one line, without control and invisible characters."""
    return " ".join(_HIDDEN.sub("", text).split())


def plain(text: str) -> str:
    """Text that Markdown shows letter by letter, bare addresses included."""
    escaped = _MARKUP.sub(lambda sign: "\\" + sign[0], clean(text))
    return _AT_START.sub(r"\1\\\2", escaped)


def followed(address: str) -> str:
    """An address as a paper may link to it: http or https, every other sign quoted.

    Raises `ValueError` for any other address.
    """
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"not an address to link to: {address[:60]!r}")
    return quote(clean(address), safe="/:?=&%#@+,;~._-!")


def linked(label: str, address: str) -> str:
    """A Markdown link with a label that is no markup. Raises `ValueError` as `followed`."""
    return f"[{plain(label)}]({followed(address)})"


def word_file(title: str, language: str) -> WordFile:
    """An empty Word file under its title, which also stands in its properties."""
    document = Document()
    document.core_properties.title = clean(title)[:_TITLE_LENGTH]
    document.core_properties.author = ""
    document.core_properties.language = language
    document.add_heading(clean(title), level=0)
    return document


def word_link(paragraph: Paragraph, label: str, address: str) -> None:
    """Append a link to a paragraph of a Word file. Raises `ValueError` as `followed`.

    The library reads links but does not write them, hence the elements by hand; it would
    also compare each address with every one before it.
    """
    relations = paragraph.part.rels
    name = f"link{len(relations)}"
    kind = RELATIONSHIP_TYPE.HYPERLINK
    relations.add_relationship(kind, followed(address), name, is_external=True)
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), name)
    run = paragraph.add_run(clean(label))
    run.font.underline = True
    hyperlink.append(run._r)
    paragraph._p.append(hyperlink)


def saved(document: WordFile) -> bytes:
    """The Word file as it is sent."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
