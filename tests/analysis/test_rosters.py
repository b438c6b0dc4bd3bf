"""Who signed what, by day, and how these States voted, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.analysis.rosters import JOINED, instrument_of, joined_by, votes_of
from dashboard.analysis.states import VOTES_OF_GROUP
from dashboard.corpus.membership import groups_on
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from tests.analysis.sponsors.sponsor_record import rows_of
from tests.invented.builders import EVENTS, change

SIGNED = [
    {"how": "signed", "on": "2035-03-02", "states": ["XAA"], "organisations": ["Grove Union"]},
    {"how": "signed", "on": "2035-12-31", "by": True, "states": ["XDD", "XHH"]},
    {"how": "ratified", "on": "2036-01-05", "states": ["XAA"]},
]
PEOPLE = {"count": 4, "joined": SIGNED, "group": "signatories", "complete": True}


@pytest.fixture
def signed(data_dir: Path) -> Snapshot:
    change(data_dir / EVENTS.format("grove-summit"), participants=PEOPLE)
    return take_snapshot(data_dir)


def test_a_state_that_signed_nothing_and_one_that_is_not_there_have_no_rows(signed: Snapshot):
    for code in ("XBB", "XZZ", ""):
        found = joined_by(signed, code)
        assert found.empty
        assert list(found) == list(JOINED)


def test_what_a_state_signed_and_ratified_is_each_on_its_day_newest_first(signed: Snapshot):
    assert rows_of(joined_by(signed, "XAA")) == [
        ("grove-summit", "ratified", "2036-01-05", False),
        ("grove-summit", "signed", "2035-03-02", False),
    ]
    assert rows_of(joined_by(signed, "XHH")) == [("grove-summit", "signed", "2035-12-31", True)]


def test_the_record_of_a_group_is_that_of_its_instrument(signed: Snapshot):
    assert instrument_of(signed, "signatories") == "grove-summit"
    assert instrument_of(signed, "grove") is None


@pytest.mark.parametrize(
    ("iso3", "day", "inside"),
    [
        ("XAA", "2035-03-01", False),
        ("XAA", "2035-03-02", True),
        ("XDD", "2035-12-30", False),
        ("XDD", "2035-12-31", True),
        ("XBB", "2037", False),
    ],
)
def test_who_signed_is_in_the_group_from_that_day(
    signed: Snapshot, iso3: str, day: str, inside: bool
):
    assert ("signatories" in groups_on(signed.states[iso3], day)) is inside
    assert "grove" in groups_on(signed.states[iso3], day), "in what the list of States says as well"


def test_votes_of_signatories_count_those_that_were_members_whenever_they_signed(signed: Snapshot):
    people = signed.events["grove-summit"].participants
    assert people is not None
    assert rows_of(votes_of(signed, people.named)) == [
        ("A/RES/90/1@plenary", "A/RES/90/1", "plenary", "2035-12-01", 1, 1, 0, 0, 2)
    ]
    nobody = votes_of(signed, ())
    assert (list(nobody), len(nobody)) == (list(VOTES_OF_GROUP), 0)
