from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document

from dashboard.cli import main

DRAFT = "Requests the shepherd to count the flock;\nWool is warm.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.mark.parametrize("content", [b"", b" \n", bytes(range(256)) * 9])
def test_what_cannot_be_read_is_refused_in_a_line(
    tmp_path: Path, data_dir: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "draft.bin"
    path.write_bytes(content)
    assert main(["draft", str(path), "--data", str(data_dir)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_no_data_folder(file: Path, tmp_path: Path) -> None:
    assert main(["draft", str(file), "--data", str(tmp_path / "none")]) == 1


def test_json_has_a_row_for_each_line(
    file: Path, data_dir: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["draft", str(file), "--format", "json", "--data", str(data_dir)]) == 0
    answer = json.loads(capfdbinary.readouterr().out)
    assert {row["line"] for row in answer["rows"]} == {1, 2}
    assert answer["balance"]["lines"] == 2


@pytest.mark.parametrize(("lang", "said"), [("en", "New"), ("zh", "新增")])
def test_markdown_and_word_say_the_same(
    file: Path, data_dir: Path, tmp_path: Path, lang: str, said: str
) -> None:
    common = ["draft", str(file), "--lang", lang, "--data", str(data_dir), "--out"]
    for form in ("md", "docx"):
        assert main([*common, str(tmp_path / f"x.{form}"), "--format", form]) == 0
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    paragraphs = Document(io.BytesIO((tmp_path / "x.docx").read_bytes())).paragraphs
    for words in (said, "Wool is warm"):
        assert words in text
        assert any(words in each.text for each in paragraphs)
