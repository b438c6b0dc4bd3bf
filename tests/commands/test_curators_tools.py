"""`dashboard new`, `dashboard todo` and `dashboard schema` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.invented.builders import OVERLAY


@pytest.mark.parametrize("command", [["new", "A/91/8", "--data"], ["todo"], ["schema", "--data"]])
def test_without_a_data_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
):
    assert main([*command, str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().err.endswith("nowhere: the data folder does not exist\n")
    assert list(tmp_path.iterdir()) == []


def test_new_refuses_what_names_no_record(data_dir: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["new", "No record", "--data", str(data_dir)]) == 1
    assert capsys.readouterr().err.startswith("'No record' names no record: ")


def test_new_writes_what_is_missing_and_never_over_a_file(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
):
    before = (data_dir / OVERLAY).read_bytes()
    assert main(["new", "90/1", "--data", str(data_dir)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "curated/documents/A-RES-90-1.yaml: exists already and is kept",
        "curated/paragraphs/A-RES-90-1.yaml: written",
    ]
    written = (data_dir / "curated/paragraphs/A-RES-90-1.yaml").read_bytes()
    assert b"op2.a:  # 2 (a), no opening verb" in written
    assert main(["new", "A/RES/90/1", "--data", str(data_dir)]) == 1
    assert (data_dir / OVERLAY).read_bytes() == before
    assert (data_dir / "curated/paragraphs/A-RES-90-1.yaml").read_bytes() == written


def test_todo_groups_and_counts(data_dir: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["todo", str(data_dir)]) == 0
    lines = capsys.readouterr().out.splitlines()
    groups = [line for line in lines if not line.startswith(" ")]
    assert [line.partition(":")[0] for line in groups] == [
        *("to look up", "not summarised", "not coded", "checked over a year ago"),
        *("not reviewed", "verb unknown", "request open, sure", "request open, to look at"),
        *("predecessor's, neither repeated nor ended", "to look up later"),
    ]
    assert "  A/RES/90/1: pp1, pp2, op1, op2, op2.a, op3" in lines
    assert "not reviewed: 7" in lines


def test_schema_writes_a_file_a_kind(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "deep" / "schema"
    assert main(["schema", "--data", str(data_dir), "--out", str(out)]) == 0
    named = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(named) == sorted(out.iterdir())
    event = json.loads((out / "event.schema.json").read_text(encoding="utf-8"))
    assert event["properties"]["kind"]["enum"] == ["resolution", "report", "summit", "law"]
