"""Judgement across records: codes, links, totals, sponsors, dates.

Shape is the models' business; here is what no single field can know. An error takes its
record out of what is served; a warning is shown and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dashboard.corpus.checks.check_codings import (
    act_findings,
    coding_findings,
    comparison_findings,
    second_findings,
)
from dashboard.corpus.checks.check_equal_words import coded_by_words, equal_words_findings
from dashboard.corpus.checks.check_requests import candidate_findings, request_findings
from dashboard.corpus.checks.check_statements import statement_findings
from dashboard.corpus.checks.check_summaries import summary_findings
from dashboard.corpus.checks.check_twins import twin_findings
from dashboard.corpus.checks.check_votes import vote_findings
from dashboard.corpus.checks.check_weights import weight_findings
from dashboard.corpus.checks.findings import (
    Finding,
    Links,
    no_such_paragraph,
    roster_findings,
    unknown_codes,
    unknown_states,
)
from dashboard.corpus.membership import members_on
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import Problem, dotted, nearest, not_allowed, quoted
from dashboard.corpus.reading.yaml_reader import Path, UnreadableYamlError, parse_yaml
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument, MandatedBy
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import first_day, last_day
from dashboard.corpus.sponsorship import who_tabled
from dashboard.corpus.verbs import UNKNOWN, VerbRule
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
            line = next((lines[p] for p in _upwards(finding.path) if p in lines), 1)
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
    known = coded_by_words(corpus)
    checks: dict[str, Callable[[Any], Iterable[Finding]]] = {
        "imported": lambda record: [*_imported(record, corpus), *verb_findings(record, rule)],
        "curated": lambda record: _curated(record, corpus, links),
        "codings": lambda record: [
            *coding_findings(record, corpus),
            *equal_words_findings(record, corpus, known),
            *summary_findings(record, corpus, rule),
        ],
        "second_readings": lambda record: second_findings(record, corpus),
        "act_readings": lambda record: act_findings(record, corpus),
        "comparison_readings": lambda record: comparison_findings(record, corpus),
        "events": lambda record: _event(record, corpus, links),
        "statements": lambda record: statement_findings(record, corpus, links),
        "requests": lambda record: request_findings(record, corpus, links),
        "request_candidates": lambda record: candidate_findings(record, corpus),
    }
    for room, check in checks.items():
        for record_id, record in getattr(corpus, room).items():
            yield f"{room}:{record_id}", list(check(record))


def _imported(record: ImportedDocument, corpus: Corpus) -> Iterator[Finding]:
    yield from unknown_codes(corpus, record, "committee")
    members = members_on(corpus.states, record.adopted) if record.adopted else corpus.states.keys()
    for role in ("draft", "added"):
        names = getattr(record.sponsors, role)
        if isinstance(names, dict):
            yield from unknown_states(corpus, record.sponsors, role, path=("sponsors",))
            for iso3 in sorted((corpus.states.keys() & names.keys()) - members):
                message = f"{iso3} sponsored but was no member on {record.adopted}"
                yield Finding(("sponsors", role, iso3), message, "warning")
    if who_tabled(record.sponsors, corpus.terms("groups")).by == "other":
        message = f"{record.sponsors.parties[0]!r} is no submitter of a known kind"
        yield Finding(("sponsors", "parties", 0), message, "warning")
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
    yield from weight_findings(record, corpus)
    yield from unknown_states(corpus, record, "introduced_by")
    if record.mandated_by is not None:
        yield from _mandate(record.mandated_by, record.date, corpus, links)
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


def _mandate(
    mandate: MandatedBy, date: str | None, corpus: Corpus, links: Links
) -> Iterator[Finding]:
    yield from links.check(("mandated_by", "symbol"), mandate.symbol)
    source = corpus.imported.get(mandate.symbol)
    if source is None:
        return
    yield from no_such_paragraph(source, mandate.paragraph, ("mandated_by", "paragraph"))
    if date and source.adopted and last_day(date) < first_day(source.adopted):
        yield Finding(("date",), f"{date} is before {source.adopted}, when it was asked for")


def _event(record: Event, corpus: Corpus, links: Links) -> Iterator[Finding]:
    yield from _common(record, corpus, links)
    if record.id in corpus.curated:
        yield Finding(("id",), f"{record.id} stands in the curated documents already")
    yield from unknown_states(corpus, record, "actors")
    if record.participants is not None:
        yield from roster_findings(record.participants, corpus)
    for number, symbol in enumerate(record.leads_to):
        yield from links.check(("leads_to", number), symbol)
    yield from twin_findings(record, corpus)
    yield from _order([(("date",), record.date), (("end_date",), record.end_date)])


def _common(record: CuratedDocument | Event, corpus: Corpus, links: Links) -> Iterator[Finding]:
    yield from unknown_codes(corpus, record, "kind", "body", "track", "topics", "verification")
    body = corpus.terms("bodies").get(record.body)
    if body is not None and body.lane not in corpus.terms("lanes"):
        yield Finding(("body",), f"{record.body} names no lane in vocabulary/bodies.yaml")
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


def verb_findings(record: ImportedDocument, rule: VerbRule) -> Iterator[Finding]:
    """A warning for each operative or annex paragraph whose opening verb no rule recognises.

    Without a vocabulary of verbs nothing is judged.
    """
    if not rule.heads:
        return
    for number, paragraph in enumerate(record.paragraphs):
        verb, verb_zh = paragraph.verb, paragraph.verbs.get("zh")
        if paragraph.part not in ("operative", "annex"):
            continue
        if verb is not None and rule.read(verb).head == UNKNOWN:
            yield _unknown_verb(("paragraphs", number, "verb"), verb, rule.heads)
        if verb_zh is not None and rule.heads_zh and rule.read_zh(verb_zh) == UNKNOWN:
            yield _unknown_verb(("paragraphs", number, "verbs", "zh"), verb_zh, rule.heads_zh)


def _unknown_verb(path: tuple[str | int, ...], phrase: str, heads: list[str]) -> Finding:
    near = nearest(phrase.casefold(), heads)
    hint = f"; the nearest is {quoted(near)}" if near else ""
    message = f"no head of vocabulary/verbs.yaml opens {quoted(phrase)}: shown as unknown{hint}"
    return Finding(path, message, "warning")
