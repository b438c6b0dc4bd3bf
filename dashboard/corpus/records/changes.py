"""The log of the data: which versions were published, and which records each one changed.

A record is one entry of the tables `documents`, `timeline` or `statements`, by its id there.
All files that hold part of it count as the record: of a resolution the official facts, what
people added to them, its coded paragraphs and its requests. States and vocabularies are no
records: a version that changed only these lists none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from dashboard.corpus.records.fields import Bilingual, Day, Record, Text, first_day
from dashboard.symbols import file_stem

CHANGES = "changes.yaml"
"""The log's own file. It takes no part in the version, which it could not name otherwise."""
HASH_DIGITS = 12
"""Hex digits of a file's SHA-256 that the log keeps: a tool against oversight, not malice."""
_OF_RECORDS = ("imported/", "curated/")
_VERSION = re.compile(r"[0-9a-f]{10}")


def is_version(text: str) -> bool:
    """Whether a text has the form of a data version: ten hex digits, in small letters."""
    return _VERSION.fullmatch(text) is not None


def _distinct(ids: list[str]) -> list[str]:
    if len(set(ids)) < len(ids):
        raise ValueError("a record stands twice in the list")
    return ids


Version = Annotated[str, Field(pattern=r"^[0-9a-f]{10}$")]
"""The version of a data folder, see `dashboard.corpus.reading.loading.Corpus.version`."""
Ids = Annotated[list[Text], AfterValidator(_distinct)]


class ChangedRecords(Record):
    """Ids of records that a version has and the one before had not, has otherwise, has no more."""

    added: Ids = []
    changed: Ids = []
    removed: Ids = []


class Change(Record):
    """One published version."""

    version: Version
    on: Day
    """The day it was recorded as published."""
    records: ChangedRecords = ChangedRecords()
    note: Bilingual | None = None


class ChangeLog(Record):
    """Published versions, the newest last, and the files of the newest."""

    versions: Annotated[list[Change], Field(min_length=1)]
    files: dict[Text, Annotated[str, Field(pattern=rf"^[0-9a-f]{{{HASH_DIGITS}}}$")]]
    """The hash of every data file at the newest version, so that the next entry can be
    worked out without its history."""

    @model_validator(mode="after")
    def _in_order(self) -> ChangeLog:
        days = [change.on for change in self.versions]
        if days != sorted(days):
            raise ValueError("versions stand in the order of their days, the newest last")
        return self

    def since(self, start: str) -> list[Change] | None:
        """The versions published on a day or later, or after a given version.

        `start` is a partial date, which means its first day, or a data version; None for a
        version that the log does not know.
        """
        if not is_version(start):
            day = first_day(start).isoformat()
            return [change for change in self.versions if change.on >= day]
        known = [number for number, c in enumerate(self.versions) if c.version == start]
        return self.versions[known[-1] + 1 :] if known else None

    def ids(self) -> set[str]:
        """Every record that any version named."""
        return {
            record_id
            for change in self.versions
            for ids in (change.records.added, change.records.changed, change.records.removed)
            for record_id in ids
        }


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Files, by name, that only one of two folders has or that differ; hashes by name."""
    names = {*before, *after}
    return sorted(name for name in names if before.get(name) != after.get(name))


def changed_records(
    before: Mapping[str, str], after: Mapping[str, str], ids: Iterable[str]
) -> ChangedRecords:
    """The records that differ between two folders, given as hashes by file name.

    `ids` are those of every record of either folder: a file is named after its record.
    """
    by_stem = {file_stem(record_id): record_id for record_id in ids}

    def records(names: Iterable[str]) -> set[str]:
        stems = (PurePosixPath(name).stem for name in names if name.startswith(_OF_RECORDS))
        return {by_stem[stem] for stem in stems if stem in by_stem}

    earlier, later = records(before), records(after)
    differ = records(differing(before, after))
    return ChangedRecords(
        added=sorted(later - earlier),
        changed=sorted(differ & earlier & later),
        removed=sorted(earlier - later),
    )
