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
from dashboard.corpus.records.changes import CHANGES, HASH_DIGITS, ChangeLog
from dashboard.corpus.records.codings import (
    ActReading,
    ComparisonReading,
    DocumentCoding,
    SecondReading,
)
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import Record
from dashboard.corpus.records.requests import DocumentRequests, RequestCandidates
from dashboard.corpus.records.statements import Statement
from dashboard.corpus.records.vocabularies import State, StateList, Term, Vocabulary
from dashboard.corpus.tables.columns import TABLES
from dashboard.sources.fingerprints import SUFFIX as FINGERPRINTS
from dashboard.sources.fingerprints import TextFingerprints, from_text
from dashboard.symbols import file_stem

M = TypeVar("M", bound=Record)
Languages = Mapping[str, TextFingerprints]
VOCABULARIES = tuple(
    sorted({c.vocabulary for columns in TABLES.values() for c in columns.values() if c.vocabulary})
)
"""The vocabularies whose codes stand in a table; without them no code could be checked."""
STATES = f"states{SUFFIX}"
SECOND_READING = "second_reading"
ACTS_READING = "acts_reading"
COMPARISON_READING = "comparison_reading"
REQUEST_CANDIDATES = "request_candidates"


@dataclass
class Corpus:
    """Every good record by id, where each came from, and every problem met."""

    imported: dict[str, ImportedDocument] = field(default_factory=dict)
    curated: dict[str, CuratedDocument] = field(default_factory=dict)
    codings: dict[str, DocumentCoding] = field(default_factory=dict)
    second_readings: dict[str, SecondReading] = field(default_factory=dict)
    """The one second reading, under its file's name, or empty."""
    act_readings: dict[str, ActReading] = field(default_factory=dict)
    """The one reading of acts, in the same way."""
    comparison_readings: dict[str, ComparisonReading] = field(default_factory=dict)
    """The one reading of comparisons, in the same way."""
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
    hashes: dict[str, str] = field(default_factory=dict)
    """The first digits of the hash of every file but the log, by its name."""
    fingerprints: dict[str, Languages] = field(default_factory=dict)
    """The fingerprints of each text's paragraphs, by symbol and language."""

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
        corpus.hashes[item.name] = item.sha256[:HASH_DIGITS]
        if item.name.endswith(FINGERPRINTS):
            _take_fingerprints(corpus, item)
        else:
            _take(corpus, item, cache)
    corpus.version = digest.hexdigest()[:10]
    for needed in (STATES, *(f"vocabulary/{name}{SUFFIX}" for name in VOCABULARIES)):
        if not (data / needed).exists():
            corpus.problems.append(Problem(needed, 1, "", "is missing; every record needs it"))
    if cache is not None:
        cache.save()
    return corpus


def _take_fingerprints(corpus: Corpus, file: DataFile) -> None:
    """The fingerprints beside a text's file, which stands after them in the order of names.

    No fact stands in them, so a fault in them is a warning and holds nothing back.
    """
    try:
        symbol, found = from_text(file.raw)
        if Path(file.name).stem != file_stem(symbol):
            raise ValueError(f"found {symbol}; a file that holds it is named after it")
    except ValueError as error:
        corpus.problems.append(Problem(file.name, 1, "", str(error), "warning"))
        return
    corpus.fingerprints[symbol] = found


def _take_log(corpus: Corpus, file: DataFile, cache: ParseCache | None) -> None:
    """The log. No fact stands in it, so a fault in it is a warning and holds nothing back."""
    before = len(corpus.problems)
    corpus.changes = _record(corpus, file, ChangeLog, cache)
    found = corpus.problems[before:]
    corpus.problems[before:] = [replace(problem, severity="warning") for problem in found]


@dataclass(frozen=True)
class _Room:
    """Where records of a kind stand, in the data folder and in a `Corpus`."""

    place: str
    """How the names of its files begin; the whole name, where there is one file."""
    records: str
    model: type[Record]
    key: str = ""
    """The field that holds a record's id; none where there is one file, named after itself."""


_ROOMS = (
    _Room("vocabulary/", "vocabularies", Vocabulary, "name"),
    _Room(f"imported/{REQUEST_CANDIDATES}{SUFFIX}", "request_candidates", RequestCandidates),
    _Room("imported/", "imported", ImportedDocument, "symbol"),
    _Room("curated/documents/", "curated", CuratedDocument, "id"),
    _Room("curated/paragraphs/", "codings", DocumentCoding, "symbol"),
    _Room(f"curated/{SECOND_READING}{SUFFIX}", "second_readings", SecondReading),
    _Room(f"curated/{ACTS_READING}{SUFFIX}", "act_readings", ActReading),
    _Room(f"curated/{COMPARISON_READING}{SUFFIX}", "comparison_readings", ComparisonReading),
    _Room("curated/events/", "events", Event, "id"),
    _Room("curated/statements/", "statements", Statement, "id"),
    _Room("curated/requests/", "requests", DocumentRequests, "symbol"),
)


def _take(corpus: Corpus, file: DataFile, cache: ParseCache | None) -> None:
    if file.name == STATES:
        listed = _record(corpus, file, StateList, cache)
        corpus.states = {state.iso3: state for state in listed.states} if listed else {}
        return
    room = next((room for room in _ROOMS if file.name.startswith(room.place)), None)
    if room is None:
        # other files of the folder (provenance kept beside the record) are only read
        _read(corpus, file, cache)
        return
    record = _record(corpus, file, room.model, cache)
    if record is None:
        return
    stem = Path(file.name).stem
    record_id = getattr(record, room.key) if room.key else stem
    known: dict[str, Any] = getattr(corpus, room.records)
    named = record_id if room.model is Vocabulary else file_stem(record_id)
    if room.key and stem != named:  # so that a record is found without searching
        message = f"found {record_id}; a file that holds it is named {named}{SUFFIX}"
    elif record_id in known:
        first = corpus.files[f"{room.records}:{record_id}"].name
        message = f"{record_id} stands in {first} already"
    else:
        known[record_id] = record
        corpus.files[f"{room.records}:{record_id}"] = file
        return
    corpus.problems.append(Problem(file.name, 1, room.key, message))


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
    found = read_record(file.name, file.raw, model)
    if isinstance(found, list):
        corpus.problems += found
        return None
    return found


def read_record(name: str, raw: bytes, model: type[M]) -> M | list[Problem]:
    """One record from its bytes, or everything that is wrong with it."""
    try:
        values, lines = parse_yaml(raw, with_lines=True)
    except UnreadableYamlError as error:
        return [Problem(name, error.line, error.field, error.message)]
    try:
        return model.model_validate(values)
    except ValidationError as error:
        return explain(error, model, name, lines)
