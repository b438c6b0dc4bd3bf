"""What a log of versions tells of a folder: what is gone, what was edited by hand, the rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.corpus.snapshot import examine
from tests.invented.builders import RESOLUTION, change


@pytest.fixture
def recorded(data_dir: Path) -> Path:
    assert main(["changes", "record", "--data", str(data_dir)]) == 0
    return data_dir


def told(data: Path) -> list[str]:
    _, problems = examine(data)
    return [str(problem) for problem in problems if problem.severity == "error"]


def test_a_folder_as_it_was_recorded_or_without_a_log_has_nothing_to_tell(recorded: Path):
    assert told(recorded) == []
    shutil.rmtree(recorded / "curated/events")
    (recorded / "changes.yaml").unlink()
    assert not any("is gone" in line for line in told(recorded))


@pytest.mark.parametrize(
    "name", ["curated/events/machine-law.yaml", RESOLUTION, "vocabulary/tiers.yaml"]
)
def test_a_file_that_is_gone_is_an_error_until_that_is_recorded(recorded: Path, name: str):
    (recorded / name).unlink()
    assert any(line.startswith(f"{name}:1: is gone since version ") for line in told(recorded))
    assert main(["changes", "record", "--data", str(recorded)]) == 0
    assert not any("is gone" in line for line in told(recorded))


def test_a_folder_that_is_gone_or_has_another_name_is_one_error(recorded: Path):
    files = len(list((recorded / "curated/events").iterdir()))
    assert files > 1
    (recorded / "curated/events").rename(recorded.parent / "elsewhere")
    lost = [line for line in told(recorded) if "is gone" in line]
    assert [line.partition(" since")[0] for line in lost] == [
        f"curated/events:1: is gone with its {files} files"
    ]


def test_official_facts_edited_by_hand_are_an_error_and_others_are_not(recorded: Path):
    change(recorded / RESOLUTION, issued="2036-01-15")
    change(recorded / "curated/events/machine-law.yaml", date="2033")
    first, *others = told(recorded)
    assert first.startswith(f"{RESOLUTION}:1: differs from version ")
    assert others == []


def test_a_file_that_cannot_be_opened_is_told_once(recorded: Path):
    name = "curated/events/machine-law.yaml"
    (recorded / name).unlink()
    (recorded / name).mkdir()
    (recorded / name).rmdir()
    (recorded / name).symlink_to("/dev/zero")
    assert [line for line in told(recorded) if line.startswith(name)] == [
        f"{name}:1: cannot be opened: it is no regular file"
    ]
