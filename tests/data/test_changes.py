"""The log of the data that comes with the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.changes import CHANGES, ChangeLog

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def log() -> ChangeLog:
    return ChangeLog.model_validate(read_yaml(DATA / CHANGES))


def test_each_version_stands_once_and_its_note_has_both_languages(
    log: ChangeLog,
) -> None:
    versions = [change.version for change in log.versions]
    assert len(set(versions)) == len(versions) >= 3
    assert all(change.note.zh for change in log.versions if change.note)


def test_a_record_is_added_once_before_it_changes_or_goes(log: ChangeLog, corpus: Corpus) -> None:
    there: set[str] = set()
    for change in log.versions:
        records = change.records
        assert not there & set(records.added), change.version
        assert there >= {*records.changed, *records.removed}, change.version
        there |= set(records.added)
        there -= set(records.removed)
    known = {*corpus.ids(), *corpus.statements}
    assert len(there) > 400
    assert there <= known


def test_no_file_is_recorded_that_was_never_there(log: ChangeLog) -> None:
    assert CHANGES not in log.files
    assert "states.yaml" in log.files
    assert len(log.files) > 800
