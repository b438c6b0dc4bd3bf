"""Rows of any table as short entries of a paper: what it is, what it says, its facts, its links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.frames import Row, rows_of
from dashboard.corpus.records.votes import POSITIONS
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import IN_LANGUAGE, TABLES
from dashboard.corpus.tables.document_rows import document_url
from dashboard.export.citations.cited_records import speakers
from dashboard.export.papers.paper import Block, Span
from dashboard.words import Words
from dashboard.words.due import due_words
from dashboard.words.labels import (
    acts_in_words,
    label_of,
    record_names,
    sponsors_in_words,
    state_name,
)
from dashboard.words.places import paragraph_place, paragraph_reference, request_reference
from dashboard.words.schedule import scheduled_title

_ALSO_CALLED = {"result": "outcome", "eligible": "as_member"}


@dataclass(frozen=True)
class Entry:
    """One row as it is printed: facts as `name: value`, links as label and whole address."""

    head: str
    text: str
    facts: tuple[str, ...]
    links: tuple[tuple[str, str], ...]

    @property
    def block(self) -> Block:
        """The entry as an item of a paper."""
        facts = (Span(fact, "small") for fact in self.facts)
        links = (Span(label, address=address) for label, address in self.links)
        return Block("item", (Span(self.head, "bold"), Span(self.text), *facts, *links))


@dataclass(frozen=True)
class Shape:
    """How a table's rows are printed: facts always, those of `also` where they are known.

    Names are columns of the table, or what an entry reads from several of them.
    """

    head: str
    text: str
    facts: tuple[str, ...]
    also: tuple[str, ...] = ()


SHAPES: Mapping[str, Shape] = {
    "timeline": Shape("period", "title", ("kind",), ("body", "symbol", "track")),
    "documents": Shape("symbol", "title", ("date", "kind"), ("outcome", "sponsors")),
    "paragraphs": Shape("place", "summary", (), ("date", "verb", "tier", "addressees")),
    "acts": Shape("paragraph", "verb", ("place",), ("tier", "softeners", "addressees")),
    "recorded_votes": Shape(
        *("symbol", "title", ("stage", "date", *POSITIONS[:3])),
        ("not_voting", "paragraphs", "subject", "result", "names"),
    ),
    "votes": Shape("state", "symbol", ("position", "stage", "date")),
    "sponsors": Shape("state", "symbol", ("role",), ("date",)),
    "statements": Shape("speaker", "point", ("date", "type", "stance"), ("symbol",)),
    "requests": Shape(
        *("place", "subject", ("status", "due_to", "entity", "deliverable", "answered_by")),
        ("days_late",),
    ),
    "countries": Shape(
        *("name", "regional_group", ("sponsored", *POSITIONS, "eligible")),
        ("statements", "events"),
    ),
}
"""What is said of a row of each table, and in which order."""


def entries(
    snapshot: Snapshot, say: Words, frame: pd.DataFrame, table: str, base: str
) -> list[Entry]:
    """The rows of a table's frame; `base` is what comes before a path of our own.

    Texts are in the reader's language, or in a fallback where that is missing.
    """
    return [_Reading(snapshot, say, table, row).entry(base) for row in rows_of(frame)]


def fact_name(say: Words, name: str) -> str:
    """What a fact is called: as the tables, the records or the filters call it."""
    name = _ALSO_CALLED.get(name, name)
    keys = (f"column.{name}", f"field.{name}")
    return say(next(filter(say.has, keys), f"facet.{name}"))


@dataclass(frozen=True)
class _Reading:
    """One row, read in a language.

    What is read from more than one column, or from another than it is called by, has a
    method of its name here.
    """

    snapshot: Snapshot
    say: Words
    table: str
    row: Row

    def entry(self, base: str) -> Entry:
        shape, say = SHAPES[self.table], self.say
        text = self.value(shape.text)
        if not text and shape.text == "summary":
            text = say("compare.no_summary")
        head = self.value(shape.head) or (say("value.unknown") if text else "")
        facts = [(name, self.value(name) or say("value.unknown")) for name in shape.facts]
        facts += [(name, value) for name in shape.also if (value := self.value(name))]
        said = [say("filters.stated", name=fact_name(say, n), value=value) for n, value in facts]
        return Entry(head, text, tuple(said), tuple(self.links(base)))

    def links(self, base: str) -> Iterator[tuple[str, str]]:
        path = self.row.get("url")
        if self.table == "votes":
            path = f"/votes?item={self.row['vote']}"
        elif self.table == "sponsors":
            path = document_url(self.row["symbol"])
        if path:
            yield self.say("take.record"), base + path
        source = self.row.get("source")
        if source and source.startswith(("https://", "http://")):
            yield self.say("statements.source"), source

    def value(self, name: str) -> str:
        """A fact in words; empty where the row does not know it."""
        if own := getattr(self, f"read_{name}", None):
            return str(own())
        if name in IN_LANGUAGE:
            return self.say.field(self.row, name)
        value, column = self.row.get(name), TABLES[self.table][name]
        if value is None:
            return ""
        if column.kind in ("date", "partial_date"):
            return self.say.date(value)
        codes = value if column.kind == "codes" else (str(value),)
        return self.say.listed(
            label_of(self.snapshot, self.say.language, column.vocabulary or "", code)
            for code in codes
        )

    def label(self, vocabulary: str, name: str) -> str:
        """A code as its vocabulary calls it, or as the absences do."""
        code = self.row.get(name)
        known = code in self.snapshot.terms(vocabulary)
        return label_of(self.snapshot, self.say.language, vocabulary if known else "absences", code)

    def detailed(self, what: str, detail: str) -> str:
        both = what and detail
        return self.say("take.detailed", what=what, detail=detail) if both else what or detail

    def read_title(self) -> str:
        return scheduled_title(self.say, self.row, self.snapshot.as_of)

    def read_symbol(self) -> str:
        """The records a row is about; of a record without a symbol nothing."""
        ids = self.row["symbol"] or ()
        ids = (ids,) if isinstance(ids, str) else ids
        return self.say.listed(record_names(self.snapshot, self.say, ids))

    def read_period(self) -> str:
        return self.say.dates(self.row["date"], self.row.get("end_date"))

    def read_tier(self) -> str:
        tier = self.row["tier"]
        named = label_of(self.snapshot, self.say.language, "tiers", f"tier_{tier}")
        return "" if tier is None else named

    def read_place(self) -> str:
        if self.table == "requests":
            return request_reference(self.say, self.row)
        if self.table == "acts":
            return self.label("act_places", "place")
        return paragraph_reference(self.say, self.row["id"], self.row["number"])

    def read_paragraph(self) -> str:
        return paragraph_reference(self.say, self.row["paragraph"])

    def read_verb(self) -> str:
        return acts_in_words(self.snapshot, self.say, self.row)

    def read_state(self) -> str:
        return state_name(self.snapshot, self.say.language, self.row["iso3"])

    def read_speaker(self) -> str:
        return speakers(self.snapshot, self.say, self.row)

    def read_outcome(self) -> str:
        votes = [self.row.get(name) for name in POSITIONS[:3]]
        known = any(n is not None for n in votes)
        totals = "–".join("?" if n is None else str(n) for n in votes)
        return self.detailed(self.label("outcomes", "outcome"), totals if known else "")

    def read_stage(self) -> str:
        """Where it was taken; of a paragraph, an amendment or a motion, at which stage as well."""
        return self.detailed(self.label("stages", "stage"), self.label("stages", "level"))

    def read_paragraphs(self) -> str:
        return self.say.listed(paragraph_place(self.say, name) for name in self.row["paragraphs"])

    def read_sponsors(self) -> str:
        """How many, or who tabled it; where neither is known, why."""
        said = sponsors_in_words(self.snapshot, self.say, self.row)
        return said or self.label("absences", "sponsors_absence")

    def read_due_to(self) -> str:
        """When it is due, ours marked as an estimate; where no time is stated, that."""
        return due_words(self.say, self.row) or self.label("due_bases", "due_basis")

    def read_answered_by(self) -> str:
        """What came and when; where nothing is known, how far it was searched."""
        symbols, searched = self.row.get("answered_by"), self.label("searches", "search")
        if not self.row.get("established_by"):
            found_later = self.row.get("search") == "found"
            return self.detailed(self.say("take.no_answer"), "" if found_later else searched)
        names = record_names(self.snapshot, self.say, symbols or ())
        came = self.say.listed(names) if names else searched
        return self.detailed(came, self.say.date(self.row.get("answered_on")))
