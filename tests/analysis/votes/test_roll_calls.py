"""What every State did in one vote: on an invented record, then on the real one."""

from __future__ import annotations

import pytest

from dashboard.analysis.votes.roll_calls import (
    ROLL_CALL,
    marks,
    regional_groups,
    roll_call,
    roll_calls,
)
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic_votes import STATES, Cast, recorded


def positions(snapshot: Snapshot, vote: str) -> dict[str, str]:
    found = roll_call(snapshot, vote)
    return dict(zip(found["iso3"], found["position"], strict=True))


def test_a_vote_without_names_gives_no_rows_but_its_columns():
    record = recorded([Cast("T/1", "committee", "2030-05-01", "", names="not_published")])
    assert list(roll_call(record, "T/1@committee").columns) == list(ROLL_CALL)
    assert roll_call(record, "T/1@committee").empty


def test_an_id_that_is_no_votes_is_a_key_error():
    with pytest.raises(KeyError, match="T/9@plenary"):
        roll_call(recorded([]), "T/9@plenary")


def test_rows_go_by_regional_group_then_position_then_name():
    record = recorded([Cast("T/1", "plenary", "2030-05-01", "YYNY")])
    assert list(roll_call(record, "T/1@plenary").itertuples(index=False, name=None)) == [
        ("XBB", "south", "yes"),
        ("XAA", "south", "yes"),
        ("XDD", "north", "yes"),
        ("XCC", "north", "no"),
        ("XEE", "north", "not_member"),
    ]


def test_a_state_in_neither_complete_list_was_in_favour_or_not_voting():
    vote = Cast("T/1", "committee", "2030-05-01", " NA", "partial", ("no", "abstain"))
    assert positions(recorded([vote]), vote.id) == {
        "XAA": "unnamed", "XBB": "no", "XCC": "abstain", "XDD": "unnamed", "XEE": "not_member",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("complete", "position"),
    [
        ((), "unknown"),
        (("no",), "unknown"),
        (("yes", "no"), "unknown"),
        (("yes", "no", "abstain"), "not_voting"),
    ],
)
def test_what_the_complete_lists_leave_open_is_said_and_no_more(complete, position):
    vote = Cast("T/1", "committee", "2030-05-01", " N", "partial", complete)
    assert positions(recorded([vote]), vote.id)["XAA"] == position


def test_a_member_in_no_list_of_a_complete_vote_is_not_of_the_body():
    vote = Cast("T/1", "plenary", "2030-05-01", "Y N-")
    assert positions(recorded([vote]), vote.id)["XBB"] == "not_member"


def test_a_state_votes_from_the_day_it_joined():
    before = Cast("T/1", "plenary", "2032-05-31", "YYYY")
    after = Cast("T/2", "plenary", "2032-06-01", "YYYYN")
    record = recorded([before, after])
    assert positions(record, before.id)["XEE"] == "not_member"
    assert positions(record, after.id)["XEE"] == "no"


def test_a_vote_of_unknown_day_names_whom_it_can():
    vote = Cast("T/1", "committee", None, "N", "partial", ("no",))
    found = positions(recorded([vote]), vote.id)
    assert (found["XAA"], found["XEE"]) == ("no", "unknown")


def test_one_state_alone():
    only = {"XAA": STATES["XAA"]}
    record = recorded([Cast("T/1", "plenary", "2030-05-01", "N")], only)
    assert positions(record, "T/1@plenary") == {"XAA": "no"}
    assert regional_groups(record) == ("south", "unknown")


@pytest.mark.parametrize(
    ("vote", "counts"),
    [
        ("A/RES/79/239@plenary", (159, 2, 5, 27)),
        ("A/RES/80/58@plenary", (167, 5, 5, 16)),
        ("A/RES/80/57@plenary", (164, 6, 7, 16)),
        ("A/RES/79/62@plenary", (166, 3, 15, 9)),
        ("A/RES/78/241@plenary", (152, 4, 11, 26)),
    ],
)
def test_real_roll_calls_add_up_to_193(real, vote, counts):
    """Counted in the roll calls of the UN Digital Library, one CSV for each resolution."""
    found = list(roll_call(real, vote)["position"])
    assert tuple(found.count(p) for p in ("yes", "no", "abstain", "not_voting")) == counts
    assert len(found) == 193


def test_real_names_of_79_239(real):
    """UN Digital Library, roll call of A/RES/79/239, 24 December 2024."""
    found = positions(real, "A/RES/79/239@plenary")
    assert {s for s, p in found.items() if p == "no"} == {"PRK", "RUS"}
    assert {s for s, p in found.items() if p == "abstain"} == {"BLR", "ETH", "IRN", "NIC", "SAU"}


def test_real_committee_vote_on_79_239_names_eight_and_leaves_185_open(real):
    """Press release of the First Committee, 6 November 2024: 165 to 2 with 6 abstentions."""
    found = list(positions(real, "A/RES/79/239@committee").values())
    assert {p: found.count(p) for p in set(found)} == {"no": 2, "abstain": 6, "unnamed": 185}


def test_every_real_ballot_holds_every_member_once(real):
    for vote, found in roll_calls(real).items():
        rows = roll_call(real, vote)
        assert len(rows) == (193 if found.positions else 0), vote
        assert rows["iso3"].is_unique


@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        ("A/RES/79/239@committee", {"yes": 165, "no": 2, "abstain": 6, "unknown": 20}),
        ("A/RES/78/241@committee", {"yes": 164, "no": 5, "abstain": 8, "unknown": 16}),
        ("A/RES/79/62@committee", {"yes": 161, "no": 3, "abstain": 13, "unknown": 16}),
        ("A/RES/79/239@plenary", {"yes": 159, "no": 2, "abstain": 5, "not_voting": 27}),
    ],
)
def test_there_are_as_many_marks_as_votes_counted_whoever_is_named(real, vote, expected):
    found = marks(real, vote)
    assert found["position"].value_counts().to_dict() == expected
    named = found[found["iso3"] != ""]
    assert not named["iso3"].duplicated().any()
