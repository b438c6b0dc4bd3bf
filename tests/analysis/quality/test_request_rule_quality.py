"""Precision and recall of the rule, by hand on invented requests and against the record."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from dashboard.analysis.quality.request_rule_quality import (
    OPEN,
    QUALITY,
    refusals,
    rule_quality,
    unjudged,
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
    """The record with these candidates by text: paragraphs, sure where marked with `!`."""
    scanned = (
        None
        if found is None
        else RequestCandidates.model_validate(
            {"rule": 1, "candidates": {symbol: graded(places) for symbol, places in found.items()}}
        )
    )
    return dataclasses.replace(
        record, request_candidates=scanned, requests={each.symbol: each for each in on_record}
    )


def graded(places: Any) -> Any:
    if places == "none":
        return places
    return {
        "sure": {place[:-1]: ["report"] for place in places if place.endswith("!")},
        "to_look_at": {place: ["meeting"] for place in places if not place.endswith("!")},
    }


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
    assert list(frame["n"]) == [0] * 8
    assert frame["value"].isna().all()
    left = unjudged(snapshot)
    assert list(left.columns) == list(OPEN)
    assert len(left) == len(refusals(snapshot)) == 0


def test_a_text_that_was_not_read_counts_for_nothing(record: Snapshot) -> None:
    snapshot = holding(record, {ONE: ["op1"]}, listed(ONE, "op1"), listed(TWO, "op1", "op2"))
    assert measures(snapshot)["recall"] == (1.0, 1)


def test_shares_by_hand(record: Snapshot) -> None:
    found = {ONE: ["op1!", "op2", "op5!"], TWO: "none", THREE: ["op1"]}
    snapshot = holding(
        record,
        found,
        listed(ONE, "op1", "op1", "op2", "op3", None, full=True),  # op1 asks for two things
        listed(TWO, "op4"),
    )
    got = measures(snapshot)
    assert got["precision"] == (2 / 4, 4)
    assert got["recall"] == (2 / 4, 4)
    assert got["precision_sure"] == (1 / 2, 2)
    assert got["recall_sure"] == (1 / 4, 4)
    assert got["precision_read_in_full"] == (2 / 3, 3)
    assert got["recall_read_in_full"] == (2 / 3, 3)
    assert got["precision_sure_read_in_full"] == (1 / 2, 2)
    assert got["recall_sure_read_in_full"] == (1 / 3, 3)


def test_what_is_open(record: Snapshot) -> None:
    found = {ONE: ["op1!", "op5!"], THREE: ["annex1.4"]}
    left = unjudged(holding(record, found, listed(ONE, "op1", full=True)))
    assert left.to_dict("records") == [
        {"symbol": ONE, "paragraph": f"{ONE}#op5", "sure": True, "read_in_full": True},
        {"symbol": THREE, "paragraph": f"{THREE}#annex1.4", "sure": False, "read_in_full": False},
    ]


def test_a_second_asking_word_of_a_paragraph_is_open_until_it_is_judged(record: Snapshot) -> None:
    found = {ONE: ["op1!", "op1", "op2!", "op2"]}
    on_record = listed(ONE, "op1", "op2", "op2")
    assert list(unjudged(holding(record, found, on_record))["sure"]) == [False]  # op1, to look at
    refused = on_record.model_copy(update={"refused": {"op1": "activity", "op9": "activity"}})
    judged = holding(record, found, refused)
    assert len(unjudged(judged)) == 0
    assert refusals(judged).to_dict("records") == [{"reason": "activity", "paragraphs": 2}]


def test_the_record_beats_the_rule_it_was_collected_with(real: Snapshot) -> None:
    got = measures(real)
    assert got["precision"][0] > 0.75
    assert got["recall"][0] > 0.86
    assert got["recall_read_in_full"][0] > 0.83
    assert got["precision_sure"][0] >= 0.96
    assert got["recall_sure"][0] > 0.6
    assert got["recall"][1] == 491
    assert got["recall_read_in_full"][1] == 57


def test_every_candidate_is_recorded_or_refused_with_a_reason(real: Snapshot) -> None:
    assert real.request_candidates is not None
    assert len(real.request_candidates.candidates) == 110
    candidates = {
        f"{symbol}#{place}"
        for symbol, text in real.request_candidates.texts()
        for place in (*text.sure, *text.to_look_at)
    }
    recorded = set(real.tables["requests"]["paragraph"].dropna())
    refused = {
        f"{symbol}#{place}" for symbol, each in real.requests.items() for place in each.refused
    }
    assert candidates <= recorded | refused <= set(real.tables["paragraphs"]["id"])
    assert len(unjudged(real)) == 0
