"""What is read of a draft: its front, its paragraphs in order, and why one is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dashboard.sources.acts.reading import Act
from dashboard.sources.acts.softeners import Governs
from dashboard.sources.resolutions.numbering import Part

DraftLanguage = Literal["en", "zh"]
DraftFormat = Literal["docx", "pdf", "text"]

REFUSALS = {
    "empty": "there are no words in it",
    "too_large": "it has over {most} bytes, the most that is read",
    "too_many_pages": "it has over {most} pages, the most that are read",
    "too_many_words": "it has over {most} characters of text, the most that is read",
    "too_many_entries": "it holds over {most} files, the most that are read",
    "too_deep": "its parts are nested deeper than {most} levels",
    "bomb": "it would unpack to far more than it holds and is not opened",
    "entities": "it declares a document type or entities, which are not read",
    "password": "it is protected by a password; save a copy without one",
    "damaged": "it is damaged and cannot be opened",
    "too_long": "reading it took longer than {most} seconds",
    "too_much_memory": "reading it took too much memory",
    "no_text": "it holds pictures of pages and no text; a scan must be recognized first",
    "not_a_document": "it is neither a Word document (.docx), nor a PDF, nor plain text",
    "old_word": "it is a Word document of the old kind; save it as .docx",
    "encoding": "its text is in no encoding that is read: UTF-8, UTF-16 or GB 18030",
}
"""Why a draft is refused, by code: a sentence about "it" whose words the pages say themselves."""


class DraftRefused(ValueError):  # noqa: N818 - what is refused is a draft
    """A draft that is not read; its message is one sentence, `code` its reason."""

    def __init__(self, code: str, most: int | None = None) -> None:
        self.code = code
        self.most = most
        super().__init__(REFUSALS[code].format(most=f"{most:,}" if most else ""))


@dataclass(frozen=True)
class Footnote:
    """A footnote: its printed mark, its words, and the symbols it names."""

    mark: str
    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class DraftParagraph:
    """One paragraph, in the order of the text.

    `place` is what the record would call it (`pp1`, `op6.e`, `annex.12`); a line that stands in
    no structure is `line1` and so on, its part None: not known. `text` has neither number nor
    footnotes. Acts, softeners and `request` (the pattern by which it may ask for a deliverable)
    are read in English only.
    """

    place: str
    part: Part | None
    number: str | None
    parent: str | None
    text: str
    verb: str | None
    cites: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    softeners: Mapping[str, Governs] = field(default_factory=dict)
    request: str | None = None
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True)
class DraftNote:
    """Something kept although it looks wrong, or not understood: a code and what stood there."""

    code: Literal["places_unclear", "number_twice", "footnote_without_mark"]
    found: str


@dataclass(frozen=True)
class Draft:
    """A draft as read. `title`, `symbol`, `date` and `meeting` are None where it names none.

    `date` is a day, `YYYY-MM-DD`; `meeting` the number of the meeting that adopted it.
    `cites` holds every symbol any paragraph cites, in order, each once.
    """

    title: str | None
    symbol: str | None
    date: str | None
    meeting: int | None
    language: DraftLanguage
    paragraphs: tuple[DraftParagraph, ...]
    cites: tuple[str, ...] = ()
    notes: tuple[DraftNote, ...] = ()
    format: DraftFormat = "text"
