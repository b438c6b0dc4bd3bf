"""Sponsors of a text: who, when, of which group, how they voted."""

from __future__ import annotations

from collections import Counter

import pytest

from dashboard.analysis.selection.query import Query
from dashboard.analysis.sponsors.sponsor_overlap import overlap
from dashboard.analysis.sponsors.sponsored_texts import (
    CONTRADICTIONS,
    GROWTH,
    LEDGER,
    RANKING,
    SHARES,
    VOTED,
    contradictions,
    growth,
    ledger,
    ranking,
    shares,
    sponsored_and_voted,
    sponsored_texts,
)
from tests.analysis.sponsors.sponsor_record import (
    DOCUMENTS,
    FOUR,
    ONE,
    SPONSORS,
    THREE,
    TWO,
    record,
    rows_of,
)
from tests.facts.gathered import of_symbol


def test_no_text_gives_empty_frames_of_the_same_columns():
    empty = record(documents=[], sponsors=[], votes=[])
    for found, columns in [
        (ledger(empty, ONE), LEDGER),
        (growth(empty, [ONE]), GROWTH),
        (shares(empty, ONE, "regional"), SHARES),
        (ranking(empty), RANKING),
        (sponsored_and_voted(empty, ONE), VOTED),
        (contradictions(empty), CONTRADICTIONS),
    ]:
        assert found.empty
        assert {name: str(kind) for name, kind in found.dtypes.items()} == columns


@pytest.mark.parametrize("symbol", [THREE, "A/RES/90/999", "<b>", ""])
def test_a_text_without_a_list_gives_no_row(symbol):
    invented = record()
    assert ledger(invented, symbol).empty
    assert growth(invented, [symbol]).empty
    assert shares(invented, symbol, ("club",)).empty
    assert ranking(invented, [symbol]).empty
    assert sponsored_and_voted(invented, symbol).empty


def test_the_ledger_holds_the_draft_first_by_the_name_printed():
    assert rows_of(ledger(record(), TWO)) == [
        ("CCC", "grulac", "original_sponsor", None, "Cccland", None),
        ("AAA", "weog", "original_sponsor", None, "Zaaland (as it then was)", None),
        ("OOO", "observer", "additional_sponsor", "2036-12-01", "State of Ooo", None),
    ]


def test_the_ledger_tells_the_plenary_vote_and_not_the_committee_s():
    found = ledger(record(), ONE)
    assert dict(zip(found["iso3"], found["position"], strict=True)) == {
        "AAA": "yes",
        "BBB": "abstain",
    }


def test_growth_keeps_a_date_that_is_not_printed_and_a_count_that_is_not_known_null():
    assert rows_of(growth(record(), [TWO, ONE, FOUR, ONE])) == [
        (TWO, "draft", None, 2, 2),
        (TWO, "additional", "2036-12-01", 1, 3),
        (ONE, "draft", "2035-10-10", 1, 1),
        (ONE, "additional", None, 1, 2),
        (FOUR, "draft", "2036-10-10", 1, 1),
        (FOUR, "additional", None, None, None),
    ]


def test_a_share_is_of_the_members_of_the_day_and_an_observer_is_of_none():
    assert rows_of(shares(record(), ONE, "regional")) == [("weog", 1, 1, 1.0), ("grulac", 1, 1, 1)]
    assert rows_of(shares(record(), TWO, "regional")) == [
        ("weog", 1, 1, 1.0),
        ("grulac", 1, 2, 0.5),
        ("observer", 1, 0, None),
    ]


def test_a_group_counts_those_in_it_on_the_day_and_no_observer():
    assert rows_of(shares(record(), TWO, ("club", "weog"))) == [
        ("club", 1, 1, 1.0),
        ("weog", 1, 1, 1.0),
    ]
    assert rows_of(shares(record(), FOUR, ("club",))) == [("club", 0, 2, 0.0)]


@pytest.mark.parametrize("codes", [("club", "clbu"), ("AAA",), "club"])
def test_a_code_that_is_no_group_is_refused(codes):
    with pytest.raises(KeyError):
        shares(record(), ONE, codes)


def test_the_ranking_counts_what_a_state_could_have_sponsored():
    assert rows_of(ranking(record())) == [
        ("AAA", "weog", 2, 2, 0, 3),
        ("BBB", "grulac", 2, 1, 1, 3),
        ("CCC", "grulac", 1, 1, 0, 2),
        ("OOO", "observer", 1, 0, 1, None),
    ]
    assert rows_of(ranking(record(), [ONE, THREE])) == [
        ("AAA", "weog", 1, 1, 0, 1),
        ("BBB", "grulac", 1, 0, 1, 1),
    ]


