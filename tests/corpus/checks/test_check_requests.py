"""Requests against the text, the calendar, the vocabularies and the other records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.checks.check_requests import id_stem
from dashboard.corpus.snapshot import examine, take_snapshot
from tests.invented.builders import REPORT, change, resolution, write
from tests.invented.builders_curated import request, requests

FILE = "curated/requests/A-RES-90-1.yaml"


def problems(data: Path) -> list[str]:
    return [f"{p} ({p.severity})" for p in examine(data)[1]]


def only(data: Path, **changes: Any) -> list[str]:
    """The problems of a record whose one request is the builder's with these changes."""
    made = request(**changes)
    values = {name: value for name, value in made.items() if value is not None}
    values["paragraph"] = made["paragraph"]
    write(data / FILE, requests(requests=[values]))
    return problems(data)


def test_no_requests_at_all(data_dir: Path) -> None:
    (data_dir / FILE).unlink(missing_ok=True)
    assert problems(data_dir) == []
    assert len(take_snapshot(data_dir).tables["requests"]) == 0


def test_good_requests_have_no_problem(data_dir: Path) -> None:
    write(data_dir / FILE, requests())
    assert problems(data_dir) == []
    assert list(take_snapshot(data_dir).requests) == ["A/RES/90/1"]


@pytest.mark.parametrize(
    ("symbol", "place", "stem"),
    [
        ("A/RES/79/239", "7", "79-239-7"),
        ("A/RES/79/1", "annex I, 56 (a)", "79-1-annex-i-56-a"),
        ("A/RES/80/84 A-B", "B, 42", "80-84-b-42"),
        ("A/RES/80/84 A", "42", "80-84-a-42"),
        ("A/RES/80/84 B", "42", "80-84-b-42"),
        ("A/RES/80/84 B", "", "80-84-b"),
        ("A/RES/80/161", "6 (d) (i)", "80-161-6-d-i"),
    ],
)
def test_an_id_is_made_of_symbol_and_place(symbol: str, place: str, stem: str) -> None:
    assert id_stem(symbol, place) == stem


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"deliverable": "reprot"}, "deliverable: found 'reprot'; allowed: invented"),
        ({"due_basis": "x"}, "due_basis: found 'x'"),
        ({"frequency": "x"}, "frequency: found 'x'"),
        ({"ai_relation": "x"}, "ai_relation: found 'x'"),
        ({"answer_scope": "x"}, "answer_scope: found 'x'"),
        (
            {"addressee": {"code": "x", "name": {"en": "Nobody"}}},
            "addressee.code: found 'x'; allowed: invented",
        ),
        (
            {"answers": [{"symbol": "A/91/7", "established_by": ["invented", "x"]}]},
            "answers[0].established_by[1]: found 'x'",
        ),
        ({"paragraph": "op9"}, "paragraph: no such paragraph in A/RES/90/1: found 'op9'"),
        ({"place": "4"}, "id: found 90-1-3; a request of A/RES/90/1, 4 is 90-1-4, or 90-1-4-2"),
        (
            {"request_id": "90-2-3", "paragraph": None},
            "id: found 90-2-3; it begins with 90-1-",
        ),
        (
            {"window": {"start": "2037-01-02", "end": "2037-01-01"}},
            "window.end: 2037-01-01 is before 2037-01-02",
        ),
        (
            {"window": {"start": "2035-12-01", "end": "2036-09-08"}},
            "window.end: 2035-12-01 to 2036-09-08 does not end in session 91, "
            "2036-09-09 to 2037-09-08",
        ),
        ({"window": None}, "window: is needed: it is due 91"),
        ({"due": "next year"}, "due: found next year; a session (81) or a date (2027, "),
        ({"due": "2037-03"}, "window.end: 2037-09-07 is not in 2037-03, when it is due"),
        ({"due": "151"}, "due: session 151: the rules are applied to 58 to 150"),
        (
            {"reiterated_in": [{"symbol": "A/RES/80/9", "place": "1"}]},
            "reiterated_in[0].symbol: no such record: found 'A/RES/80/9'",
        ),
        ({"superseded_by": "90-1-4"}, "superseded_by: no such request: found '90-1-4'"),
        ({"superseded_by": "90-1-3"}, "superseded_by: no such request: found '90-1-3'"),
    ],
)
def test_one_fault_is_one_sentence(data_dir: Path, changes: dict[str, Any], says: str) -> None:
    change(data_dir / REPORT, mandated_by=None)
    found = only(data_dir, **changes)
    assert len(found) == 1, found
    assert says in found[0]
    assert found[0].startswith(f"{FILE}:")
    assert found[0].endswith("(error)")
    assert "A/RES/90/1" not in take_snapshot(data_dir).requests


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, "answers[1]: names nothing to follow: no symbol, event, resolution or page"),
        ({"event": "grove-sumit"}, "answers[1].event: no such record: found 'grove-sumit'"),
        ({"symbol": "A/RES/89/1"}, "answers[1].symbol: no such record: found 'A/RES/89/1'"),
    ],
)
def test_an_answer_can_be_followed(data_dir: Path, more: dict[str, Any], says: str) -> None:
    answers = [
        {"symbol": "A/91/7", "established_by": ["invented"]},
        {"established_by": ["invented"], **more},
    ]
    found = only(data_dir, answers=answers)
    assert len(found) == 1, found
    assert says in found[0]


