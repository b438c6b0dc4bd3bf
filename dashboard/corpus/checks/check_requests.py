"""Whether what a text is said to ask for fits the text, the calendar and what is on record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dashboard.corpus import sessions
from dashboard.corpus.checks.findings import (
    Finding,
    Links,
    no_such_paragraph,
    not_imported,
    unknown_codes,
)
from dashboard.corpus.open_candidates import open_candidates
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import not_allowed
from dashboard.corpus.reading.schema import VOCABULARY_OF
from dashboard.corpus.reading.yaml_reader import Path
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.records.fields import first_day, last_day
from dashboard.corpus.records.requests import Answer, DocumentRequests, Request, RequestCandidates
from dashboard.symbols import session_of

_SESSION = re.compile(r"[1-9][0-9]{1,2}")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_WORD = re.compile(r"[a-z0-9]+")
_CODES = (
    "deliverable", "due_basis", "frequency", "ai_relation", "answer_scope", "search",
    "cannot_be_known",
)  # fmt: skip
_REPORT = "report"
_TIED = "event_based"
_NOT_LOOKED_FOR = {"not_searched", "nothing_to_search_yet"}


def request_findings(listed: DocumentRequests, corpus: Corpus, links: Links) -> Iterator[Finding]:
    """Unknown codes, places the text does not have, windows that are none, answers unknown."""
    imported = corpus.imported.get(listed.symbol)
    if imported is None:
        yield from not_imported(corpus, listed.symbol, ("symbol",))
        return
    others = (each for each in corpus.requests.values() if each is not listed)
    elsewhere = {request.id: each.symbol for each in others for request in each.requests}
    ids = {*elsewhere, *(request.id for request in listed.requests)}
    every = (request for each in corpus.requests.values() for request in each.requests)
    told = {request.subject.en for request in every if request.answers}
    seen: set[str] = set()
    for number, request in enumerate(listed.requests):
        path: Path = ("requests", number)
        if request.id in seen:
            yield Finding((*path, "id"), f"{request.id} stands twice")
        if request.id in elsewhere:
            message = f"{request.id} is a request of {elsewhere[request.id]} as well"
            yield Finding((*path, "id"), message)
        seen.add(request.id)
        yield from _codes(request, path, corpus)
        yield from _place(request, path, imported)
        yield from _window(request, path, imported.adopted)
        yield from _answers(request, path, imported, links)
        yield from _others(request, path, imported.symbol, ids, links)
        if request.cannot_be_known and request.subject.en in told:
            message = "another request of this subject has an answer"
            yield Finding((*path, "cannot_be_known"), message, "warning")
    yield from _mandates(listed, corpus, imported.places)
    yield from _refused(imported, listed.refused, ("refused",), corpus)
    for symbol, paragraphs in listed.ended.items():
        earlier = corpus.imported.get(symbol)
        if earlier is None:
            yield from not_imported(corpus, symbol, ("ended", symbol))
        else:
            yield from _refused(earlier, paragraphs, ("ended", symbol), corpus)


def candidate_findings(found: RequestCandidates, corpus: Corpus) -> Iterator[Finding]:
    """Candidates in texts or paragraphs that are not on record; sure ones nobody has judged."""
    for symbol, listed in found.candidates.items():
        imported = corpus.imported.get(symbol)
        if imported is None:
            yield from not_imported(corpus, symbol, ("candidates", symbol))
            continue
        for grade in () if listed == "none" else ("sure", "to_look_at"):
            for place in getattr(listed, grade):
                path = ("candidates", symbol, grade, place)
                yield from no_such_paragraph(imported, place, path)
    for symbol, place, sure in open_candidates(found, corpus.requests):
        text = corpus.imported.get(symbol)
        if sure and text is not None and place in text.places:
            message = "is neither on record as a request nor refused with a reason"
            yield Finding(("candidates", symbol, "sure", place), message, "warning")


def _refused(
    text: ImportedDocument, paragraphs: Mapping[str, str], path: Path, corpus: Corpus
) -> Iterator[Finding]:
    """Reasons that are no codes, for paragraphs that the text does not have."""
    terms = corpus.terms(VOCABULARY_OF["refused"])
    for place, code in paragraphs.items():
        yield from no_such_paragraph(text, place, (*path, place))
        if terms and code not in terms:
            yield Finding((*path, place), not_allowed(code, terms))


def id_stem(symbol: str, place: str) -> str:
    """The id a request of this place begins with: `79-1-annex-i-56-a` for `annex I, 56 (a)`.

    Resolutions A and B of a number are told apart; a text of both names the part in `place`.
    """
    number, _, part = symbol.removeprefix("A/RES/").partition(" ")
    return "-".join(_WORD.findall(f"{number} {part if len(part) == 1 else ''} {place}".lower()))


def _codes(request: Request, path: Path, corpus: Corpus) -> Iterator[Finding]:
    yield from unknown_codes(corpus, request, *_CODES, path=path)
    yield from unknown_codes(corpus, request.addressee, "code", path=(*path, "addressee"))
    for number, each in enumerate(request.searched):
        yield from unknown_codes(corpus, each, "where", path=(*path, "searched", number))
    for number, answer in enumerate(request.answers):
        yield from unknown_codes(corpus, answer, "established_by", path=(*path, "answers", number))


def _place(request: Request, path: Path, imported: ImportedDocument) -> Iterator[Finding]:
    if request.paragraph is not None:
        yield from no_such_paragraph(imported, request.paragraph, (*path, "paragraph"))
    else:  # a place no numbering names may be printed in any way
        stem = id_stem(imported.symbol, "")
        if not request.id.startswith(f"{stem}-"):
            yield Finding((*path, "id"), f"found {request.id}; it begins with {stem}-")
        return
    stem = id_stem(imported.symbol, request.place)
    if not re.fullmatch(rf"{re.escape(stem)}(-([2-9]|[1-9][0-9]))?", request.id):
        message = f"found {request.id}; a request of {imported.symbol}, {request.place} is {stem}"
        yield Finding((*path, "id"), f"{message}, or {stem}-2 and so on for more of the paragraph")


def _window(request: Request, path: Path, adopted: str | None) -> Iterator[Finding]:
    due, window, event = request.due, request.window, request.due_event
    if request.due_basis == _TIED and event is None:
        yield Finding((*path, "due_event"), f"is needed: {_TIED} says that there is one", "warning")
    if event and event.en.startswith("before ") and window and adopted and adopted < window.start:
        message = f"{window.start} is late for what is due {event.en}: on time from {adopted}"
        yield Finding((*path, "window", "start"), message, "warning")
    if window is not None and window.end < window.start:
        yield Finding((*path, "window", "end"), f"{window.end} is before {window.start}")
        return
    if due is None:
        return
    if window is None:
        yield Finding((*path, "window"), f"is needed: it is due {due}")
    elif _SESSION.fullmatch(due):
        yield from _in_session(int(due), window.start, window.end, path)
    elif not _DATE.fullmatch(due):
        message = f"found {due}; a session (81) or a date (2027, 2027-04, 2027-04-30)"
        yield Finding((*path, "due"), message)
    elif not str(first_day(due)) <= window.end <= str(last_day(due)):
        yield Finding((*path, "window", "end"), f"{window.end} is not in {due}, when it is due")


def _in_session(session: int, start: str, end: str, path: Path) -> Iterator[Finding]:
    """What is due at a session is due in it, or before and by its first day."""
    try:
        days = sessions.session_days(session)
    except ValueError as error:
        yield Finding((*path, "due"), str(error))
        return
    if not str(days.opens) <= end <= str(days.closes):
        message = f"{start} to {end} does not end in session {session}, {days.opens} to"
        yield Finding((*path, "window", "end"), f"{message} {days.closes}")


def _answers(
    request: Request, path: Path, imported: ImportedDocument, links: Links
) -> Iterator[Finding]:
    if (request.search == "found") != bool(request.answers):
        message = "found, but no answer is given" if not request.answers else "an answer is given"
        yield Finding((*path, "search"), f"{request.search}: {message}", "warning")
    if request.search in _NOT_LOOKED_FOR and request.searched:
        yield Finding((*path, "searched"), f"is given, but search is {request.search}", "warning")
    if request.cannot_be_known and (request.answers or not request.searched):
        message = "needs no answer on record, and where one was searched for"
        yield Finding((*path, "cannot_be_known"), message, "warning")
    for number, answer in enumerate(request.answers):
        place = (*path, "answers", number)
        yield from _answer(answer, place, imported.symbol, links)
        asked = first_day(imported.adopted) if imported.adopted else None
        for name in ("issued", "known_by"):
            day = getattr(answer, name)
            if day and asked and last_day(day) < asked:
                message = f"{day} is before {imported.adopted}, when it was asked for"
                yield Finding((*place, name), message, "warning")
        if answer.issued and answer.known_by and answer.known_by < str(first_day(answer.issued)):
            message = f"{answer.known_by} is before {answer.issued}, when it was issued"
            yield Finding((*place, "known_by"), message, "warning")


def _answer(answer: Answer, place: Path, asking: str, links: Links) -> Iterator[Finding]:
    if not (answer.symbol or answer.event or answer.via or answer.source):
        yield Finding(place, "names nothing to follow: no symbol, event, resolution or page")
    if answer.symbol is not None and not _could_follow(answer.symbol, asking):
        yield from links.check((*place, "symbol"), answer.symbol)
    if answer.event is not None:
        yield from links.check((*place, "event"), answer.event)


def _could_follow(symbol: str, asking: str) -> bool:
    """Whether it is a resolution of the same or a later session.

    One that answers or repeats a request may be too new for any text on record to cite it.
    """
    session, own = session_of(symbol), session_of(asking)
    return session is not None and own is not None and session >= own


def _others(
    request: Request, path: Path, asking: str, ids: set[str], links: Links
) -> Iterator[Finding]:
    for number, again in enumerate(request.reiterated_in):
        if not _could_follow(again.symbol, asking):
            yield from links.check((*path, "reiterated_in", number, "symbol"), again.symbol)
    after = request.superseded_by
    if after is not None and (after not in ids or after == request.id):
        message = f"no such request: {not_allowed(after, sorted(ids - {request.id}))}"
        yield Finding((*path, "superseded_by"), message)


def _mandates(
    listed: DocumentRequests, corpus: Corpus, paragraphs: Sequence[str]
) -> Iterator[Finding]:
    """A report says which paragraph asked for it, and that paragraph's request names it.

    Where the text has no such paragraph, the fault stands in the report's own file.
    """
    asked = {r.paragraph: n for n, r in reversed(list(enumerate(listed.requests)))}
    answers = {(r.paragraph, a.symbol) for r in listed.requests for a in r.answers}
    for document in corpus.curated.values():
        mandate = document.mandated_by
        if mandate is None or document.kind != _REPORT or mandate.symbol != listed.symbol:
            continue
        if mandate.paragraph not in paragraphs or (mandate.paragraph, document.id) in answers:
            continue
        number = asked.get(mandate.paragraph)
        message = f"{document.id} is the report that {mandate.paragraph} asked for; no request of"
        yield Finding(
            ("requests",) if number is None else ("requests", number),
            f"{message} that paragraph names it as an answer",
        )
