"""Rows of any table as short entries of a paper: what it is, what it says, its facts, its links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.corpus.records.votes import POSITIONS
from dashboard.corpus.tables.columns import IN_LANGUAGE, TABLES
from dashboard.corpus.tables.document_rows import document_url
from dashboard.export.citations.cited_records import NAMED
from dashboard.export.papers.entry_shapes import SHAPES
from dashboard.words import Words
from dashboard.words import words as words_of

MOST = 500
"""Rows of one paper; a reader who needs more takes the table."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One row as it is printed: facts as `name: value`, links as label and whole address."""

    head: str
    text: str
    facts: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class EntryWords:
    """What the entries are said with, in the reader's language.

    `fields` are the names of the facts (see `entry_shapes.FIELDS`), `codes` the labels of each
    vocabulary, `states` names by ISO3. `dates` writes a partial date, or two as a span;
    `listed` joins items; `others` names the first of many and counts the rest. `fact` has the
    places `{name}` and `{value}`, `place` `{symbol}` and `{place}`, `behalf` `{who}` and
    `{group}`, `detailed` `{what}` and `{detail}`. `record` and `source` are the labels of the
    two links.
    """

    language: str
    fields: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    states: Mapping[str, str]
    dates: Callable[[str | None, str | None], str]
    listed: Callable[[Iterable[str]], str]
    others: Callable[[str, int], str]
    fact: str
    place: str
    behalf: str
    detailed: str
    unknown: str
    no_summary: str
    no_answer: str
    record: str
    source: str


def entries(frame: pd.DataFrame, table: str, words: EntryWords, base: str) -> list[Entry]:
    """The first `MOST` rows of a table's frame; `base` is what comes before a path of our own.

    Texts are in the reader's language, or in the other where that is missing.
    """
    rows = frame.head(MOST).to_dict("records")
    return [_Reading(table, _known(row), words).entry(base) for row in rows]


def _known(row: Mapping[Any, Any]) -> Row:
    """A row with None for every null, and for empty lists of codes."""
    return {
        str(k): v or None if isinstance(v, tuple) else None if pd.isna(v) else v
        for k, v in row.items()
    }


@dataclass(frozen=True)
class _Reading:
    """One row read with the words of the paper."""

    table: str
    row: Row
    words: EntryWords

    @property
    def say(self) -> Words:
        return words_of(self.words.language)

    def entry(self, base: str) -> Entry:
        shape, words = SHAPES[self.table], self.words
        text = self.value(shape.text)
        if not text and shape.text == "summary":
            text = words.no_summary
        head = self.value(shape.head) or (words.unknown if text else "")
        facts = [(name, self.value(name) or words.unknown) for name in shape.facts]
        facts += [(name, value) for name in shape.also if (value := self.value(name))]
        said = [words.fact.format(name=words.fields.get(n, n), value=v) for n, v in facts]
        return Entry(head, text, tuple(said), tuple(self.links(base)))

    def links(self, base: str) -> Iterator[tuple[str, str]]:
        path = self.row.get("url")
        if self.table == "votes":
            path = f"/votes?item={self.row['vote']}"
        elif self.table == "sponsors":
            path = document_url(self.row["symbol"])
        if path:
            yield self.words.record, base + path
        source = self.row.get("source")
        if source and source.startswith(("https://", "http://")):
            yield self.words.source, source

    def value(self, name: str) -> str:
        """A fact in words; empty where the row does not know it."""
        if name in _OWN:
            return _OWN[name](self)
        if name in IN_LANGUAGE:
            return self.say.field(self.row, name)
        value = self.row.get(name)
        if value is None:
            return ""
        column = TABLES[self.table][name]
        labels = self.words.codes.get(column.vocabulary or "", {})
        if column.kind == "codes":
            return self.words.listed(labels.get(code, code) for code in value)
        if column.kind in ("date", "partial_date"):
            return self.words.dates(value, None)
        return labels.get(value, str(value))

    def _period(self) -> str:
        return self.words.dates(self.row["date"], self.row.get("end_date"))

    def _tier(self) -> str:
        tier = self.row.get("tier")
        labels = self.words.codes.get("tiers", {})
        return "" if tier is None else labels.get(f"tier_{tier}", str(tier))

    def _place(self) -> str:
        place = self.row.get("place" if self.table == "requests" else "number")
        place = place or str(self.row["id"]).partition("#")[2].upper()
        return self.words.place.format(symbol=self.row["symbol"], place=place)

    def _state(self) -> str:
        return self.words.states.get(self.row["iso3"], self.row["iso3"])

    def _speaker(self) -> str:
        states = self.row.get("speaker_iso3") or ()
        names = [self.words.states.get(iso3, iso3) for iso3 in states]
        who = self.words.listed(names)
        if len(names) > NAMED:
            who = self.words.others(names[0], len(names) - 1)
        group = self.say.field(self.row, "on_behalf_of")
        if who and group:
            return self.words.behalf.format(who=who, group=group)
        return who or group

    def _outcome(self) -> str:
        outcome = self._label("outcomes", "outcome")
        votes = [self.row.get(name) for name in POSITIONS[:3]]
        known = any(n is not None for n in votes)
        totals = "–".join("?" if n is None else str(n) for n in votes)
        return self._detailed(outcome, totals if known else "")

    def _stage(self) -> str:
        """Where it was taken; of a paragraph, an amendment or a motion, at which stage as well."""
        return self._detailed(self._label("stages", "stage"), self._label("stages", "level"))

    def _paragraphs(self) -> str:
        places = (str(place).partition("#")[2].upper() for place in self.row["paragraphs"] or ())
        return self.words.listed(places)

    def _sponsors(self) -> str:
        """How many; where no number is known, why."""
        number = self.row.get("sponsors")
        return self._label("absences", "sponsors_absence") if number is None else str(number)

    def _due_to(self) -> str:
        """The last day on time; where there is none, why."""
        day = self.row.get("due_to")
        return self.words.dates(day, None) if day else self._label("due_bases", "due_basis")

    def _answered_by(self) -> str:
        """What came and when; where nothing is known, how far it was searched."""
        symbols, day = self.row.get("answered_by"), self.row.get("answered_on")
        searched = self._label("searches", "search")
        if not symbols and self.row.get("search") != "found":
            return self._detailed(self.words.no_answer, searched)
        came = self.words.listed(symbols) if symbols else searched
        return self._detailed(came, self.words.dates(day, None))

    def _detailed(self, what: str, detail: str) -> str:
        both = what and detail
        return self.words.detailed.format(what=what, detail=detail) if both else what or detail

    def _label(self, vocabulary: str, name: str) -> str:
        """A code as its vocabulary calls it, or as the absences do."""
        code = self.row.get(name)
        labels = {**self.words.codes.get("absences", {}), **self.words.codes.get(vocabulary, {})}
        return str(labels.get(code, code)) if code else ""


_OWN: Mapping[str, Callable[[_Reading], str]] = MappingProxyType(
    {
        "period": _Reading._period,
        "tier": _Reading._tier,
        "place": _Reading._place,
        "state": _Reading._state,
        "speaker": _Reading._speaker,
        "stage": _Reading._stage,
        "paragraphs": _Reading._paragraphs,
        "outcome": _Reading._outcome,
        "sponsors": _Reading._sponsors,
        "due_to": _Reading._due_to,
        "answered_by": _Reading._answered_by,
    }
)
"""What is read from more than one column, or from another than it is called by."""
