"""`dashboard texts` as a person runs it, but for what is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.corpus.official_text import OfficialTextStore, official_text_folder
from dashboard.sources.official_text.text_store import store_path
from tests.invented.builders import change
from tests.invented.builders import paragraph as skeleton
from tests.sources.conftest import akn, paragraph

SYMBOL = "A/RES/90/1"
Out = pytest.CaptureFixture[str]


def english(words: str = "Asks for sheep;") -> bytes:
    return akn(symbol=SYMBOL, body=paragraph("1.", words))


@pytest.fixture(autouse=True)
def record(data_dir: Path) -> Path:
    """The small record, its first resolution with a skeleton the invented files have."""
    change(
        data_dir / "imported" / "90" / "A-RES-90-1.yaml",
        paragraphs=[skeleton("pp1", "Noting"), skeleton("op1", "Requests", number="1")],
        cites=[],
    )
    return data_dir


def paragraphs(language: str = "en") -> dict[str, str]:
    return dict(OfficialTextStore(official_text_folder()).paragraphs(SYMBOL, language))


def test_nothing_attached_is_said(capsys: Out) -> None:
    assert main(["texts", "list"]) == 0
    assert capsys.readouterr().out.startswith("0 texts of 0 documents in ")
    assert main(["texts", "remove", "90/1"]) == 1
    assert capsys.readouterr().err.startswith("A/RES/90/1: not in ")


def test_a_path_that_does_not_exist_is_refused(capsys: Out) -> None:
    assert main(["texts", "add", "/no/such/place"]) == 1
    assert "refused: /no/such/place: file: no such file" in capsys.readouterr().err


def test_official_text_never_goes_into_the_record(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    (tmp_path / "a.xml").write_bytes(english())
    (tmp_path / "link").symlink_to(record)
    for place in (record / "texts", tmp_path / "link" / "texts", record):
        monkeypatch.setenv("DASHBOARD_TEXTS", str(place))
        assert main(["texts", "add", str(tmp_path / "a.xml")]) == 2
        assert "lies inside the record" in capsys.readouterr().err
    assert not list(record.rglob("*.sqlite"))


def test_without_a_record_nothing_is_attached(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "a.xml").write_bytes(english())
    assert main(["texts", "add", str(tmp_path / "a.xml"), "--data", str(tmp_path / "none")]) == 2
    assert "holds no imported document" in capsys.readouterr().err


def test_add_list_add_again_remove(tmp_path: Path, capsys: Out) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.xml").write_bytes(english())
    (folder / "z.xml").write_bytes(akn(symbol=SYMBOL, language="zho", body=paragraph("1.", "羊。")))
    (folder / "bad.xml").write_bytes(b"<a>")
    assert main(["texts", "add", str(folder)]) == 1
    said = capsys.readouterr()
    assert "refused: " in said.err
    assert "2 files read, 1 refused, 0 not in the record and left out; 2 texts, 2 of" in said.out
    assert paragraphs() == {"pp1": "Noting that machines count,", "op1": "Asks for sheep;"}
    assert paragraphs("zh")["op1"] == "羊。"
    (folder / "bad.xml").unlink()
    assert main(["texts", "add", str(folder)]) == 0
    assert "2 texts, 0 of them new or changed" in capsys.readouterr().out
    assert main(["texts", "list"]) == 0
    assert "A/RES/90/1 zh: 2 paragraphs" in capsys.readouterr().out
    (official_text_folder() / "A-RES-90-9.en.json").write_text("{", encoding="utf-8")
    assert main(["texts", "list"]) == 1
    assert "left out: A-RES-90-9.en.json: not JSON" in capsys.readouterr().err
    assert main(["texts", "remove", "ares901"]) == 0
    assert capsys.readouterr().out == "A/RES/90/1: removed in en, zh\n"
    assert paragraphs() == {}


def test_a_damaged_store_is_told_in_one_sentence(capsys: Out) -> None:
    official_text_folder().mkdir()
    store_path(official_text_folder()).write_bytes(b"no store")
    assert main(["texts", "list"]) == 1
    said = capsys.readouterr().err
    assert "cannot be used (file is not a database)" in said


def test_a_file_the_record_was_not_read_from_is_said(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "a.xml").write_bytes(english("Asks for other sheep;"))
    assert main(["texts", "add", str(tmp_path / "a.xml")]) == 0
    assert "A/RES/90/1 en: not the file the record was read from" in capsys.readouterr().err
