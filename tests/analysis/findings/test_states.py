from __future__ import annotations

import pandas as pd

from dashboard.analysis.findings.finding import Clause, Finding, States
from dashboard.analysis.findings.states import (
    group,
    leading,
    sponsored_opposed,
    state,
    states,
    voted_beside,
)
from dashboard.analysis.votes.voting_similarity import SMALL

VOTES = [f"v{n}" for n in range(SMALL)]


def rows(*told: tuple[str, int | None, int | None], eligible: int = 1) -> pd.DataFrame:
    frame = pd.DataFrame(told, columns=["iso3", "sponsored", "no"]).assign(eligible=eligible)
    return frame.astype({"sponsored": "Int64", "no": "Int64"})


def found(*told: tuple[str, int | None, int | None]) -> Finding:
    return states(rows(*told))


def cast(**positions: str) -> pd.DataFrame:
    """Each State's positions, a letter a vote: y, n, a, and - for none."""
    names = {"y": "yes", "n": "no", "a": "abstain", "-": "not_voting"}
    return pd.DataFrame(
        [
            (vote, iso3, names[letter])
            for iso3, told in positions.items()
            for vote, letter in zip(VOTES, told, strict=True)
        ],
        columns=["vote", "iso3", "position"],
    )


def test_no_states_and_states_that_did_nothing_say_so():
    assert found().clauses == (Clause("nothing"),)
    assert found(("XAA", 0, 0), ("XBB", None, None)).clauses == (Clause("states.none"),)


def test_the_first_are_named_unless_they_are_many():
    assert found(("XBB", 4, 1), ("XAA", 4, 0)).clauses == (
        Clause("states.sponsored", 4, {"states": States(("XAA", "XBB"))}),
        Clause("states.against", 1, {"states": States(("XBB",))}),
    )
    many = found(*((f"X{n}", 2, 0) for n in range(4)))
    assert many.clauses == (Clause("states.shared", 4),)


def test_the_picture_puts_like_states_together_and_none_that_could_not_vote():
    for none in (rows(), rows(("XAA", 0, 0), ("XBB", None, None)), rows(("XAA", 2, 1), eligible=0)):
        assert sponsored_opposed(none).empty
        assert leading(sponsored_opposed(none)) == frozenset()
    counted = sponsored_opposed(rows(("XCC", 4, 0), ("XBB", 1, 2), ("XAA", 4, 0), ("XDD", 0, 0)))
    assert counted.values.tolist() == [
        [0, 0, ("XDD",)], [1, 2, ("XBB",)], [4, 0, ("XAA", "XCC")],
    ]  # fmt: skip
    assert leading(counted) == {"XAA", "XBB", "XCC"}
    many = [(f"X{n}", 2, 0) for n in range(4)]
    assert leading(sponsored_opposed(rows(*many))) == frozenset()


def test_with_whom_a_state_voted_counts_votes_in_which_both_took_a_position():
    ballots = cast(
        XAA="y" * SMALL, XBB="y" * (SMALL - 1) + "n", XCC="n" * SMALL, XDD="-" + "y" * (SMALL - 1)
    )
    rows = voted_beside(ballots, "XAA", VOTES)
    assert list(rows.itertuples(index=False, name=None)) == [
        ("XBB", SMALL, SMALL - 1, (SMALL - 1) / SMALL),
        ("XCC", SMALL, 0, 0.0),
    ]
    assert voted_beside(ballots, "XAA", VOTES[1:]).empty
    assert state("XAA", rows, SMALL).clauses == (
        Clause("state.most", SMALL - 1, {
            "state": States(("XAA",)), "others": States(("XBB",)), "shared": SMALL,
        }),
        Clause("state.least", 0, {"others": States(("XCC",)), "shared": SMALL}),
    )  # fmt: skip


def test_where_all_voted_alike_nobody_is_least_alike():
    rows = voted_beside(cast(**dict.fromkeys(("XAA", "XBB", "XCC"), "y" * SMALL)), "XAA", VOTES)
    (clause,) = state("XAA", rows, SMALL).clauses
    assert clause.values["others"] == States(("XBB", "XCC"))


def test_too_few_shared_votes_are_said_to_be_so():
    nobody = voted_beside(cast(XAA="-" * SMALL, XBB="y" * SMALL), "XAA", VOTES)
    few = (Clause("state.too_few", None, {"small": SMALL}),)
    assert state("XAA", nobody, SMALL).clauses == few
    alike = pd.DataFrame({"shared": [SMALL], "share": [0.794]})
    assert group(alike, 30).clauses == (Clause("group.alike", None, {"percent": 79}),)
    assert group(alike.assign(share=pd.NA), 30).clauses == few
    assert group(alike.iloc[:0], 30).clauses == few
