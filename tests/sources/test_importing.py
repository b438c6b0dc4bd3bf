from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.reading.yaml_reader import parse_yaml, read_yaml
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.sources.fingerprints import from_text
from dashboard.sources.importing import Report, import_documents
from dashboard.sources.inputs import inputs
from dashboard.sources.names import StateNames
from dashboard.sources.write import to_yaml, write
from tests.sources.conftest import BODY, KNOWN, NEAR, akn, everyone, paragraph, recorded, vote

NAMES = StateNames(KNOWN)
Save = Callable[[str, bytes], Path]


def run(tmp_path: Path, *, mentioning_only: bool = True) -> Report:
    out = tmp_path / "out"
    found = inputs([tmp_path / "in"])
    return import_documents(found, NAMES, everyone, NEAR, out, mentioning_only=mentioning_only)


def document(tmp_path: Path, name: str = "79/A-RES-79-500") -> ImportedDocument:
    return ImportedDocument.model_validate(read_yaml(tmp_path / "out" / f"{name}.yaml"))


def test_nothing_to_import(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert run(tmp_path) == Report()
    assert not (tmp_path / "out").exists()


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path, save: Save) -> None:
    save("a.xml", akn(symbol="E/RES/2024/1"))
    save("b.xml", akn(symbol="A/RES/79/501"))
    save("c.xml", akn(symbol="A/RES/79/502", language="zho"))
    report = run(tmp_path)
    assert (report.read, report.documents, len(report.refusals)) == (2, 1, 2)
    assert "a.xml: line" in report.refusals[0]
    assert "no General Assembly resolution" in report.refusals[0]
    assert "c.xml: A/RES/79/502: no English file" in report.refusals[1]
    assert document(tmp_path, "79/A-RES-79-501").symbol == "A/RES/79/501"


def test_nothing_is_written_that_the_record_would_refuse(tmp_path: Path, save: Save) -> None:
    save("a.xml", akn(symbol="A/RES/79/501"))
    save("b.xml", akn(symbol="A/RES/79/502"))

    def fault(document: dict[str, Any], text: str) -> str | None:
        assert document["symbol"] in text
        return "the orchard is full" if document["symbol"].endswith("502") else None

    found = inputs([tmp_path / "in"])
    report = import_documents(
        found, NAMES, everyone, NEAR, tmp_path / "out", mentioning_only=True, fault=fault
    )
    assert report.documents == 1
    assert [line.rpartition("/")[2] for line in report.refusals] == [
        "b.xml: document: the orchard is full"
    ]
    assert [path.stem for path in (tmp_path / "out").rglob("*.yaml")] == ["A-RES-79-501"]


def test_a_bad_field_is_unknown_and_the_finding_is_listed(tmp_path: Path, save: Save) -> None:
    save("a.xml", akn(by="Ruritania", symbol="A/RES/ES-11/6", adopted="2024-02-30"))
    report = run(tmp_path)
    assert (report.refusals, report.documents) == ([], 1)
    assert "a.xml: A/RES/ES-11/6: line 7 draft sponsors: unknown sponsor 'Ruritania'" in "\n".join(
        report.warnings
    )
    found = document(tmp_path, "ES-11/A-RES-ES-11-6")
    assert (found.session, found.adopted, found.sponsors.draft) == (None, None, "unknown")


def test_many_files_are_read_as_few_are(tmp_path: Path, save: Save) -> None:
    """By several processes where the machine has several cores; the bytes are the same."""
    save("bad.xml", b"<a/>")
    for number in range(1, 70):
        save(f"{number}.xml", akn(symbol=f"A/RES/79/{number}"))
    report = run(tmp_path)
    assert (report.read, report.documents, len(report.refusals)) == (69, 69, 1)
    many = document(tmp_path, "79/A-RES-79-69"), (tmp_path / "out/79/A-RES-79-69.yaml").read_bytes()
    for file in (tmp_path / "in").iterdir():
        if file.name != "69.xml":
            file.unlink()
    (tmp_path / "out/79/A-RES-79-69.yaml").unlink()
    assert (run(tmp_path).documents, document(tmp_path, "79/A-RES-79-69")) == (1, many[0])
    assert (tmp_path / "out/79/A-RES-79-69.yaml").read_bytes() == many[1]


def test_same_input_same_bytes(tmp_path: Path, save: Save) -> None:
    save("a.xml", akn(voting=recorded(vote(2, "inFavour", "UGANDA", "NIGER"))))
    assert run(tmp_path).changed == 1
    path = tmp_path / "out" / "79" / "A-RES-79-500.yaml"
    files = {p: p.read_bytes() for p in path.parent.iterdir()}
    assert set(files) == {path, path.with_suffix(".fingerprints")}
    assert run(tmp_path).changed == 0
    for file in files:
        file.unlink()
        assert run(tmp_path).changed == 1
    assert {p: p.read_bytes() for p in path.parent.iterdir()} == files


