"""What a text's predecessor asked and the text neither repeats nor ends, on invented texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.quality import series_requests
from dashboard.analysis.quality.series_requests import LEFT_BEHIND, left_behind
from dashboard.corpus.records.requests import DocumentRequests
from dashboard.corpus.snapshot import Snapshot
from tests.invented.builders_curated import request, requests

EARLIER, LATER = "A/RES/79/239", "A/RES/80/58"
RECURRING, ONCE = {"frequency": "recurring"}, {"frequency": "once"}


def listed(symbol: str, *made: dict[str, Any], **more: Any) -> DocumentRequests:
    values = [{name: value for name, value in each.items() if value is not None} for each in made]
    return DocumentRequests.model_validate(requests(symbol=symbol, requests=values, **more))


def asked(place: str, number: int = 1, **changes: Any) -> dict[str, Any]:
    return request(f"79-239-{number}", paragraph=place, **changes)


def holding(real: Snapshot, *on_record: DocumentRequests) -> Snapshot:
    return dataclasses.replace(real, requests={each.symbol: each for each in on_record})


def found(snapshot: Snapshot) -> list[tuple[str, Any, str]]:
    frame = left_behind(snapshot)
    assert list(frame.columns) == list(LEFT_BEHIND)
    ids = zip(frame["earlier_id"], frame["later_id"], frame["lacks"], strict=True)
    return [
        (before.partition("#")[2], None if pd.isna(after) else after.partition("#")[2], lacks)
        for before, after, lacks in ids
    ]


def test_without_requests_there_is_nothing_to_ask(real: Snapshot) -> None:
    assert found(holding(real)) == []


@pytest.mark.parametrize("frequency", [ONCE, RECURRING])
def test_a_paragraph_said_again_without_its_request(
    real: Snapshot, frequency: Mapping[str, str]
) -> None:
    before = listed(EARLIER, asked("op4", **frequency))
    assert found(holding(real, before)) == [("op4", "op6", "request")]
    again = listed(LATER, request("80-58-6", paragraph="op6"))
    assert found(holding(real, before, again)) == []
    refused = listed(LATER, refused={"op6": "activity"})
    assert found(holding(real, before, refused)) == []
    ended = listed(LATER, ended={EARLIER: {"op4": "fulfilled"}})
    assert found(holding(real, before, ended)) == []
    of_another = listed(LATER, ended={"A/RES/78/1": {"op4": "fulfilled"}})
    assert found(holding(real, before, of_another)) == [("op4", "op6", "request")]


def test_a_paragraph_dropped_is_asked_about_where_it_went_on(real: Snapshot) -> None:
    assert found(holding(real, listed(EARLIER, asked("op7", **ONCE)))) == []
    assert found(holding(real, listed(EARLIER, asked("op7", **RECURRING)))) == [
        ("op7", None, "request")
    ]
    replaced = asked("op7", superseded_by="79-239-2", **RECURRING)
    assert found(holding(real, listed(EARLIER, replaced))) == []


def test_a_series_on_another_pair_of_texts(real: Snapshot) -> None:
    before = listed("A/RES/79/248", request("79-248-77", paragraph="op77"))
    assert found(holding(real, before)) == [("op77", "op67", "request")]


def test_a_text_that_only_answers_another_is_no_later_one_of_its_series(real: Snapshot) -> None:
    before = listed("A/RES/79/325", request("79-325-9", paragraph="op9", **RECURRING))
    assert found(holding(real, before)) == []


def test_codes_that_are_not_repeated(real: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = real.tables["paragraphs"]
    of_later = paragraphs["symbol"].eq(LATER)
    emptied = paragraphs.assign(coded_by=paragraphs["coded_by"].mask(of_later))
    tables = real.tables.replacing("paragraphs", emptied)
    lacking = found(dataclasses.replace(holding(real), tables=tables))
    assert ("op4", "op6", "coding") in lacking
    assert {lacks for _, _, lacks in lacking} == {"coding"}
    monkeypatch.setattr(series_requests, "predecessors", lambda _: {})
    assert found(dataclasses.replace(holding(real), tables=tables)) == []
