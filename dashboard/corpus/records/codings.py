"""What people add to a text's paragraphs: a summary in our own words, and what it asks of whom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dashboard.corpus.records.fields import Absence, Code, Day, LocalId, Record, Symbol, Text

ParagraphId = Annotated[
    str,
    Field(pattern=r"^[A-Z][A-Za-z0-9./() -]+#[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$", max_length=121),
]
"""A paragraph's public id: its text's symbol and its place, `A/RES/79/239#op6.e`."""


class Summary(Record):
    """A paragraph in our own words, in both languages of the interface."""

    en: Text
    zh: Text


class ParagraphCoding(Record):
    """One paragraph. The verb's family and tier are derived by rule and not typed here.

    `addressees` are classes of whom the paragraph asks something; `none` where it asks
    nobody. `named` are those addressed by name, `entities` those mentioned but not asked,
    both in English.
    """

    summary: Summary
    topics: Annotated[list[Code], Field(min_length=1)]
    addressees: list[Code] | Absence
    named: list[Text] = []
    actions: list[Code] = []
    entities: list[Text] = []


class DocumentCoding(Record):
    """The coded paragraphs of one text, by their place (`pp3`, `op6.e`)."""

    symbol: Symbol
    coded_by: Literal["human", "rule", "model"]
    reviewed: bool
    checked: Day
    paragraphs: dict[LocalId, ParagraphCoding]


class ReadActs(Record):
    """The acts a reader found in a paragraph, by their verbs as printed, and its tier.

    `rule` and `rule_tier` are what the rule had read when it was drawn, where that differs.
    """

    acts: list[Text] | Literal["none"]
    tier: Annotated[int, Field(ge=0, le=6)] | Literal["none"]
    rule: list[Text] | Literal["none"] | None = None
    rule_tier: Annotated[int, Field(ge=0, le=6)] | Literal["none"] | None = None

    @property
    def by_reader(self) -> list[str]:
        """The verbs the reader found; empty where there are none."""
        return [] if self.acts == "none" else self.acts

    @property
    def by_rule(self) -> list[str]:
        """The verbs the rule had found."""
        return self.by_reader if self.rule is None else [] if self.rule == "none" else self.rule


class ActReading(Record):
    """Paragraphs drawn at random in which a reader looked for every act, to judge the rule."""

    drawn: Text
    """How they were drawn and read, so that they can be drawn again."""
    seed: int
    coded_by: Literal["human", "model"]
    checked: Day
    paragraphs: Annotated[dict[ParagraphId, ReadActs], Field(min_length=1)]


class ReadChange(Record):
    """What became of a paragraph from one text to the next, as a reader of both holds it.

    Codes of the changes that Compare tells, `reworded` where neither stronger nor softer.
    `told` is what Compare says, `before` what it had said when it was first read.
    """

    earlier: ParagraphId
    read: Code
    told: Code
    before: Code


class ComparisonReading(Record):
    """Every change of strength, and every move to another part, that Compare tells of a series of
    texts, read one by one; and what it was found to have told wrongly or not at all.
    """

    drawn: Text
    """Which comparisons were read, and how."""
    coded_by: Literal["human", "model"]
    checked: Day
    paragraphs: Annotated[dict[ParagraphId, ReadChange], Field(min_length=1)]
    """By the paragraph of the later text."""


class SecondCoding(Record):
    """The codes a second reader gave one paragraph. All are stated, empty ones too."""

    topics: Annotated[list[Code], Field(min_length=1)]
    addressees: list[Code] | Literal["none", "unknown"]
    actions: list[Code]
    tier: Annotated[int, Field(ge=0, le=6)] | None = None
    """Of its strongest act that asks; null where the reader was not asked for it."""


class SecondReading(Record):
    """A sample of the paragraphs coded again by a reader who had not seen the first coding.

    It changes nothing that is shown; it is what agreement is measured on.
    """

    sampled: Text
    """How the sample was drawn, so that it can be drawn again."""
    coded_by: Literal["human", "model"]
    checked: Day
    paragraphs: Annotated[dict[ParagraphId, SecondCoding], Field(min_length=1)]
