"""A news item or statement as the draft of an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dashboard.sources.drafts.draft import DraftLanguage
from dashboard.sources.drafts.formats.blocks import is_chinese
from dashboard.sources.drafts.news.article import read_article
from dashboard.sources.drafts.news.dating import Adopted, dated_by_record
from dashboard.sources.drafts.news.named import (
    people_named,
    states_named,
    symbols_named,
    terms_named,
)

DateBasis = Literal["printed", "record"]


@dataclass(frozen=True)
class Known:
    """What the record knows by name: States, bodies, its own entries, and adopted resolutions."""

    states: Mapping[str, Iterable[str]] = field(default_factory=dict)
    bodies: Mapping[str, Iterable[str]] = field(default_factory=dict)
    entries: Mapping[str, Iterable[str]] = field(default_factory=dict)
    """Titles of documents and events by id."""
    adopted: tuple[Adopted, ...] = ()


@dataclass(frozen=True)
class EventDraft:
    """What is read of an item. None: it does not say; an empty list: it names none.

    `date_basis` is `printed` where the item bears the day, and `record` where it follows from
    what it tells of resolutions on record; those it tells of so are in `told`.
    """

    title: str | None
    date: str | None
    date_basis: DateBasis | None
    publisher: str | None
    language: DraftLanguage
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    states: tuple[str, ...]
    symbols: tuple[str, ...]
    told: tuple[str, ...]
    entries: tuple[str, ...]
    paragraphs: tuple[str, ...]


def read_event(text: str, known: Known) -> EventDraft:
    """Read an item. What it does not say stays unknown."""
    article = read_article(text)
    words = "\n".join([article.title or "", *article.paragraphs])
    day: str | None = article.day
    told: tuple[str, ...] = ()
    basis: DateBasis = "printed"
    if day is None:
        day, told = dated_by_record(article.title or "", article.paragraphs, known.adopted)
        basis = "record"
    return EventDraft(
        title=article.title,
        date=day,
        date_basis=basis if day is not None else None,
        publisher=article.publisher,
        language="zh" if is_chinese(words) else "en",
        people=tuple(people_named(words)),
        bodies=tuple(terms_named(words, known.bodies)),
        states=tuple(states_named(words, known.states)),
        symbols=tuple(symbols_named(words)),
        told=told,
        entries=tuple(terms_named(words, known.entries)),
        paragraphs=article.paragraphs,
    )
