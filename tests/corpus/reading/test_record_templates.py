"""What a curator begins with is readable, and says itself what is left to fill."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.reading.record_templates import NoTemplateError, templates
from dashboard.corpus.reading.yaml_reader import UnreadableYamlError, parse_yaml
from dashboard.corpus.snapshot import examine
from tests.invented.builders import CONSENSUS, change, paragraph, write

DOCUMENT = {"weight", "track", "summary.en", "verification", "checked", "sources[0].url"}
OWN = {"titles.en", "date"}
EVENT = {
    *("date", "kind", "body", "forum", "track", "titles.en", "summary.en", "verification"),
    *("checked", "sources[0].url"),
}


@pytest.mark.parametrize(
    "name", ["", " ", "Summit", "a b", "-a", "../x", "a/b", "A" * 70, "x" * 99]
)
def test_a_name_of_no_record_is_refused_with_what_would_do(name: str):
    with pytest.raises(NoTemplateError, match="names no record"):
        templates(name, Corpus())


def empty_places(values: Any, path: str = "") -> set[str]:
    """Every key without a value, as messages name it."""
    if isinstance(values, dict):
        steps = [(f"{path}.{key}" if path else key, inner) for key, inner in values.items()]
    elif isinstance(values, list):
        steps = [(f"{path}[{number}]", inner) for number, inner in enumerate(values)]
    else:
        return {path} if values in (None, "YYYY-MM-DD") else set()
    return {place for step, inner in steps for place in empty_places(inner, step)}


@pytest.mark.parametrize(
    ("name", "file", "left"),
    [
        ("grove-forum", "curated/events/grove-forum.yaml", EVENT),
        ("A/91/88", "curated/documents/A-91-88.yaml", DOCUMENT | {"kind", "body"} | OWN),
        ("90/7", "curated/documents/A-RES-90-7.yaml", DOCUMENT | OWN),
        ("A/RES/90/2", "curated/documents/A-RES-90-2.yaml", DOCUMENT),
    ],
)
def test_check_names_what_is_left_to_fill_and_nothing_else(
    data_dir: Path, name: str, file: str, left: set[str]
):
    text = templates(name, load(data_dir))[file]
    path = data_dir / file
    path.write_text(text, encoding="utf-8")
    values, lines = parse_yaml(path.read_bytes(), with_lines=True)
    assert empty_places(values) == left
    found = [p for p in examine(data_dir)[1] if p.file == file]
    assert {p.field for p in found} == left
    assert all("is empty" in p.message or "YYYY-MM-DD" in p.message for p in found)
    assert {p.line for p in found} <= set(lines.values())


def test_every_paragraph_of_an_imported_text_waits_to_be_coded(data_dir: Path):
    file = "curated/paragraphs/A-RES-90-2.yaml"
    openings = [
        paragraph("pp1", None),
        paragraph("op1", "Notes\n:#'\" *x", number="1", mentions_ai=True),
        paragraph("op1.a", None, number="1 (a)", parent="op1", near_ai=True),
    ]
    change(data_dir / CONSENSUS, paragraphs=openings)
    text = templates("A/RES/90/2", load(data_dir))[file]
    (data_dir / "curated/paragraphs").mkdir(exist_ok=True)
    (data_dir / file).write_text(text, encoding="utf-8")
    values = yaml.safe_load(text)
    assert list(values["paragraphs"]) == ["pp1", "op1", "op1.a"]
    assert "op1:  # 1, Notes :#'\" *x, mentions AI\n" in text
    assert "op1.a:  # 1 (a), no opening verb, near AI\n" in text
    wanted = {"checked"} | {
        f"paragraphs.{place}.{field}"
        for place in ("pp1", "op1", "op1.a")
        for field in ("summary.en", "summary.zh", "topics", "addressees")
    }
    assert {p.field for p in examine(data_dir)[1] if p.file == file} == wanted


def test_a_filled_skeleton_is_a_good_record(data_dir: Path):
    (file, text), = templates("grove-forum", load(data_dir)).items()  # fmt: skip
    filled = yaml.safe_load(text)
    filled |= {
        "date": "2035-02", "kind": "summit", "body": "summits", "forum": "Grove",
        "track": "civilian", "titles": {"en": "Grove forum"}, "summary": {"en": "Trees met."},
        "verification": "reported", "checked": "2035-12-31",
        "sources": [{"url": "https://example.org/grove"}],
    }  # fmt: skip
    write(data_dir / file, filled)
    corpus, problems = examine(data_dir)
    assert problems == []
    assert corpus.events["grove-forum"].coded_by == "human"


@given(st.text(max_size=30))
def test_any_name_gives_readable_files_or_is_refused(name: str):
    try:
        files = templates(name, Corpus())
    except NoTemplateError:
        return
    for file, text in files.items():
        assert ".." not in file
        try:
            values, _ = parse_yaml(text.encode())
        except UnreadableYamlError as error:
            pytest.fail(f"{name!r}: {error}")
        assert values["id"] in (name, values.get("symbol"))
