"""From a data folder to records: every file read, every problem kept, nothing raised.

One bad record never stops the others: it is left out and said so. Only the reference
data (States, vocabularies) is needed by all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from dashboard.corpus.reading.data_files import SUFFIX, DataFile, read_files
from dashboard.corpus.reading.parse_cache import ParseCache
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.reading.pydantic_messages import explain
from dashboard.corpus.reading.yaml_reader import UnreadableYamlError, parse_yaml
from dashboard.corpus.records.changes import CHANGES, FINGERPRINT, ChangeLog
from dashboard.corpus.records.codings import DocumentCoding, SecondReading
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import Record
from dashboard.corpus.records.requests import DocumentRequests, RequestCandidates
from dashboard.corpus.records.statements import Statement
from dashboard.corpus.records.vocabularies import State, StateList, Term, Vocabulary
from dashboard.corpus.tables.columns import TABLES
from dashboard.symbols import file_stem

M = TypeVar("M", bound=Record)
VOCABULARIES = tuple(
    sorted({c.vocabulary for columns in TABLES.values() for c in columns.values() if c.vocabulary})
)
"""The vocabularies whose codes stand in a table; without them no code could be checked."""
SECOND_READING = "second_reading"
REQUEST_CANDIDATES = "request_candidates"


@dataclass
class Corpus:
    """Every good record by id, where each came from, and every problem met."""

    imported: dict[str, ImportedDocument] = field(default_factory=dict)
    curated: dict[str, CuratedDocument] = field(default_factory=dict)
    codings: dict[str, DocumentCoding] = field(default_factory=dict)
    second_readings: dict[str, SecondReading] = field(default_factory=dict)
    """The one second reading, under its file's name, or empty."""
    events: dict[str, Event] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    requests: dict[str, DocumentRequests] = field(default_factory=dict)
    request_candidates: dict[str, RequestCandidates] = field(default_factory=dict)
    """What the rule found, under its file's name, or empty."""
    states: dict[str, State] = field(default_factory=dict)
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, DataFile] = field(default_factory=dict)
    """The file of each record, keyed by room and id: `imported:A/RES/79/239`, `events:…`."""
    version: str = ""
    """The first ten hex digits of a hash over all files but the log: the data version."""
    changes: ChangeLog | None = None
    """The log of versions; None where there is no such file, or none that can be read."""
    fingerprints: dict[str, str] = field(default_factory=dict)
    """The first digits of the hash of every file but the log, by its name."""

    def terms(self, vocabulary: str) -> Mapping[str, Term]:
        """The codes of a vocabulary; empty where it could not be read."""
        found = self.vocabularies.get(vocabulary)
        return found.terms if found else {}

    def ids(self) -> set[str]:
        """Every id another record may point to."""
        return {*self.imported, *self.curated, *self.events}

    def unread(self) -> set[str]:
        """Stems of files left out: a record that points to one is not at fault for it."""
        return {Path(p.file).stem for p in self.problems if p.severity == "error"}


def load(data: Path, cache: ParseCache | None = None) -> Corpus:
    """Read a data folder. `cache` saves parsing files whose bytes were parsed before."""
    corpus = Corpus()
    if not data.is_dir():
        corpus.problems.append(Problem(".", 1, "", "the data folder does not exist"))
        return corpus
    digest = hashlib.sha256()
    for item in read_files(data):
        if isinstance(item, Problem):
            corpus.problems.append(item)
            continue
        if item.name == CHANGES:
            _take_log(corpus, item, cache)
            continue
        digest.update(f"{item.name}\0{item.sha256}\n".encode())
        corpus.fingerprints[item.name] = item.sha256[:FINGERPRINT]
        _take(corpus, item, cache)
    corpus.version = digest.hexdigest()[:10]
    for needed in ("states.yaml", *(f"vocabulary/{name}{SUFFIX}" for name in VOCABULARIES)):
        if not (data / needed).exists():
            corpus.problems.append(Problem(needed, 1, "", "is missing; every record needs it"))
    if cache is not None:
        cache.save()
    return corpus


def _take_log(corpus: Corpus, file: DataFile, cache: ParseCache | None) -> None:
    """The log. No fact stands in it, so a fault in it is a warning and holds nothing back."""
    before = len(corpus.problems)
    corpus.changes = _record(corpus, file, ChangeLog, cache)
    found = corpus.problems[before:]
    corpus.problems[before:] = [replace(problem, severity="warning") for problem in found]


