"""The days of the Assembly's sessions, against the calendar as literals."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus import sessions
from dashboard.corpus.sessions import SessionDays, opens, session_days

# Sources: the United Nations library's list for 74 to 77, pages on the Presidents of the
# Assembly for 78 and 79, news of the opening for 80 and 81; the rest by the rule in force.
CALENDAR = {
    74: ("2019-09-17", "2020-09-15"),
    75: ("2020-09-15", "2021-09-14"),
    76: ("2021-09-14", "2022-09-13"),
    77: ("2022-09-13", "2023-09-05"),
    78: ("2023-09-05", "2024-09-10"),
    79: ("2024-09-10", "2025-09-09"),
    80: ("2025-09-09", "2026-09-08"),
    81: ("2026-09-08", "2027-09-07"),
    82: ("2027-09-07", "2028-09-05"),
    83: ("2028-09-05", "2029-09-11"),
    84: ("2029-09-11", "2030-09-10"),
    85: ("2030-09-10", "2031-09-09"),
    90: ("2035-09-11", "2036-09-09"),
}


@pytest.mark.parametrize("session", [-1, 0, 57, 151])
def test_a_session_outside_the_rules(session: int) -> None:
    with pytest.raises(ValueError, match=f"session {session}: the rules are applied to 58 to 150"):
        opens(session)


def test_the_last_session_has_no_end() -> None:
    with pytest.raises(ValueError, match="session 151"):
        session_days(sessions.LAST)


@pytest.mark.parametrize(("session", "days"), CALENDAR.items())
def test_the_calendar(session: int, days: tuple[str, str]) -> None:
    first, last = map(dt.date.fromisoformat, days)
    assert session_days(session) == SessionDays(first, last)


def test_the_eightieth_session() -> None:
    assert session_days(80) == SessionDays(dt.date(2025, 9, 9), dt.date(2026, 9, 8))


def test_a_week_that_begins_with_a_weekend_is_not_counted() -> None:
    # 1 September 2019 was a Sunday, 1 September 2018 a Saturday: the weeks are counted from 2 and 3
    assert opens(74) == dt.date(2019, 9, 17)
    assert opens(73) == dt.date(2018, 9, 18)
    # 1 September 2023 was a Friday: a working day, so that week is the first
    assert opens(78) == dt.date(2023, 9, 5)


@given(st.integers(min_value=sessions.FIRST, max_value=sessions.LAST - 1))
def test_every_session_opens_on_a_tuesday_and_follows_the_last(session: int) -> None:
    days = session_days(session)
    assert days.opens.weekday() == 1
    assert days.opens.month == 9
    assert 357 <= (days.closes - days.opens).days <= 371
