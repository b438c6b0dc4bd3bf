"""What is read of a draft: its front, its paragraphs in order, and why one is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dashboard.sources.acts.reading import Act
from dashboard.sources.acts.softeners import Governs
from dashboard.sources.drafts.formats.refusals import DraftRefused
from dashboard.sources.resolutions.numbering import Part

__all__ = [
    "Draft",
    "DraftFormat",
    "DraftLanguage",
    "DraftNote",
    "DraftParagraph",
    "DraftRefused",
    "Footnote",
]

DraftLanguage = Literal["en", "zh"]
DraftFormat = Literal["docx", "pdf", "text"]


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