def _take(corpus: Corpus, file: DataFile, cache: ParseCache | None) -> None:
    room, _, rest = file.name.partition("/")
    match room, rest.partition("/")[0]:
        case "states.yaml", "":
            states = _record(corpus, file, StateList, cache)
            corpus.states = {s.iso3: s for s in states.states} if states else {}
        case "vocabulary", _:
            vocabulary = _record(corpus, file, Vocabulary, cache)
            if vocabulary and _named(corpus, file, "name", vocabulary.name, vocabulary.name):
                corpus.vocabularies[vocabulary.name] = vocabulary
        case "imported", name if name == f"{REQUEST_CANDIDATES}{SUFFIX}":
            candidates = _record(corpus, file, RequestCandidates, cache)
            if candidates:
                corpus.request_candidates[REQUEST_CANDIDATES] = candidates
                corpus.files[f"request_candidates:{REQUEST_CANDIDATES}"] = file
        case "imported", _:
            imported = _record(corpus, file, ImportedDocument, cache)
            if imported:
                _keep(corpus, file, "imported", "symbol", imported.symbol, imported)
        case "curated", "documents":
            curated = _record(corpus, file, CuratedDocument, cache)
            if curated:
                _keep(corpus, file, "curated", "id", curated.id, curated)
        case "curated", "paragraphs":
            coding = _record(corpus, file, DocumentCoding, cache)
            if coding:
                _keep(corpus, file, "codings", "symbol", coding.symbol, coding)
        case "curated", name if name == f"{SECOND_READING}{SUFFIX}":
            reading = _record(corpus, file, SecondReading, cache)
            if reading:
                corpus.second_readings[SECOND_READING] = reading
                corpus.files[f"second_readings:{SECOND_READING}"] = file
        case "curated", "events":
            event = _record(corpus, file, Event, cache)
            if event:
                _keep(corpus, file, "events", "id", event.id, event)
        case "curated", "statements":
            statement = _record(corpus, file, Statement, cache)
            if statement:
                _keep(corpus, file, "statements", "id", statement.id, statement)
        case "curated", "requests":
            requests = _record(corpus, file, DocumentRequests, cache)
            if requests:
                _keep(corpus, file, "requests", "symbol", requests.symbol, requests)
        case _:
            # other files of the folder (provenance kept beside the record) are only read
            _read(corpus, file, cache)


def _keep(
    corpus: Corpus, file: DataFile, room: str, field_name: str, record_id: str, record: Record
) -> None:
    if not _named(corpus, file, field_name, record_id, file_stem(record_id)):
        return
    records: dict[str, Any] = getattr(corpus, room)
    if record_id in records:
        first = corpus.files[f"{room}:{record_id}"].name
        corpus.problems.append(
            Problem(file.name, 1, field_name, f"{record_id} stands in {first} already")
        )
        return
    records[record_id] = record
    corpus.files[f"{room}:{record_id}"] = file


def _named(corpus: Corpus, file: DataFile, field_name: str, found: str, stem: str) -> bool:
    """A file is named after what it holds, so that a record is found without searching."""
    if Path(file.name).stem == stem:
        return True
    corpus.problems.append(
        Problem(
            file.name, 1, field_name, f"found {found}; a file that holds it is named {stem}{SUFFIX}"
        )
    )
    return False


def _read(corpus: Corpus, file: DataFile, cache: ParseCache | None) -> Any:
    """The file's plain values, or None with the problem kept."""
    cached = cache.get(file.sha256) if cache else None
    if cached is not None:
        return cached
    try:
        values, _ = parse_yaml(file.raw)
    except UnreadableYamlError as error:
        corpus.problems.append(Problem(file.name, error.line, error.field, error.message))
        return None
    if cache is not None:
        cache.put(file.sha256, values)
    return values


def _record(corpus: Corpus, file: DataFile, model: type[M], cache: ParseCache | None) -> M | None:
    values = _read(corpus, file, cache)
    if values is None:
        return None
    try:
        return model.model_validate(values)
    except ValidationError:
        return _explained(corpus, file, model)


def _explained(corpus: Corpus, file: DataFile, model: type[M]) -> M | None:
    """The file once more with its lines: the values may have come from a damaged cache."""
    try:
        values, lines = parse_yaml(file.raw, with_lines=True)
        return model.model_validate(values)
    except UnreadableYamlError as error:
        corpus.problems.append(Problem(file.name, error.line, error.field, error.message))
    except ValidationError as error:
        corpus.problems.extend(explain(error, model, file.name, lines))
    return None
