"""`dashboard requests scan` as a person runs it: what it writes, keeps, leaves out, refuses."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
import yaml

from dashboard.cli import main
from dashboard.sources.request_rule import RULE_VERSION
from tests.sources.conftest import akn, paragraph

ASKS = paragraph("1.", "Requests the Keeper to report annually on sheep.")
SURE = {"sure": {"op1": ["report"]}}
RESTS = paragraph("1.", "Requests the Keeper to rest.")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which two texts were imported."""
    folder = tmp_path / "data"
    for number in (500, 501):
        path = folder / "imported" / "79" / f"A-RES-79-{number}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("symbol: invented\n", encoding="utf-8")
    return folder


def scan(path: Path, data: Path) -> int:
    return main(["requests", "scan", str(path), "--data", str(data)])


def written(data: Path) -> object:
    text = (data / "imported" / "request_candidates.yaml").read_text(encoding="utf-8")
    assert text.endswith("\n...\n")
    return yaml.safe_load(text)


def test_nothing_to_read_writes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scan(data / "nowhere", data) == 1
    said = capsys.readouterr()
    assert "no such file or folder" in said.err
    assert said.out.startswith("0 files read, 1 refused, 0 not English")
    assert not (data / "imported" / "request_candidates.yaml").exists()


def test_candidates_are_written_by_id_and_never_in_words(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "one.xml").write_bytes(akn(body=ASKS))
    (files / "two.xml").write_bytes(akn(symbol="A/RES/79/501", body=RESTS))
    (files / "other.xml").write_bytes(akn(symbol="A/RES/79/999", body=ASKS))
    (files / "french.xml").write_bytes(akn(language="fra", body=ASKS))
    (files / "bad.xml").write_bytes(b"<akomaNtoso")
    assert scan(files, data) == 1
    said = capsys.readouterr()
    assert said.err.count("refused: ") == 1
    assert said.out.splitlines()[-1] == (
        "4 files read, 1 refused, 2 not English or not in the record and left out; "
        "1 candidates in 2 texts, 1 in 2 on record"
    )
    assert written(data) == {
        "rule": RULE_VERSION,
        "candidates": {"A/RES/79/500": SURE, "A/RES/79/501": "none"},
    }


def test_texts_not_read_again_stay(data: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.xml", tmp_path / "two.xml"
    two.write_bytes(akn(symbol="A/RES/79/501", body=ASKS))
    one.write_bytes(akn(body=ASKS))
    assert scan(two, data) == 0
    assert scan(one, data) == 0
    before = (data / "imported" / "request_candidates.yaml").read_bytes()
    assert written(data) == {
        "rule": RULE_VERSION,
        "candidates": {"A/RES/79/500": SURE, "A/RES/79/501": SURE},
    }
    assert scan(one, data) == 0
    assert (data / "imported" / "request_candidates.yaml").read_bytes() == before


def test_what_another_version_of_the_rule_found_goes(data: Path, tmp_path: Path) -> None:
    old = {"rule": RULE_VERSION + 1, "candidates": {"A/RES/79/501": SURE}}
    target = data / "imported" / "request_candidates.yaml"
    target.write_text(yaml.safe_dump(old, explicit_end=True), encoding="utf-8")
    (tmp_path / "one.xml").write_bytes(akn(body=ASKS))
    assert scan(tmp_path / "one.xml", data) == 0
    assert written(data) == {"rule": RULE_VERSION, "candidates": {"A/RES/79/500": SURE}}


def test_the_sure_ones_stand_apart_and_each_asking_word_counts(data: Path, tmp_path: Path) -> None:
    words = (
        "Requests the Keeper to report on sheep, requests the Office to report on wool, and "
        "invites the Department to include wool in its reports to the Council."
    )
    looks = "Decides that the consultations of the Council should be held in a barn."
    raw = akn(body=paragraph("1.", words) + paragraph("2.", looks))
    (tmp_path / "one.xml").write_bytes(raw)
    assert scan(tmp_path / "one.xml", data) == 0
    found = {
        "sure": {"op1": ["report", "report"]},
        "to_look_at": {"op1": ["document_to"], "op2": ["meeting"]},
    }
    assert written(data) == {"rule": RULE_VERSION, "candidates": {"A/RES/79/500": found}}
    before = (data / "imported" / "request_candidates.yaml").read_bytes()
    assert scan(tmp_path / "one.xml", data) == 0
    assert (data / "imported" / "request_candidates.yaml").read_bytes() == before


@pytest.mark.parametrize("text", ["rule: [", "rule: one\n...\n"])
def test_a_damaged_file_is_not_overwritten(
    data: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = data / "imported" / "request_candidates.yaml"
    target.write_text(text, encoding="utf-8")
    (tmp_path / "one.xml").write_bytes(akn(body=ASKS))
    assert scan(tmp_path / "one.xml", data) == 2
    assert "delete it to have it written anew" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == text


def test_a_text_that_left_the_record_leaves_the_list(data: Path, tmp_path: Path) -> None:
    symbols = [f"A/RES/79/{number}" for number in (500, 501, 502, 503)]
    old = {"rule": RULE_VERSION, "candidates": {symbol: deepcopy(SURE) for symbol in symbols}}
    target = data / "imported" / "request_candidates.yaml"
    target.write_text(yaml.safe_dump(old, explicit_end=True), encoding="utf-8")
    (tmp_path / "one.xml").write_bytes(akn(body=RESTS))
    assert scan(tmp_path / "one.xml", data) == 0
    kept = {"A/RES/79/500": "none", "A/RES/79/501": SURE}
    assert written(data) == {"rule": RULE_VERSION, "candidates": kept}


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("requests scan", "imported/request_candidates.yaml"),
        ("import", "states.yaml"),
        ("import-votes", "states.yaml"),
    ],
)
def test_a_file_of_the_record_that_cannot_be_opened_is_told(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], command: str, file: str,
) -> None:  # fmt: skip
    target = data / file
    target.write_text("closed: to us\n...\n", encoding="utf-8")
    read_bytes = Path.read_bytes

    def closed(path: Path) -> bytes:
        if path == target:
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", closed)
    (tmp_path / "one.xml").write_bytes(akn(body=ASKS))
    assert main([*command.split(), str(tmp_path / "one.xml"), "--data", str(data)]) == 2
    assert f"{target}: cannot be opened: Permission denied" in capsys.readouterr().err
