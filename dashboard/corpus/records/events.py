"""Records of events: summits, laws, statements and institutions around the UN texts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dashboard.corpus.records.fields import (
    Bilingual,
    Code,
    Conflict,
    Day,
    Iso3,
    PartialDate,
    Record,
    Slug,
    Source,
    Symbol,
    Text,
    Watch,
)


class Participants(Record):
    """Who took part or endorsed, as far as sources name them."""

    count: Annotated[int, Field(ge=0)] | None = None
    count_note: Bilingual | None = None
    states: list[Iso3] = []
    complete: bool = False
    """False: sources name only some; never shown as the whole list."""
    basis: Bilingual | None = None
    """Which list the names come from."""
    organisations: list[Text] = []
    """Participants that are no State of the United Nations, as the source names them."""
    did_not_endorse: list[Iso3] = []
    """States that attended or were asked and, by a source, did not sign."""


class Event(Record):
    """Something that happened, or is scheduled, bearing on AI governance."""

    id: Slug
    date: PartialDate
    end_date: PartialDate | None = None
    kind: Code
    body: Code
    forum: Text
    """The forum as our sources name it, finer than `body`."""
    track: Code
    topics: list[Code]
    planned: bool = False
    """It was announced, and no outcome is on record; never part of the title."""
    unread: bool = False
    """A text known by symbol, title and date only; nothing but the timeline shows it."""
    titles: Bilingual
    title_zh_official: bool = False
    """Whether the Chinese title is an official one; otherwise it is our translation."""
    summary: Bilingual
    symbol: Symbol | None = None
    actors: list[Iso3] = []
    """States that led it."""
    lead_organisations: list[Text] = []
    participants: Participants | None = None
    answers: list[Symbol | Slug] = []
    """Earlier records this one responds to. A subject link, no proof of cause."""
    leads_to: list[Symbol] = []
    """Documents that came of it; links between events are stored as `answers` alone."""
    same_as: Symbol | Slug | None = None
    """The document, or else the statement, that tells the same matter: one mark, one row."""
    note: Bilingual | None = None
    conflicts: list[Conflict] = []
    verification: Code
    checked: Day
    watch: Watch | None = None
    coded_by: Literal["human", "rule", "model"] = "human"
    reviewed: bool = False
    sources: Annotated[list[Source], Field(min_length=1)]

    @property
    def weight(self) -> str:
        """How central AI is to it; it is on record because AI is its subject, or not yet read."""
        return "not_read" if self.unread else "core"

    @property
    def states(self) -> tuple[str, ...]:
        """States that led it or are named as taking part."""
        took_part = self.participants.states if self.participants else ()
        return tuple(dict.fromkeys((*self.actors, *took_part)))
