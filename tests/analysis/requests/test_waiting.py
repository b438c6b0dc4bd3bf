"""Kaplan and Meier's estimate against figures that are published, or worked out by hand."""

from __future__ import annotations

import pytest

from dashboard.analysis.requests.waiting import half, kaplan_meier

CASES = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"  # + for censored
"""Weeks of remission with 6-mercaptopurine, 21 patients (E. J. Freireich and others, Blood 21
(1963), 699-716), the example of many a textbook."""


def test_nothing_waited_for_gives_no_curve():
    assert kaplan_meier([], []).empty
    assert half(kaplan_meier([], [])) is None


def test_where_nothing_came_the_curve_stays_at_nothing_to_the_last_day():
    curve = kaplan_meier([5, 9, 9], [False] * 3)
    assert curve.to_numpy().tolist() == [[9, 2, 0, 0.0]]
    assert half(curve) is None


def test_the_published_figures_of_freireich():
    days = [int(case.rstrip("+")) for case in CASES.split()]
    curve = kaplan_meier(days, [not case.endswith("+") for case in CASES.split()])
    left = {
        int(day): round(1 - share, 4)
        for day, share in zip(*map(curve.get, ("day", "share")), strict=True)
    }
    assert left == {
        6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482,
        35: 0.4482,
    }  # fmt: skip
    assert list(curve["at_risk"]) == [21, 17, 15, 12, 11, 7, 6, 1]
    assert half(curve) == 23


@pytest.mark.parametrize(
    ("came", "shares"), [([True, False], [0.5]), ([False, True], [0.5]), ([True, True], [1.0])]
)
def test_what_is_censored_on_a_day_is_still_waited_for_on_it(came: list[bool], shares: list[float]):
    assert list(kaplan_meier([3, 3], came)["share"]) == shares


def test_the_order_of_the_cases_does_not_matter_and_the_last_may_bring_all():
    curve = kaplan_meier([4, 2, 3], [True, True, False])
    assert curve.to_numpy().tolist() == [[2, 3, 1, pytest.approx(1 / 3)], [4, 1, 1, 1.0]]
    assert half(curve) == 4
