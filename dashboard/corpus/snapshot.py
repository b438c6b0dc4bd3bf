"""One state of the data: every table, built once, shared by all and changed by none."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.corpus.checks.check import cross_check
from dashboard.corpus.membership import with_rosters
from dashboard.corpus.reading.loading import (
    ACTS_READING,
    COMPARISON_READING,
    REQUEST_CANDIDATES,
    SECOND_READING,
    Corpus,
    Languages,
    load,
)
from dashboard.corpus.reading.parse_cache import ParseCache
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.reading.recorded_files import log_problems
from dashboard.corpus.records.changes import ChangeLog
from dashboard.corpus.records.codings import ActReading, ComparisonReading, SecondReading
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.requests import DocumentRequests, RequestCandidates
from dashboard.corpus.records.statements import Statement
from dashboard.corpus.records.vocabularies import State, Term, Vocabulary
from dashboard.corpus.request_status import with_status
from dashboard.corpus.tables.frames import build_tables

_ROOMS = (
    "vocabularies", "states", "imported", "curated", "events", "statements", "requests",
    "fingerprints",
)  # fmt: skip
"""What a snapshot shares of the corpus as it is."""


class NoDataError(RuntimeError):
    """The data folder gives nothing that could be served; `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        nothing = Problem(".", 1, "", "the data folder holds no records")
        errors = any(problem.severity == "error" for problem in problems)
        self.problems = tuple(problems) if errors else (nothing, *problems)
        super().__init__(str(self.problems[0]))


class Tables(Mapping[str, pd.DataFrame]):
    """The tables by name. Each look-up gives a lazy copy, so no caller can change another's."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = dict(frames)

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._frames[name].copy(deep=False)

    def replacing(self, name: str, frame: pd.DataFrame) -> Tables:
        """These tables with another in place of one."""
        return Tables({**self._frames, name: frame})

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)


@dataclass(frozen=True)
class Snapshot:
    """What pages and routes are served from.

    `stale` is True while the files on disk are bad and this is the last good data;
    `problems` are then those of the files on disk.
    """

    tables: Tables
    version: str
    loaded_at: dt.datetime
    problems: tuple[Problem, ...]
    vocabularies: Mapping[str, Vocabulary]
    states: Mapping[str, State]
    imported: Mapping[str, ImportedDocument]
    curated: Mapping[str, CuratedDocument]
    events: Mapping[str, Event]
    statements: Mapping[str, Statement] = field(default_factory=dict)
    requests: Mapping[str, DocumentRequests] = field(default_factory=dict)
    fingerprints: Mapping[str, Languages] = field(default_factory=dict)
    """Of each text's paragraphs, by symbol and language."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The data file of each record, keyed `imported:<id>`, `curated:<id>`, `events:<id>`."""
    second_reading: SecondReading | None = None
    """Paragraphs coded twice; None where there is no such file, or none without an error."""
    act_reading: ActReading | None = None
    """Paragraphs in which a reader looked for every act; None as for the second reading."""
    comparison_reading: ComparisonReading | None = None
    """Changes from text to text as a reader holds them; None as for the second reading."""
    request_candidates: RequestCandidates | None = None
    """Paragraphs in which the rule found a request; None as for the second reading."""
    changes: ChangeLog | None = None
    """The log of published versions; None where there is none that can be read."""
    stale: bool = False
    as_of: dt.date = dt.date.min
    """The day on which the statuses of the requests are computed."""

    @property
    def loaded_on(self) -> dt.date:
        """The day the data was read, where this runs: every date shown is one of that place."""
        return self.loaded_at.astimezone().date()

    @cached_property
    def key(self) -> str:
        """Names all that can be asked of this: the data version, the day, the log; for caches."""
        log = self.changes.model_dump_json().encode() if self.changes else b""
        return f"{self.version}@{self.as_of}+{hashlib.sha256(log).hexdigest()[:10]}"

    @cached_property
    def _marks(self) -> Mapping[str, str]:
        """The row of the timeline that tells of another record too, by the id of that other."""
        rows = self.tables["timeline"].dropna(subset="same_as")
        return dict(zip(rows["same_as"], rows["id"], strict=True))

    @cached_property
    def _twins(self) -> Mapping[str, str]:
        return {**{mark: other for other, mark in self._marks.items()}, **self._marks}

    def sort_keys(self, language: str) -> Mapping[str, str]:
        """By what the name of each State is sorted in a language, by ISO3."""
        if language not in self._sort_keys:
            keys = {iso3: state.sort_key(language) for iso3, state in self.states.items()}
            self._sort_keys[language] = keys
        return self._sort_keys[language]

    @cached_property
    def _sort_keys(self) -> dict[str, Mapping[str, str]]:
        """Worked out once a language: folding the accents of all names takes longer than a page."""
        return {}

    def mark_of(self, record_id: str) -> str:
        """The id of the timeline's row for a record: its own, unless another tells of it."""
        return self._marks.get(record_id, record_id)

    def twin_of(self, record_id: str) -> str | None:
        """The other record of the same matter; None where there is none."""
        return self._twins.get(record_id)

    def key_of(self, table: str) -> str:
        """Names the rows of a table, for caches; only those of requests depend on the day."""
        return f"{self.version}@{self.as_of}" if table == "requests" else self.version

    @property
    def versions(self) -> tuple[str, ...]:
        """The data versions known, the newest last; this one, recorded or not, among them."""
        recorded = [c.version for c in self.changes.versions] if self.changes else []
        return tuple(dict.fromkeys([*recorded, self.version]))

    def terms(self, vocabulary: str) -> Mapping[str, Term]:
        """The terms of a vocabulary by code, in its order; none where it is not on record."""
        found = self.vocabularies.get(vocabulary)
        return found.terms if found else {}

    def on(self, day: dt.date) -> Snapshot:
        """This data with its requests as of another day: their statuses, and what had come."""
        if day == self.as_of:
            return self
        answers = {r.id: r.answers for each in self.requests.values() for r in each.requests}
        requests = with_status(self.tables["requests"], day, answers)
        return replace(self, tables=self.tables.replacing("requests", requests), as_of=day)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep a record, or the newest data, from being served."""
        return tuple(p for p in self.problems if p.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that are shown and kept."""
        return tuple(p for p in self.problems if p.severity == "warning")


def examine(data: Path, cache: ParseCache | None = None) -> tuple[Corpus, list[Problem]]:
    """Read and judge a folder. The corpus comes back without the records that have an error."""
    corpus = load(data, cache)
    found, bad = cross_check(corpus)
    for key in bad:
        room, _, record_id = key.partition(":")
        getattr(corpus, room).pop(record_id)
    for record_id, record in list(corpus.curated.items()):
        if not record.titles and record_id not in corpus.imported:
            corpus.curated.pop(record_id)  # it only adds to an official file that was left out
    corpus.states = with_rosters(corpus.states, corpus.events.values())
    return corpus, sorted({*corpus.problems, *found, *log_problems(corpus)})


def take_snapshot(data: Path, cache: ParseCache | None = None) -> Snapshot:
    """Read, judge and tabulate a folder.

    Raises `NoDataError` where States, vocabularies or all records are missing.
    """
    with uncollected():
        return snapshot_of(*examine(data, cache))


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection while the record is built: it would walk, again and again, what all stays."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def snapshot_of(corpus: Corpus, problems: list[Problem]) -> Snapshot:
    """What was read and judged, tabulated; raises `NoDataError` as `take_snapshot` does."""
    if not (corpus.states and corpus.vocabularies and corpus.ids()):
        raise NoDataError(problems)
    rooms: dict[str, Any] = {room: MappingProxyType(getattr(corpus, room)) for room in _ROOMS}
    snapshot = Snapshot(
        tables=Tables(build_tables(corpus)),
        version=corpus.version,
        loaded_at=dt.datetime.now(dt.UTC),
        problems=tuple(problems),
        **rooms,
        files=MappingProxyType({key: file.name for key, file in corpus.files.items()}),
        second_reading=corpus.second_readings.get(SECOND_READING),
        act_reading=corpus.act_readings.get(ACTS_READING),
        comparison_reading=corpus.comparison_readings.get(COMPARISON_READING),
        request_candidates=corpus.request_candidates.get(REQUEST_CANDIDATES),
        changes=corpus.changes,
    )
    return snapshot.on(dt.date.today())
