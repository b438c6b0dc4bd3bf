"""`dashboard changes`: what is recorded, what is printed, what is refused."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.corpus.reading.loading import load
from dashboard.corpus.records.changes import CHANGES
from dashboard.corpus.snapshot import take_snapshot
from tests.invented.builders import (
    EVENTS,
    REPORT,
    REQUESTS,
    RESOLUTION,
    STATEMENT,
    change,
    event,
    write,
)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(["changes", *arguments])
    return code, "".join(capsys.readouterr()).splitlines()


@pytest.fixture
def recorded(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(capsys, "record", "--on", "2036-01-31")[0] == 0
    return data_dir


def newest(data: Path) -> dict[str, list[str]]:
    log = load(data).changes
    assert log is not None
    return log.versions[-1].records.model_dump()


def test_the_first_entry_adds_every_record(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = take_snapshot(recorded)
    assert found.changes is not None
    assert [(c.version, c.on) for c in found.changes.versions] == [(found.version, "2036-01-31")]
    tables = found.tables
    records = {*tables["documents"]["id"], *tables["timeline"]["id"], *tables["statements"]["id"]}
    assert set(newest(recorded)["added"]) == records
    assert found.problems == ()
    assert (recorded / CHANGES).read_text(encoding="utf-8").endswith("\n...\n")


def test_nothing_new_is_not_recorded_twice(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (recorded / CHANGES).read_bytes()
    code, said = run(capsys, "record", "--on", "2036-02-01")
    assert (code, said) == (0, [f"nothing changed since version {load(recorded).version}"])
    assert (recorded / CHANGES).read_bytes() == before


def test_each_file_counts_for_its_record(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(recorded / RESOLUTION, issued="2036-01-15")
    change(recorded / REQUESTS, checked="2036-01-20")
    (recorded / REPORT).unlink()
    (recorded / STATEMENT).unlink()
    write(recorded / EVENTS.format("late-summit"), event("late-summit", "2036-01-10"))
    code, said = run(
        capsys, "record", "--on", "2036-02-01", "--note-en", "A summit", "--note-zh", "峰会"
    )
    version = load(recorded).version
    assert (code, said) == (
        0,
        [f"{version} of 2036-02-01: 1 added, 1 changed, 2 removed; A summit"],
    )
    assert newest(recorded) == {
        "added": ["late-summit"],
        "changed": ["A/RES/90/1"],
        "removed": ["A/91/7", "alder-explains"],
    }  # fmt: skip
    _, shown = run(capsys, "show", "--since", "2036-02")
    assert shown == [
        said[0], "  + late-summit", "  ~ A/RES/90/1", "  - A/91/7", "  - alder-explains",
    ]  # fmt: skip


def test_a_change_of_reference_data_is_a_version_without_records(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(recorded / "states.yaml", checked="2036-01-20")
    assert run(capsys, "record", "--on", "2036-02-01")[0] == 0
    assert newest(recorded) == {"added": [], "changed": [], "removed": []}


def test_show_prints_the_versions_after_one(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = load(recorded).version
    change(recorded / RESOLUTION, issued="2036-01-15")
    run(capsys, "record", "--on", "2036-01-31")
    _, everything = run(capsys, "show")
    _, after = run(capsys, "show", "--since", first.upper())
    assert [line[:10] for line in everything if not line.startswith(" ")] == [
        first, load(recorded).version,
    ]  # fmt: skip
    assert after == [f"{load(recorded).version} of 2036-01-31: 0 added, 1 changed, 0 removed",
                     "  ~ A/RES/90/1"]  # fmt: skip
    code, said = run(capsys, "show", "--since", "ffffffffff")
    assert code == 1
    assert said == [f"no version ffffffffff on record; there is {first}, {load(recorded).version}"]


def test_an_earlier_day_is_refused(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(recorded / RESOLUTION, issued="2036-01-15")
    code, [said] = run(capsys, "record", "--on", "2036-01-30")
    assert code == 1
    assert "is of 2036-01-31, later than 2036-01-30; nothing was recorded" in said


def test_a_file_that_cannot_be_read_is_told_and_nothing_recorded(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (recorded / CHANGES).read_bytes()
    (recorded / RESOLUTION).write_text("symbol: [\n", encoding="utf-8")
    code, [said] = run(capsys, "record", "--on", "2036-02-01")
    assert code == 1
    assert said.startswith(f"{RESOLUTION}:")
    assert (recorded / CHANGES).read_bytes() == before


def test_a_damaged_log_is_not_written_over(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (recorded / CHANGES).write_text("versions: []\nfiles: {}\n...\n", encoding="utf-8")
    code, [said] = run(capsys, "record", "--on", "2036-02-01")
    assert code == 1
    assert said.startswith("changes.yaml:1: versions:")
    assert (recorded / CHANGES).read_text(encoding="utf-8").startswith("versions: []")
    assert run(capsys, "show")[0] == 1


def test_without_a_log_there_is_nothing_to_show(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, [said] = run(capsys, "show")
    assert code == 1
    assert "changes.yaml is missing or cannot be read" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["record", "--on", "2036-02-30"], "a day is YYYY-MM-DD"),
        (["show", "--since", "yesterday"], "YYYY, YYYY-MM, YYYY-MM-DD or a data version"),
    ],
)
def test_what_cannot_be_read_on_the_command_line_is_told(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["changes", *arguments]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--note-zh", "峰会"], ["--note-en", "two\u202elines"]])
def test_a_note_that_could_not_be_kept_is_refused(
    data_dir: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(capsys, "record", *arguments)[0] == 2
    assert not (data_dir / CHANGES).exists()


def test_the_day_is_today_unless_given(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = {dt.date.today().isoformat()}
    run(capsys, "record")
    log = load(data_dir).changes
    assert log is not None
    assert log.versions[0].on in days | {dt.date.today().isoformat()}


def test_a_full_disk_is_one_sentence(
    data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "changes\x1b.yaml")

    monkeypatch.setattr("dashboard.commands.changes.write", full)
    assert run(capsys, "record", "--data", str(data_dir)) == (
        1,
        ["changes.yaml: No space left on device"],
    )
