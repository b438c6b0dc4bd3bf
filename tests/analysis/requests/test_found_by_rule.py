"""Requests that a rule is sure of, and what the next text shows of them, on invented texts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.analysis.requests.found_by_rule import answers_by_rule, found_by_rule
from dashboard.analysis.requests.outcomes import outcomes
from dashboard.analysis.selection.query import Query
from dashboard.corpus.records.requests import DocumentRequests, RequestCandidates
from dashboard.corpus.snapshot import Snapshot
from tests.invented.builders_curated import requests as listed
from tests.invented.synthetic import snapshot as invented

FIRST, NEXT = "A/RES/90/1", "A/RES/91/1"
ALL = Query()


def record(cites: tuple[str, ...] = (), **more: Any) -> Snapshot:
    """A text of 2035 that asks, and the next of its title in 2036 that cites."""
    asks = {"id": FIRST, "symbol": FIRST, "title_en": "Trees", "date": "2035-12-01"}
    cited = {**asks, "id": NEXT, "symbol": NEXT, "date": "2036-12-01", "cites": cites}
    paragraph = {
        "part": "operative", "date": "2035-12-01", "symbol": FIRST, "tier": 4, "mentions_ai": True,
        "topics": ("trees",), "weight": "mention", "track": "civilian",
    }  # fmt: skip
    sure = {"op3": ["report"], "op4": ["agenda"], "op5": ["meeting", "report"]}
    found = {FIRST: {"sure": sure, "to_look_at": {"op6": ["report"]}}, NEXT: "none"}
    fields: dict[str, Any] = {
        "documents": [{**asks, "cites": ()}, cited],
        "paragraphs": [
            {
                **paragraph,
                "id": f"{FIRST}#op{n}",
                "number": str(n),
                "addressees": ("secretary_general",) if n == 3 else ("states", "forum"),
            }
            for n in (3, 4, 5, 6)
        ]
        + [{**paragraph, "id": f"{NEXT}#op1", "symbol": NEXT, "date": "2036-12-01", "number": "1"}],
        "requests": [],
        "request_candidates": RequestCandidates.model_validate({"rule": 2, "candidates": found}),
        "as_of": dt.date(2037, 6, 1),
    }
    return invented(**{**fields, **more})


def told(snapshot: Snapshot, query: Query = ALL) -> dict[str, str]:
    found = outcomes(found_by_rule(snapshot, query), snapshot.as_of)
    return {
        name.partition("#")[2]: o for name, o in zip(found["id"], found["outcome"], strict=True)
    }


def test_a_record_that_was_not_scanned_has_none():
    assert found_by_rule(record(request_candidates=None), ALL).empty
    assert found_by_rule(invented(), ALL).empty


def test_only_what_the_rule_is_sure_of_is_found_each_as_what_it_asks_for():
    found = found_by_rule(record(), ALL).set_index("place")
    assert dict(found["deliverable"]) == {
        "3": "report_sg", "4": "agenda_item", "5": "meeting_event",
    }  # fmt: skip
    assert found.loc["3", "addressee"] == "secretary_general"
    assert (
        found.loc[["4", "5"], "addressee"].isna().all()
    )  # two are named: who is asked is not sure
    sure = {FIRST: {"sure": {"op4": ["document_to"]}}}
    asked = RequestCandidates.model_validate({"rule": 2, "candidates": sure})
    assert found_by_rule(record(request_candidates=asked), ALL)["deliverable"].isna().all()
    assert found["subject_en"].isna().all()
    assert found["due_to"].isna().all()


@pytest.mark.parametrize(
    ("cites", "became"),
    [
        ((), "no_day"),
        (("A/90/70", "A/91/12", "A/HRC/91/70", "A/RES/91/70"), "no_day"),  # none is a later report
        (("A/91/70",), "unknown"),  # two reports are asked for: which came?
        (("A/91/70", "A/92/71-E/2036/4"), "came_by"),
        (("A/91/70", "A/91/71", "A/91/72"), "came_by"),
    ],
)
def test_reports_are_looked_for_in_the_next_text_alone(cites: tuple[str, ...], became: str):
    assert told(record(cites)) == {"op3": became, "op4": "came_by", "op5": "unknown"}
    rows = found_by_rule(record(cites), ALL).set_index("place")
    assert rows.loc["3", "answered_by"] == ()
    assert rows.loc["4", "answered_by"] == (NEXT,)


def test_one_report_and_one_document_belong_together():
    sure = {FIRST: {"sure": {"op3": ["report"]}}}
    found = RequestCandidates.model_validate({"rule": 2, "candidates": sure})
    snapshot = record(("A/91/70", "A/70/1"), request_candidates=found)
    assert answers_by_rule(snapshot, FIRST)["report"]["answered_by"] == ("A/91/70",)
    [row] = found_by_rule(snapshot, ALL).to_dict("records")
    assert row["answered_before"] == "2036-12-01"


def test_without_a_next_text_nothing_is_said():
    assert answers_by_rule(record(("A/92/70", "A/92/71")), NEXT) == {}
    assert answers_by_rule(record(), "A/RES/ES-10/1") == {}


def test_before_the_next_text_its_citations_are_not_known():
    for cites in ((), ("A/91/70", "A/91/71")):
        early = record(cites, as_of=dt.date(2036, 1, 1))
        assert set(told(early).values()) == {"unknown"}
    assert told(record(as_of=dt.date(2035, 11, 30))) == {}


def test_what_is_on_record_or_refused_is_not_found_again():
    values = listed(refused={"op4": "invented"}) | {"symbol": FIRST}
    on_record = {FIRST: DocumentRequests.model_validate(values)}
    assert list(told(record(requests=[], imported={}))) == ["op3", "op4", "op5"]
    snapshot = record()
    snapshot = Snapshot(**{**vars(snapshot), "requests": on_record, "version": "other"})
    assert list(told(snapshot)) == ["op5"]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        (ALL.choosing("deliverable", ["report_sg"]), ["op3"]),
        (ALL.choosing("deliverable", [], ["report_sg"]), ["op4", "op5"]),
        (ALL.choosing("deliverable", ["report_other"]), []),
        (ALL.choosing("deliverable", ["unknown"]), []),
        (ALL.choosing("addressee", ["secretary_general"]), ["op3"]),
        (ALL.having(from_="2036"), []),
        (ALL.choosing("status", ["unknown"]), []),
        (ALL.having(scope="ai", sort=("due_to",)), ["op3", "op4", "op5"]),
    ],
)
def test_filters_of_the_page_hold(query: Query, places: list[str]):
    assert list(told(record(), query)) == places
