"""Who moved between two votes: on an invented record, then on the real one."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.votes.vote_changes import (
    CHANGES,
    COUNTS,
    MOVES,
    change_counts,
    change_matrix,
    series,
    text_series,
    vote_changes,
)
from dashboard.corpus.tables.frames import frame
from tests.invented.synthetic import filled
from tests.invented.synthetic_votes import Cast, recorded

ONE, TWO = "T/1@plenary", "T/2@plenary"


def rows_of(found: pd.DataFrame) -> list[tuple[object, ...]]:
    return list(found.itertuples(index=False, name=None))


def two(earlier: str, later: str, complete: tuple[str, ...] | None = None):
    """A record of two votes; the first is a partial one where `complete` is given."""
    names = "complete" if complete is None else "partial"
    first = Cast("T/1", "plenary", "2030-05-01", earlier, names, complete or ())
    return recorded([first, Cast("T/2", "plenary", "2033-05-01", later)])


def moves(record) -> dict[str, tuple[str, str, bool]]:
    return {row[0]: tuple(row[2:]) for row in rows_of(vote_changes(record, ONE, TWO))}


def test_no_names_on_one_side_is_no_shift():
    silent = Cast("T/1", "plenary", "2030-05-01", "", "not_published")
    record = recorded([silent, Cast("T/2", "plenary", "2033-05-01", "NNNNN")])
    found = vote_changes(record, ONE, TWO)
    assert (rows_of(found), list(found.columns)) == ([], list(CHANGES))
    assert list(change_counts(found).columns) == list(COUNTS)
    moved = change_matrix(record, ONE, TWO)
    assert (rows_of(moved), list(moved.columns)) == ([], list(MOVES))


@pytest.mark.parametrize("ask", [vote_changes, change_matrix])
@pytest.mark.parametrize("pair", [(ONE, "T/9@plenary"), ("T/9@plenary", ONE)])
def test_an_id_that_is_no_votes_is_a_key_error(ask, pair):
    with pytest.raises(KeyError, match="T/9@plenary"):
        ask(two("YYYY", "YYYYY"), *pair)


def test_not_voting_abstaining_and_joining_are_three_moves():
    record = two("A-YY", "-AYNY")
    assert rows_of(vote_changes(record, ONE, TWO)) == [
        ("XBB", "south", "not_voting", "abstain", True),
        ("XAA", "south", "abstain", "not_voting", True),
        ("XDD", "north", "yes", "no", True),
        ("XEE", "north", "not_member", "yes", True),
    ]


@pytest.mark.parametrize(
    ("later", "shift"),
    [
        ("Y", None),
        ("-", None),
        ("N", ("unnamed", "no", False)),
        ("A", ("unnamed", "abstain", False)),
    ],
)
def test_a_state_in_neither_list_moved_only_if_it_cannot_have_stayed(later, shift):
    record = two(" NNN", f"{later}NNNN", ("no", "abstain"))
    assert moves(record).get("XAA") == shift


@pytest.mark.parametrize(("later", "shift"), [("N", ("unknown", "no", False)), ("A", None)])
def test_one_complete_list_proves_a_move_to_it_alone(later, shift):
    assert moves(two(" NNN", f"{later}NNNN", ("no",))).get("XAA") == shift


def test_the_largest_move_comes_first_then_the_order_of_positions():
    counted = change_counts(vote_changes(two("NYYY", "YNNAY"), ONE, TWO))
    assert rows_of(counted) == [
        ("yes", "no", 2, ("XBB", "XCC")),
        ("yes", "abstain", 1, ("XDD",)),
        ("no", "yes", 1, ("XAA",)),
        ("not_member", "yes", 1, ("XEE",)),
    ]


def test_moves_hold_those_that_stayed():
    assert rows_of(change_matrix(two("YYNA", "YYYAN"), ONE, TWO)) == [
        ("yes", "yes", 2),
        ("no", "yes", 1),
        ("abstain", "abstain", 1),
        ("not_member", "no", 1),
    ]


calls = st.text("YNA-", min_size=4, max_size=4)


@settings(deadline=None, max_examples=30)
@given(earlier=calls, later=calls, partial=st.booleans())
def test_moves_add_up_to_all_states_and_none_moves_against_itself(earlier, later, partial):
    record = two(earlier, later + "Y", ("no",) if partial else None)
    assert change_matrix(record, ONE, TWO)["states"].sum() == 5
    assert vote_changes(record, ONE, ONE).empty
    assert vote_changes(record, TWO, TWO).empty
    there, back = (vote_changes(record, *pair) for pair in ((ONE, TWO), (TWO, ONE)))
    assert set(there["iso3"]) == set(back["iso3"])


def test_a_series_goes_by_day_and_the_committee_goes_first():
    votes = [
        Cast("T/2", "plenary", "2033-05-01", "YYYY"),
        Cast("T/1", "plenary", "2030-05-01", "YYYY"),
        Cast("T/1", "committee", "2030-05-01", "YYYY"),
        Cast("T/3", "plenary", "2031-05-01", "", "not_published"),
        Cast("T/4", "committee", None, "YYYY"),
    ]
    record = recorded(votes)
    assert series(record, [v.id for v in votes] * 2) == [
        ("T/1@committee", "T/1@plenary"),
        ("T/1@plenary", "T/2@plenary"),
        ("T/2@plenary", "T/4@committee"),
    ]
    assert series(record, []) == series(record, [ONE]) == []
    with pytest.raises(KeyError, match="T/9"):
        series(record, ["T/9@plenary"])


def documents(*rows: tuple[str, str, str, int | None]) -> pd.DataFrame:
    names = ("id", "date", "title_en", "yes")
    base = {"kind": "resolution", "body": "ga"}
    found = [base | dict(zip(names, row, strict=True)) for row in rows]
    return frame("documents", filled("documents", found))


def test_texts_of_one_title_with_a_recorded_vote_are_a_series():
    assert text_series(documents()) == []
    table = documents(
        ("T/3", "2032-01-01", "Ports and Harbours", 5),
        ("T/1", "2030-01-01", "Ports and harbours, 2030", 5),
        ("T/2", "2031-01-01", "Ports and harbours", None),
        ("T/4", "2032-01-01", "Ports, harbours and quays", 5),
    )
    assert text_series(table) == [("T/1", "T/3")]


def test_real_series_hold_the_two_on_autonomous_weapons_and_military_uses(real):
    """The titles of the five resolutions, as the Official Document System prints them."""
    found = text_series(real.tables["documents"])
    assert ("A/RES/78/241", "A/RES/79/62", "A/RES/80/57") in found
    assert ("A/RES/79/239", "A/RES/80/58") in found


def counted(real, earlier: str, later: str) -> dict[tuple[str, str], set[str]]:
    found = change_counts(vote_changes(real, f"A/RES/{earlier}", f"A/RES/{later}"))
    return {
        (before, after): set(names)
        for before, after, names in zip(
            found["earlier"], found["later"], found["names"], strict=True
        )
    }


def test_real_shifts_from_79_239_to_80_58(real):
    """Compared by hand, State by State, in the two roll calls of the UN Digital Library."""
    assert counted(real, "79/239@plenary", "80/58@plenary") == {
        ("not_voting", "yes"): {
            "BEN", "CAF", "CPV", "FJI", "GNB", "KNA", "MOZ", "MWI", "SEN", "SLB", "SOM", "TUV",
            "UGA", "ZMB",
        },
        ("yes", "no"): {"BDI", "ISR", "USA"},
        ("yes", "not_voting"): {"BOL", "BRB", "MDG"},
        ("yes", "abstain"): {"ARG"},
        ("abstain", "yes"): {"ETH"},
    }  # fmt: skip


def test_real_shifts_from_79_62_to_80_57(real):
    """Compared by hand, State by State, in the two roll calls of the UN Digital Library."""
    assert counted(real, "79/62@plenary", "80/57@plenary") == {
        ("yes", "not_voting"): {"BOL", "BRB", "GRD", "MDG", "SWZ", "VCT"},
        ("abstain", "yes"): {"EST", "FJI", "IND", "LTU", "LVA", "ROU"},
        ("yes", "no"): {"BDI", "USA"},
        ("abstain", "not_voting"): {"SYR", "UKR"},
        ("yes", "abstain"): {"ARG"},
        ("abstain", "no"): {"ISR"},
        ("not_voting", "yes"): {"BEN"},
    }


def test_real_shifts_from_committee_to_plenary(real):
    """Lists in the First Committee's press releases against the plenary roll calls.

    On 78/241 Madagascar and South Sudan abstained in plenary and stood in neither list in
    committee: in favour or not voting then, so their move is counted but not where from.
    """
    assert counted(real, "79/239@committee", "79/239@plenary") == {
        ("abstain", "not_voting"): {"SYR"}
    }
    assert counted(real, "78/241@committee", "78/241@plenary") == {
        ("no", "abstain"): {"NER"},
        ("unnamed", "abstain"): {"MDG", "SSD"},
    }


def test_real_moves_to_no(real):
    """The roll calls of 78/241, 79/62 and 80/57, compared by hand."""
    plenary = [f"A/RES/{number}@plenary" for number in ("78/241", "79/62", "80/57")]
    to_no = {
        (later, row.iso3, row.earlier)
        for earlier, later in series(real, plenary)
        for row in vote_changes(real, earlier, later).itertuples()
        if row.later == "no"
    }
    assert to_no == {
        ("A/RES/79/62@plenary", "PRK", "abstain"),
        ("A/RES/80/57@plenary", "BDI", "yes"),
        ("A/RES/80/57@plenary", "USA", "yes"),
        ("A/RES/80/57@plenary", "ISR", "abstain"),
    }


@pytest.mark.parametrize("stage", ["committee", "plenary"])
def test_a_vote_whose_day_is_unknown_stands_beside_the_other_of_its_text(stage: str):
    days = {"committee": "2030-05-01", "plenary": "2030-12-01", stage: None}
    votes = [
        *(Cast("T/2", each, "2033-05-01", "YYYY") for each in days),
        *(Cast("T/1", each, day, "YYYY") for each, day in days.items()),
    ]
    assert series(recorded(votes), [v.id for v in votes]) == [
        ("T/1@committee", "T/1@plenary"),
        ("T/1@plenary", "T/2@committee"),
        ("T/2@committee", "T/2@plenary"),
    ]
