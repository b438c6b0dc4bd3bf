"""Records of documents: as imported from official files, and as people add to them."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from dashboard.corpus.records.fields import (
    Absence,
    Bilingual,
    Code,
    Conflict,
    Day,
    Iso3,
    Language,
    LocalId,
    PartialDate,
    Record,
    Slug,
    Source,
    Symbol,
    Text,
    Watch,
)
from dashboard.corpus.records.votes import Vote
from dashboard.sources.acts.softeners import Governs

Titles = dict[Language, Text]
Outcome = Literal[
    "adopted_without_vote",
    "adopted_recorded",
    "adopted_non_recorded",
    "rejected",
    "withdrawn",
    "no_action",
]
Part = Literal["preambular", "operative", "annex"]


class AgendaItem(Record):
    """The agenda item a text was adopted under, numbered as printed (`98`, `13 (a)`)."""

    number: Text
    titles: Titles = {}


class Draft(Record):
    """A draft (`A/C.1/79/L.43`) and the day printed for it, null where the file gives none."""

    symbol: Symbol
    date: Day | None = None


class CommitteeReport(Record):
    """The report that recommended the text, and the paragraph that holds it."""

    symbol: Symbol
    paragraph: Text | None = None
    date: Day | None = None


class Meeting(Record):
    """The meeting that adopted the text; `record` is its verbatim record's symbol."""

    record: Symbol | None = None
    number: Annotated[int, Field(ge=1)] | None = None


class Sponsorship(Record):
    """Who sponsored a text.

    `draft` and `added` map ISO3 codes to the name as printed. `parties` holds sponsors
    that are no State (a group, the President of the Assembly), as printed.
    `not_applicable` in place of a list: the text has no sponsors (a President's text).
    """

    draft: dict[Iso3, Text] | Absence
    added: dict[Iso3, Text] | Absence
    added_on: Day | None = None
    parties: list[Text] = []


class Subject(Record):
    """A UNBIS Thesaurus subject with its id, where the file gives one."""

    id: Annotated[str, Field(pattern=r"^[0-9]{4,10}$")] | None = None
    label: Text


class Citation(Record):
    """A symbol the text cites, the paragraph that cites it, and the number of its footnote.

    A decision of the Assembly has the library's symbol, `A/DEC/74/556`; a note of the chemical
    weapons organisation, which looks like a symbol of the Security Council, its owner before it.
    """

    symbol: Symbol
    paragraph: LocalId
    note: Text | None = None


Softeners = dict[Code, Governs]
"""What softens an act: each softener and whether it governs the ask, its object or its means."""


class PrintedAct(Record):
    """A finite verb by which a paragraph says or asks, as printed, and where it stands.

    `at` counts the characters of the paragraph before it. `own`: it heads a sub-paragraph that
    its chapeau governs as well. `negated`: it asks not to do. `shared`: what it asks stands after
    the next act, "calls upon States and invites others to …". `closing`: it stands after the list
    that the paragraph introduces, and hands nothing down.
    """

    at: Annotated[int, Field(ge=0)]
    verb: Text
    own: bool = False
    negated: bool = False
    shared: bool = False
    closing: bool = False
    softeners: Softeners = Field(default_factory=dict)  # a literal is copied for each, slowly


class Paragraph(Record):
    """A paragraph's skeleton: where it stands and how it opens, never its wording."""

    id: LocalId
    part: Part
    number: Text | None = None
    """As printed, with its parent's: `6 (e)`; null where the text prints none."""
    parent: LocalId | None = None
    verb: Text | None = None
    """Opening verb phrase in English, as printed; null where none opens the paragraph."""
    verbs: dict[Language, Text] = Field(default_factory=dict)
    """The same phrase in the other official languages present."""
    mentions_ai: bool = False
    near_ai: bool = False
    """It names AI in other words only (`data/vocabulary`: near_ai)."""
    acts: list[PrintedAct] = Field(default_factory=list)
    """In order; empty where the opening verb, unsoftened, is all, and where there is none."""
    softeners: Softeners = Field(default_factory=dict)
    """Of a sub-paragraph that no act of its own opens: what softens its chapeau's."""
    negated: bool = False
    """Of such a sub-paragraph: it names something not to do."""
    time_limits: list[Text] = Field(default_factory=list)
    """Years, ordinals of sessions and `next report` that an operative or annex paragraph sets."""


class OfficialFile(Record):
    """The official file a fact was read from; `sha256` says which bytes."""

    language: Language
    name: Text
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ImportedDocument(Record):
    """A resolution as read from official files. Written by `dashboard import`, never by hand."""

    symbol: Symbol
    session: Annotated[int, Field(ge=1, le=200)] | None = None
    """The regular session; null for a special one, whose number stands in the symbol."""
    titles: Titles
    adopted: Day | None = None
    """Null where the file gives no day that can be read."""
    issued: Day | None = None
    meeting: Meeting
    committee: Code
    """`plenary` where the text came without reference to a Main Committee."""
    committee_report: CommitteeReport | Absence
    agenda_items: list[AgendaItem] = []
    drafts: list[Draft] = []
    sponsors: Sponsorship
    outcome: Outcome | Literal["unknown"]
    """`unknown` where the file leaves it out (A/RES/80/84 A-B)."""
    votes: list[Vote] = []
    subjects: list[Subject] = []
    cites: list[Citation] = []
    paragraphs: list[Paragraph]
    files: list[OfficialFile]

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The local id of each paragraph, in printed order."""
        return tuple(paragraph.id for paragraph in self.paragraphs)


Overridable = Literal["outcome", "issued", "meeting", "agenda_item", "committee_report"]


class CuratedDocument(Record):
    """A document of the record: either what people add to an imported one, or all of it.

    Beside an imported file of the same symbol nothing that file says is repeated; a fact
    it lacks or has wrong is replaced in `overrides`, with its source.
    """

    id: Symbol | Slug
    symbol: Symbol | None = None
    """Null where the document has no symbol or none was found."""
    kind: Code
    body: Code
    session: Annotated[int, Field(ge=1, le=200)] | None = None
    titles: Titles = {}
    """Needed where no official file was imported."""
    short_title: Bilingual | None = None
    """What people call it, for direct labels."""
    date: PartialDate | None = None
    end_date: PartialDate | None = None
    weight: Literal["core", "related", "mention"]
    track: Code
    topics: list[Code] = []
    summary: Bilingual | None = None
    outcome: Outcome | Literal["acclamation"] | Absence | None = None
    votes: list[Vote] = []
    mandated_by: MandatedBy | None = None
    introduced_by: list[Iso3] = []
    people: list[Bilingual] = []
    answers: list[Symbol | Slug] = []
    """Records this one responds to, by id."""
    notes: list[Bilingual] = []
    conflicts: list[Conflict] = []
    overrides: dict[Overridable, Override] = {}
    """Columns of the documents table, for imported documents only."""
    verification: Code
    checked: Day
    watch: Watch | None = None
    coded_by: Literal["human", "rule", "model"] = "model"
    reviewed: bool = False
    sources: list[Source]


class MandatedBy(Record):
    """The paragraph that asked for this document."""

    symbol: Symbol
    paragraph: LocalId


class Override(Record):
    """A value that replaces an imported one, and why."""

    value: Text
    source: Source
    why: Bilingual


CuratedDocument.model_rebuild()


def votes_of(official: ImportedDocument | None, added: CuratedDocument | None) -> list[Vote]:
    """The recorded votes of a document, those of its official file first."""
    return [*(official.votes if official else ()), *(added.votes if added else ())]
