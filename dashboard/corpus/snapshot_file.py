"""A snapshot on disk, so that a start reads one file and not the whole record.

The file says of which state of the data folder it is, and by which code, and bears a hash of
itself: one that is of anything else, or damaged, is as good as none. It holds Arrow, and JSON that
is validated again: whoever could write to it could at most change data, never run code.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, TypeVar

from pydantic import BaseModel

import dashboard
from dashboard.corpus.reading.loading import Languages
from dashboard.corpus.reading.parse_cache import user_cache
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.records.changes import ChangeLog
from dashboard.corpus.records.codings import ActReading, ComparisonReading, SecondReading
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.requests import DocumentRequests, RequestCandidates
from dashboard.corpus.records.statements import Statement
from dashboard.corpus.records.vocabularies import State, Vocabulary
from dashboard.corpus.snapshot import Snapshot, Tables, uncollected
from dashboard.corpus.tables.arrow import from_arrow, to_arrow
from dashboard.sources.fingerprints import TextFingerprints
from dashboard.sources.write import put

log = logging.getLogger(__name__)
M = TypeVar("M", bound=BaseModel)
_TABLE = "table "
_SIZE = 8
"""Bytes that say, at the end, how long the description before them is."""


def default_path(data: Path) -> Path:
    """Where this user's snapshot of a data folder lies on this system: one for each folder."""
    return user_cache(data, "snapshot", ".arrow")


class _AtOnce(BaseModel):
    """What of a snapshot is read before anything is served: all but texts and tables."""

    version: str
    as_of: dt.date
    problems: tuple[Problem, ...]
    vocabularies: dict[str, Vocabulary]
    states: dict[str, State]
    curated: dict[str, CuratedDocument]
    events: dict[str, Event]
    statements: dict[str, Statement]
    requests: dict[str, DocumentRequests]
    files: dict[str, str]
    second_reading: SecondReading | None
    act_reading: ActReading | None
    comparison_reading: ComparisonReading | None
    request_candidates: RequestCandidates | None
    changes: ChangeLog | None


class StoredRecords(Mapping[str, M]):
    """Records by id, each read from its JSON when it is first asked for: few of all ever are."""

    def __init__(self, model: type[M], stored: Mapping[str, bytes]) -> None:
        self._model = model
        self._stored = stored
        self._read: dict[str, M] = {}

    def __getitem__(self, record_id: str) -> M:
        if record_id not in self._read:
            raw = self._stored[record_id]
            self._read[record_id] = self._model.model_validate_json(raw)
        return self._read[record_id]

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._stored

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)


def read_snapshot(path: Path, state: object) -> Snapshot | None:
    """The snapshot of this state of the data; None where the file holds no such, or is damaged.

    `state` is whatever tells one state of a data folder from every other.
    """
    try:
        with path.open("rb") as file, uncollected():
            file.seek(-_SIZE, os.SEEK_END)
            size = int.from_bytes(file.read(_SIZE), "big")
            file.seek(-_SIZE - size, os.SEEK_END)
            end = json.loads(file.read(size))
            if end["of"] != _of(state):
                return None
            file.seek(0)
            return _snapshot(dict(_parts(file, end)))
    except FileNotFoundError:
        return None
    except Exception as error:  # whatever is wrong with it, the data folder has it all
        log.warning("the snapshot on disk is not used: %s", type(error).__name__)
        return None


def write_snapshot(path: Path, snapshot: Snapshot, state: object) -> bool:
    """Keep a snapshot of this state of the data; False, and a line in the log, where it cannot be.

    It takes the place of what the file held, at once or not at all.
    """
    try:
        put(path, _file(_written(snapshot), state))
    except OSError as error:
        log.warning("the snapshot cannot be kept on disk: %s", error.strerror)
        return False
    return True


def _of(state: object) -> str:
    return hashlib.sha256(f"{_code()} {state!r}".encode()).hexdigest()


@cache
def _code() -> str:
    """Names what a snapshot is made by: this code, and the packages that read and hold it."""
    root = Path(dashboard.__file__).parent
    rooms = (root / "corpus", root / "sources")
    files = [*root.glob("*.py"), *(path for room in rooms for path in room.rglob("*.*"))]
    found = hashlib.sha256(sys.version.encode())
    for package in ("pandas", "pyarrow", "pydantic", "pyyaml"):
        found.update(f"{package} {version(package)}\n".encode())
    for path in sorted(path for path in files if path.suffix != ".pyc"):
        found.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def _file(parts: Iterable[tuple[str, bytes]], state: object) -> Iterator[bytes]:
    """The parts, and at the end what they are: names and sizes, a hash, and of what."""
    whole, sizes = hashlib.sha256(), {}
    for name, part in parts:
        whole.update(part)
        sizes[name] = len(part)
        yield part
    end = json.dumps({"of": _of(state), "sha256": whole.hexdigest(), "parts": sizes}).encode()
    yield end + len(end).to_bytes(_SIZE, "big")


def _parts(file: IO[bytes], end: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Each part by its name. Raises `ValueError` after the last where they are no longer whole."""
    whole = hashlib.sha256()
    for name, size in end["parts"].items():
        part = file.read(size)
        whole.update(part)
        yield name, part
    if whole.hexdigest() != end["sha256"]:
        raise ValueError("damaged")


def _written(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    rooms = {name: _as(dict, getattr(snapshot, name)) for name in _AtOnce.model_fields}
    at_once = _AtOnce.model_construct(None, **rooms)
    yield "at once", at_once.model_dump_json(exclude_defaults=True).encode()
    texts = snapshot.imported
    yield "texts", json.dumps(list(texts)).encode()
    lines = (record.model_dump_json(exclude_defaults=True) for record in texts.values())
    yield "imported", "\n".join(lines).encode()
    prints = [
        (symbol, language, found)
        for symbol, by_language in snapshot.fingerprints.items()
        for language, found in by_language.items()
    ]
    about = [(s, language, found.sha256, len(found.lines)) for s, language, found in prints]
    yield "prints", json.dumps(about).encode()
    yield "fingerprints", b"".join(found.lines for *_, found in prints)
    for name, frame in snapshot.tables.items():
        yield f"{_TABLE}{name}", to_arrow(frame)


def _as(kind: Callable[[Any], Any], room: Any) -> Any:
    """A mapping as one of another kind; anything else as it is."""
    return kind(room) if isinstance(room, Mapping) else room


def _snapshot(parts: Mapping[str, bytes]) -> Snapshot:
    rooms = vars(_AtOnce.model_validate_json(parts["at once"]))
    frames = {
        name.removeprefix(_TABLE): from_arrow(part)
        for name, part in parts.items()
        if name.startswith(_TABLE)
    }
    texts = zip(json.loads(parts["texts"]), parts["imported"].splitlines(), strict=True)
    read = Snapshot(
        tables=Tables(frames),
        loaded_at=dt.datetime.now(dt.UTC),
        imported=StoredRecords(ImportedDocument, dict(texts)),
        fingerprints=MappingProxyType(_fingerprints(parts)),
        **{name: _as(MappingProxyType, room) for name, room in rooms.items()},
    )
    return read.on(dt.date.today())


def _fingerprints(parts: Mapping[str, bytes]) -> dict[str, Languages]:
    found: dict[str, dict[str, TextFingerprints]] = {}
    at = 0
    for symbol, language, sha256, size in json.loads(parts["prints"]):
        lines = parts["fingerprints"][at : at + size]
        found.setdefault(symbol, {})[language] = TextFingerprints(sha256, lines)
        at += size
    return dict(found)
