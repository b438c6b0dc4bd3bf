"""One document of the record with its votes, and how another reading of a vote differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dashboard.corpus.reading.data_files import SUFFIX
from dashboard.corpus.reading.loading import read_record
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.fields import Record
from dashboard.corpus.records.votes import Vote
from dashboard.symbols import file_stem, session_name

M = TypeVar("M", bound=Record)


class UnreadableRecordError(ValueError):
    """A record that cannot be read, with one line for each problem."""


@dataclass(frozen=True)
class RecordedDocument:
    """What official files and people say of one document; either may be missing."""

    symbol: str
    imported: ImportedDocument | None
    curated: CuratedDocument | None

    @property
    def day(self) -> str | None:
        """The (partial) date of adoption."""
        if self.imported is not None:
            return self.imported.adopted
        return self.curated.date if self.curated else None

    @property
    def meeting(self) -> str | None:
        """The symbol of the record of the meeting that adopted it."""
        return self.imported.meeting.record if self.imported else None

    @property
    def outcome(self) -> str | None:
        """How it was decided; what people say stands before what the file says."""
        curated = self.curated
        if curated is not None and "outcome" in curated.overrides:
            return curated.overrides["outcome"].value
        if curated is not None and curated.outcome is not None:
            return curated.outcome
        return self.imported.outcome if self.imported else None

    def vote(self, stage: str) -> Vote | None:
        """The vote on the text as a whole at a stage, wherever it stands."""
        for record in (self.imported, self.curated):
            for vote in record.votes if record else ():
                if vote.stage == stage and not vote.paragraphs:
                    return vote
        return None


def imported_path(data: Path, symbol: str) -> Path:
    """Where the facts read from a resolution's official file stand."""
    return data / "imported" / session_name(symbol) / f"{file_stem(symbol)}{SUFFIX}"


def curated_path(data: Path, symbol: str) -> Path:
    """Where what people say of a document stands."""
    return data / "curated" / "documents" / f"{file_stem(symbol)}{SUFFIX}"


def read_document(data: Path, symbol: str) -> RecordedDocument:
    """The document from its own files alone. Raises `UnreadableRecordError`."""
    return RecordedDocument(
        symbol,
        record_at(imported_path(data, symbol), ImportedDocument),
        record_at(curated_path(data, symbol), CuratedDocument),
    )


def record_in(name: str, raw: bytes, model: type[M]) -> M:
    """A record from bytes. Raises `UnreadableRecordError`."""
    found = read_record(name, raw, model)
    if isinstance(found, list):
        raise UnreadableRecordError("\n".join(map(str, found)))
    return found


def record_at(path: Path, model: type[M]) -> M | None:
    """The record of a file, None without one. Raises `UnreadableRecordError`."""
    if not path.is_file():
        return None
    try:
        return record_in(str(path), path.read_bytes(), model)
    except OSError as error:
        raise UnreadableRecordError(f"{path}: cannot be opened: {error.strerror}") from None


def differences(
    recorded: Vote, read: Vote, document: RecordedDocument, labels: Mapping[str, str]
) -> list[str]:
    """Where the record and another reading of the same vote disagree, one sentence each.

    `labels` names States by code. What the record leaves open (a null total, a meeting not
    given by its symbol) is no difference; names it does not have are one.
    """
    return [*_circumstances(recorded, read, document), *_names(recorded, read, labels)]


def _circumstances(recorded: Vote, read: Vote, document: RecordedDocument) -> Iterator[str]:
    plenary = recorded.stage == "plenary"
    day = recorded.date or (document.day if plenary else None)
    if day and not (read.date or "").startswith(day):
        yield f"date: {day} on record, {read.date} in the file"
    meeting = recorded.meeting or (document.meeting if plenary else None)
    if meeting and "/" in meeting and read.meeting and _plain(meeting) != _plain(read.meeting):
        yield f"meeting: {meeting} on record, {read.meeting} in the file"
    for position in ("yes", "no", "abstain"):
        ours, theirs = getattr(recorded.counts, position), getattr(read.counts, position)
        if ours is not None and ours != theirs:
            yield f"total of {position}: {ours} on record, {theirs} in the file"


def _plain(symbol: str) -> str:
    """A symbol without spaces: `A/78/PV.50 (Resumption 1)` is printed with and without."""
    return symbol.replace(" ", "")


def _names(recorded: Vote, read: Vote, labels: Mapping[str, str]) -> Iterator[str]:
    ours, theirs = recorded.positions(), read.positions()
    unnamed = len(theirs.keys() - ours.keys())
    if unnamed and not recorded.is_whole:
        yield f"names: {len(ours)} on record, {len(theirs)} in the file, {unnamed} only there"
    for iso3 in sorted(ours):
        if iso3 not in theirs and not read.is_whole:
            continue  # a row that could not be read says nothing
        if ours[iso3] != theirs.get(iso3):
            found = theirs.get(iso3, "not a member")
            yield f"{labels.get(iso3, iso3)}: {ours[iso3]} on record, {found} in the file"
    if recorded.is_whole:
        for iso3 in sorted(theirs.keys() - ours.keys()):
            yield f"{labels.get(iso3, iso3)}: in no list on record, {theirs[iso3]} in the file"