def test_answers_by_an_event_and_by_a_later_resolution_not_on_record(data_dir: Path) -> None:
    answers = [
        {"symbol": "A/91/7", "established_by": ["invented"]},
        {"event": "grove-summit", "established_by": ["invented"]},
        {"symbol": "A/RES/91/300", "established_by": ["invented"]},
        {"via": "A/RES/91/300, paragraph 2", "established_by": ["invented"]},
        {"source": "https://example.org/page", "established_by": ["invented"]},
    ]
    again = [{"symbol": "A/RES/91/300", "place": "2"}]
    assert only(data_dir, answers=answers, reiterated_in=again) == []


@pytest.mark.parametrize("event", [None, {"en": "before the fair", "zh": "交易会之前"}])
def test_due_before_the_session_by_its_first_day(data_dir: Path, event: Any) -> None:
    window = {"start": "2035-12-01", "end": "2036-09-09"}
    assert only(data_dir, due_event=event, window=window) == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (
            {"answers": [{"symbol": "A/91/7", "issued": "2035-11"}]},
            "issued: 2035-11 is before 2035-12-01, when it was asked for",
        ),
        (
            {"answers": [{"symbol": "A/91/7", "known_by": "2035-11-30"}]},
            "known_by: 2035-11-30 is before 2035-12-01, when it was asked for",
        ),
        (
            {"answers": [{"symbol": "A/91/7", "issued": "2036-07", "known_by": "2036-06-30"}]},
            "known_by: 2036-06-30 is before 2036-07, when it was issued",
        ),
        ({"answers": []}, "search: found: found, but no answer is given"),
        ({"due_basis": "event_based"}, "due_event: is needed: event_based says that there is one"),
        (
            {"due_event": {"en": "before the fair", "zh": "交易会之前"}},
            "window.start: 2036-09-09 is late for what is due before the fair: on time from "
            "2035-12-01",
        ),
    ],
)
def test_fields_that_do_not_go_together_are_a_warning(
    data_dir: Path, changes: dict[str, Any], says: str
) -> None:
    for answer in changes.get("answers", []):
        answer["established_by"] = ["invented"]
    assert any(f"{says} (warning)" in each for each in only(data_dir, **changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"searched": [{"where": "attic", "on": "2036-10-01"}]}, "attic"),
        (
            {"search": "not_searched", "searched": [{"where": "invented", "on": "2036-10-01"}]},
            "is given, but search is not_searched (warning)",
        ),
        ({"cannot_be_known": "invented"}, "and where one was searched for (warning)"),
        (
            {"cannot_be_known": "fog", "searched": [{"where": "invented", "on": "2036-10-01"}]},
            "fog",
        ),
    ],
)
def test_what_was_searched_in_vain_says_where(
    data_dir: Path, changes: dict[str, Any], said: str
) -> None:
    change(data_dir / REPORT, mandated_by=None)
    fine = {
        "answers": [], "search": "later_resolutions", "cannot_be_known": "invented",
        "searched": [{"where": "invented", "on": "2036-10-01"}],
    }  # fmt: skip
    assert only(data_dir, **fine) == []
    (found,) = only(data_dir, answers=[], **{"search": "later_resolutions", **changes})
    assert said in found


def test_what_was_answered_elsewhere_can_be_known(data_dir: Path) -> None:
    other = request("90-1-3-2", answers=[], search="later_resolutions", cannot_be_known="invented")
    write(data_dir / FILE, requests(requests=[request(), other]))
    said = "cannot_be_known: another request of this subject has an answer (warning)"
    assert any(said in each for each in problems(data_dir))


def test_an_id_stands_once(data_dir: Path) -> None:
    write(data_dir / FILE, requests(requests=[request(), request()]))
    assert any("requests[1].id: 90-1-3 stands twice (error)" in p for p in problems(data_dir))


def test_an_id_stands_in_one_text(data_dir: Path) -> None:
    """A place that no numbering names may give the requests of two parts one id."""
    for part in ("A", "A-B", "B"):
        name, symbol = f"A-RES-90-7-{part}", f"A/RES/90/7 {part}"
        place = "A, see above" if part == "A-B" else "see above"
        asked = request(f"90-7-{part[0].lower()}-1", paragraph=None, place=place)
        text = resolution(symbol, votes=[], outcome="adopted_without_vote")
        write(data_dir / f"imported/90/{name}.yaml", text)
        write(data_dir / f"curated/requests/{name}.yaml", requests(symbol=symbol, requests=[asked]))
    found = [line.partition(": ")[2] for line in problems(data_dir) if "as well" in line]
    assert found == [
        "requests[0].id: 90-7-a-1 is a request of A/RES/90/7 A as well (error)",
        "requests[0].id: 90-7-a-1 is a request of A/RES/90/7 A-B as well (error)",
    ]


def test_requests_of_a_text_that_was_not_imported(data_dir: Path) -> None:
    change(data_dir / REPORT, mandated_by=None)
    (data_dir / FILE).unlink(missing_ok=True)
    write(data_dir / "curated/requests/A-RES-90-9.yaml", requests(symbol="A/RES/90/9"))
    assert problems(data_dir) == [
        "curated/requests/A-RES-90-9.yaml:1: symbol: A/RES/90/9 was not imported (error)"
    ]


def test_a_report_and_the_request_agree(data_dir: Path) -> None:
    answer = {"symbol": "A/91/8", "established_by": ["invented"]}
    found = only(data_dir, answers=[answer])
    assert len(found) == 1, found
    says = "A/91/7 is the report that op3 asked for; no request of that paragraph names it"
    assert f"requests[0]: {says}" in found[0]
