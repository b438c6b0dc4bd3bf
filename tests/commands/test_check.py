"""`dashboard check`: errors first, then warnings, a count, and an exit code for scripts."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.sources.network import link_check
from tests.invented.builders import EVENTS, RESOLUTION, change
from tests.sources.network.loopback import loopback


def answered(data: Path) -> tuple[int, list[str]]:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = main(["check", str(data)])
    return code, out.getvalue().splitlines()


def test_no_folder(tmp_path: Path):
    code, lines = answered(tmp_path / "nowhere")
    assert code == 1
    assert lines == [
        ".:1: the data folder does not exist",
        "1 error, 0 warnings; 0 good records",
    ]


def test_good_data(data_dir: Path):
    # two resolutions, one report, three events; the overlay is part of its resolution
    assert answered(data_dir) == (0, ["0 errors, 0 warnings; 6 good records"])


def test_warnings_alone_are_no_failure(data_dir: Path):
    change(data_dir / RESOLUTION, issued="2035-01-01")
    code, lines = answered(data_dir)
    assert code == 0
    assert lines == [
        f"{RESOLUTION}:7: issued: 2035-01-01 is before adopted, 2035-12-01 (warning)",
        "0 errors, 1 warning; 6 good records",
    ]


def test_errors_stand_before_warnings_each_in_file_order(data_dir: Path):
    change(data_dir / RESOLUTION, issued="2035-01-01")
    (data_dir / "vocabulary/zzz.yaml").write_bytes(b"")
    change(data_dir / EVENTS.format("machine-law"), kind="lawn", track="x")
    code, lines = answered(data_dir)
    assert code == 1
    assert [line.split(":")[0] for line in lines[:-1]] == [
        EVENTS.format("machine-law"),
        EVENTS.format("machine-law"),
        "vocabulary/zzz.yaml",
        RESOLUTION,
    ]
    assert lines[-1] == "3 errors, 1 warning; 5 good records"


@pytest.mark.parametrize("given", [True, False], ids=["argument", "environment"])
def test_command_line(data_dir: Path, capsys: pytest.CaptureFixture[str], given: bool):
    assert main(["check", *([str(data_dir)] if given else [])]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings; 6 good records\n"


def test_the_same_answer_in_every_process(data_dir: Path):
    """The order of a set of text differs from process to process, so also from this one's."""
    change(data_dir / EVENTS.format("machine-law"), answers=["gone"], kind="lawn")
    change(data_dir / RESOLUTION, cites=[{"symbol": "A/1", "paragraph": "pp9"}])
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "check", data_dir]
    environment = {"PYTHONHASHSEED": "1", "PATH": ""}
    other = subprocess.run(command, capture_output=True, check=False, env=environment).stdout
    assert answered(data_dir)[1] == other.decode().splitlines()
    assert b"3 errors" in other


def test_links_that_are_gone_are_listed_with_their_lines_and_asked_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(link_check, "PAUSE", 0.0)
    data, findings = tmp_path / "data", tmp_path / "links.jsonl"
    data.mkdir()
    with loopback() as server:
        server.answers = {"good": [b"x"], "moved": ["/good"], "gone": [410]}
        paths = ("good", "moved", "gone", "gone")
        lines = [f"- url: {server.base}/{path}\n" for path in paths]
        (data / "a.yaml").write_text("".join([*lines, "...\n"]), encoding="utf-8")
        command = ["check", "--links", "--allow-loopback", "--findings", str(findings), str(data)]
        assert main(command) == 1
        said = capsys.readouterr().out.splitlines()
        first = len(server.asked)
        assert main(command) == 1
        assert (capsys.readouterr().out.splitlines(), len(server.asked)) == (said, first)
        server.answers["gone"] = [b"x"]
        assert main([*command, "--again", "0"]) == 0
    assert [line.rpartition(",")[0] for line in said[:-1]] == [
        f"a.yaml:3: {server.base}/gone is gone: 410",
        f"a.yaml:4: {server.base}/gone is gone: 410",
        f"a.yaml:2: {server.base}/moved has moved for good to {server.base}/good: 200",
    ]
    assert said[-1] == ("3 sources: 1 dead, 1 moved, 0 refused, 0 silent, 1 good; 0 not asked yet")


def test_a_command_stopped_at_the_keyboard_ends_without_a_traceback(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dashboard.commands.check.examine", stop)
    assert main(["check", str(data_dir)]) == 130
