"""What is cited: a record, a paragraph, a recorded vote, a request, a statement or a State."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dashboard.analysis.frames import Row, rows_of
from dashboard.corpus.records.votes import POSITIONS
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.timeline_rows import event_entry
from dashboard.words import LANGUAGES, InterfaceLanguage, Words, words
from dashboard.words.labels import label_of, state_name
from dashboard.words.places import paragraph_place

_ORGANS = ("A/", "S/", "E/")
_NAMED = 3
"""Speakers of a joint statement; of more, the first is named and the others are counted."""


@dataclass(frozen=True)
class Cited:
    """A record to cite. `place` is a paragraph's id within its document, `printed` its number.

    Both are None where the whole record is cited. `part` says in each language what else of
    the document is cited, a vote or a request; empty where nothing is. `described` is True
    where the title is what we call it, and nothing that anyone printed.
    """

    id: str
    symbol: str | None = None
    kind: str | None = None
    body: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    place: str | None = None
    printed: str | None = None
    part: dict[str, str] = field(default_factory=dict)
    described: bool = False
    form: Literal["document", "speech", "webpage"] = "document"

    def title(self, language: InterfaceLanguage) -> str:
        """The title in a language, or in one of its fallbacks, or the id where there is none."""
        return words(language).text(self.titles) or self.id

    def title_language(self, language: InterfaceLanguage) -> InterfaceLanguage:
        """The language the title is in, which is a fallback where it has none in this one."""
        return next((code for code in words(language).order if code in self.titles), language)

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
    body = snapshot.terms("bodies").get(row.get("body") or "")
    return Cited(
        id=record_id or str(row["id"]),
        symbol=row.get("symbol"),
        kind=row.get("kind"),
        body={str(code): label for code, label in body.labels.items()} if body else {},
        titles={code: text for code in LANGUAGES if (text := row.get(f"title_{code}"))},
        date=row.get("date"),
        place=str(paragraph["id"]).partition("#")[2] if paragraph else None,
        printed=paragraph.get("number") if paragraph else None,
        part=part or {},
    )


def speakers(snapshot: Snapshot, say: Words, row: Row) -> str:
    """Who made a statement, and for whom; empty where nobody is named."""
    states = row["speaker_iso3"] or ()
    names = [state_name(snapshot, say.language, iso3) for iso3 in states]
    who, group = say.listed(names), _bare(say, row, "on_behalf_of")
    if len(names) > _NAMED:
        who = say("cited.others", first=names[0], n=len(names) - 1)
    return say("statements.for", who=who, group=group) if who and group else who or group


def _bare(say: Words, row: Row, name: str) -> str:
    """The best text of a field as a citation has it: without the name of its language."""
    return next(iter(say.fields(row, name)), "")


def joined(say: Words, *parts: str | None) -> str:
    """What of the parts there is, with the separator of citations between."""
    return say("cite.separator").join(filter(None, parts))


def _vote(snapshot: Snapshot, row: Row) -> Cited:
    """A recorded vote on a document: where, when, and its totals where all are known."""
    document = _document(snapshot, row)
    totals = {name: row[name] for name in POSITIONS[:3]}

    def part(say: Words) -> str:
        stage, level = (
            label_of(snapshot, say.language, "stages", row[name]) for name in ("stage", "level")
        )
        places = [paragraph_place(say, place) for place in row["paragraphs"]]
        return joined(
            say,
            say("cited.vote", stage=joined(say, stage, *places, level)),
            say.date(row["date"]) if row["date"] != document["date"] else "",
            say("cited.totals", **totals) if None not in totals.values() else "",
        )

    return cited_row(snapshot, document, str(row["id"]), part=_in_each_language(part))


def _request(snapshot: Snapshot, row: Row) -> Cited:
    """What a paragraph asks for: the kind of deliverable and its subject in our words."""

    def part(say: Words) -> str:
        deliverable = label_of(snapshot, say.language, "deliverables", row["deliverable"])
        return say("cited.request", deliverable=deliverable, subject=_bare(say, row, "subject"))

    paragraph = _row(snapshot, "paragraphs", row["paragraph"]) if row["paragraph"] else None
    document = _document(snapshot, row)
    return cited_row(snapshot, document, str(row["id"]), paragraph, _in_each_language(part))


def _statement(snapshot: Snapshot, row: Row) -> Cited:
    """What States said: who, in what kind of statement, on what, where."""
    about = [_record(snapshot, name) or {"id": name} for name in row["symbol"]]

    def who(say: Words) -> str:
        return speakers(snapshot, say, row) or say("value.unknown")

    def title(say: Words) -> str:
        texts = say.listed(r.get("symbol") or _bare(say, r, "title") or str(r["id"]) for r in about)
        return joined(
            say,
            who(say),
            label_of(snapshot, say.language, "statement_types", row["type"]),
            say("cited.on", texts=texts) if texts else "",
            _bare(say, row, "forum"),
        )

    return Cited(
        id=str(row["id"]),
        body=_in_each_language(who),
        titles=_in_each_language(title),
        date=row["date"],
        described=True,
        form="speech",
    )


def _state(snapshot: Snapshot, row: Row) -> Cited:
    """The page of a State."""
    titles = _in_each_language(lambda say: say("cited.state", state=_bare(say, row, "name")))
    return Cited(id=str(row["iso3"]), titles=titles, described=True, form="webpage")


def _in_each_language(said: Callable[[Words], str]) -> dict[str, str]:
    return {language: said(words(language)) for language in LANGUAGES}


_ACTS: Mapping[str, Callable[[Snapshot, Row], Cited]] = {
    "recorded_votes": _vote,
    "requests": _request,
    "statements": _statement,
    "countries": _state,
}


def _record(snapshot: Snapshot, record_id: str) -> Row | None:
    for table in ("documents", "timeline"):
        if found := _row(snapshot, table, record_id):
            return found
    event = snapshot.events.get(record_id)  # a document's row may tell of it
    return event_entry(event, snapshot.terms("bodies")) if event else None


def _document(snapshot: Snapshot, row: Row) -> Row:
    """The document a vote or request belongs to; what its own row says where it is not there."""
    return _record(snapshot, str(row["symbol"])) or {**row, "kind": None, "body": None}


def _row(snapshot: Snapshot, table: str, record_id: str) -> Row | None:
    frame = snapshot.tables[table]
    found = frame[frame["iso3" if table == "countries" else "id"] == record_id]
    return next(iter(rows_of(found.head(1))), None)
