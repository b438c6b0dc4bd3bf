"""Judgement across records: codes, links, totals, sponsors, dates.

Shape is the models' business; here is what no single field can know. An error takes its
record out of what is served; a warning is shown and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.corpus.base import first_day, last_day
from dashboard.corpus.documents import CuratedDocument, ImportedDocument, Vote
from dashboard.corpus.events import Event
from dashboard.corpus.loading import Corpus
from dashboard.corpus.membership import members_on
from dashboard.corpus.problems import Problem, Severity, not_allowed
from dashboard.corpus.yaml_reader import Path, UnreadableYamlError, parse

_POSITIONS = ("yes", "no", "abstain", "not_voting")


@dataclass(frozen=True)
class Finding:
    """A problem of one record before its line is looked up."""

    path: Path
    message: str
    severity: Severity = "error"


def cross_check(corpus: Corpus) -> tuple[list[Problem], set[str]]:
    """All problems across records, and the keys (`room:id`) of records with an error."""
    problems: list[Problem] = []
    bad: set[str] = set()
    for key, findings in _by_record(corpus):
        if not findings:
            continue
        file = corpus.files[key]
        try:
            _, lines = parse(file.raw, with_lines=True)
        except UnreadableYamlError:  # its bytes were parsed before; only a changed reader gets here
            lines = {}
        for finding in findings:
            line = next(
                (lines[p] for p in _upwards(finding.path) if p in lines),
                1,
            )
            field = ".".join(str(step) for step in finding.path)
            problems.append(Problem(file.name, line, field, finding.message, finding.severity))
        if any(finding.severity == "error" for finding in findings):
            bad.add(key)
    return sorted(problems), bad


def _upwards(path: Path) -> Iterator[Path]:
    for length in range(len(path), -1, -1):
        yield path[:length]


def _by_record(corpus: Corpus) -> Iterator[tuple[str, list[Finding]]]:
    ids = corpus.ids()
    for symbol, imported in corpus.imported.items():
        yield f"imported:{symbol}", list(_imported(imported, corpus))
    for record_id, curated in corpus.curated.items():
        yield f"curated:{record_id}", list(_curated(curated, corpus, ids))
    for record_id, event in corpus.events.items():
        yield f"events:{record_id}", list(_event(event, corpus, ids))


def _imported(record: ImportedDocument, corpus: Corpus) -> Iterator[Finding]:
    yield from _codes(corpus, "committees", ("committee",), [record.committee])
    for role in ("draft", "added"):
        names = getattr(record.sponsors, role)
        if isinstance(names, dict):
            yield from _states(corpus, ("sponsors", role), names)
            for iso3 in set(names) & set(corpus.states):
                if iso3 not in members_on(corpus.states, record.adopted):
                    yield Finding(
                        ("sponsors", role, iso3),
                        f"{iso3} sponsored but was no member on {record.adopted}",
                        "warning",
                    )
    for number, vote in enumerate(record.votes):
        yield from _vote(vote, ("votes", number), corpus, record.adopted)
    yield from _paragraphs(record)
    yield from _order(
        [(("drafts", n, "date"), d.date) for n, d in enumerate(record.drafts)]
        + [(("adopted",), record.adopted)]
        + [(("issued",), record.issued)]
    )


def _curated(record: CuratedDocument, corpus: Corpus, ids: set[str]) -> Iterator[Finding]:
    imported = corpus.imported.get(record.id)
    yield from _common(record, corpus, ids)
    if imported is None:
        if not record.titles:
            yield Finding(("titles",), "is needed: no official file of this symbol was imported")
        if record.date is None and record.kind not in ("body", "process"):
            yield Finding(("date",), "is needed: no official file of this symbol was imported")
    for number, vote in enumerate(record.votes):
        yield from _vote(vote, ("votes", number), corpus, vote.date or record.date)
    yield from _states(corpus, ("introduced_by",), record.introduced_by)
    if record.mandated_by is not None:
        yield from _mandate(record, corpus)
    yield from _order([(("date",), record.date), (("end_date",), record.end_date)])


def _mandate(record: CuratedDocument, corpus: Corpus) -> Iterator[Finding]:
    mandate = record.mandated_by
    source = corpus.imported.get(mandate.symbol) if mandate else None
    if mandate is None or source is None:
        return
    places = [p.id for p in source.paragraphs]
    if mandate.paragraph not in places:
        message = f"no such paragraph in {mandate.symbol}: {not_allowed(mandate.paragraph, places)}"
        yield Finding(("mandated_by", "paragraph"), message)
    if record.date is not None and last_day(record.date) < first_day(source.adopted):
        yield Finding(("date",), f"{record.date} is before {source.adopted}, when it was asked for")


def _event(record: Event, corpus: Corpus, ids: set[str]) -> Iterator[Finding]:
    yield from _common(record, corpus, ids)
    yield from _states(corpus, ("actors",), record.actors)
    yield from _order([(("date",), record.date), (("end_date",), record.end_date)])


def _common(record: CuratedDocument | Event, corpus: Corpus, ids: set[str]) -> Iterator[Finding]:
    yield from _codes(corpus, "kinds", ("kind",), [record.kind])
    yield from _codes(corpus, "bodies", ("body",), [record.body])
    yield from _codes(corpus, "tracks", ("track",), [record.track])
    yield from _codes(corpus, "topics", ("topics",), record.topics)
    yield from _codes(corpus, "verification", ("verification",), [record.verification])
    for number, target in enumerate(record.answers):
        if target not in ids and not _outside(target):
            yield Finding(("answers", number), f"no such record: {not_allowed(target, ids)}")
        if target == record.id:
            yield Finding(("answers", number), "a record cannot answer itself")


def _outside(target: str) -> bool:
    """Symbols of other documents may be pointed to without being in the collection.

    The Assembly's own resolutions on record are many; a symbol of a session the import
    covers that is not among them is more likely a slip, and is reported.
    """
    return not target.islower() and not target.startswith("A/RES/")


def _codes(corpus: Corpus, vocabulary: str, path: Path, codes: Iterable[str]) -> Iterator[Finding]:
    terms = corpus.terms(vocabulary)
    for number, code in enumerate(codes):
        if terms and code not in terms:
            place = (*path, number) if path[-1] == "topics" else path
            yield Finding(place, not_allowed(code, terms))


def _states(corpus: Corpus, path: Path, codes: Iterable[str]) -> Iterator[Finding]:
    for code in codes:
        if corpus.states and code not in corpus.states:
            yield Finding((*path, code), f"no such State: {not_allowed(code, corpus.states)}")


def _vote(vote: Vote, path: Path, corpus: Corpus, day: str | None) -> Iterator[Finding]:
    yield from _codes(corpus, "stages", (*path, "stage"), [vote.stage])
    call = vote.roll_call
    if call is None:
        return
    named: dict[str, str] = {}
    for position in _POSITIONS:
        states = getattr(call, position)
        yield from _states(corpus, (*path, "roll_call", position), states)
        for iso3 in states:
            if iso3 in named:
                yield Finding(
                    (*path, "roll_call", position),
                    f"{iso3} stands under {named[iso3]} and {position}",
                )
            named[iso3] = position
        published = getattr(vote.counts, position, None)
        if vote.names == "complete" and published is not None and published != len(states):
            yield Finding(
                (*path, "counts", position),
                f"{published} published, but the roll call names {len(states)}",
                "warning",
            )
    if vote.names == "complete" and day and corpus.states:
        absent = members_on(corpus.states, day) - named.keys()
        if absent:
            yield Finding(
                (*path, "roll_call"), f"members of {day} in no list: {', '.join(sorted(absent))}"
            )


def _paragraphs(record: ImportedDocument) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, paragraph in enumerate(record.paragraphs):
        if paragraph.id in seen:
            yield Finding(("paragraphs", number, "id"), f"{paragraph.id} stands twice")
        seen.add(paragraph.id)
        if paragraph.parent is not None and paragraph.parent not in seen:
            yield Finding(
                ("paragraphs", number, "parent"),
                f"no paragraph before it: {not_allowed(paragraph.parent, seen)}",
            )
    for number, citation in enumerate(record.cites):
        if citation.paragraph not in seen:
            yield Finding(("cites", number, "paragraph"), not_allowed(citation.paragraph, seen))


def _order(dates: list[tuple[tuple[Any, ...], str | None]]) -> Iterator[Finding]:
    """Dates that must not run backwards, in the order given."""
    before: tuple[tuple[Any, ...], str] | None = None
    for path, date in dates:
        if date is None:
            continue
        if before is not None and last_day(date) < first_day(before[1]):
            earlier = ".".join(str(step) for step in before[0])
            yield Finding(path, f"{date} is before {earlier}, {before[1]}", "warning")
        before = (path, date)
