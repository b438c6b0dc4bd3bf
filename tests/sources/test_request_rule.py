"""The rule that looks for requests, on invented wording."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.errors import RefusedError
from dashboard.sources.request_rule import PATTERNS, Candidate, asks_for, candidates
from tests.sources.conftest import akn, annex, paragraph


@pytest.mark.parametrize("words", ["", " ", ";", "Notes that sheep were counted in 2024;"])
def test_nothing_is_asked(words: str) -> None:
    assert asks_for(words) is None
    assert asks_for(words, "Recalls the sheep:") is None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("report", "Requests the Office of Trees to count the sheep and to report thereon;"),
        ("report", "Requests the Office to report annually on its sheep;"),
        (
            "document_to",
            "Requests the Keeper to submit a study on sheep for consideration by the Council;",
        ),
        ("document_at", "Requests the Keeper to submit to the Assembly, in spring, a sheep study;"),
        ("document_by", "Invites the Department to prepare a road map;"),
        ("keep_informed", "Requests the Keeper to keep the Commission informed of the flock;"),
        ("agenda", "Decides to include the question of sheep in the provisional agenda of spring;"),
        ("agenda", "Decides to continue its consideration of sheep at its ninetieth session;"),
        ("meeting", "Decides to convene informal exchanges about sheep;"),
        ("meeting", "Decides that the consultations on sheep should be held in a barn;"),
        ("views", "Requests the Keeper to seek the views of shepherds;"),
        ("appointment", "Invites the Keeper to appoint two co-facilitators for the flock;"),
        ("deadline", "Calls upon the shepherds to finish by the end of 2031;"),
        ("review", "Decides to revisit the flock no later than in its third spring;"),
    ],
)
def test_what_is_asked(pattern: str, words: str) -> None:
    assert asks_for(words) == pattern


def test_every_pattern_is_tried_above() -> None:
    marks = test_what_is_asked.pytestmark  # type: ignore[attr-defined]
    assert {name for name, _ in marks[0].args[1]} == set(PATTERNS)


@pytest.mark.parametrize(
    "words",
    [
        "Encourages Member States to report on their sheep to the Council;",
        "Urges all States and shepherds to convene meetings on sheep;",
        "Also urges the developed countries to report thereon;",
        "Notes with appreciation the report submitted to the Assembly at its ninetieth session;",
        "Requests the Keeper to feed the sheep;",
    ],
)
def test_what_only_states_are_asked_or_what_is_no_deliverable(words: str) -> None:
    assert asks_for(words) is None


def test_one_stretch_does_not_lend_its_words_to_another() -> None:
    words = "Encourages States to submit a report to the Council, and requests the Keeper to rest;"
    assert asks_for(words) is None
    assert (
        asks_for("Encourages States to rest, and requests the Keeper to report thereon;")
        == "report"
    )


def test_a_sub_paragraph_stands_under_its_chapeau() -> None:
    words = "(a) To report annually on the flock;"
    assert asks_for(words, "Requests the Keeper:") == "report"
    assert asks_for(words, "Urges States:") is None
    assert asks_for("(a) The flock;", "Requests the Keeper:") is None


@given(st.text(max_size=400), st.text(max_size=200))
def test_no_wording_breaks_the_rule(words: str, chapeau: str) -> None:
    assert asks_for(words, chapeau) in {None, *PATTERNS}


ASKING = "Requests the Keeper to report on sheep to the Assembly at its ninetieth session"


def test_candidates_of_a_document() -> None:
    raw = akn(
        preamble=f"<container><p>	{ASKING},</p></container>",
        body=paragraph("1.", "Notes sheep;")
        + paragraph("2.", f"{ASKING};")
        + paragraph("3.", "Requests the Keeper:")
        + paragraph("(a)", "To rest;")
        + paragraph("(b)", "To report annually on wool;"),
        after=annex(paragraph("4.", f"We agree. {ASKING}.")),
    )
    assert candidates(raw) == [
        Candidate("A/RES/79/500", "op2", "2", "report"),
        Candidate("A/RES/79/500", "op3.b", "3 (b)", "report"),
        Candidate("A/RES/79/500", "annex.4", "4", "report"),
    ]


def test_a_document_that_asks_for_nothing() -> None:
    assert candidates(akn()) == []


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b"<html/>", "not an <akomaNtoso> document"),
        (akn(language="fra"), "language 'fr'; the rule reads English"),
        (akn(symbol="A/79/88"), "is no General Assembly resolution"),
    ],
)
def test_what_is_not_read_is_refused(raw: bytes, says: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(says)):
        candidates(raw)
