"""Years, sessions and next reports that invented sentences set, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.acts.time_limits import _LIMIT, time_limits


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Recalls its resolution 70/1 of 25 September 2015 on orchards;",
        "Requests the gardeners to follow the 2030 Agenda;",
        "Requests them to work in line with the 2030 Agenda;",
        "Requests the gardeners to prune in sessions;",
        "Requests the first session of the garden to be merry;",
        "Requests the next gardener to report;",
        "Notes 2030 trees;",
        "Requests a report entitled Trees by 1999;",
    ],
)
def test_no_time_is_set(text: str) -> None:
    assert time_limits(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We commit, by 2030, to:", ["2030"]),
        ("We commit by, 2030, to:", ["2030"]),
        ("Plant trees, at best by the end of 2027, no later than April 2028;", ["2027", "2028"]),
        ("Requests a report to the garden at its eighty-first session;", ["eighty-first"]),
        ("On the agenda of its Eightieth session and at its ninetieth session, pears;",
         ["eightieth", "ninetieth"]),
        ("Requests news of the pears in the next progress report;", ["next report"]),
        ("Requests it by 2030, and again by 2030;", ["2030"]),
    ],
)  # fmt: skip
def test_times_are_told_once_in_order(text: str, expected: list[str]) -> None:
    assert time_limits(text) == expected


@given(st.from_regex(_LIMIT, alphabet=st.characters(max_codepoint=127)))
def test_no_clue_hides_a_limit(text: str) -> None:
    assert time_limits(text) != []
