"""Codings, first and second, against the text they code and the vocabularies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.reading.loading import load
from dashboard.corpus.snapshot import examine, take_snapshot
from tests.invented.builders import RESOLUTION, change, write

CODING = "curated/paragraphs/A-RES-90-1.yaml"
SECOND = "curated/second_reading.yaml"
ID = "A/RES/90/1#pp1"


def coding(**changes: Any) -> dict[str, Any]:
    return {
        "summary": {"en": "Recalls the orchard.", "zh": "回顾果园。"},
        "topics": ["safety"],
        "addressees": "none",
        **changes,
    }


def first(data: Path, **paragraphs: dict[str, Any]) -> None:
    head = {"symbol": "A/RES/90/1", "coded_by": "human", "reviewed": True, "checked": "2035-12-31"}
    write(data / CODING, {**head, "paragraphs": paragraphs})


def again(data: Path, full_id: str = ID, **changes: Any) -> None:
    codes = {"topics": ["safety"], "addressees": "none", "actions": [], **changes}
    kept = {key: value for key, value in codes.items() if value is not None}
    head = {"sampled": "one of one", "coded_by": "human", "checked": "2035-12-31"}
    write(data / SECOND, {**head, "paragraphs": {full_id: kept}})


def problems(data: Path) -> list[str]:
    return [f"{p} ({p.severity})" for p in examine(data)[1]]


def test_no_second_reading_is_none(data_dir: Path) -> None:
    assert take_snapshot(data_dir).second_reading is None


def test_a_paragraph_coded_twice(data_dir: Path) -> None:
    first(data_dir, pp1=coding())
    again(data_dir, addressees=["invented"])
    snapshot = take_snapshot(data_dir)
    assert snapshot.problems == ()
    assert snapshot.second_reading is not None
    assert snapshot.second_reading.paragraphs[ID].addressees == ["invented"]
    assert snapshot.files["second_readings:second_reading"] == SECOND


def test_a_coding_of_what_is_not_there(data_dir: Path) -> None:
    first(data_dir, pp9=coding(topics=["safty"]))
    found = problems(data_dir)
    assert found[0].startswith(f"{CODING}:6: paragraphs.pp9: no such paragraph in A/RES/90/1: ")
    assert found[1].startswith(f"{CODING}:11: paragraphs.pp9.topics[0]: found 'safty'; allowed: ")
    assert found[1].endswith("did you mean 'safety'? (error)")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"addressees": ["invented"]}, "actions"),
        ({"actions": ["invented"]}, "addressees"),
        ({"addressees": "unknown", "actions": ["invented"]}, "addressees"),
        ({"addressees": ["invented"], "actions": ["invented"]}, None),
        ({"addressees": "none", "actions": []}, None),
    ],
)
def test_whoever_is_asked_is_asked_for_something(
    data_dir: Path, changes: dict[str, Any], field: str | None
) -> None:
    first(data_dir, pp1=coding(**changes))
    found = problems(data_dir)
    assert [f"paragraphs.pp1.{field}: whoever is asked" in problem for problem in found] == (
        [True] if field else []
    )


def test_a_summary_too_long_is_a_warning(data_dir: Path) -> None:
    first(data_dir, pp1=coding(summary={"en": "word " * 30 + "end", "zh": "字"}))
    assert problems(data_dir) == [
        f"{CODING}:8: paragraphs.pp1.summary.en: 31 words; a summary has at most 30 (warning)"
    ]


@pytest.mark.parametrize(
    ("full_id", "changes", "message"),
    [
        ("A/RES/90/7#pp1", {}, f"{SECOND}:5: paragraphs.A/RES/90/7#pp1: A/RES/90/7 was not"),
        ("A/RES/90/1#pp9", {}, f"{SECOND}:5: paragraphs.{ID[:-1]}9: no such paragraph in A/RES"),
        (ID, {"topics": ["x"]}, f"{SECOND}:7: paragraphs.{ID}.topics[0]: found 'x'; allowed: "),
        (ID, {"addressees": ["x"]}, f"paragraphs.{ID}.addressees[0]: found 'x'; allowed: inv"),
        (ID, {"actions": ["x"]}, f"paragraphs.{ID}.actions[0]: found 'x'; allowed: invented"),
    ],
)
def test_a_second_reading_that_does_not_fit_is_left_out(
    data_dir: Path, full_id: str, changes: dict[str, Any], message: str
) -> None:
    first(data_dir, pp1=coding())
    again(data_dir, full_id, **changes)
    (found,) = problems(data_dir)
    assert message in found
    assert found.endswith("(error)")
    assert take_snapshot(data_dir).second_reading is None


@pytest.mark.parametrize(
    ("full_id", "changes"),
    [
        ("pp1", {}),
        ("A/RES/90/1", {}),
        (ID, {"actions": None}),
        (ID, {"softeners": []}),
        (ID, {"topics": []}),
        (ID, {"addressees": "not_applicable"}),
        (ID, {"summary": {"en": "x", "zh": "x"}}),
    ],
)
def test_a_second_reading_is_strict(data_dir: Path, full_id: str, changes: dict[str, Any]) -> None:
    first(data_dir, pp1=coding())
    again(data_dir, full_id, **changes)
    corpus = load(data_dir)
    assert corpus.second_readings == {}
    assert {problem.file for problem in corpus.problems} == {SECOND}


def test_a_paragraph_without_a_first_coding_is_a_warning(data_dir: Path) -> None:
    again(data_dir)
    message = f"{SECOND}:5: paragraphs.{ID}: nobody coded it a first time; it is not compared"
    assert problems(data_dir) == [f"{message} (warning)"]
    assert take_snapshot(data_dir).second_reading is not None


@pytest.mark.parametrize("file", [RESOLUTION, CODING])
def test_a_text_left_out_is_blamed_once(data_dir: Path, file: str) -> None:
    first(data_dir, pp1=coding())
    again(data_dir)
    change(data_dir / file, strange="x")
    assert [line.partition(":")[0] for line in problems(data_dir)] == [file]
