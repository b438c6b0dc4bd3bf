"""The requests on record: their number, what became of them, and the facts they were taken from."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.corpus.records.requests import Request
from dashboard.corpus.request_status import with_status
from dashboard.corpus.snapshot import Snapshot
from tests.facts.gathered import facts

AS_OF = dt.date(2026, 11, 22)
CHINESE = re.compile(r"[\u4e00-\u9fff]")

# Where the record says more exactly than the facts who is asked: see data/vocabulary/README.md.
CLASSES = {
    "secretariat": "secretariat_unit",
    "treaty_body": "treaty_body_or_conference",
}
ENTITIES = {
    "General Assembly": "general_assembly",
    "President of the General Assembly": "pga",
    "Independent International Scientific Panel on AI": "un_subsidiary_body",
    "CSTD working group on data governance": "un_subsidiary_body",
    "CCW Group of Governmental Experts on LAWS": "treaty_body_or_conference",
    "High Contracting Parties to the CCW": "member_states_subset",
    "International Telecommunication Union": "specialized_agency",
    "Multilateral development banks": "international_financial_institution",
    "International Monetary Fund": "international_financial_institution",
}
RENAMED = {
    "one_off": "once",
    "briefing": "briefing_oral_update",
    "un_documents_yaml": "document_on_record",
}


@pytest.fixture(scope="module")
def listed(record: Snapshot) -> dict[str, Request]:
    return {r.id: r for each in record.requests.values() for r in each.requests}


@pytest.fixture
def gathered() -> dict[str, Any]:
    found: dict[str, Any] = facts("requests")
    return found


def count(listed: dict[str, Request], field: str) -> Counter[str]:
    return Counter(getattr(request, field) for request in listed.values())


def test_how_many_of_what(record: Snapshot, listed: dict[str, Request]) -> None:
    assert len(listed) == sum(len(each.requests) for each in record.requests.values()) == 544
    assert sum(bool(each.requests) for each in record.requests.values()) == 107
    assert len(record.tables["requests"]) == 544
    assert record.tables["requests"]["paragraph"].nunique() == 491
    assert count(listed, "deliverable") == {
        "agenda_item": 75, "report_sg": 236, "other": 41, "briefing_oral_update": 22,
        "report_other": 77, "review": 32, "meeting_event": 43, "compilation_of_views": 4,
        "appointment": 12, "summary_chair_or_pga": 2,
    }  # fmt: skip
    assert count(listed, "due_basis") == {
        "explicit_session": 236, "explicit_date": 56, "none_stated": 136, "event_based": 79,
        "inferred_session": 37,
    }  # fmt: skip
    assert count(listed, "answer_scope") == {"direct": 122, "series": 72, None: 350}
    assert count(listed, "search") == {
        "nothing_to_search_yet": 167, "found": 194, "later_resolutions": 124,
        "later_resolutions_and_look_up": 59,
    }  # fmt: skip
    assert count(listed, "about_ai") == {True: 61, False: 483}
    assert count(listed, "ai_relation") == {"direct": 61, "near": 24, "none": 459}
    assert sum(bool(request.reiterated_in) for request in listed.values()) == 16


def test_how_the_answers_are_known(listed: dict[str, Request]) -> None:
    ways = Counter(w for r in listed.values() for a in r.answers for w in a.established_by)
    assert ways == {
        "later_resolution": 38, "footnote_later_resolution": 155, "look_up": 96,
        "document_on_record": 23, "later_resolution_text": 4,
    }  # fmt: skip


def test_all_is_said_in_both_languages(listed: dict[str, Request]) -> None:
    for request in listed.values():
        for words in (request.addressee.name, request.subject, request.note):
            assert words is None or (words.zh and CHINESE.search(words.zh)), request.id


@pytest.fixture(scope="module")
def rows(record: Snapshot) -> dict[str, Any]:
    table = with_status(record.tables["requests"], AS_OF)
    return {str(row.id): row for row in table.itertuples()}


@pytest.mark.parametrize(
    ("request_id", "answered_by", "answered_on", "due_to", "status"),
    [
        ("79-239-7-2", ("A/80/78",), "2025-06-05", "2026-09-08", "issued_on_time"),
        ("78-241-2-2", ("A/79/88",), "2024-07-01", "2025-09-09", "issued_on_time"),
        ("78-311-15", (), None, "2026-09-08", "target_date_passed"),
        ("75-291-87", (), None, "2022-12-31", "overdue_not_found"),
        ("79-62-4", ("ccw-gge-september-2026",), "2026-09", "2025-12-31", "issued_late"),
        ("79-316-28", (), None, "2027-04-30", "not_yet_due"),
    ],
)
def test_what_became_of(
    rows: dict[str, Any],
    request_id: str,
    answered_by: tuple[str, ...],
    answered_on: str | None,
    due_to: str,
    status: str,
) -> None:
    row = rows[request_id]
    assert row.answered_by == answered_by
    assert (row.answered_on if isinstance(row.answered_on, str) else None) == answered_on
    assert (row.due_to, row.status) == (due_to, status)


@pytest.mark.parametrize(
    ("request_id", "event"),
    [
        ("79-62-7", "laws-informal-consultations-2025"),
        ("79-325-6", "global-dialogue-launch-2025"),
        ("79-325-6-2", "un-global-dialogue-2026"),
        ("79-325-1-a", "un-scientific-panel-preliminary-report-2026"),
        ("80-58-9", "military-ai-informal-exchanges-2026"),
    ],
)
def test_answers_that_are_events_on_record(
    record: Snapshot, listed: dict[str, Request], request_id: str, event: str
) -> None:
    assert [answer.event for answer in listed[request_id].answers] == [event]
    assert record.events[event].date == listed[request_id].answers[0].issued


def test_what_took_the_place_of_a_request(listed: dict[str, Request]) -> None:
    replaced = {r.id: r.superseded_by for r in listed.values() if r.superseded_by}
    assert replaced == {"75-316-21": "79-334-27", "77-320-22": "79-334-27"}


def test_texts_read_in_full_are_those_of_the_facts(
    record: Snapshot, gathered: dict[str, Any]
) -> None:
    full = {symbol for symbol, each in record.requests.items() if each.read_in_full}
    asking_for_nothing = {"A/RES/79/322", "A/RES/80/260"}
    sample = set(gathered["read_in_full"])
    assert full == sample - asking_for_nothing


def test_every_field_of_the_facts_stands_in_the_record(
    listed: dict[str, Request], gathered: dict[str, Any]
) -> None:
    assert [fact["id"] for fact in gathered["requests"] if fact["id"] not in listed] == []
    found = [
        line for fact in gathered["requests"] for line in differences(listed[fact["id"]], fact)
    ]
    assert found == []


def test_a_difference_is_seen(listed: dict[str, Request], gathered: dict[str, Any]) -> None:
    fact = next(f for f in gathered["requests"] if f["id"] == "79-239-7-2")
    assert list(differences(listed["79-239-7-2"], fact)) == []
    changed = {**fact, "due": 81, "note": True, "answered_by": []}
    assert len(list(differences(listed["79-239-7-2"], changed))) == 3


def differences(request: Request, fact: dict[str, Any]) -> Iterator[str]:
    """Every field in which the record differs from the facts, as they are named there."""
    window = request.window
    ours = {
        "paragraph": request.place,
        "addressee": (request.addressee.code, request.addressee.name.en),
        "deliverable": request.deliverable,
        "due": request.due,
        "due_basis": request.due_basis,
        "due_window": {"from": window.start, "to": window.end} if window else None,
        "frequency": request.frequency,
        "about_ai": request.about_ai,
        "ai_relation": request.ai_relation,
        "answer_scope": request.answer_scope,
        "search": request.search,
        "note": request.note is not None,
        "reiterated_in": "; ".join(
            f"{p.symbol}, paragraph {p.place}" for p in request.reiterated_in
        ),
        "answered_by": [
            (a.symbol, a.issued, a.established_by, a.via or a.source) for a in request.answers
        ],
    }
    asked = fact["addressee"]
    code = ENTITIES.get(asked["entity"], CLASSES.get(asked["class"], asked["class"]))
    theirs = {
        **fact,
        "addressee": (code, asked["entity"]),
        "deliverable": RENAMED.get(fact["deliverable"], fact["deliverable"]),
        "due": None if fact.get("due") is None else str(fact["due"]),
        "frequency": RENAMED.get(fact.get("frequency"), fact.get("frequency")),
        "note": fact.get("note", False),
        "reiterated_in": fact.get("reiterated_in", ""),
        "answered_by": [
            (
                a.get("symbol"),
                a.get("issued"),
                [RENAMED.get(way, way) for way in a["established_by"]],
                a.get("via"),
            )
            for a in fact.get("answered_by", ())
        ],
    }
    for name, value in ours.items():
        if value != theirs.get(name):
            yield f"{request.id} {name}: {value!r}, not {theirs.get(name)!r}"


def test_the_rule_found_the_requests_of_an_official_file(record: Snapshot) -> None:
    scanned = record.request_candidates
    assert scanned is not None
    (found,) = (text for symbol, text in scanned.texts() if symbol == "A/RES/79/239")
    assert found.sure == {"op7": ["document_to"], "op9": ["agenda"]}
    assert found.to_look_at == {"op4": ["meeting"], "op8": ["views"]}


def test_known_by_is_the_adoption_of_the_resolution_that_cites_or_a_day_on_a_page_before_it(
    record: Snapshot, listed: dict[str, Request]
) -> None:
    adopted = {s.removesuffix(" A-B"): text.adopted for s, text in record.imported.items()}
    cited = [
        (request.id, answer.known_by, adopted[symbol], answer.source is not None)
        for request in listed.values()
        for answer in request.answers
        if answer.via and (symbol := answer.via.partition(",")[0]) in adopted
    ]
    assert len(cited) > 100
    assert [e for e in cited if not e[1] or e[1] > e[2] or (e[1] < e[2] and not e[3])] == []
