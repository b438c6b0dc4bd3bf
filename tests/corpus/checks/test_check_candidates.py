"""What a rule found and what was refused, against the text and the requests on record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dashboard.corpus.snapshot import examine, take_snapshot
from tests.invented.builders import write
from tests.invented.builders_codes import vocabulary
from tests.invented.builders_curated import requests

FILE = "curated/requests/A-RES-90-1.yaml"
SCAN = "imported/request_candidates.yaml"
REASONS = "vocabulary/refusals.yaml"


def problems(data: Path) -> list[str]:
    return [f"{p} ({p.severity})" for p in examine(data)[1]]


def scanned(data: Path, candidates: dict[str, Any]) -> list[str]:
    write(data / SCAN, {"rule": 1, "candidates": candidates})
    return problems(data)


def test_candidates_of_texts_on_record(data_dir: Path) -> None:
    found = {"sure": {"op3": ["report"]}, "to_look_at": {"op2.a": ["meeting"]}}
    assert scanned(data_dir, {"A/RES/90/1": found, "A/RES/90/2": "none"}) == []
    kept = take_snapshot(data_dir).request_candidates
    assert kept is not None
    assert [(s, t.model_dump()) for s, t in kept.texts()] == [("A/RES/90/1", found)]
    assert kept.candidates["A/RES/90/2"] == "none"


def test_a_sure_candidate_is_judged(data_dir: Path) -> None:
    found = {"sure": {"op2.a": ["report"], "op3": ["report"]}, "to_look_at": {"op1": ["views"]}}
    (said,) = scanned(data_dir, {"A/RES/90/1": found})  # op3 is on record
    assert "sure.op2.a: is neither on record as a request nor refused with a reason (" in said
    write(data_dir / FILE, {**requests(), "refused": {"op2.a": "invented"}})
    assert scanned(data_dir, {"A/RES/90/1": found}) == []


def test_reasons_are_codes_for_paragraphs_on_record(data_dir: Path) -> None:
    write(data_dir / REASONS, vocabulary("refusals", {"invented": {}}))
    changes = {
        "refused": {"op2.a": "none_such", "op9": "invented"},
        "ended": {"A/RES/90/2": {"op99": "invented"}, "A/RES/90/9": {"op1": "invented"}},
    }
    write(data_dir / FILE, {**requests(), **changes})
    said = sorted(line.partition(": ")[2] for line in problems(data_dir))
    assert [line.partition(": found")[0] for line in said] == [
        "ended.A/RES/90/2.op99: no such paragraph in A/RES/90/2",
        "ended.A/RES/90/9: A/RES/90/9 was not imported (error)",
        "refused.op2.a",
        "refused.op9: no such paragraph in A/RES/90/1",
    ]


def test_a_text_may_ask_for_nothing_and_only_refuse(data_dir: Path) -> None:
    values = requests(symbol="A/RES/90/2", requests=[], refused={"op1": "invented"})
    write(data_dir / "curated/requests/A-RES-90-2.yaml", values)
    documents = take_snapshot(data_dir).tables["documents"].set_index("id")
    assert documents.loc["A/RES/90/2", "requests"] == 0


def test_candidates_nowhere(data_dir: Path) -> None:
    found = scanned(data_dir, {"A/RES/90/1": {"sure": {"op9": ["x"]}}, "A/RES/90/9": "none"})
    assert len(found) == 2
    said = "candidates.A/RES/90/1.sure.op9: no such paragraph in A/RES/90/1: found 'op9'"
    assert said in found[0]
    assert "candidates.A/RES/90/9: A/RES/90/9 was not imported (error)" in found[1]
    assert take_snapshot(data_dir).request_candidates is None
