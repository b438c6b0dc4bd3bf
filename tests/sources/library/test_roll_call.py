"""Rows to positions: former names, what is missing, what does not add up, and round trips."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.library.library_vote import LibraryRow, LibraryVote, RowFields
from dashboard.sources.library.marcxml import read_marcxml
from dashboard.sources.library.roll_call import JudgedVote, RollCall, as_vote, roll_call
from dashboard.sources.library.votes_csv import read_votes_csv
from dashboard.sources.names import StateNames
from tests.invented.builders_codes import MEMBERS
from tests.invented.builders_codes import NAMES as LABELS_IN_ORDER
from tests.sources.library.built import NAMED, Row, marcxml, record, rows, table, totals

LABELS = {**dict(zip(MEMBERS, LABELS_IN_ORDER, strict=True)), "XGG": "Ginkgo", "XHH": "Hazel"}
KNOWN = StateNames(
    {code: [name, *(["Old Firland"] if code == "XFF" else [])] for code, name in LABELS.items()}
)
FIELDS = RowFields("ms_name", "ms_code", "ms_vote")
LATE = "2036-07-01"
CODED = {"yes": "Y", "no": "N", "abstain": "A", "not_voting": ""}


def members(day: str) -> set[str]:
    return {*MEMBERS, *(["XGG"] if day >= LATE else [])}


def vote(listed: list[Row], date: str = "2035-12-01", **counts: int | None) -> LibraryVote:
    letters = {"b": "yes", "c": "no", "d": "abstain", "e": "not_voting", "f": "members"}
    summary = {letters[letter]: total for letter, total in totals(listed).items()} | counts
    return LibraryVote(
        "votes.xml", 3, "A/RES/90/1", date, None,
        {name: total for name, total in summary.items() if total is not None},
        tuple(LibraryRow(name, code, noted, 8 + n) for n, (code, name, noted) in enumerate(listed)),
        "https://digitallibrary.un.org/record/4900001", FIELDS,
    )  # fmt: skip


def judged(given_vote: LibraryVote) -> tuple[RollCall, list[str]]:
    """The positions, and everything that is said: rows left out, what follows, what is refused."""
    found = roll_call(given_vote, KNOWN, LABELS, members)
    lines = [refusal.line("votes.xml") for refusal in (*found.left_out, *found.refused)]
    return found.call, [*lines, *found.told]


def taken(given_vote: LibraryVote) -> JudgedVote:
    found = roll_call(given_vote, KNOWN, LABELS, members)
    assert found.refused == []
    return found


def test_a_roll_call_without_a_row_names_every_member_as_missing() -> None:
    call, said = judged(vote([]))
    assert call == {"yes": [], "no": [], "abstain": [], "not_voting": []}
    assert said == [
        "votes.xml: line 3: members on 2035-12-01 missing from A/RES/90/1: Alder (XAA), "
        "Birch and Beech (XBB), Cedar (XCC), Dogwood (Republic of) (XDD), Elm (XEE), Fir (XFF)"
    ]


def test_states_go_where_they_voted_and_a_blank_is_not_voting() -> None:
    call, said = judged(vote(rows()))
    assert said == []
    assert call == {
        "yes": ["XAA", "XBB", "XCC"],
        "no": ["XDD"],
        "abstain": ["XEE"],
        "not_voting": ["XFF"],
    }


def test_a_state_missing_is_an_error_and_not_a_vote_withheld() -> None:
    _, said = judged(vote(rows()[:-1]))
    assert said == [
        "votes.xml: line 3: members on 2035-12-01 missing from A/RES/90/1: Fir (XFF)",
    ]


def test_a_former_name_is_the_same_state() -> None:
    call, said = judged(vote(rows(names={**NAMED, "XFF": "OLD FIRLAND"})))
    assert (call["not_voting"], said) == (["XFF"], [])


def test_a_row_nobody_understands_is_left_out_and_the_others_are_taken() -> None:
    found = taken(vote(rows(names={**NAMED, "XCC": "CEDDAR", "XEE": "ZZYZX"})))
    allowed = "allowed: the names in states.yaml"
    assert [refusal.line("votes.xml") for refusal in found.left_out] == [
        f"votes.xml: line 10 ms_name: unknown State 'CEDDAR'; {allowed}; did you mean Cedar?",
        f"votes.xml: line 12 ms_name: unknown State 'ZZYZX'; {allowed}; did you mean Elm?",
    ]
    assert found.call == {
        "yes": ["XAA", "XBB"], "no": ["XDD"], "abstain": [], "not_voting": ["XFF"],
    }  # fmt: skip
    assert found.told == [
        "A/RES/90/1 yes: total 3, rows 2",
        "A/RES/90/1 abstain: total 1, rows 0",
        "A/RES/90/1 members: total 6, rows 4",
    ]
    values = as_vote(vote(rows()), found, "single_source")
    assert (values["names"], values["complete"]) == ("partial", ["no"])
    assert values["counts"] == {"yes": 3, "no": 1, "abstain": 1}


@pytest.mark.parametrize(
    "counts", [{"yes": 5}, {"yes": 1}, {"no": 2}, {"abstain": 3}, {"members": 9}]
)
def test_a_total_that_the_row_left_out_does_not_explain_is_refused(counts: dict[str, int]) -> None:
    found = roll_call(
        vote(rows(names={**NAMED, "XCC": "CEDDAR"}), **counts), KNOWN, LABELS, members
    )
    assert len(found.left_out) == 1
    assert found.refused != []
    assert found.told == []


def test_more_states_missing_than_rows_left_out_are_a_file_cut_short() -> None:
    found = roll_call(vote(rows(names={**NAMED, "XAA": "??"})[:-1]), KNOWN, LABELS, members)
    assert [r.found for r in found.refused] == [
        "members on 2035-12-01 missing from A/RES/90/1: Alder (XAA), Fir (XFF)"
    ]


def test_a_name_and_a_code_that_say_two_states_are_refused() -> None:
    _, said = judged(vote([("XBB", "ALDER", "Y"), *rows()[1:]]))
    assert (
        "votes.xml: line 8 ms_code: 'ALDER' is XAA, but the code beside it is XBB, "
        "Birch and Beech; allowed: XAA"
    ) in said


def test_the_name_decides_where_the_code_is_none_of_ours() -> None:
    _, said = judged(vote([("OLD", "ALDER", "Y"), *rows()[1:]]))
    assert said == []


def test_each_total_that_disagrees_is_refused_with_both_numbers() -> None:
    _, said = judged(vote(rows(), yes=4, not_voting=0, members=5))
    assert said == [
        "votes.xml: line 3: A/RES/90/1 yes: total 4, rows 3",
        "votes.xml: line 3: A/RES/90/1 not_voting: total 0, rows 1",
        "votes.xml: line 3: A/RES/90/1 members: total 5, rows 6",
    ]


def test_a_total_not_given_cannot_add_up() -> None:
    _, said = judged(vote(rows(), abstain=None, members=None))
    assert said == [
        "votes.xml: line 3: no total of abstain for A/RES/90/1 to hold the rows against"
    ]


@pytest.mark.parametrize(("again", "left"), [("", ["XFF"]), ("Y", []), ("A", [])])
def test_a_state_that_stands_twice_counts_once_and_one_that_voted_two_ways_not_at_all(
    again: str, left: list[str]
) -> None:
    """Even under two names; which of two ways is right is for people to find."""
    found = taken(vote([*rows(), ("XFF", "Old Firland", again)]))
    assert [refusal.line("votes.xml") for refusal in found.left_out] == [
        "votes.xml: line 14 ms_name: Fir (XFF) stands twice: 'FIR' in line 13, 'Old Firland' here"
    ]
    assert found.call["not_voting"] == left
    assert found.call["yes"] == ["XAA", "XBB", "XCC"]
    assert not found.is_whole


def test_observers_and_states_that_joined_later_had_no_vote() -> None:
    late, observer = ("XGG", "GINKGO", "Y"), ("XHH", "HAZEL", "Y")
    _, said = judged(vote([*rows(), late, observer]))
    assert said == [
        "votes.xml: line 14 ms_name: 'GINKGO': XGG was not a member on 2035-12-01",
        "votes.xml: line 15 ms_name: 'HAZEL': XHH was not a member on 2035-12-01",
        "A/RES/90/1 yes: total 5, rows 3",
        "A/RES/90/1 members: total 8, rows 6",
    ]
    whole = taken(vote([*rows(), observer], yes=3, members=6))
    assert (whole.is_whole, len(whole.left_out)) == (True, 1)
    call, said = judged(vote([*rows(), late], date=LATE))
    assert (call["yes"], said) == (["XAA", "XBB", "XCC", "XGG"], [])
    assert judged(vote(rows(), date=LATE))[1] == [
        "votes.xml: line 3: members on 2036-07-01 missing from A/RES/90/1: Ginkgo (XGG)"
    ]


def test_the_values_name_their_source() -> None:
    given_vote = vote(rows())
    values = as_vote(given_vote, taken(given_vote), "single_source")
    assert values["counts"] == {"yes": 3, "no": 1, "abstain": 1}
    assert values["sources"] == [
        {"url": "https://digitallibrary.un.org/record/4900001", "publisher": "UN Digital Library"}
    ]
    assert "meeting" not in values


@given(st.fixed_dictionaries({code: st.sampled_from(list(CODED)) for code in MEMBERS}))
def test_any_assignment_comes_back_through_both_formats(chosen: dict[str, str]) -> None:
    listed = rows({code: CODED[position] for code, position in chosen.items()})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "votes.csv")
        path.write_text(table(listed), encoding="utf-8")
        (from_csv,) = read_votes_csv(path, lambda symbol: True).votes
    (from_xml,) = read_marcxml("votes.xml", marcxml(record(listed))).votes
    for found in (from_csv, from_xml):
        call, said = judged(found)
        assert said == []
        assert {iso3: position for position in call for iso3 in call[position]} == chosen
    assert from_csv.totals == from_xml.totals


@given(
    st.fixed_dictionaries({code: st.sampled_from(list(CODED)) for code in MEMBERS}),
    st.sampled_from("bcdef"),
    st.integers(min_value=0, max_value=9),
)
def test_no_wrong_total_passes(chosen: dict[str, str], letter: str, total: int) -> None:
    listed = rows({code: CODED[position] for code, position in chosen.items()})
    right = totals(listed)[letter]
    (found,) = read_marcxml("votes.xml", marcxml(record(listed, **{letter: total}))).votes
    said = judged(found)[1]
    assert (said == []) == (total == right)
    assert all(f"total {total}, rows {right}" in line for line in said)
