from __future__ import annotations

import pytest

from dashboard.server.budgets.allowances import UNLIMITED, Allowance
from dashboard.server.budgets.buckets import NEVER, Buckets, Queue


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_clock_that_goes_back_neither_gives_nor_takes(clock: Clock) -> None:
    buckets = Buckets(Allowance(2, 60), clock)
    clock.now = 1_000
    assert [buckets.take("a"), buckets.take("a"), buckets.take("a")] == [0, 0, 1]
    clock.now = 10
    assert buckets.take("a") == 1
    clock.now = 11
    assert [buckets.take("a"), buckets.take("a")] == [0, 1]


@pytest.mark.parametrize("most", [1, 7, 500])
def test_thousands_of_clients_take_bounded_memory(clock: Clock, most: int) -> None:
    buckets = Buckets(Allowance(1, 60), clock, most)
    for number in range(5_000):
        buckets.take(f"client {number}")
        buckets.book(f"client {number}", 3)
        buckets.give_back(f"other {number}")
    assert len(buckets) == most


def test_who_comes_again_is_remembered_longer_than_who_does_not(clock: Clock) -> None:
    buckets = Buckets(Allowance(1, 60), clock, most=2)
    for client in ("flood", "b", "flood", "c", "flood"):
        buckets.take(client)
    assert buckets.take("flood") > 0


@pytest.mark.parametrize("cost", [0.25, 1, 3])
def test_a_burst_then_patience(clock: Clock, cost: float) -> None:
    buckets = Buckets(Allowance(3, 60), clock)
    burst = 0
    while not (wait := buckets.take("a", cost)):
        burst += 1
    assert burst == 3 / cost
    assert 0 < wait <= cost
    clock.now += wait + 1e-9
    assert buckets.take("a", cost) == 0
    assert buckets.take("b", cost) == 0
    clock.now += 1_000_000
    assert buckets.take("a", 3) == 0
    assert buckets.take("a", 0.1) > 0  # time gives no more than a full bucket


def test_what_costs_more_than_all_is_had_for_all(clock: Clock) -> None:
    buckets = Buckets(Allowance(3, 60), clock)
    assert [buckets.take("a", 50), buckets.take("a", 50)] == [0, 3]


def test_a_debt_is_bounded_and_paid_by_waiting(clock: Clock) -> None:
    buckets = Buckets(Allowance(3, 60), clock)
    assert buckets.book("a", 2) == 0
    assert buckets.book("a", 2) == 1
    assert buckets.book("a", 1_000_000) == 3
    assert buckets.take("a") == 4
    clock.now = 4
    assert buckets.take("a") == 0


def test_what_is_given_back_is_there_again_and_never_more_than_all(clock: Clock) -> None:
    buckets = Buckets(Allowance(2, 0), clock)
    assert [buckets.take("a"), buckets.take("a"), buckets.take("a")] == [0, 0, NEVER]
    clock.now = 1_000_000
    assert buckets.take("a") == NEVER
    for _ in range(5):
        buckets.give_back("a")
    assert [buckets.take("a"), buckets.take("a"), buckets.take("a")] == [0, 0, NEVER]


def test_without_limit_nobody_waits(clock: Clock) -> None:
    buckets = Buckets(UNLIMITED, clock)
    assert {buckets.take("a", 1e9), buckets.book("a", 1e12), buckets.take("a")} == {0}
    buckets.give_back("a")
    assert buckets.take("a") == 0


def test_in_one_line_each_waits_for_those_before_and_a_clock_that_went_back(clock: Clock) -> None:
    line = Queue(Allowance(1, 120), clock)
    assert [line.book(), line.book(), line.book(10)] == [0.5, 1, 6]
    clock.now = -5
    assert line.book() == 11.5
    clock.now = 1_000
    assert line.book() == 0.5
    assert [Queue(UNLIMITED, clock).book() for _ in range(3)] == [0, 0, 0]
