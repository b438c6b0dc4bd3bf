"""Records of votes: totals as published, names as far as they are, and what was voted on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field

from dashboard.corpus.records.fields import (
    Bilingual,
    Code,
    Iso3,
    LocalId,
    PartialDate,
    Record,
    Source,
    Text,
)

Position = Literal["yes", "no", "abstain", "not_voting"]
POSITIONS: tuple[Position, ...] = ("yes", "no", "abstain", "not_voting")


class Counts(Record):
    """Totals of a vote as published; null is unknown."""

    yes: Annotated[int, Field(ge=0)] | None = None
    no: Annotated[int, Field(ge=0)] | None = None
    abstain: Annotated[int, Field(ge=0)] | None = None


class RollCall(Record):
    """Names by position. Not voting is derived: members of the day named nowhere else."""

    yes: list[Iso3] = []
    no: list[Iso3] = []
    abstain: list[Iso3] = []
    not_voting: list[Iso3] = []

    def lists(self) -> Iterator[tuple[Position, list[str]]]:
        """Each position with the States that took it."""
        for position in POSITIONS:
            yield position, getattr(self, position)


class Intention(Record):
    """A State that told the Secretariat afterwards how it had meant to vote."""

    iso3: Iso3
    position: Position
    source: Source


class Vote(Record):
    """One recorded vote, with what is published of it.

    The text as a whole at stage `committee` or `plenary`; a paragraph, an amendment or a
    motion at a stage of that name, with `level` saying where it was taken.
    """

    stage: Code
    level: Literal["committee", "plenary"] | None = None
    """Where a paragraph, an amendment or a motion was voted on."""
    paragraphs: list[LocalId] = []
    """What a vote at stage `paragraph` was about, as the adopted text numbers it."""
    subject: Bilingual | None = None
    """What an amendment, a motion or a paragraph voted on was about."""
    date: PartialDate | None = None
    meeting: Text | None = None
    counts: Counts
    members: Annotated[int, Field(ge=1)] | None = None
    """How many could vote in a body smaller than the Assembly, of which only totals are kept."""
    roll_call: RollCall | None = None
    names: Literal["complete", "partial", "not_published"] = "complete"
    """Whether `roll_call` names every State, some, or none."""
    complete: list[Literal["yes", "no", "abstain"]] = []
    """Where `names` is `partial`: the positions whose list is complete all the same."""
    result: Code | None = None
    """Null at stages `committee` and `plenary`: the document's outcome says it."""
    intended: list[Intention] = []
    note: Bilingual | None = None
    verification: Code | None = None
    """Null: as the document's."""
    sources: list[Source] = []

    @property
    def is_whole(self) -> bool:
        """Whether every State is named."""
        return self.roll_call is not None and self.names == "complete"

    @property
    def whole_lists(self) -> tuple[str, ...]:
        """The positions whose list names every State that took it."""
        return POSITIONS if self.is_whole else tuple(self.complete)

    @property
    def matter(self) -> tuple[str, str | None, tuple[str, ...], str | None]:
        """What was voted on and where; a record holds one vote on each."""
        on_a_part = self.stage not in ("committee", "plenary")
        subject = self.subject.en if self.subject and on_a_part else None
        return self.stage, self.level, tuple(self.paragraphs), subject

    def totals(self) -> dict[str, int | None]:
        """Totals as published; those in no list are counted only where every State is named."""
        silent = len(self.roll_call.not_voting) if self.roll_call and self.is_whole else None
        return {**self.counts.model_dump(), "not_voting": silent}

    def positions(self) -> dict[str, str]:
        """What each State named did."""
        lists = self.roll_call.lists() if self.roll_call else ()
        return {iso3: position for position, states in lists for iso3 in states}


def vote_id(record_id: str, stage: str, paragraphs: Sequence[str] = ()) -> str:
    """The public id of a vote: `A/RES/79/239@committee`, `A/RES/79/62@paragraph.op7`."""
    return ".".join([f"{record_id}@{stage}", *paragraphs])


def vote_ids(record_id: str, votes: Iterable[Vote]) -> list[str]:
    """The public ids of all votes of a record, in its order.

    Votes on the same part after the first say in addition where they were taken, if that was
    elsewhere, and which of several they are: `@amendment`, `@amendment.2`,
    `@amendment.committee`, `@amendment.committee.2`.
    """
    first_level: dict[str, str | None] = {}
    taken: Counter[str] = Counter()
    found = []
    for vote in votes:
        stem = vote_id(record_id, vote.stage, vote.paragraphs)
        if first_level.setdefault(stem, vote.level) != vote.level:
            stem = f"{stem}.{vote.level}"
        taken[stem] += 1
        found.append(stem if taken[stem] == 1 else f"{stem}.{taken[stem]}")
    return found