def test_fingerprints_stand_beside_the_skeleton_by_its_ids(tmp_path: Path, save: Save) -> None:
    save("a.xml", akn())
    save("b.xml", akn(language="zho"))
    save("c.xml", akn(language="fra"))
    run(tmp_path)
    places = [p.id for p in document(tmp_path).paragraphs]
    symbol, found = from_text((tmp_path / "out/79/A-RES-79-500.fingerprints").read_bytes())
    assert symbol == "A/RES/79/500"
    assert set(found) == {"en", "zh"}
    assert {f.language: f.sha256 for f in document(tmp_path).files}.items() >= {
        language: text.sha256 for language, text in found.items()
    }.items()
    for text in found.values():
        assert list(text.paragraphs) == places


def test_documents_that_do_not_mention_ai_are_left_out(tmp_path: Path, save: Save) -> None:
    save("a.xml", akn(body=paragraph("1.", "Asks for sheep.")))
    assert run(tmp_path).left_out == 1
    assert run(tmp_path, mentioning_only=False).documents == 1


def test_two_different_files_of_one_language_are_not_guessed_between(
    tmp_path: Path, save: Save
) -> None:
    save("a.xml", akn())
    save("b.xml", akn(title="Goats"))
    save("c.xml", akn())
    report = run(tmp_path)
    assert len(report.refusals) == 1
    assert "b.xml" in report.refusals[0]
    assert document(tmp_path).titles["en"] == "Sheep and machines"


def test_languages_join_by_paragraph_id(tmp_path: Path, save: Save) -> None:
    save("en.xml", akn(body=BODY + paragraph("2.", "Asks for rest.")))
    chinese = paragraph("1.", '<span class="bold">请</span>数羊；')
    rest = paragraph("2.", '<span class="bold">又请</span>休息。')
    preamble = '<container><p><span class="bold">注意到</span>羊，</p></container>'
    save("zh.xml", akn(language="zho", title="羊", body=chinese + rest, preamble=preamble * 2))
    report = run(tmp_path)
    found = document(tmp_path)
    assert found.titles == {"en": "Sheep and machines", "zh": "羊"}
    assert [p.verbs.get("zh") for p in found.paragraphs] == [None, "请", "又请"]
    assert len(report.warnings) == 1
    assert "has pp2 beside the English; 2 preambular opening phrases left out" in report.warnings[0]


@pytest.mark.parametrize("order", [*permutations(("ara", "fra", "spa", "zho"))][::5])
def test_whatever_the_files_are_called_languages_come_in_one_order(
    tmp_path: Path, save: Save, order: tuple[str, ...]
) -> None:
    """In the document, byte by byte, and in what is warned of."""
    save("0.xml", akn(body=BODY + paragraph("2.", "Asks for rest.")))
    odd = '<container><p><span class="bold">x</span>羊，</p></container>'
    for number, language in enumerate(order, start=1):
        save(f"{number}.xml", akn(language=language, title=language, preamble=odd * 3))
    warned = [line.partition("in/")[2].partition(":")[0] for line in run(tmp_path).warnings]
    languages = dict.fromkeys(order[int(name[0]) - 1] for name in warned)
    assert [*languages] == ["ara", "spa", "fra", "zho"]
    assert list(document(tmp_path).titles) == ["ar", "en", "es", "fr", "zh"]


def test_absences_stay_apart(tmp_path: Path, save: Save) -> None:
    save("a.xml", akn(by="submitted by the President of the General Assembly"))
    save("b.xml", akn(symbol="A/RES/79/501", proponent="#noMainCommittee"))
    save("c.xml", akn(symbol="A/RES/79/502", by=""))
    run(tmp_path)
    president = document(tmp_path).sponsors
    assert (president.draft, president.added) == ("not_applicable", "not_applicable")
    assert president.parties == ["the President of the General Assembly"]
    plenary = document(tmp_path, "79/A-RES-79-501").sponsors
    assert (plenary.draft, plenary.added) == ({"UGA": "Uganda"}, "none")
    assert document(tmp_path, "79/A-RES-79-502").sponsors.draft == "unknown"


@given(
    st.dictionaries(
        st.text("abcyn", min_size=1, max_size=4),
        st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), min_size=1),
        min_size=1,
    )
)
def test_whatever_text_is_written_reads_back(values: dict[str, str]) -> None:
    assert parse_yaml(to_yaml({"a": values}).encode())[0] == {"a": values}


def test_what_yaml_would_misread_is_quoted() -> None:
    text = to_yaml({"no": "NO", "on": "2024-12-24", "number": "12:30", "codes": ["NOR", "SWE"]})
    assert text == ("'no': 'NO'\n'on': '2024-12-24'\nnumber: '12:30'\ncodes: [NOR, SWE]\n...\n")
    assert to_yaml({"a": "", "b": "=", "c": "<<"}) == "a: ''\nb: '='\nc: '<<'\n...\n"


def test_write_says_whether_the_file_changed(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.yaml"
    assert [write(path, "a: 1\n"), write(path, "a: 1\n"), write(path, "a: 2\n")] == [
        True,
        False,
        True,
    ]
    assert path.read_text() == "a: 2\n"


def test_a_count_of_nobody_is_written_and_what_is_not_said_is_not():
    text = to_yaml({"abstain": 0, "no": None, "seen": False, "names": [], "more": {}})
    assert text == "abstain: 0\n...\n"
