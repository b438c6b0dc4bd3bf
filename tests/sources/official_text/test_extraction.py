"""Official files into the text store: the record's ids, the file's words, nothing guessed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.reading.parse_cache import ParseCache, default_path
from dashboard.corpus.snapshot import examine
from dashboard.sources.errors import RefusedError
from dashboard.sources.inputs import inputs
from dashboard.sources.official_text.extraction import (
    add_texts,
    list_texts,
    read_stored,
    read_text,
    remove_text,
)
from dashboard.sources.official_text.text_file import (
    FORMAT,
    MAX_BYTES,
    StoredText,
    file_name,
    from_json,
    to_json,
)
from dashboard.sources.resolutions.akoma_ntoso import parse_xml
from dashboard.sources.resolutions.paragraphs import ReadParagraph, read_paragraphs
from tests.sources.conftest import akn, paragraph

ROOT = Path(__file__).parents[3]
AKN = ROOT.parent / "shared" / "akn"
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


def stored(**changes: object) -> dict[str, object]:
    text = {
        "format": FORMAT, "symbol": SYMBOL, "language": "en", "name": "a.xml",
        "sha256": "a" * 64, "paragraphs": {"op1": "Asks for sheep;"}, "unplaced": [],
    }  # fmt: skip
    return {**text, **changes}


def test_no_input_adds_nothing(tmp_path: Path) -> None:
    report = add_texts([], SKELETON, tmp_path / "texts")
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
        (akn(body=paragraph("1.", "Asks;") * 2), "stands twice"),
    ],
)
def test_a_hostile_file_is_refused_in_one_line_and_the_others_go_on(
    tmp_path: Path, save: Callable[[str, bytes], Path], raw: bytes, said: str
) -> None:
    paths = [save("bad.xml", raw), save("good.xml", akn())]
    report = add_texts(inputs(paths), SKELETON, tmp_path / "texts")
    assert [line.count("\n") for line in report.refusals] == [0]
    assert said in report.refusals[0]
    assert [entry.name for entry in (tmp_path / "texts").iterdir()] == ["A-RES-79-500.en.json"]
    assert len(report.stored) == 1


def test_wording_is_plain_tidy_and_without_footnotes() -> None:
    body = paragraph(
        "1.",
        '<span class="italic">Asks</span>\u200b for\u00a0\t sheep'
        "<authorialNote><p>Not a word of this.</p></authorialNote><sup>2</sup>  that\n count;",
    )
    text, warnings = read_text("in/a.xml", akn(body=body), SKELETON)
    assert text is not None
    assert text.paragraphs == {
        "pp1": "Noting that machines count,",
        "op1": "Asks for sheep that count;",
    }
    assert (text.name, text.unplaced, warnings) == ("a.xml", [], [])


def test_what_continues_a_paragraph_after_a_list_stands_on_its_own_line() -> None:
    skeleton = {SYMBOL: read_paragraphs(parse_xml(akn(body=TWO)), SYMBOL, "en")}
    text, _ = read_text("a.xml", akn(body=TWO), skeleton)
    assert text is not None
    assert text.paragraphs["op1"] == "Asks for sheep:\nand shears;"
    assert text.paragraphs["op1.a"] == "white ones;"


def test_a_translation_of_another_structure_keeps_its_words_apart() -> None:
    body = paragraph("1.", "甲；") + paragraph("2.", "乙。")
    text, warnings = read_text("z.xml", akn(language="zho", body=body), SKELETON)
    assert text is not None
    assert list(text.paragraphs) == ["pp1"]
    assert text.unplaced == ["甲；", "乙。"]
    assert "has op2 beside the English; 2 operative paragraphs could not be placed" in warnings[0]


def test_a_translation_whose_numbers_make_no_sense_is_kept_unplaced() -> None:
    body = paragraph("1.", "甲；") + paragraph("1.", "乙。")
    text, warnings = read_text("z.xml", akn(language="zho", body=body), SKELETON)
    assert text is not None
    assert text.paragraphs == {}
    assert text.unplaced[-2:] == ["1. 甲；", "1. 乙。"]
    assert "stands twice; no paragraph could be placed" in warnings[0]


def test_a_document_outside_the_record_is_left_out(
    tmp_path: Path, save: Callable[[str, bytes], Path]
) -> None:
    report = add_texts(inputs([save("a.xml", akn(symbol="A/RES/79/9"))]), SKELETON, tmp_path / "t")
    assert (report.read, report.left_out, report.stored) == (1, 1, [])


def test_two_different_files_of_one_text_are_not_mixed(
    tmp_path: Path, save: Callable[[str, bytes], Path]
) -> None:
    paths = [save("a.xml", akn()), save("b.xml", akn(title="Other")), save("c.xml", akn())]
    report = add_texts(inputs(paths), SKELETON, tmp_path / "t")
    assert len(report.refusals) == 1
    assert "was read from" in report.refusals[0]


def test_an_input_that_must_hold_another_text_is_refused(
    tmp_path: Path, save: Callable[[str, bytes], Path]
) -> None:
    path = save("a.xml", akn())
    report = add_texts(
        inputs([path]), SKELETON, tmp_path / "t", expected={str(path): (SYMBOL, "zh")}
    )
    assert report.stored == []
    assert "holds A/RES/79/500 in en, not what was asked for" in report.refusals[0]


def test_adding_twice_and_from_a_zip_changes_nothing(
    tmp_path: Path, save: Callable[[str, bytes], Path]
) -> None:
    path, folder, archive = save("a.xml", akn()), tmp_path / "t", tmp_path / "z.zip"
    assert add_texts(inputs([path]), SKELETON, folder).changed == 1
    before = (folder / file_name(SYMBOL, "en")).read_bytes()
    with zipfile.ZipFile(archive, "w") as made:
        made.write(path, "../../a.xml")
    again = add_texts(inputs([archive]), SKELETON, folder)
    assert (len(again.stored), again.changed) == (1, 0)
    assert (folder / file_name(SYMBOL, "en")).read_bytes() == before
    assert [entry.name for entry in folder.iterdir()] == [file_name(SYMBOL, "en")]
    assert remove_text(folder, SYMBOL) == ["en"]
    assert remove_text(folder, "../../etc") == []


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b'{"format": "official-text-1", "format": "official-text-1"}', "a key stands twice"),
        (b"x" * (MAX_BYTES + 1), "over 5000000 bytes"),
        (b"[]", "format 'None'; allowed: 'official-text-1'"),
        (stored(format="official-text-9"), "format 'official-text-9'"),
        (stored(sha256="unknown"), "sha256"),
        (stored(sha256=None), "sha256"),
        (stored(language="xx"), "language 'xx'; allowed"),
        (stored(symbol="\u202e"), "not a document symbol"),
        (stored(paragraphs={"op1": "a\u202eb"}), "invisible characters"),
        (stored(paragraphs={"../op1": "a"}), "paragraphs"),
        (stored(paragraphs={"op1": ["a"]}), "paragraphs"),
        (stored(extra="a"), "extra"),
    ],
)
def test_a_stored_file_that_is_not_whole_is_refused(raw: object, said: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        from_json(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    assert said in str(refused.value)


def test_a_stored_file_under_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "A-RES-79-1.en.json").write_text(json.dumps(stored()), encoding="utf-8")
    with pytest.raises(ValueError, match="belongs elsewhere"):
        read_stored(tmp_path / "A-RES-79-1.en.json")
    assert list_texts(tmp_path)[0] == []
    assert list_texts(tmp_path / "none") == ([], [])


@given(st.dictionaries(st.from_regex(r"[a-z]{2}[0-9]{1,3}(\.[a-z])?", fullmatch=True), st.text()))
def test_what_is_written_is_read_again(words: dict[str, str]) -> None:
    tidied = {
        key: " ".join("".join(filter(str.isprintable, w)).split()) for key, w in words.items()
    }
    text = StoredText(symbol=SYMBOL, language="ar", name="a", sha256="b" * 64, paragraphs=tidied)
    assert from_json(to_json(text).encode()) == text


@given(st.binary(max_size=300))
def test_no_bytes_get_further_than_a_refusal(raw: bytes) -> None:
    with pytest.raises(RefusedError):
        read_text("a.xml", raw, SKELETON)
    with pytest.raises(ValueError, match=r"."):
        from_json(raw)


@pytest.mark.skipif(not AKN.is_dir(), reason="the official files (../shared/akn) are missing")
def test_every_official_file_is_added_under_the_ids_of_the_record(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    corpus, _ = examine(ROOT / "data", ParseCache(default_path()))
    skeletons = {symbol: document.paragraphs for symbol, document in corpus.imported.items()}
    folder = tmp_path_factory.mktemp("texts")
    report = add_texts(inputs([AKN]), skeletons, folder)
    assert (report.read, report.refusals, report.left_out) == (335, [], 0)
    assert report.changed == 335
    sources = {
        (symbol, file.language, file.sha256)
        for symbol, document in corpus.imported.items()
        for file in document.files
    }
    assert set(report.stored) == sources
    texts, problems = list_texts(folder)
    assert problems == []
    for text in texts:
        skeleton = skeletons[text.symbol]
        if text.language == "en":
            assert list(text.paragraphs) == [p.id for p in skeleton], text.symbol
            assert text.unplaced == []
            continue
        opened = {p.id for p in skeleton if text.language in p.verbs}
        assert opened <= set(text.paragraphs), (text.symbol, text.language)
        assert len(text.paragraphs) + len(text.unplaced) > 0
        for p in skeleton:
            phrase = "".join(p.verbs.get(text.language, "").split())
            words = "".join(text.paragraphs.get(p.id, "").split())
            assert phrase in words, (text.symbol, text.language, p.id)
