"""Dates as far as they are known, text that hides nothing, links that go nowhere odd."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from dashboard.corpus.records.fields import (
    Day,
    Link,
    PartialDate,
    Text,
    first_day,
    last_day,
    precision,
)

DATE, DAY, TEXT, LINK = (TypeAdapter(kind) for kind in (PartialDate, Day, Text, Link))


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-", "2024-1", "2024-13", "2024-02-30", "2023-02-29", "2024-00", "0000",
     "2024-03-21\n", "２０２４", "2024-03-21T00:00", "2024/03/21", "-2024", "20240321"],
)  # fmt: skip
def test_no_date(text: str):
    with pytest.raises(ValidationError):
        DATE.validate_python(text)


@pytest.mark.parametrize(
    ("text", "known", "first", "last"),
    [
        ("2024", "year", "2024-01-01", "2024-12-31"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2023-02", "month", "2023-02-01", "2023-02-28"),
        ("2024-12", "month", "2024-12-01", "2024-12-31"),
        ("2024-03-21", "day", "2024-03-21", "2024-03-21"),
        ("9999", "year", "9999-01-01", "9999-12-31"),
        ("0001", "year", "0001-01-01", "0001-12-31"),
    ],
)
def test_what_a_partial_date_can_mean(text: str, known: str, first: str, last: str):
    assert DATE.validate_python(text) == text
    assert precision(text) == known
    assert first_day(text).isoformat() == first
    assert last_day(text).isoformat() == last


@given(st.dates())
def test_a_day_means_itself(day: dt.date):
    text = DAY.validate_python(day.isoformat())
    assert first_day(text) == last_day(text) == day
    assert first_day(text[:7]) <= day <= last_day(text[:7])
    assert first_day(text[:4]) <= day <= last_day(text[:4])


@pytest.mark.parametrize("text", ["2024", "2024-03"])
def test_a_full_day_is_asked_for(text: str):
    with pytest.raises(ValidationError, match="a full day is needed"):
        DAY.validate_python(text)


@pytest.mark.parametrize(
    "sign",
    [
        *"\0\x1b\x7f\x9f\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u202e\u2060\u2066\u206a\u3164\ufe0f\ufeff\U000e0041"
    ],
)
def test_text_that_hides_something(sign: str):
    with pytest.raises(ValidationError, match=rf"U\+{ord(sign):04X}"):
        TEXT.validate_python(f"a{sign}b")


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u3000", "\u00a0\u2003"])
def test_blank_text(text: str):
    with pytest.raises(ValidationError, match="leave the key out"):
        TEXT.validate_python(text)


@pytest.mark.parametrize("text", ["人工智能", "Côte d’Ivoire", "<b>", "a\nb", "ع"])
def test_text_stays_as_it_is(text: str):
    assert TEXT.validate_python(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "example.org", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
     "ftp://example.org", "//example.org", "http://", "https://example.org/\u202e",
     "https://docs.un.org@evil.example/x", "https://a:b@docs.un.org/", "https:///x",
     r"https://x.example\@y.example/", "https://localhost/x", "https://dосs.un.org/"],
)  # fmt: skip
def test_no_link(text: str):
    with pytest.raises(ValidationError) as refused:
        LINK.validate_python(text)
    assert "errors.pydantic.dev" not in refused.value.errors()[0]["msg"]


def test_a_link_stays_as_it_is():
    assert LINK.validate_python("https://example.org/a?b=c d") == "https://example.org/a?b=c d"
