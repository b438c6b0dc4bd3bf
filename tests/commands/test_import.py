"""`dashboard import` as a person runs it: output, refusals, exit code."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import yaml

from dashboard.cli import main
from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.snapshot import take_snapshot
from tests.sources.conftest import akn, paragraph

STATES = """checked: '2026-11-21'
sources: []
states:
- {iso3: UGA, iso2: UG, m49: '800', names: {en: Uganda}, status: member,
   regional_group: african, member_since: '1962-10-25'}
...
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "states.yaml").write_text(STATES, encoding="utf-8")
    return folder


def test_nothing_to_read_is_an_error(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "/no/such/place", "--data", str(data)]) == 1
    assert "refused: /no/such/place: file: no such file" in capsys.readouterr().err


def test_a_list_of_states_that_cannot_be_read_is_said(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "states.yaml").write_text("states: [", encoding="utf-8")
    assert main(["import", str(tmp_path), "--data", str(data)]) == 2
    assert "states.yaml:1" in capsys.readouterr().err


def test_the_words_for_what_is_near_ai_are_those_of_the_folder_if_it_has_them(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = data / "vocabulary" / "near_ai.yaml"
    words.parent.mkdir(exist_ok=True)
    body = paragraph("1.", "Counts chatbots that count sheep;")
    (tmp_path / "a.xml").write_bytes(akn(body=body))
    command = ["import", str(tmp_path / "a.xml"), "--all", "--data", str(data)]
    imported = data / "imported" / "79" / "A-RES-79-500.yaml"
    assert main(command) == 0
    assert read_yaml(imported)["paragraphs"][-1]["near_ai"] is True  # by the project's own list
    term = {"labels": {"en": "Sheep"}, "phrases": ["goats"], "not_in": []}
    terms = {"name": "near_ai", "about": {"en": "Goats."}, "version": 1, "terms": {"goats": term}}
    words.write_text(yaml.safe_dump(terms, explicit_end=True), encoding="utf-8")
    assert main(command) == 0
    assert "near_ai" not in read_yaml(imported)["paragraphs"][-1]
    words.write_text("terms: [", encoding="utf-8")
    capsys.readouterr()
    assert main(command) == 2
    assert "near_ai.yaml:1" in capsys.readouterr().err


def test_good_files_go_in_and_bad_ones_are_named(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.xml").write_bytes(akn())
    (tmp_path / "bad.xml").write_bytes(akn(symbol="E/RES/79/501"))
    assert main(["import", str(tmp_path), "--data", str(data)]) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "'E/RES/79/501' is no General Assembly resolution" in said.err
    assert said.out.startswith("1 files read, 1 refused, 0 warnings; 1 documents")
    assert (data / "imported" / "79" / "A-RES-79-500.yaml").is_file()
    (tmp_path / "bad.xml").unlink()
    assert main(["import", str(tmp_path), "--data", str(data)]) == 0


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_that_is_not_there_or_empty_becomes_a_record_that_can_be_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], made: bool
) -> None:
    (tmp_path / "a.xml").write_bytes(akn(symbol="A/RES/ES-11/9", by="Ruritania"))
    new = tmp_path / "whole"
    if made:
        new.mkdir()
    assert main(["import", "--all", "--data", str(new), str(tmp_path / "a.xml")]) == 0
    assert "warning: " in capsys.readouterr().err
    row = take_snapshot(new).tables["documents"].iloc[0]
    assert (row["id"], pd.isna(row["sponsors"])) == ("A/RES/ES-11/9", True)
    assert not (new / "curated").exists()
