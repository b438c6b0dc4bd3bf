"""The grid of States and votes, and the order that puts those that vote alike together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.votes.vote_grid import APART, GRID, apart, grid, similarity_order
from tests.invented.synthetic_votes import Cast, recorded


def record(*calls: str):
    return recorded([Cast(f"T/{n}", "plenary", "2033-05-01", c) for n, c in enumerate(calls)])


def ids(*numbers: int) -> list[str]:
    return [f"T/{n}@plenary" for n in numbers]


def test_no_votes_give_an_empty_grid_and_no_order():
    found = grid(record(), [])
    assert (len(found), list(found.columns)) == (0, list(GRID))
    assert similarity_order(found, {}) == ((), ())


def test_an_id_that_is_no_votes_is_a_key_error():
    with pytest.raises(KeyError, match="T/9"):
        grid(record(), ["T/9@plenary"])


def test_only_votes_with_every_name_are_drawn():
    votes = [
        Cast("T/0", "committee", "2033-05-01", "NNNNN", "partial", ("no",)),
        Cast("T/1", "plenary", "2030-05-01", "YN-A"),
    ]
    found = grid(recorded(votes), [v.id for v in votes])
    assert list(found.itertuples(index=False, name=None)) == [
        ("XBB", "south", "T/1@plenary", "no"),
        ("XAA", "south", "T/1@plenary", "yes"),
        ("XDD", "north", "T/1@plenary", "abstain"),
        ("XCC", "north", "T/1@plenary", "not_voting"),
        ("XEE", "north", "T/1@plenary", "not_member"),
    ]


def test_votes_in_which_a_state_has_no_position_keep_nobody_apart():
    found = grid(record("YNAY-", "YYYYY"), ids(0, 1))
    assert apart(found.iloc[:0], "XAA", "XBB").empty
    assert list(apart(found, "XAA", "XZZ").columns) == list(APART)
    assert apart(found, "XAA", "XZZ").empty
    assert apart(found, "XZZ", "XAA").empty
    assert apart(found, "XAA", "XAA").empty
    differing = apart(found, "XAA", "XBB").itertuples(index=False, name=None)
    assert list(differing) == [("T/0@plenary", "yes", "no")]


def test_states_that_vote_alike_are_neighbours_and_so_are_votes():
    found = grid(record("YNYNY", "NYNYN", "YNYNA", "NYNYA"), ids(0, 1, 2, 3))
    states, votes = similarity_order(found, {})
    assert states[2] == "XEE"
    assert {frozenset(states[:2]), frozenset(states[3:])} == {
        frozenset({"XBB", "XDD"}),
        frozenset({"XAA", "XCC"}),
    }
    assert {frozenset(votes[:2]), frozenset(votes[2:])} == {
        frozenset(ids(0, 2)),
        frozenset(ids(1, 3)),
    }


def test_ties_are_in_the_order_of_codes():
    found = grid(record("YYYYY", "YYYYY"), ids(1, 0))
    assert similarity_order(found, {}) == (("XAA", "XBB", "XCC", "XDD", "XEE"), tuple(ids(0, 1)))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text("YNA-", min_size=5, max_size=5), min_size=1, max_size=4), st.randoms())
def test_the_order_holds_everyone_once_and_not_the_order_of_the_rows(calls, random):
    found = grid(record(*calls), ids(*range(len(calls))))
    states, votes = similarity_order(found, {})
    assert sorted(states) == ["XAA", "XBB", "XCC", "XDD", "XEE"]
    assert sorted(votes) == sorted(ids(*range(len(calls))))
    mixed = list(range(len(found)))
    random.shuffle(mixed)
    assert similarity_order(found.iloc[mixed], {}) == (states, votes)


def test_states_that_vote_as_one_stand_by_name():
    found = grid(record("YYYYY"), ids(0))
    names = {"XAA": "e", "XBB": "d", "XCC": "c", "XDD": "b", "XEE": "a"}
    assert similarity_order(found, names)[0] == ("XEE", "XDD", "XCC", "XBB", "XAA")


def test_real_grid_holds_193_states_in_every_complete_vote(real):
    table = real.tables["recorded_votes"]
    complete = table.loc[table["names"] == "complete", "id"]
    found = grid(real, table["id"])
    assert set(found["vote"]) == set(complete)
    assert len(found) == 193 * len(complete)
    states, votes = similarity_order(found, {})
    assert (len(set(states)), len(set(votes))) == (193, len(complete))
