"""Records of events: summits, laws, statements and institutions around the UN texts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

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


class Joined(Record):
    """Who signed, ratified, endorsed or joined on one day."""

    how: Code
    on: PartialDate
    by: bool = False
    """A list names them by that day; on which day they joined is not known."""
    states: list[Iso3] = []
    organisations: list[Text] = []


class Participants(Record):
    """Who took part, or else who signed or endorsed, as far as sources name them."""

    count: Annotated[int, Field(ge=0)] | None = None
    """How many a source says, of States and others together where both joined."""
    count_note: Bilingual | None = None
    states: list[Iso3] = []
    joined: list[Joined] = []
    """In place of `states` and `organisations`: who joined what the event is about, by day."""
    group: Code | None = None
    """The group in which the States that joined are from that day; none where not all are named."""
    complete: bool = False
    """False: sources name only some; never shown as the whole list."""
    basis: Bilingual | None = None
    """Which list the names come from."""
    organisations: list[Text] = []
    """Participants that are no State of the United Nations, as the source names them."""
    did_not_endorse: list[Iso3] = []
    """States that attended or were asked and, by a source, did not sign."""

    @model_validator(mode="after")
    def _names_stand_once(self) -> Participants:
        if self.joined and (self.states or self.organisations):
            raise ValueError("who joined stands under joined alone, not under states as well")
        if self.group and not (self.joined and self.complete):
            raise ValueError("group: only a roster that names all who joined makes a group")
        if set(self.named) & set(self.did_not_endorse):
            raise ValueError("did_not_endorse: who joined later stands under joined alone")
        return self

    @property
    def named(self) -> tuple[str, ...]:
        """Every State named, once, in the order in which they joined."""
        return tuple(dict.fromkeys([*self.states, *(i for j in self.joined for i in j.states)]))

    @property
    def others(self) -> tuple[str, ...]:
        """What is no State of the United Nations, in the same way."""
        others = (name for joined in self.joined for name in joined.organisations)
        return tuple(dict.fromkeys([*self.organisations, *others]))


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
    short_title: Bilingual | None = None
    """What people call it, for direct labels."""
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
        took_part = self.participants.named if self.participants else ()
        return tuple(dict.fromkeys((*self.actors, *took_part)))
