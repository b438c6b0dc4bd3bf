"""`dashboard draft --format yaml`, and `dashboard import` of files that are no official XML."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
import yaml

from dashboard.cli import main
from tests.sources.drafts.built import as_pdf, plan
from tests.sources.drafts.built_word import as_docx

DRAFT = """{number}. Sheep and machines
The General Assembly,
Recalling its resolution 78/265 on wool,
1. Requests the shepherd to submit a report on sheep to the Assembly at its ninetieth session.
"""
NEWS = """Shepherds agree on a machine that counts
Source: Meadow Times 3 May 2025
The fair of Ireland and Uganda adopted a plan for machines that count, document A/79/88 says.
Ann Shepherd, spokesperson for the meadow, told reporters that the flock was glad of it.
Nobody asked the sheep, and so nothing is known of what they think about being counted.
"""


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_draft_as_a_record(
    data_dir: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], kind: str
):
    wanted = plan("en", 3)
    file = tmp_path / "draft.txt"
    file.write_bytes(as_docx(wanted, "word") if kind == "docx" else as_pdf(wanted))
    assert main(["draft", str(file), "--format", "yaml", "--data", str(data_dir)]) == 0
    record = yaml.safe_load(capfdbinary.readouterr().out)
    assert record["symbol"] == "A/RES/79/503"
    assert [p["id"] for p in record["paragraphs"]] == [p.place for p in wanted.paragraphs]


def test_a_draft_from_standard_input_as_a_record_without_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    raw = DRAFT.format(number="90/7").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert main(["draft", "-", "--format", "yaml"]) == 0
    printed = capsys.readouterr().out
    record = yaml.safe_load(printed)
    assert record["cites"] == [{"symbol": "A/RES/78/265", "paragraph": "pp1"}]
    assert [(p["id"], p["verb"]) for p in record["paragraphs"]] == [
        ("pp1", "Recalling"),
        ("op1", "Requests"),
    ]
    assert "shepherd" not in printed


def test_a_news_item_gives_an_event(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    assert main(["draft", str(file), "--format", "yaml", "--data", str(data_dir)]) == 0
    record = yaml.safe_load(capsys.readouterr().out)
    assert record["titles"] == {"en": "Shepherds agree on a machine that counts"}
    assert (record["date"], record["publisher"]) == ("2025-05-03", "Meadow Times")
    assert record["symbols"] == ["A/79/88"]
    assert record["people"] == ["Ann Shepherd"]
    assert record["told"] == "none"


def test_import_writes_draft_records_and_never_over_what_is_there(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    imported = {p: p.read_bytes() for p in (data_dir / "imported").rglob("*.yaml")}
    for name, text in {
        "new.txt": DRAFT.format(number="90/7"),
        "official.txt": DRAFT.format(number="90/1"),
        "wool news.txt": NEWS,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / n) for n in ("new.txt", "official.txt", "wool news.txt")]
    assert main(["import", *files, "--data", str(data_dir)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "curated/drafts/A-RES-90-7.yaml: written for review"
    assert lines[1].endswith("A/RES/90/1 is imported from its official file, which is kept")
    assert lines[2] == "curated/drafts/wool-news.yaml: written for review"
    assert {p: p.read_bytes() for p in (data_dir / "imported").rglob("*.yaml")} == imported
    mended = data_dir / "curated/drafts/A-RES-90-7.yaml"
    mended.write_text("symbol: A/RES/90/7\n...\n", encoding="utf-8")
    assert main(["import", files[0], "--data", str(data_dir)]) == 0
    assert capsys.readouterr().out == "curated/drafts/A-RES-90-7.yaml: exists already and is kept\n"
    assert mended.read_text(encoding="utf-8") == "symbol: A/RES/90/7\n...\n"
    assert main(["check", str(data_dir)]) == 0


def test_import_goes_on_after_a_draft_that_is_refused(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 cut short")
    (tmp_path / "b.txt").write_text(DRAFT.format(number="90/7"), encoding="utf-8")
    files = [str(tmp_path / "a.pdf"), str(tmp_path / "b.txt")]
    assert main(["import", *files, "--data", str(data_dir)]) == 1
    printed = capsys.readouterr()
    assert printed.err == f"refused: {files[0]}: it is damaged and cannot be opened\n"
    assert (data_dir / "curated/drafts/A-RES-90-7.yaml").is_file()
