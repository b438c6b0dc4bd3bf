"""Sponsors of each regional group, year by year: States, of how many, and sponsorships."""

from __future__ import annotations

import pytest

from dashboard.analysis.selection.query import Choice
from dashboard.analysis.sponsors.regions_by_year import REGIONS, regions_by_year
from tests.analysis.sponsors.sponsor_record import FOUR, ONE, THREE, TWO, record, rows_of

EVERY = Choice()


@pytest.mark.parametrize("symbols", [[], [THREE], ["<b>", "", "A/RES/90/999"]])
def test_no_list_gives_no_row_but_the_columns(symbols):
    found = regions_by_year(record(), symbols, EVERY)
    assert found.empty
    assert {name: str(kind) for name, kind in found.dtypes.items()} == REGIONS


def test_a_state_counts_once_a_year_and_each_sponsorship_by_itself():
    """CCC joined in 2036; the observer has no group that could have sponsored."""
    assert rows_of(regions_by_year(record(), [FOUR, TWO, ONE], EVERY)) == [
        ("2035", "grulac", 1, 1, 1, 1),
        ("2035", "weog", 1, 1, 1, 1),
        ("2036", "grulac", 2, 2, 2, 2),
        ("2036", "observer", 1, 0, 1, 2),
        ("2036", "weog", 1, 1, 1, 2),
    ]


def test_the_texts_chosen_are_the_years_texts():
    found = regions_by_year(record(), [TWO], EVERY)
    assert rows_of(found)[0] == ("2036", "grulac", 1, 2, 1, 1)
    assert set(found["texts"]) == {1}


@pytest.mark.parametrize(
    ("role", "states"),
    [
        (Choice(any_of=("original_sponsor",)), {"grulac": 2, "weog": 1}),
        (Choice(none_of=("original_sponsor",)), {"grulac": 0, "weog": 0, "observer": 1}),
        (Choice(any_of=("hero",)), {"grulac": 0, "weog": 0}),
    ],
)
def test_a_role_narrows_the_sponsors_and_never_the_texts(role: Choice, states: dict[str, int]):
    found = regions_by_year(record(), [TWO, FOUR], role)
    assert dict(zip(found["group"], found["states"], strict=True)) == states
    assert set(found["texts"]) == {2}
