"""Records of what resolutions ask for: reports, meetings, appointments, agenda items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from dashboard.corpus.records.fields import (
    Bilingual,
    Code,
    Conflict,
    Day,
    Link,
    LocalId,
    PartialDate,
    Record,
    Slug,
    Source,
    Symbol,
    Text,
)

RequestId = Annotated[str, Field(pattern=r"^[0-9]{1,3}-[0-9]+(-[A-Za-z0-9.]+)+$", max_length=60)]
"""Session, number and paragraph, `79-239-7`; `-2` and so on for more of one paragraph."""


class Addressee(Record):
    """Who is asked: the class, a code of the vocabulary of addressees, and the name."""

    code: Code
    name: Bilingual


class Window(Record):
    """The first and the last day on which an answer is on time."""

    start: Day
    end: Day


class Answer(Record):
    """What answered a request; a symbol, an event or a page, whatever is known of it."""

    symbol: Symbol | None = None
    event: Slug | None = None
    """A record of an event, where the answer is no document."""
    issued: PartialDate | None = None
    known_by: Day | None = None
    """It existed on this day at the latest: adoption of the text that cites it, or the event."""
    established_by: Annotated[list[Code], Field(min_length=1)]
    """How we know, codes of the vocabulary `established_by`."""
    via: Text | None = None
    """The resolution and place that cites it."""
    source: Link | None = None


class Search(Record):
    """Where an answer, or its day of issue, was looked for and not found, and on which day."""

    where: Code
    """A code of the vocabulary `search_places`."""
    on: Day


class Place(Record):
    """A place in a resolution, as printed."""

    symbol: Symbol
    place: Text | None = None


class Request(Record):
    """One deliverable that one paragraph asks for. Its status is computed, never typed here."""

    id: RequestId
    paragraph: LocalId | None
    """The paragraph of the imported skeleton; null where the text's numbering names none."""
    place: Text
    """The same as printed: `7`, `annex I, 56 (a)`."""
    addressee: Addressee
    deliverable: Code
    subject: Bilingual
    """What it is about, in our own words."""
    due: Text | None = None
    """As asked: a session (`81`) or a date (`2025-05`); null where none is stated."""
    due_basis: Code
    due_event: Bilingual | None = None
    """The event that the text ties it to, so that it reads on from *due*: `after the Dialogue`."""
    window: Window | None = None
    frequency: Code
    about_ai: bool
    ai_relation: Code
    answers: list[Answer] = []
    answer_scope: Code | None = None
    """`direct`: the document is on this request; `series`: only the series shows it."""
    reiterated_in: list[Place] = []
    """Later resolutions that repeat or recall the request."""
    superseded_by: RequestId | None = None
    search: Code
    """What was searched for an answer."""
    searched: list[Search] = []
    """Each place that was searched in vain for one, or for its day of issue, and when."""
    cannot_be_known: Code | None = None
    """Why no answer can be expected to show, a code of the vocabulary `unknowable`."""
    note: Bilingual | None = None
    conflicts: list[Conflict] = []
    sources: list[Source] = []


class DocumentRequests(Record):
    """Everything one text asks for."""

    symbol: Symbol
    coded_by: Literal["human", "rule", "model"]
    reviewed: bool
    checked: Day
    read_in_full: bool = False
    """A reader went through the whole text; otherwise through what a rule gave, and parts."""
    requests: list[Request] = []
    refused: dict[LocalId, Code] = {}
    """Paragraphs that look like a request, and why nothing in them but what is on record is one:
    codes of the vocabulary `refusals`."""
    ended: dict[Symbol, dict[LocalId, Code]] = {}
    """Paragraphs of the text's predecessor whose requests it does not repeat, and why."""


class TextCandidates(Record):
    """What a rule found in a text: for each paragraph the pattern of each word that may ask."""

    sure: dict[LocalId, list[Code]] = {}
    """An asking word followed by one of reporting: to be worked off first."""
    to_look_at: dict[LocalId, list[Code]] = {}


class RequestCandidates(Record):
    """Where a rule found requests. Written by `dashboard requests scan`."""

    rule: Annotated[int, Field(ge=1)]
    """The version of the rule, `dashboard.sources.request_rule.RULE_VERSION`."""
    candidates: dict[Symbol, TextCandidates | Literal["none"]]
    """Every English text that was read, by symbol."""

    def texts(self) -> Iterator[tuple[str, TextCandidates]]:
        """Every text in which there are some, by symbol."""
        for symbol, found in self.candidates.items():
            if found != "none":
                yield symbol, found