def test_the_members_of_a_group_are_neither_for_nor_against_what_was_tabled_for_it():
    """FOUR for the club, by AAA: CCC, in it from that day on, could not sponsor it by itself."""
    documents = [{**d, "submitted_for": "club"} if d["id"] == FOUR else d for d in DOCUMENTS]
    agent = (FOUR, "AAA", "on_behalf_of_group", None, "Aaaland")
    names = ("symbol", "iso3", "role", "date", "as_named")
    sponsors = [dict(zip(names, line, strict=True)) for line in (*SPONSORS, agent)]
    found = record(documents=documents, sponsors=sponsors)
    assert rows_of(ranking(found)) == [
        ("AAA", "weog", 2, 2, 0, 2),
        ("BBB", "grulac", 2, 1, 1, 3),
        ("CCC", "grulac", 1, 1, 0, 1),
        ("OOO", "observer", 1, 0, 1, None),
    ]
    assert [line[0] for line in rows_of(ledger(found, FOUR))] == ["AAA", "BBB"]
    assert rows_of(shares(found, FOUR, ("club", "grulac"))) == [
        ("club", 0, 0, None),
        ("grulac", 1, 1, 1.0),
    ]
    assert sponsored_and_voted(found, FOUR).empty
    assert growth(found, [FOUR])["total"][0] == 1
    assert [line[1] for line in rows_of(contradictions(found))] == ["BBB", "BBB"]
    assert rows_of(overlap(found, [FOUR])) == []


def test_sponsors_are_held_against_the_vote():
    assert rows_of(sponsored_and_voted(record(), ONE)) == [
        ("yes", 1, 0),
        ("no", 0, 0),
        ("abstain", 1, 0),
        ("not_voting", 0, 0),
    ]
    assert sponsored_and_voted(record(), TWO).empty, "no recorded vote"
    assert rows_of(contradictions(record())) == [
        (FOUR, "BBB", "original_sponsor", "no"),
        (ONE, "BBB", "additional_sponsor", "abstain"),
    ]


def test_texts_with_a_list_stand_newest_first_under_the_usual_filters():
    assert list(sponsored_texts(record(), Query())["id"]) == [FOUR, TWO, ONE]
    chosen = Query().choosing("symbol", [ONE, THREE])
    assert list(sponsored_texts(record(), chosen)["id"]) == [ONE]
    assert list(sponsored_texts(record(), Query().having(sort=("date",)))["id"]) == [ONE, TWO, FOUR]
    assert sponsored_texts(record(), Query().choosing("track", ["military"])).empty
    of_one = Query().choosing("country", ["BBB"])
    kept = record().tables["sponsors"]
    wanted = set(kept.loc[kept["iso3"] == "BBB", "symbol"])
    assert set(sponsored_texts(record(), of_one)["id"]) == wanted & {ONE, TWO, FOUR}


@pytest.mark.parametrize(
    ("symbol", "draft", "added"),
    [
        ("A/RES/78/265", 55, 68),
        ("A/RES/78/311", 28, 115),
        ("A/RES/79/239", 22, 0),
        ("A/RES/79/267", 13, 68),
    ],
)
def test_the_real_lists_grow_as_the_official_files_print_them(real, symbol, draft, added):
    """Counted from the sponsor lists of DGACM's machine-readable resolutions.

    That of 79/267 names 13 on the draft and 73 added, five of which are on the draft already.
    """
    found = growth(real, [symbol])
    assert list(found["added"]) == [draft, added]
    assert list(found["total"]) == [draft, draft + added]
    row = real.tables["documents"].set_index("id").loc[symbol]
    assert (row["sponsors_added"], row["sponsors"]) == (added, draft + added)
    assert Counter(ledger(real, symbol)["role"]) == Counter(
        {"original_sponsor": draft, "additional_sponsor": added}
    )


def test_the_first_ai_resolution_was_sponsored_by_every_western_state(real):
    """Counted from the same list and the regional groups, by hand: 22+37+20+15+29 = 123."""
    assert rows_of(shares(real, "A/RES/78/265", "regional")) == [
        ("african", 22, 54, 22 / 54),
        ("asia_pacific", 37, 54, 37 / 54),
        ("eastern_european", 20, 23, 20 / 23),
        ("grulac", 15, 33, 15 / 33),
        ("weog", 29, 29, 1.0),
    ]


def test_sponsors_that_did_not_vote_in_favour_are_those_found_by_hand(real):
    """Compared by hand with the roll calls: none voted no or abstained on these texts."""
    found = contradictions(real)
    by_text = found.groupby("symbol")["iso3"].agg(list).to_dict()
    assert by_text["A/RES/78/241"] == ["ATG", "BHS", "BLZ", "FJI", "SLE"]
    assert by_text["A/RES/79/316"] == ["BFA", "UZB"]
    assert by_text["A/RES/80/57"] == ["BRB", "VEN"]
    assert {s for s in by_text if s in ("A/RES/79/239", "A/RES/79/62", "A/RES/79/334")} == set()
    assert rows_of(sponsored_and_voted(real, "A/RES/79/62")) == [
        ("yes", 27, 139),
        ("no", 0, 3),
        ("abstain", 0, 15),
        ("not_voting", 0, 9),
    ], "an observer sponsored it too, and has no vote"


def test_the_real_ranking_adds_up_to_the_table(real):
    found = ranking(real)
    roles = real.tables["sponsors"]["role"]
    assert found["texts"].sum() == (roles != "on_behalf_of_group").sum() < len(roles)
    assert (found["draft"] + found["added"]).equals(found["texts"])
    assert (found["texts"] <= found["eligible"]).fillna(True).all()
    assert len(found) == 194, "every member, and the State of Palestine"


def test_ledgers_agree_with_the_separate_reading_of_the_lists(real):
    listed = of_symbol("sponsors", "role")
    assert listed
    for symbol, roles in listed.items():
        found = ledger(real, symbol)
        ours = dict(zip(found["iso3"], found["role"] == "additional_sponsor", strict=True))
        assert ours == {iso3: role == "additional" for iso3, role in roles.items()}, symbol
