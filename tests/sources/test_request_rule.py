"""The rule that looks for requests, on invented wording."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.errors import RefusedError
from dashboard.sources.request_rule import (
    PATTERNS,
    Candidate,
    asked_for,
    asks_for,
    candidates,
)
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
        "Calls upon the shepherds to finish by the end of 2031;",
        "Requests the Keeper to review the flock in its third spring;",
        "Requests the Keeper to inform the public about the flock of the Council;",
        "Requests the Keeper to update the web pages of the Council;",
        "Encourages the shepherds to facilitate an exchange of wool;",
        "Urges nuclear-weapon States to report on their sheep to the Council;",
        "Encourages businesses to report on their sheep to the Council;",
        "Calls on social media platforms to report on their sheep to the Council;",
        "Recalls its request to the Keeper to convene a meeting on sheep;",
        "Takes note of the request by shepherds to report to the Council;",
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


def test_what_a_sub_paragraph_takes_note_of_is_not_asked() -> None:
    chapeau = "The Keeper should count. In spring, we:"
    assert asks_for("(a) Take note of the plan to appoint an expert;", chapeau) is None
    assert asks_for("(b) Appoint an expert;", chapeau) == "appointment"
    assert asks_for("(c) We reiterate the plan of the Keeper to present options;", "In spring:")


@pytest.mark.parametrize(
    "words",
    [
        "Requests the Keeper to continue to regularly report on wool to the Council;",
        "Invites the Keeper to submit a study to the Council in 2031;",
        "Requests the Department to brief the Council on wool;",
        "Invites the Co-Chairs to present a summary to the Council;",
        "Requests the Keeper to prepare a road map;",
        "Requests the Keeper to inform the Assembly of the flock;",
        "Decides to convene a meeting on wool in 2031;",
        "Invites the President of the Council to appoint co-facilitators;",
        "Requests the Keeper to count the sheep and report thereon;",
        "Decides to include in the provisional agenda of its next session an item on sheep;",
    ],
)
def test_a_verb_of_reporting_is_sure(words: str) -> None:
    assert [sure for _, sure in asked_for(words)] == [True]


@pytest.mark.parametrize(
    "words",
    [
        "Requests the Keeper to include wool in future reports to the Council;",
        "Decides that the consultations on sheep should be held in a barn;",
        "Requests the Keeper to guarantee that shepherds are able to present views, and to"
        " include them in its reports to the Council;",
        "Looks forward to the plan of the Commission to convene a meeting in 2031;",
        "Welcomes the intention of the Council to convene a meeting in 2031;",
        "Requests the Keeper to help to prepare for the conference and to establish a panel;",
    ],
)
def test_the_rest_is_to_look_at(words: str) -> None:
    found = asked_for(words)
    assert found
    assert not any(sure for _, sure in found)


def test_the_requests_of_a_paragraph_are_split_by_verb() -> None:
    words = (
        "Invites the Department to present options to the Council, urges shepherds to rest and "
        "requests the Keeper to keep the Council informed;"
    )
    assert asked_for(words) == [("document_to", True), ("keep_informed", False)]


@given(st.text(max_size=400), st.text(max_size=200))
def test_no_wording_breaks_the_rule(words: str, chapeau: str) -> None:
    found = asked_for(words, chapeau)
    assert {pattern for pattern, _ in found} <= set(PATTERNS)
    assert asks_for(words, chapeau) == (found[0][0] if found else None)


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
        Candidate("A/RES/79/500", "op2", "report", sure=True),
        Candidate("A/RES/79/500", "op3.b", "report", sure=True),
        Candidate("A/RES/79/500", "annex.4", "report", sure=True),
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
