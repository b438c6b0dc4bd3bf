"""Dates as people write them: read where they can mean one thing, and else not guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.words import LANGUAGES, InterfaceLanguage, words
from dashboard.words.dates import written_date


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "soon", "0000", "23", "20231", "2023/13", "2023/0/1", "2023/11/0", "2023/2/30",
        "2023/11.1", "2023-11-1", "11/1/2023", "1.11.2023", "31 June 2023", "1 foo 2023",
        "November", "1 November", "November 2023 1", "2023年13月", "2023年2月30日", "十三月 2023",
        "١ November 2023", "1 November 2023 1 November 2023", "<b>2023</b>", "2023年" * 50,
    ],
)  # fmt: skip
def test_what_is_no_date_or_could_mean_two_is_not_guessed(text: str):
    assert written_date(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", "2023"),
        ("1 November 2023", "2023-11-01"),
        ("1st of November 2023", "2023-11-01"),
        ("the 22nd november, 2023", "2023-11-22"),
        ("November 1, 2023", "2023-11-01"),
        ("Nov. 2023", "2023-11"),
        ("SEPT 2023", "2023-09"),
        ("2023/11/1", "2023-11-01"),
        ("2023/11", "2023-11"),
        ("2023.1.09", "2023-01-09"),
        ("2023年11月1日", "2023-11-01"),
        ("2023 年 11 月 1 號", "2023-11-01"),
        ("２０２３年１１月", "2023-11"),
        ("2023年", "2023"),
        (" 29  February\n2024 ", "2024-02-29"),
    ],
)
def test_a_date_in_many_spellings(text: str, date: str):
    assert written_date(text) == date


@given(st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31)), st.sampled_from((4, 7, 10)),
       st.sampled_from(sorted(LANGUAGES)))  # fmt: skip
def test_every_date_that_a_page_shows_is_read_back(
    day: dt.date, length: int, language: InterfaceLanguage
):
    date = str(day)[:length]
    assert written_date(words(language).date(date)) == date
    assert written_date(words(language).short_date(date)) == date
