"""Which States sponsored the same texts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.sponsors.sponsor_overlap import overlap, pairs, partners, together
from dashboard.analysis.sponsors.sponsored_texts import contradictions, ranking
from dashboard.corpus.snapshot import Snapshot
from tests.analysis.sponsors.sponsor_record import FOUR, ONE, STATES, THREE, TWO, record, rows_of

LISTED = (ONE, TWO, FOUR)
FIRST, SECOND, THIRD = "A/RES/78/265", "A/RES/78/311", "A/RES/79/239"


@pytest.mark.parametrize("symbols", [[], [THREE], ["A/RES/90/999"]])
def test_no_list_gives_no_row(symbols):
    assert list(overlap(record(), symbols).columns) == ["texts", "states", "names"]
    assert overlap(record(), symbols).empty


def test_each_state_stands_in_the_row_of_exactly_its_texts():
    assert rows_of(overlap(record(), [TWO, ONE, THREE])) == [
        ((TWO,), 2, ("CCC", "OOO")),
        ((ONE,), 1, ("BBB",)),
        ((ONE, TWO), 1, ("AAA",)),
    ]


def test_those_that_sponsored_none_are_members_of_the_latest_day():
    assert rows_of(overlap(record(), [ONE])) == [((ONE,), 2, ("AAA", "BBB"))]
    assert rows_of(overlap(record(), [FOUR])) == [
        ((), 2, ("AAA", "CCC")),
        ((FOUR,), 1, ("BBB",)),
    ]


def test_two_states_tell_both_roles():
    assert rows_of(together(record(), "OOO", "AAA")) == [
        (TWO, "2036-12-02", "additional_sponsor", "original_sponsor")
    ]
    assert rows_of(together(record(), "BBB", "CCC")) == []
    assert list(together(record(), "AAA", "AAA")["symbol"]) == [TWO, ONE], "newest first"


def test_partners_are_ranked_with_their_own_counts_beside():
    assert rows_of(partners(record(), "AAA")) == [
        ("CCC", 1, 2, 1, 0.5),
        ("OOO", 1, 2, 1, 0.5),
        ("BBB", 1, 2, 2, 1 / 3),
    ]
    nobody = partners(record(sponsors=[]), "CCC")
    assert set(nobody["shared"]) == {0}
    assert nobody["jaccard"].isna().all(), "nothing divided by nothing is not known"


def test_a_state_that_is_not_on_record_is_refused():
    with pytest.raises(KeyError):
        partners(record(), "club")
    with pytest.raises(KeyError):
        pairs(record(), ["AAA", "XXX"])


def test_pairs_follow_the_order_given_and_the_texts_chosen():
    assert rows_of(pairs(record(), ["BBB", "AAA"])) == [
        ("BBB", "BBB", 2, 2),
        ("BBB", "AAA", 1, 3),
        ("AAA", "BBB", 1, 3),
        ("AAA", "AAA", 2, 2),
    ]
    assert rows_of(pairs(record(), ["OOO", "CCC"], [ONE]))[1] == ("OOO", "CCC", 0, 0)
    assert pairs(record(), []).empty


LINES = st.lists(
    st.tuples(
        st.sampled_from(LISTED),
        st.sampled_from(sorted(STATES)),
        st.sampled_from(["original_sponsor", "additional_sponsor"]),
    ),
    unique_by=lambda line: line[:2],
)


@settings(max_examples=25, deadline=None)
@given(LINES, st.sets(st.sampled_from(LISTED), min_size=1))
def test_whatever_the_lists_say_the_counts_agree(lines, symbols):
    drawn = record(sponsors=[dict(zip(("symbol", "iso3", "role"), x, strict=True)) for x in lines])
    found = overlap(drawn, sorted(symbols))
    names = [iso3 for row in found["names"] for iso3 in row]
    assert len(names) == len(set(names)), "a State in two rows"
    assert list(found["states"]) == sorted(map(len, found["names"]), reverse=True)
    told = {(text, i) for row in found.itertuples() for text in row.texts for i in row.names}
    assert told == {(symbol, iso3) for symbol, iso3, _ in lines if symbol in symbols}
    every = pairs(drawn, sorted(STATES), sorted(symbols))
    cells = {(row.left, row.right): (row.shared, row.either) for row in every.itertuples()}
    assert all(cells[b, a] == value for (a, b), value in cells.items())
    ranks = ranking(drawn, sorted(symbols))
    assert ranks["texts"].sum() == sum(symbol in symbols for symbol, _, _ in lines)
    own = Counter(iso3 for symbol, iso3, _ in lines if symbol in symbols)
    assert all(cells[i, i] == (own[i], own[i]) for i in STATES)


def test_the_members_are_split_between_the_two_first_resolutions(real):
    """Of 123 and 143 sponsors 104 both, 19 and 39 one alone; 31 of 193 members neither."""
    rows = {row.texts: row for row in overlap(real, [SECOND, FIRST]).itertuples()}
    assert {texts: row.states for texts, row in rows.items()} == {
        (FIRST, SECOND): 104,
        (SECOND,): 39,
        (): 31,
        (FIRST,): 19,
    }
    assert rows[(FIRST,)].names == (
        "AND", "ARG", "BHS", "BIH", "CRI", "FJI", "GTM", "HTI", "IND", "LTU",
        "MHL", "MKD", "MNG", "MWI", "PHL", "PLW", "PRY", "SEN", "SMR",
    )  # fmt: skip
    assert {"RUS"} <= set(rows[(SECOND,)].names)
    assert {"PRK"} <= set(rows[()].names)
    alone = overlap(real, [FIRST, SECOND, THIRD])
    assert dict(zip(alone["texts"], alone["names"], strict=True))[FIRST, THIRD] == ("PHL",)


def test_the_rows_of_the_real_overlap_partition_the_members(real):
    found = overlap(real, [FIRST, SECOND, THIRD, "A/RES/79/62", "A/RES/80/57"])
    names = [iso3 for row in found["names"] for iso3 in row]
    members = {iso3 for iso3, state in real.states.items() if state.status == "member"}
    assert sorted(names) == sorted(members | {"PSE"}), "an observer sponsored two of them"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_equals_stand_by_name_in_the_reader_s_language(real_record: Snapshot, language: str):
    def key(iso3: str) -> str:
        return real_record.states[iso3].sort_key(language)

    ranked = ranking(real_record, language=language)
    pairs = list(zip(-ranked["texts"], ranked["iso3"].map(key), strict=True))
    assert pairs == sorted(pairs)
    beside = partners(real_record, "CHN", language=language)
    strengths = list(zip(-beside["shared"], -beside["jaccard"].fillna(0), strict=True))
    assert [*zip(strengths, beside["iso3"].map(key), strict=True)] == sorted(
        zip(strengths, beside["iso3"].map(key), strict=True)
    )
    held = contradictions(real_record, language)
    for _, rows in held.groupby(["symbol", "position"]):
        assert list(rows["iso3"]) == sorted(rows["iso3"], key=key)
    assert held.groupby(["symbol", "position"]).size().max() > 2
