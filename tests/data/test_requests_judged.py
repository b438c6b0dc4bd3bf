"""Requests as a second reader found them: what was missed, misread, and what is none."""

from __future__ import annotations

import pytest

from dashboard.analysis.quality.series_requests import left_behind
from dashboard.corpus.records.requests import Request
from dashboard.corpus.snapshot import Snapshot


@pytest.fixture(scope="module")
def listed(record: Snapshot) -> dict[str, Request]:
    return {r.id: r for each in record.requests.values() for r in each.requests}


@pytest.mark.parametrize(
    ("request_id", "paragraph", "addressee", "deliverable", "due"),
    [
        ("79-93-b-168", "B.op168", "general_assembly", "agenda_item", "80"),
        ("80-84-b-166", "B.op166", "general_assembly", "agenda_item", "81"),
        ("79-248-77", "op77", "secretary_general", "other", None),
        ("80-234-67", "op67", "secretary_general", "other", None),
        ("79-286-11-2", "op11", "pga", "summary_chair_or_pga", None),
        ("79-286-4-c", "op4.c", "presiding_officer", "summary_chair_or_pga", "2025-11-25"),
        ("80-58-6", "op6", "secretariat_unit", "meeting_event", None),
        (
            "79-323-annex-38-a", "annex.38.a", "international_financial_institution",
            "report_other", None,
        ),
        ("79-286-4-a", "op4.a", "general_assembly", "meeting_event", "2025-11-24"),
        ("80-39-19", "op19", "presiding_officer", "report_other", None),
        # split by verb
        ("79-1-77-e", "op77.e", "international_financial_institution", "report_other", None),
        ("79-1-77-e-2", "op77.e", "secretary_general", "briefing_oral_update", None),
        ("79-93-b-164-2", "B.op164", "secretariat_unit", "briefing_oral_update", "2025-04-28"),
        ("80-234-70-2", "op70", "secretary_general", "report_sg", "81"),
        # whom it is asked of
        ("79-194-68", "op68", "presiding_officer", "report_other", "2025"),
        ("77-150-52", "op52", "presiding_officer", "report_other", "2023"),
        ("78-132-58", "op58", "presiding_officer", "report_other", "2024"),
        ("80-118-73", "op73", "presiding_officer", "report_other", "2026"),
        ("79-323-annex-48-a", "annex.48.a", "secretary_general", "appointment", None),
        ("79-323-annex-48-a-2", "annex.48.a", "un_subsidiary_body", "report_other", "2026"),
        ("79-323-annex-48-a-3", "annex.48.a", "un_subsidiary_body", "report_other", "2027"),
    ],
)  # fmt: skip
def test_requests_a_second_reader_missed_or_read_otherwise(
    listed: dict[str, Request], request_id: str, paragraph: str, addressee: str, deliverable: str,
    due: str | None,
) -> None:  # fmt: skip
    found = listed[request_id]
    assert (found.paragraph, found.addressee.code) == (paragraph, addressee)
    assert (found.deliverable, found.due) == (deliverable, due)


@pytest.mark.parametrize(
    ("symbol", "paragraph", "reason"),
    [
        ("A/RES/79/316", "op19", "asked_elsewhere"),
        ("A/RES/80/5", "annex.29.k", "asked_elsewhere"),
        ("A/RES/80/39", "op10", "outside_scope"),
        ("A/RES/80/39", "op16", "outside_scope"),
        ("A/RES/80/39", "op18", "outside_scope"),
        ("A/RES/80/39", "op20", "outside_scope"),
        ("A/RES/79/323", "annex.65.e", "outside_scope"),
        ("A/RES/78/290", "op10", "outside_scope"),
        ("A/RES/79/152", "op16.a", "part_of_another"),
        ("A/RES/78/152", "op3", "nothing_asked"),
        ("A/RES/79/93 A-B", "B.op104", "activity"),
    ],
)
def test_what_is_no_request_says_why(
    record: Snapshot, symbol: str, paragraph: str, reason: str
) -> None:
    listed = record.requests[symbol]
    assert listed.refused[paragraph] == reason
    assert paragraph not in {request.paragraph for request in listed.requests}


def test_a_resolution_that_approved_an_office_is_not_the_proposal(
    listed: dict[str, Request],
) -> None:
    (answer,) = listed["79-1-annex-i-72"].answers
    assert (answer.symbol, answer.issued) == (None, "2024-11-08")


def test_an_answer_is_not_told_under_the_symbol_of_another(listed: dict[str, Request]) -> None:
    """A day without a symbol beside a symbol of another day would be read as its day."""
    for request in listed.values():
        nameless = [a for a in request.answers if not (a.symbol or a.event)]
        assert not nameless or len(request.answers) == len(nameless), request.id


@pytest.mark.parametrize(
    "request_id",
    [
        *("75-316-21", "77-320-22", "79-334-27", "80-147-55", "80-173-122", "80-118-13"),
        *("79-1-annex-i-71", "79-1-annex-i-72", "79-1-annex-i-74", "79-1-annex-i-74-2"),
        *("79-1-annex-i-74-3", "79-194-13", "79-1-48-e", "79-172-47"),
    ],
)
def test_emerging_technologies_are_near_ai(listed: dict[str, Request], request_id: str) -> None:
    assert listed[request_id].ai_relation == "near"
    assert not listed[request_id].about_ai


@pytest.mark.parametrize(
    ("symbol", "paragraph", "pattern"),
    [
        ("A/RES/79/93 A-B", "B.op168", "agenda"),
        ("A/RES/80/84 A-B", "B.op166", "agenda"),
        ("A/RES/79/323", "annex.38.a", "document_by"),
        ("A/RES/79/286", "op11", "report"),
        ("A/RES/79/226", "op87", "document_to"),
    ],
)
def test_the_rule_is_sure_of_what_was_missed(
    record: Snapshot, symbol: str, paragraph: str, pattern: str
) -> None:
    assert record.request_candidates is not None
    found = dict(record.request_candidates.texts())[symbol]
    assert pattern in found.sure[paragraph]


def test_public_information_is_not_even_to_look_at(record: Snapshot) -> None:
    assert record.request_candidates is not None
    for symbol, text in record.request_candidates.texts():
        places = {*text.sure, *text.to_look_at}
        if symbol == "A/RES/79/93 A-B":
            assert not places & {"B.op104", "B.op105"}
        if symbol == "A/RES/80/84 A-B":
            assert not places & {"B.op103", "B.op104"}


def test_reasons_are_codes(record: Snapshot) -> None:
    reasons = set(record.vocabularies["refusals"].terms)
    used = {r for each in record.requests.values() for r in each.refused.values()}
    ended = {
        r for each in record.requests.values() for e in each.ended.values() for r in e.values()
    }
    assert used | ended == reasons


def test_nothing_of_a_predecessor_is_left_behind(record: Snapshot) -> None:
    assert left_behind(record).to_dict("records") == []
