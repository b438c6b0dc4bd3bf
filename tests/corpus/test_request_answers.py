"""Of the answers to a request a row shows those that had come on the day asked."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.corpus.records.requests import Answer
from dashboard.corpus.request_answers import answer_columns, known_answers
from dashboard.corpus.request_status import with_status
from tests.corpus.test_request_status import DUE, table

FIRST = Answer(symbol="A/91/5", issued="2036-05-01", established_by=["look_up"])
SECOND = Answer(event="a-meeting", issued="2036-08-01", established_by=["document_on_record"])
CITED = Answer(symbol="A/91/6", known_by="2036-12-01", established_by=["later_resolution"])
UNDATED = Answer(symbol="A/91/7", established_by=["look_up"])


@pytest.mark.parametrize(
    ("as_of", "answers", "by", "on", "how"),
    [
        ("2036-04-30", [FIRST, SECOND, CITED], (), None, ()),
        ("2036-07-31", [FIRST, SECOND, CITED], ("A/91/5",), "2036-05-01", ("look_up",)),
        ("2036-08-01", [SECOND, CITED], ("a-meeting",), "2036-08-01", ("document_on_record",)),
        ("2036-11-30", [CITED], (), None, ()),
        ("2036-12-01", [CITED], ("A/91/6",), None, ("later_resolution",)),
        ("2035-12-01", [UNDATED], ("A/91/7",), None, ("look_up",)),
        ("2035-11-30", [UNDATED], (), None, ()),
    ],
)
def test_only_what_had_come_on_the_day_is_shown(
    as_of: str, answers: list[Answer], by: tuple[str, ...], on: str | None, how: tuple[str, ...]
):
    rows = table(
        {"id": "90-1-3", "date": "2035-12-01", "due_to": DUE, "search": "found",
         "answer_scope": "direct"},
    )  # fmt: skip
    [row] = with_status(rows, dt.date.fromisoformat(as_of), {"90-1-3": answers}).to_dict("records")
    assert (row["answered_by"], row["established_by"]) == (by, how)
    assert (row["answered_on"] if isinstance(row["answered_on"], str) else None) == on
    assert str(row["status"]).startswith("issued") == bool(by)
    assert (row["answer_scope"] == "direct") == bool(by)


def test_a_day_asked_before_leaves_the_answers_for_a_later_day():
    rows = table({"id": "90-1-3", "date": "2035-12-01", "due_to": DUE, "search": "found"})
    answers = {"90-1-3": [FIRST]}
    early = with_status(rows, dt.date(2036, 1, 1), answers)
    late = with_status(early, dt.date(2037, 1, 1), answers)
    assert list(late["answered_by"]) == [("A/91/5",)]
    assert list(late["status"]) == ["issued_on_time"]


def test_without_an_answer_there_is_nothing_to_say():
    assert known_answers([], dt.date.min, dt.date.max) == []
    assert answer_columns(()) == {
        "answered_by": (), "answered_on": None, "answered_before": None, "established_by": (),
    }  # fmt: skip
