"""Who was a member, and of what, on a day as precise as it is known."""

from __future__ import annotations

import pytest

from dashboard.corpus.membership import groups_on, members_on
from dashboard.corpus.records.vocabularies import Membership, State


def state(iso3: str = "XAA", *groups: Membership, **more: object) -> State:
    values = {"iso2": iso3[:2], "m49": "901", "names": {"en": iso3}, "status": "member",
              "regional_group": "western", **more}  # fmt: skip
    return State(iso3=iso3, groups=list(groups), **values)  # type: ignore[arg-type]


def test_no_states_no_members():
    assert members_on({}, "2035") == frozenset()


def test_members_are_those_that_had_joined_by_the_last_day_of_a_date():
    states = {
        "XAA": state("XAA", member_since="1945-10-24"),
        "XGG": state("XGG", member_since="2036-07-01"),
        "XHH": state("XHH", status="observer"),
    }
    assert members_on(states, "2036-06-30") == {"XAA"}
    assert members_on(states, "2036-07-01") == members_on(states, "2036") == {"XAA", "XGG"}


@pytest.mark.parametrize("date", [None, "2035", "0001-01-01", "9999"])
def test_a_state_without_groups_has_its_regional_group(date: str | None):
    assert groups_on(state(), date) == ("western",)


@pytest.mark.parametrize(
    ("since", "until", "date", "inside"),
    [
        (None, None, "1900", True),
        ("2035-06-15", None, "2035-06-14", False),
        ("2035-06-15", None, "2035-06-15", True),
        ("2035-06-15", None, "2035-06", True),
        ("2035-06-15", None, "2035-05", False),
        ("2035-06-15", None, "2035", True),
        ("2035-06", None, "2035-06-01", True),
        ("2035-06", None, "2035-05-31", False),
        ("2035", None, "2035-01-01", True),
        ("2035", None, "2034-12-31", False),
        (None, "2035-06-15", "2035-06-15", True),
        (None, "2035-06-15", "2035-06-16", False),
        (None, "2035-06-15", "2035-06", True),
        (None, "2035-06-15", "2035-07", False),
        (None, "2035-06", "2035-06-30", True),
        (None, "2035-06", "2035-07-01", False),
        (None, "2035", "2035-12-31", True),
        (None, "2035", "2036", False),
        ("2034", "2036", "2035-05-05", True),
        ("2034", "2036", "2037", False),
        ("2034", None, None, True),
        (None, "2036", None, False),
    ],
)
def test_a_group_counts_while_its_time_and_the_date_can_overlap(
    since: str | None, until: str | None, date: str | None, inside: bool
):
    found = groups_on(state("XAA", Membership(group="grove", since=since, until=until)), date)
    assert found == (("western", "grove") if inside else ("western",))


def test_a_state_that_left_and_came_back_is_named_once():
    left = Membership(group="grove", until="2030")
    back = Membership(group="grove", since="2035")
    returned = state("XAA", Membership(group="elms"), left, back)
    assert groups_on(returned, "2032") == ("western", "elms")
    assert groups_on(returned, "2029") == groups_on(returned, "2036") == (
        "western", "elms", "grove",
    )  # fmt: skip
    assert groups_on(returned, None) == ("western", "elms", "grove")
    assert groups_on(state("XAA", left, back.model_copy(update={"since": "2030"})), "2030") == (
        "western", "grove",
    )  # fmt: skip
