"""Every fault is named with its file and line, and never reaches who is being served."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.corpus import store as store_module
from dashboard.corpus.snapshot import NoDataError, Snapshot, examine, take_snapshot
from dashboard.corpus.store import Store
from tests.corpus.reading.faults import FAULTS, STATES, Fault
from tests.invented.builders import RESOLUTION, write_data

fault_cases = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)


@fault_cases
def test_check_names_file_and_line_in_one_sentence(fault: Fault, data_dir: Path):
    file, line = fault.apply(data_dir)
    _, problems = examine(data_dir)
    assert {problem.file for problem in problems} == {file}, problems
    found = [p for p in problems if p.line == line and fault.says in p.message]
    assert len(found) == 1, problems
    assert found[0].severity == fault.severity
    assert "\n" not in str(found[0])
    assert len(str(found[0])) < 500


@fault_cases
def test_command_prints_it_and_says_so_by_its_exit_code(
    fault: Fault, data_dir: Path, capsys: pytest.CaptureFixture[str]
):
    file, line = fault.apply(data_dir)
    code = main(["check", str(data_dir)])
    out = capsys.readouterr().out
    assert code == (1 if fault.severity == "error" else 0)
    assert f"{file}:{line}:" in out
    assert out.isascii() or out.replace("\n", "").isprintable()


@fault_cases
def test_store_with_good_data_keeps_serving_it(
    fault: Fault, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store_module, "SETTLE", -1.0)
    store = Store(data_dir)
    good = store.current()
    fault.apply(data_dir)
    store.refresh()
    after = store.current()
    for name, table in good.tables.items():
        if fault.severity == "error":
            assert table.equals(after.tables[name]), name
    assert after.stale is (fault.severity == "error")
    assert after.problems
    assert not good.problems


@fault_cases
def test_first_start_serves_what_is_not_at_fault(fault: Fault, data_dir: Path, snapshot: Snapshot):
    fault.apply(data_dir)
    if fault.file == STATES:
        with pytest.raises(NoDataError, match=r"states\.yaml"):
            take_snapshot(data_dir)
        return
    served = take_snapshot(data_dir)
    ids = set(served.tables["timeline"]["id"])
    lost = set(snapshot.tables["timeline"]["id"]) - ids
    assert len(lost) <= 1
    assert ids
    assert not served.stale
    assert not served.tables["documents"]["title_en"].isna().any()


def test_all_faults_at_once_are_all_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Spread over copies of the record in one process: none stops the reading of another."""
    for number, fault in enumerate(FAULTS):
        data = write_data(tmp_path / f"{number}")
        file, line = fault.apply(data)
        main(["check", str(data)])
        assert f"{file}:{line}:" in capsys.readouterr().out, fault.name


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_file_without_permission(data_dir: Path):
    (data_dir / RESOLUTION).chmod(0)
    corpus, problems = examine(data_dir)
    assert [(p.file, p.line) for p in problems] == [(RESOLUTION, 1)]
    assert "cannot be opened: Permission denied" in problems[0].message
    assert corpus.events


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_folder_without_permission(data_dir: Path):
    folder = data_dir / "curated"
    folder.chmod(0)
    try:
        _, problems = examine(data_dir)
    finally:
        folder.chmod(0o755)
    assert ("curated", "cannot be listed: Permission denied") in [
        (p.file, p.message) for p in problems
    ]
