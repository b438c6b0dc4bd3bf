"""Official files into the text store: the record's ids, the file's words, nothing guessed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.errors import RefusedError
from dashboard.sources.inputs import inputs
from dashboard.sources.official_text.extraction import (
    add_official_texts,
    read_official_text,
)
from dashboard.sources.official_text.text_store import FILE, sources_of, store_path
from dashboard.sources.resolutions.akoma_ntoso import parse_xml
from dashboard.sources.resolutions.paragraphs import ReadParagraph, read_paragraphs
from tests.sources.conftest import akn, paragraph

SYMBOL = "A/RES/79/500"
TWO = (
    paragraph("1.", "Asks for sheep:")
    + paragraph("", "(a) white ones;")
    + paragraph("", "and shears;", css="Cont")
)
SKELETON = {
    SYMBOL: [
        ReadParagraph("pp1", "preambular", None, None, None),
        ReadParagraph("op1", "operative", "1", None, None),
    ]
}


def test_no_input_adds_nothing(tmp_path: Path) -> None:
    report = add_official_texts([], SKELETON, tmp_path / "texts")
    assert (report.read, report.stored, report.refusals) == (0, [], [])
    assert not (tmp_path / "texts").exists()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"<a/>", "not an <akomaNtoso> document"),
        (b"<akomaNtoso", "not well-formed"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document types are refused"),
        (akn(symbol="A/99/L.1"), "is no General Assembly resolution"),
        (akn(language="tlh"), "language 'tlh'; allowed"),
        (akn(preamble="", body=""), "no paragraph found"),
    ],
)
def test_a_hostile_file_is_refused_in_one_line_and_the_others_go_on(
    tmp_path: Path, save: Callable[[str, bytes], Path], raw: bytes, said: str
) -> None:
    paths = [save("bad.xml", raw), save("good.xml", akn())]
    report = add_official_texts(inputs(paths), SKELETON, tmp_path / "texts")
    assert [line.count("\n") for line in report.refusals] == [0]
    assert said in report.refusals[0]
    assert list(sources_of(tmp_path / "texts")) == [(SYMBOL, "en")]
    assert len(report.stored) == 1


def test_official_text_is_plain_tidy_and_without_footnotes() -> None:
    body = paragraph(
        "1.",
        '<span class="italic">Asks</span>\u200b for\u00a0\t sheep'
        "<authorialNote><p>Not a word of this.</p></authorialNote><sup>2</sup>  that\n count;",
    )
    text, warnings = read_official_text("in/a.xml", akn(body=body), SKELETON)
    assert text is not None
    assert text.paragraphs == {
        "pp1": "Noting that machines count,",
        "op1": "Asks for sheep that count;",
    }
    assert (text.name, text.unplaced, warnings) == ("a.xml", [], [])


def test_what_continues_a_paragraph_after_a_list_stands_on_its_own_line() -> None:
    skeleton = {SYMBOL: read_paragraphs(parse_xml(akn(body=TWO)), SYMBOL, "en")}
    text, _ = read_official_text("a.xml", akn(body=TWO), skeleton)
    assert text is not None
    assert text.paragraphs["op1"] == "Asks for sheep:\nand shears;"
    assert text.paragraphs["op1.a"] == "white ones;"


def test_a_translation_of_another_structure_keeps_its_words_apart() -> None:
    body = paragraph("1.", "甲；") + paragraph("2.", "乙。")
    text, warnings = read_official_text("z.xml", akn(language="zho", body=body), SKELETON)
    assert text is not None
    assert list(text.paragraphs) == ["pp1"]
    assert text.unplaced == ["甲；", "乙。"]
    assert "has op2 beside the English; 2 operative paragraphs could not be placed" in warnings[0]


def test_a_translation_whose_numbers_make_no_sense_is_kept_unplaced() -> None:
    body = paragraph("1.", "甲；") + paragraph("1.", "乙。")
    text, warnings = read_official_text("z.xml", akn(language="zho", body=body), SKELETON)
    assert text is not None
    assert text.paragraphs == {}
    assert text.unplaced[-2:] == ["1. 甲；", "1. 乙。"]
    assert "stands twice; no paragraph could be placed" in warnings[0]


def test_a_document_outside_the_record_is_left_out(
    tmp_path: Path, save: Callable[[str, bytes], Path]
) -> None:
    report = add_official_texts(
        inputs([save("a.xml", akn(symbol="A/RES/79/9"))]), SKELETON, tmp_path / "t"
    )
    assert (report.read, report.left_out, report.stored) == (1, 1, [])


def test_two_different_files_of_one_text_are_not_mixed(
    tmp_path: Path, save: Callable[[str, bytes], Path]
) -> None:
    paths = [save("a.xml", akn()), save("b.xml", akn(title="Other")), save("c.xml", akn())]
    report = add_official_texts(inputs(paths), SKELETON, tmp_path / "t")
    assert len(report.refusals) == 1
    assert "was read from" in report.refusals[0]


def test_an_input_that_must_hold_another_text_is_refused(
    tmp_path: Path, save: Callable[[str, bytes], Path]
) -> None:
    path = save("a.xml", akn())
    report = add_official_texts(
        inputs([path]), SKELETON, tmp_path / "t", expected={str(path): (SYMBOL, "zh")}
    )
    assert report.stored == []
    assert "holds A/RES/79/500 in en, not what was asked for" in report.refusals[0]


def test_adding_twice_and_from_a_zip_changes_nothing(
    tmp_path: Path, save: Callable[[str, bytes], Path]
) -> None:
    path, folder, archive = save("a.xml", akn()), tmp_path / "t", tmp_path / "z.zip"
    assert add_official_texts(inputs([path]), SKELETON, folder).changed == 1
    before = store_path(folder).read_bytes()
    with zipfile.ZipFile(archive, "w") as made:
        made.write(path, "../../a.xml")
    again = add_official_texts(inputs([archive]), SKELETON, folder)
    assert (len(again.stored), again.changed) == (1, 0)
    assert store_path(folder).read_bytes() == before
    assert [entry.name for entry in folder.iterdir()] == [FILE]


@given(st.binary(max_size=300))
def test_no_bytes_get_further_than_a_refusal(raw: bytes) -> None:
    with pytest.raises(RefusedError):
        read_official_text("a.xml", raw, SKELETON)
