"""Precision and recall of the rule, by hand on invented requests and against the record."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from dashboard.analysis.quality.request_rule_quality import (
    OPEN,
    QUALITY,
    open_candidates,
    rule_quality,
)
from dashboard.corpus.records.requests import DocumentRequests, RequestCandidates
from dashboard.corpus.snapshot import Snapshot
from tests.invented.builders_curated import request, requests

ONE, TWO, THREE = "A/RES/90/1", "A/RES/90/2", "A/RES/90/3"


def listed(symbol: str, *paragraphs: str | None, full: bool = False) -> DocumentRequests:
    made = [
        {k: v for k, v in request(f"90-1-{n}", paragraph=p).items() if v is not None or p is None}
        for n, p in enumerate(paragraphs, start=1)
    ]
    values = requests(symbol=symbol, requests=made, read_in_full=full)
    return DocumentRequests.model_validate(values)


def holding(
    record: Snapshot, found: dict[str, Any] | None, *on_record: DocumentRequests
) -> Snapshot:
    scanned = None if found is None else RequestCandidates(rule=1, candidates=found)
    return dataclasses.replace(
        record, request_candidates=scanned, requests={each.symbol: each for each in on_record}
    )


def measures(snapshot: Snapshot) -> dict[str, tuple[float, int]]:
    frame = rule_quality(snapshot)
    assert list(frame.columns) == list(QUALITY)
    return {
        measure: (value, n)
        for measure, value, n in zip(frame["measure"], frame["value"], frame["n"], strict=True)
    }


@pytest.mark.parametrize("found", [None, {}, {ONE: "none"}])
def test_without_candidates(record: Snapshot, found: dict[str, Any] | None) -> None:
    snapshot = holding(record, found)
    frame = rule_quality(snapshot)
    assert list(frame["n"]) == [0, 0, 0, 0]
    assert frame["value"].isna().all()
    left = open_candidates(snapshot)
    assert list(left.columns) == list(OPEN)
    assert len(left) == 0


def test_a_text_that_was_not_read_counts_for_nothing(record: Snapshot) -> None:
    snapshot = holding(record, {ONE: ["op1"]}, listed(ONE, "op1"), listed(TWO, "op1", "op2"))
    assert measures(snapshot)["recall"] == (1.0, 1)


def test_shares_by_hand(record: Snapshot) -> None:
    found = {ONE: ["op1", "op2", "op5"], TWO: "none", THREE: ["op1"]}
    snapshot = holding(
        record,
        found,
        listed(ONE, "op1", "op1", "op2", "op3", None, full=True),  # op1 asks for two things
        listed(TWO, "op4"),
    )
    got = measures(snapshot)
    assert got["precision"] == (2 / 4, 4)
    assert got["recall"] == (2 / 4, 4)
    assert got["precision_read_in_full"] == (2 / 3, 3)
    assert got["recall_read_in_full"] == (2 / 3, 3)


def test_what_is_open(record: Snapshot) -> None:
    found = {ONE: ["op1", "op5"], THREE: ["annex1.4"]}
    left = open_candidates(holding(record, found, listed(ONE, "op1", full=True)))
    assert left.to_dict("records") == [
        {"symbol": ONE, "paragraph": f"{ONE}#op5", "read_in_full": True},
        {"symbol": THREE, "paragraph": f"{THREE}#annex1.4", "read_in_full": False},
    ]


def test_the_record_beats_the_rule_it_was_collected_with(real: Snapshot) -> None:
    got = measures(real)
    assert got["precision"][0] > 0.46
    assert got["recall"][0] > 0.86
    assert got["recall_read_in_full"][0] > 0.86
    assert got["recall"][1] == 452
    assert got["recall_read_in_full"][1] == 55


def test_every_candidate_is_recorded_or_open(real: Snapshot) -> None:
    assert real.request_candidates is not None
    found = real.request_candidates.candidates
    assert len(found) == 110
    candidates = {
        f"{symbol}#{place}" for symbol, places in found.items() if places != "none"
        for place in places
    }  # fmt: skip
    left = set(open_candidates(real)["paragraph"])
    recorded = set(real.tables["requests"]["paragraph"].dropna())
    assert left == candidates - recorded
    known = set(real.tables["paragraphs"]["id"])
    assert left <= known
