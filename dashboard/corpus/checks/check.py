"""Judgement across records: codes, links, totals, sponsors, dates.

Shape is the models' business; here is what no single field can know. An error takes its
record out of what is served; a warning is shown and kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.corpus.checks.check_codings import coding_findings, second_findings
from dashboard.corpus.checks.check_requests import candidate_findings, request_findings
from dashboard.corpus.checks.check_statements import statement_findings
from dashboard.corpus.checks.check_verbs import verb_findings
from dashboard.corpus.checks.check_votes import vote_findings
from dashboard.corpus.checks.findings import Finding, Links, places, unknown_codes, unknown_states
from dashboard.corpus.membership import members_on
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import Problem, dotted, not_allowed
from dashboard.corpus.reading.yaml_reader import Path, UnreadableYamlError, parse_yaml
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import first_day, last_day
from dashboard.corpus.verbs import VerbRule
from dashboard.symbols import file_stem


def cross_check(corpus: Corpus) -> tuple[list[Problem], set[str]]:
    """All problems across records, and the keys (`room:id`) of records with an error."""
    problems: list[Problem] = []
    bad: set[str] = set()
    for key, findings in _by_record(corpus):
        if not findings:
            continue
        file = corpus.files[key]
        try:
            _, lines = parse_yaml(file.raw, with_lines=True)
        except UnreadableYamlError:  # its bytes were parsed before; only a changed reader gets here
            lines = {}
        for finding in findings:
            line = next(
                (lines[p] for p in _upwards(finding.path) if p in lines),
                1,
            )
            field = dotted(finding.path)
            problems.append(Problem(file.name, line, field, finding.message, finding.severity))
        if any(finding.severity == "error" for finding in findings):
            bad.add(key)
    return sorted(problems), bad


def _upwards(path: Path) -> Iterator[Path]:
    for length in range(len(path), -1, -1):
        yield path[:length]


def _by_record(corpus: Corpus) -> Iterator[tuple[str, list[Finding]]]:
    cited = {c.symbol for record in corpus.imported.values() for c in record.cites}
    links = Links(corpus.ids(), corpus.unread(), cited)
    rule = VerbRule(corpus.terms("verbs"))
    for symbol, imported in corpus.imported.items():
        findings = [*_imported(imported, corpus), *verb_findings(imported, rule)]
        yield f"imported:{symbol}", findings
    for record_id, curated in corpus.curated.items():
        yield f"curated:{record_id}", list(_curated(curated, corpus, links))
    for symbol, coding in corpus.codings.items():
        yield f"codings:{symbol}", list(coding_findings(coding, corpus))
    for name, reading in corpus.second_readings.items():
        yield f"second_readings:{name}", list(second_findings(reading, corpus))
    for record_id, event in corpus.events.items():
        yield f"events:{record_id}", list(_event(event, corpus, links))
    for record_id, statement in corpus.statements.items():
        yield f"statements:{record_id}", list(statement_findings(statement, corpus, links))
    for symbol, listed in corpus.requests.items():
        yield f"requests:{symbol}", list(request_findings(listed, corpus, links))
    for name, found in corpus.request_candidates.items():
        yield f"request_candidates:{name}", list(candidate_findings(found, corpus))


def _imported(record: ImportedDocument, corpus: Corpus) -> Iterator[Finding]:
    yield from unknown_codes(corpus, "committees", ("committee",), [record.committee])
    members = members_on(corpus.states, record.adopted)
    for role in ("draft", "added"):
        names = getattr(record.sponsors, role)
        if isinstance(names, dict):
            spots = {iso3: ("sponsors", role, iso3) for iso3 in names}
            yield from unknown_states(corpus, spots)
            for iso3 in sorted((corpus.states.keys() & names.keys()) - members):
                yield Finding(
                    spots[iso3],
                    f"{iso3} sponsored but was no member on {record.adopted}",
                    "warning",
                )
    yield from vote_findings(record.symbol, record.votes, corpus, record.adopted)
    yield from _paragraphs(record)
    yield from _order(
        [(("drafts", n, "date"), d.date) for n, d in enumerate(record.drafts)]
        + [(("adopted",), record.adopted)]
        + [(("issued",), record.issued)]
    )


def _curated(record: CuratedDocument, corpus: Corpus, links: Links) -> Iterator[Finding]:
    imported = corpus.imported.get(record.id)
    yield from _common(record, corpus, links)
    if record.symbol not in (None, record.id):
        yield Finding(("symbol",), f"found {record.symbol}, but the record's id is {record.id}")
    yield from _repeated(record, imported)
    if imported is None and file_stem(record.id) not in links.unread:
        if not record.titles:
            yield Finding(("titles",), "is needed: no official file of this symbol was imported")
        if record.date is None and record.kind not in ("body", "process"):
            yield Finding(("date",), "is needed: no official file of this symbol was imported")
    official = imported.votes if imported else ()
    yield from vote_findings(record.id, record.votes, corpus, record.date, official)
    yield from unknown_states(corpus, places(("introduced_by",), record.introduced_by))
    if record.mandated_by is not None:
        yield from links.check(("mandated_by", "symbol"), record.mandated_by.symbol)
        yield from _mandate(record, corpus)
    yield from _order([(("date",), record.date), (("end_date",), record.end_date)])


def _repeated(record: CuratedDocument, imported: ImportedDocument | None) -> Iterator[Finding]:
    """What an overlay may not say: the official file says it, or there is none to override."""
    if imported is None:
        for column in record.overrides:
            yield Finding(("overrides", column), "no official file was imported to be overridden")
        return
    for name in ("titles", "date", "session", "outcome"):
        if getattr(record, name):
            message = "stands in the official file; to replace it, use overrides with a source"
            yield Finding((name,), message)


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


def _event(record: Event, corpus: Corpus, links: Links) -> Iterator[Finding]:
    yield from _common(record, corpus, links)
    if record.id in corpus.curated:
        yield Finding(("id",), f"{record.id} stands in the curated documents already")
    yield from unknown_states(corpus, places(("actors",), record.actors))
    if record.participants is not None:
        for role in ("states", "did_not_endorse"):
            codes = getattr(record.participants, role)
            yield from unknown_states(corpus, places(("participants", role), codes))
    for number, symbol in enumerate(record.leads_to):
        yield from links.check(("leads_to", number), symbol)
    yield from _order([(("date",), record.date), (("end_date",), record.end_date)])


def _common(record: CuratedDocument | Event, corpus: Corpus, links: Links) -> Iterator[Finding]:
    yield from unknown_codes(corpus, "kinds", ("kind",), [record.kind])
    yield from unknown_codes(corpus, "bodies", ("body",), [record.body])
    body = corpus.terms("bodies").get(record.body)
    if body is not None and body.lane not in corpus.terms("lanes"):
        yield Finding(("body",), f"{record.body} names no lane in vocabulary/bodies.yaml")
    yield from unknown_codes(corpus, "tracks", ("track",), [record.track])
    yield from unknown_codes(corpus, "topics", ("topics",), record.topics, listed=True)
    yield from unknown_codes(corpus, "verification", ("verification",), [record.verification])
    for number, target in enumerate(record.answers):
        yield from links.check(("answers", number), target)
        if target == record.id:
            yield Finding(("answers", number), "a record cannot answer itself")


def _paragraphs(record: ImportedDocument) -> Iterator[Finding]:
    seen: dict[str, None] = {}  # ids in the order of the text, for a stable message
    for number, paragraph in enumerate(record.paragraphs):
        if paragraph.id in seen:
            yield Finding(("paragraphs", number, "id"), f"{paragraph.id} stands twice")
        seen[paragraph.id] = None
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
            yield Finding(path, f"{date} is before {dotted(before[0])}, {before[1]}", "warning")
        before = (path, date)
