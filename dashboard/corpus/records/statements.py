"""Records of statements: what States said about a text, in our own words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dashboard.corpus.records.fields import (
    Bilingual,
    Code,
    Conflict,
    Day,
    Iso3,
    LocalId,
    PartialDate,
    Record,
    Slug,
    Source,
    Symbol,
    Text,
)
from dashboard.corpus.records.votes import Position


class Target(Record):
    """What a statement is about."""

    document: Symbol | Slug
    """The text or meeting, whether or not it is on record."""
    draft: Symbol | None = None
    named: list[Text] = []
    """Paragraphs as the speaker numbered them."""
    paragraphs: list[LocalId] = []
    """The same as the adopted text numbers them; empty where that is not known."""
    note: Bilingual | None = None


class Statement(Record):
    """An introduction, explanation of vote or position, dissociation or general statement.

    It is never mixed with a vote: `stance` is our reading of the words, `vote_stated` what
    the speaker said it had voted or was about to.
    """

    id: Slug
    date: PartialDate
    speakers: list[Iso3] = []
    """The delegation that spoke; several where it was joint; empty where not known."""
    on_behalf_of: Bilingual | None = None
    """The group spoken for, by name."""
    group: Code | None = None
    """The same as a code of the vocabulary of groups, where it is one."""
    aligned: list[Iso3] = []
    """Others that aligned themselves with it."""
    person: Text | None = None
    forum: Bilingual
    meeting: Text | None = None
    type: Code
    stance: Code
    form: Literal["oral", "written"]
    scope: Literal["core", "related"]
    vote_stated: Position | None = None
    targets: list[Target] = []
    point: Bilingual
    """What was said, in our own words."""
    note: Bilingual | None = None
    conflicts: list[Conflict] = []
    verification: Code
    checked: Day
    coded_by: Literal["human", "rule", "model"] = "model"
    reviewed: bool = False
    sources: Annotated[list[Source], Field(min_length=1)]
