"""How often sides vote alike: on an invented record, then on the real one."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.votes.voting_similarity import (
    SIMILARITY,
    SMALL,
    similarity_matrix,
)
from tests.invented.synthetic_votes import Cast, recorded


def similarity(found, left, right, votes):
    """Shared votes, same and all pairs, and the share of two sides; None for no share."""
    sides = list(dict.fromkeys([left, right]))
    cells = similarity_matrix(found, sides, votes).set_index(["left", "right"])
    row = cells.loc[(left, right)]
    return (
        *map(int, row[["shared", "same", "pairs"]]),
        None if pd.isna(row["share"]) else row["share"],
    )


def record(*calls: str, date: str = "2033-05-01"):
    found = recorded([Cast(f"T/{n}", "plenary", date, c) for n, c in enumerate(calls)])
    return found, list(found.tables["recorded_votes"]["id"])


def test_no_votes_are_no_share():
    found, _ = record()
    assert similarity(found, "XAA", "XBB", []) == (0, 0, 0, None)
    empty = similarity_matrix(found, [], [])
    assert (len(empty), tuple(empty.columns)) == (0, tuple(SIMILARITY))


def test_what_is_not_on_record_is_a_key_error():
    found, votes = record("YYYYY")
    with pytest.raises(KeyError, match="T/9"):
        similarity(found, "XAA", "XBB", ["T/9@plenary"])
    with pytest.raises(KeyError, match="nobody"):
        similarity(found, "XAA", "nobody", votes)


def test_a_vote_not_cast_is_not_shared_and_abstaining_is_a_position():
    found, votes = record("YY   ", "YN   ", "AA   ", "Y-   ", "--   ", "YA   ")
    assert similarity(found, "XAA", "XBB", votes) == (4, 2, 4, None)


def test_votes_with_some_names_are_left_out():
    vote = Cast("T/0", "committee", "2033-05-01", "NN", "partial", ("no", "abstain"))
    assert similarity(recorded([vote]), "XAA", "XBB", [vote.id])[0] == 0


def test_a_share_is_given_from_twenty_shared_votes_on():
    few, votes = record(*["YY"] * (SMALL - 1))
    assert similarity(few, "XAA", "XBB", votes)[-1] is None
    many, votes = record(*["YY"] * 15, *["YN"] * 5)
    assert similarity(many, "XAA", "XBB", votes) == (20, 15, 20, 0.75)


def test_a_group_is_all_pairs_of_its_members_of_the_day():
    """On that day north is XCC, XDD, XEE and south XAA, XBB; the club is XAA and XEE."""
    found, votes = record("YNYNA", "Y-Y--")
    assert similarity(found, "south", "north", votes) == (2, 3, 7, None)
    assert similarity(found, "XAA", "north", votes) == (2, 2, 4, None)
    assert similarity(found, "XAA", "club", votes) == (1, 0, 1, None)
    early, votes = record("YYNN", date="2030-05-01")
    assert similarity(early, "XAA", "club", votes) == (1, 1, 1, None)


def test_a_group_with_itself_is_the_agreement_of_its_different_members():
    found, votes = record("YYYNA")
    assert similarity(found, "south", "south", votes) == (1, 1, 1, None)
    assert similarity(found, "north", "north", votes) == (1, 0, 3, None)
    assert similarity(found, "empty", "empty", votes) == (0, 0, 0, None)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.text("YNA-", min_size=5, max_size=5), min_size=20, max_size=24))
def test_agreement_is_symmetric_and_whole_with_itself(calls):
    found, votes = record(*calls)
    sides = ["XAA", "XBB", "south", "north", "club"]
    matrix = similarity_matrix(found, sides, votes).set_index(["left", "right"])
    for left in sides:
        for right in sides:
            one, other = matrix.loc[(left, right)], matrix.loc[(right, left)]
            assert one[["shared", "same", "pairs"]].equals(other[["shared", "same", "pairs"]])
            assert 0 <= one["same"] <= one["pairs"]
    shared, same, _, share = similarity(found, "XAA", "XAA", votes)
    assert same == shared
    assert share == (1.0 if shared >= SMALL else None)


def test_real_agreement_on_the_five_votes_on_military_uses(real):
    """Read by hand from the roll calls of 78/241, 79/62, 79/239, 80/57 and 80/58.

    USA yes, yes, yes, no, no; China abstain, abstain, yes, abstain, yes; Syria abstain,
    abstain and three times in no list; the Russian Federation no five times.
    """
    votes = [f"A/RES/{n}@plenary" for n in ("78/241", "79/62", "79/239", "80/57", "80/58")]
    assert similarity(real, "USA", "CHN", votes) == (5, 1, 5, None)
    assert similarity(real, "CHN", "SYR", votes) == (2, 2, 2, None)
    assert similarity(real, "USA", "RUS", votes) == (5, 2, 5, None)
