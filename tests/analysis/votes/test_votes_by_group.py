"""One vote by groups: on an invented record, then on the real one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.votes.roll_calls import roll_calls
from dashboard.analysis.votes.votes_by_group import BY_GROUP, votes_by_group
from tests.invented.synthetic_votes import Cast, recorded


def rows_of(found):
    return list(found.itertuples(index=False, name=None))


@pytest.mark.parametrize("by", ["regional", ["club"]])
def test_a_vote_without_names_gives_no_rows_but_its_columns(by):
    record = recorded([Cast("T/1", "committee", "2030-05-01", "", names="not_published")])
    found = votes_by_group(record, "T/1@committee", by)
    assert (rows_of(found), list(found.columns)) == ([], list(BY_GROUP))


def test_an_id_that_is_no_votes_is_a_key_error():
    with pytest.raises(KeyError, match="T/9@plenary"):
        votes_by_group(recorded([]), "T/9@plenary", "regional")


def test_every_position_has_a_row_and_states_that_joined_later_are_not_eligible():
    record = recorded([Cast("T/1", "plenary", "2030-05-01", "YYN-")])
    assert rows_of(votes_by_group(record, "T/1@plenary", "regional")) == [
        ("south", "yes", 2, 2),
        ("south", "no", 0, 2),
        ("south", "abstain", 0, 2),
        ("south", "not_voting", 0, 2),
        ("north", "yes", 0, 2),
        ("north", "no", 1, 2),
        ("north", "abstain", 0, 2),
        ("north", "not_voting", 1, 2),
    ]


def test_members_of_a_group_are_those_of_the_day():
    early = Cast("T/1", "plenary", "2031-05-01", "YN--")
    late = Cast("T/2", "plenary", "2033-05-01", "YN--A")
    record = recorded([early, late])
    assert rows_of(votes_by_group(record, early.id, ["club", "empty"])) == [
        ("club", "yes", 1, 2),
        ("club", "no", 1, 2),
        ("club", "abstain", 0, 2),
        ("club", "not_voting", 0, 2),
        ("empty", "yes", 0, 0),
        ("empty", "no", 0, 0),
        ("empty", "abstain", 0, 0),
        ("empty", "not_voting", 0, 0),
    ]
    assert rows_of(votes_by_group(record, late.id, ["club"])) == [
        ("club", "yes", 1, 2),
        ("club", "no", 0, 2),
        ("club", "abstain", 1, 2),
        ("club", "not_voting", 0, 2),
    ]


def test_what_is_open_has_rows_only_where_something_is():
    vote = Cast("T/1", "committee", "2030-05-01", " NA", "partial", ("no", "abstain"))
    found = votes_by_group(recorded([vote]), vote.id, "regional")
    assert [r[2] for r in rows_of(found) if r[1] == "unnamed"] == [1, 1]
    assert "unknown" not in set(found["position"])


@settings(deadline=None, max_examples=30)
@given(calls=st.text("YNA- ", min_size=4, max_size=4), whole=st.booleans())
def test_positions_add_up_to_those_that_could_vote(calls, whole):
    vote = Cast("T/1", "plenary", "2030-05-01", calls, "complete" if whole else "partial", ("no",))
    record = recorded([vote])
    found = votes_by_group(record, vote.id, "regional")
    for _, rows in found.groupby("group"):
        assert rows["states"].sum() == rows["eligible"].iloc[0]
    could = [p for p in roll_calls(record)[vote.id].positions.values() if p != "not_member"]
    assert found["states"].sum() == len(could)


def test_real_regional_groups_and_the_european_union_on_79_239(real):
    """UN Digital Library, roll call of A/RES/79/239: 159-2-5, 27 of 193 in no list."""
    found = votes_by_group(real, "A/RES/79/239@plenary", "regional")
    totals = found.groupby("position")["states"].sum().to_dict()
    assert totals == {"yes": 159, "no": 2, "abstain": 5, "not_voting": 27}
    assert found.drop_duplicates("group")["eligible"].tolist() == [54, 54, 23, 33, 29]
    union = votes_by_group(real, "A/RES/79/239@plenary", ["eu"])
    assert union["states"].tolist() == [27, 0, 0, 0]
