"""Whether an event and the record of the same matter fit together, and which others look so."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, utils

from dashboard.corpus.checks.findings import Finding
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import not_allowed
from dashboard.corpus.records.documents import CuratedDocument
from dashboard.corpus.records.events import Event
from dashboard.symbols import file_stem

_ALIKE = 60
"""Titles that share this much of their words, of a hundred, may name one matter."""
_AGREED = ("kind", "track", "verification")


def twin_findings(event: Event, corpus: Corpus) -> Iterator[Finding]:
    """What is wrong with `same_as`, or, without it, the records that look like the same matter.

    An error where it names no document or statement, one without a date, one that another
    event names already, or one of another day while neither explains the difference as a
    conflict of dates. A warning where the two say different things of one fact.
    """
    if event.same_as is None:
        yield from _lookalikes(event, corpus)
        return
    path = ("same_as",)
    if event.same_as == event.id:
        yield Finding(path, "an event cannot be told by itself")
    elif event.same_as in corpus.events:
        message = f"{event.same_as} is an event; name the document or statement that tells it"
        yield Finding(path, message)
    elif (dates := _dates(event.same_as, corpus)) is None:
        if file_stem(event.same_as) not in corpus.unread():
            known = sorted({*corpus.imported, *corpus.curated, *corpus.statements})
            yield Finding(path, f"no such record: {not_allowed(event.same_as, known)}")
    else:
        yield from _together(event, dates, corpus)


def _together(
    event: Event, dates: tuple[str | None, str | None], corpus: Corpus
) -> Iterator[Finding]:
    other, path = str(event.same_as), ("same_as",)
    rivals = [e.id for e in corpus.events.values() if e.same_as == other and e.id != event.id]
    if rivals:
        yield Finding(path, f"{rivals[0]} names {other} too; one matter has one event")
    record = corpus.curated.get(other) or corpus.statements.get(other)
    if dates[0] is None:
        yield Finding(path, f"{other} has no date, so that it has no mark")
    elif dates != (event.date, event.end_date):
        explained = [*event.conflicts, *(record.conflicts if record else ())]
        if not any(conflict.field in ("date", "end_date") for conflict in explained):
            on = " to ".join(filter(None, dates))
            message = f"{other} is of {on}: give both one day, or explain it as a conflict of date"
            yield Finding(("date",), message)
    for name in _AGREED:
        theirs = getattr(record, name, None)
        if theirs not in (None, getattr(event, name)):
            message = f"found {getattr(event, name)}, but {other} says {theirs}"
            yield Finding((name,), message, "warning")


def _dates(record_id: str, corpus: Corpus) -> tuple[str | None, str | None] | None:
    """The first and the last day of a document or statement; None where it is not on record."""
    added, spoken = corpus.curated.get(record_id), corpus.statements.get(record_id)
    if record_id in corpus.imported:
        return corpus.imported[record_id].adopted, added.end_date if added else None
    if added is not None:
        return added.date, added.end_date
    return (spoken.date, None) if spoken else None


def _lookalikes(event: Event, corpus: Corpus) -> Iterator[Finding]:
    """Records of the same day: a document of the same body with nearly its title, or, of a
    statement, what one of the same States said. Records that a link sets apart are none."""
    apart = {*event.answers, *event.leads_to}
    for record in corpus.curated.values():
        if (
            _alike(event, record, corpus)
            and record.id not in apart
            and event.id not in record.answers
        ):
            yield _looks(record.id)
    if event.kind == "statement":
        for spoken in corpus.statements.values():
            if spoken.date == event.date and not set(spoken.speakers).isdisjoint(event.actors):
                yield _looks(spoken.id)


def _alike(event: Event, record: CuratedDocument, corpus: Corpus) -> bool:
    dates = _dates(record.id, corpus)
    if dates is None or (dates[0], record.body) != (event.date, event.body):
        return False
    official = corpus.imported.get(record.id)
    title = (official or record).titles.get("en", "")
    prepare = utils.default_process
    return fuzz.token_set_ratio(event.titles.en, title, processor=prepare) >= _ALIKE


def _looks(other: str) -> Finding:
    message = f"looks like {other}: say same_as, or link the two if they are different matters"
    return Finding(("titles",), message, "warning")
