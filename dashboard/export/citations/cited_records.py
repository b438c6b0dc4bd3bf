"""What is cited: a record, a paragraph, a recorded vote, a request, a statement or a State."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from dashboard.corpus.snapshot import Snapshot
from dashboard.words import LANGUAGES, InterfaceLanguage, words
from dashboard.words.labels import label_of, state_name

_ORGANS = ("A/", "S/", "E/")
NAMED = 3
"""Speakers of a joint statement; of more, the first is named and the others are counted."""
_TOTALS = ("yes", "no", "abstain")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Cited:
    """A record to cite. `place` is a paragraph's id within its document, `printed` its number.

    Both are None where the whole record is cited. `part` says in each language what else of
    the document is cited, a vote or a request; empty where nothing is. `described` is True
    where the title is what we call it, and nothing that anyone printed.
    """

    id: str
    symbol: str | None
    kind: str | None
    body: dict[str, str]
    titles: dict[str, str]
    date: str | None
    place: str | None = None
    printed: str | None = None
    part: dict[str, str] = field(default_factory=dict)
    described: bool = False
    form: Literal["document", "speech", "webpage"] = "document"

    def title(self, language: InterfaceLanguage) -> str:
        """The title in a language, or in one of its fallbacks, or the id where there is none."""
        return words(language).text(self.titles) or self.id

    @property
    def is_of_the_un(self) -> bool:
        """Whether a principal organ of the United Nations issued it, by its symbol."""
        return (self.symbol or "").startswith(_ORGANS)

    def publisher(self, language: InterfaceLanguage) -> str:
        """The body it belongs to; empty where the record names none."""
        return words(language).text(self.body)


def cited(snapshot: Snapshot, record_id: str) -> Cited:
    """What an id names: `A/RES/78/265`, `A/RES/78/265#op6.e`, an event's or statement's id,
    a vote (`A/RES/79/239@plenary`), a request (`79-239-7`) or a State (`USA`).

    Raises `KeyError` where it is not on record.
    """
    document, _, place = record_id.partition("#")
    record = _record(snapshot, document)
    if record is not None:
        paragraph = _row(snapshot, "paragraphs", record_id) if place else {}
        if paragraph is None:
            raise KeyError(record_id)
        return cited_row(snapshot, record, record_id, paragraph)
    for table, read in _ACTS.items():
        row = _row(snapshot, table, record_id)
        if row is not None:
            return read(snapshot, row)
    raise KeyError(record_id)


def cited_row(
    snapshot: Snapshot,
    row: Row,
    record_id: str | None = None,
    paragraph: Row | None = None,
    part: dict[str, str] | None = None,
) -> Cited:
    """A row of documents or timeline, or the paragraph or part of it that has another id."""
    own = record_id or str(row["id"])
    bodies = snapshot.vocabularies.get("bodies")
    body = bodies.terms.get(row.get("body") or "") if bodies else None
    return Cited(
        id=own,
        symbol=row.get("symbol"),
        kind=row.get("kind"),
        body={str(code): label for code, label in body.labels.items()} if body else {},
        titles={code: text for code in LANGUAGES if (text := row.get(f"title_{code}"))},
        date=row.get("date"),
        place=str(paragraph["id"]).partition("#")[2] if paragraph else None,
        printed=paragraph.get("number") if paragraph else None,
        part=part or {},
    )


def _vote(snapshot: Snapshot, row: Row) -> Cited:
    """A recorded vote on a document: where, when, and its totals where all are known."""
    places = [str(place).partition("#")[2].upper() for place in row["paragraphs"]]
    document = _document(snapshot, row)
    part: dict[str, str] = {}
    for language in LANGUAGES:
        say = words(language)
        stages = [label_of(snapshot, language, "stages", row[name]) for name in ("stage", "level")]
        where = say("cite.separator").join(filter(None, [stages[0], *places, stages[1]]))
        totals = {name: row[name] for name in _TOTALS}
        counted = None not in totals.values()
        said = [
            say("cited.vote", stage=where),
            say.date(row["date"]) if row["date"] != document["date"] else "",
            say("cited.totals", **totals) if counted else "",
        ]
        part[language] = say("cite.separator").join(filter(None, said))
    return cited_row(snapshot, document, str(row["id"]), part=part)


def _request(snapshot: Snapshot, row: Row) -> Cited:
    """What a paragraph asks for: the kind of deliverable and its subject in our words."""
    part: dict[str, str] = {
        language: words(language)(
            "cited.request",
            deliverable=label_of(snapshot, language, "deliverables", row["deliverable"]),
            subject=words(language).field(row, "subject"),
        )
        for language in LANGUAGES
    }
    paragraph = _row(snapshot, "paragraphs", row["paragraph"]) if row["paragraph"] else None
    document = _document(snapshot, row)
    return cited_row(snapshot, document, str(row["id"]), paragraph, part)


def _statement(snapshot: Snapshot, row: Row) -> Cited:
    """What States said: who, in what kind of statement, on what, where."""
    titles: dict[str, str] = {}
    speakers: dict[str, str] = {}
    for language in LANGUAGES:
        say = words(language)
        states = [iso3 for iso3 in row["speaker_iso3"] if iso3 in snapshot.states]
        names = [state_name(snapshot, language, iso3) for iso3 in states]
        who = say.listed(names)
        if len(names) > NAMED:
            who = say("cited.others", first=names[0], n=len(names) - 1)
        group = say.field(row, "on_behalf_of")
        if who and group:
            who = say("statements.for", who=who, group=group)
        speakers[language] = who or group or say("value.unknown")
        on = [_record(snapshot, name) or {"id": name} for name in row["symbol"]]
        texts = say.listed(r.get("symbol") or say.field(r, "title") or str(r["id"]) for r in on)
        said = [
            speakers[language],
            label_of(snapshot, language, "statement_types", row["type"]),
            say("cited.on", texts=texts) if texts else "",
            say.field(row, "forum"),
        ]
        titles[language] = say("cite.separator").join(filter(None, said))
    return Cited(
        id=str(row["id"]),
        symbol=None,
        kind=None,
        body=speakers,
        titles=titles,
        date=row["date"],
        described=True,
        form="speech",
    )


def _state(snapshot: Snapshot, row: Row) -> Cited:
    """The page of a State."""
    titles: dict[str, str] = {
        language: words(language)("cited.state", state=words(language).field(row, "name"))
        for language in LANGUAGES
    }
    return Cited(
        id=str(row["iso3"]),
        symbol=None,
        kind=None,
        body={},
        titles=titles,
        date=None,
        described=True,
        form="webpage",
    )


_ACTS: Mapping[str, Callable[[Snapshot, Row], Cited]] = {
    "recorded_votes": _vote,
    "requests": _request,
    "statements": _statement,
    "countries": _state,
}


def _record(snapshot: Snapshot, record_id: str) -> Row | None:
    return _row(snapshot, "documents", record_id) or _row(snapshot, "timeline", record_id)


def _document(snapshot: Snapshot, row: Row) -> Row:
    """The document a vote or request belongs to; what its own row says where it is not there."""
    return _record(snapshot, str(row["symbol"])) or {**row, "kind": None, "body": None}


def _row(snapshot: Snapshot, table: str, record_id: str) -> Row | None:
    frame = snapshot.tables[table]
    found = frame[frame["iso3" if table == "countries" else "id"] == record_id]
    return None if found.empty else known(found.iloc[0].to_dict())


def known(row: Mapping[Any, Any]) -> Row:
    """A row of a frame with None for every null."""
    return {str(k): None if not isinstance(v, tuple) and pd.isna(v) else v for k, v in row.items()}
