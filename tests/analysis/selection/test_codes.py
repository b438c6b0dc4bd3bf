from __future__ import annotations

import pytest

from dashboard.analysis.selection.codes import allowed_codes, codes_of, groups_of_states, row_codes
from dashboard.analysis.selection.parameters import PARAMETERS
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.corpus.records.vocabularies import Membership, State, Term, Vocabulary
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import filled, snapshot, state

CHOICES = [(t, p.name) for p in PARAMETERS if p.kind == "choice" for t in p.columns]


def test_no_vocabulary_and_no_states_leave_tiers_and_scopes_and_nothing_else() -> None:
    allowed = allowed_codes({}, {})
    assert set(allowed) == {"tier", "opening", "scope", "country", "group"}
    assert (allowed["country"], allowed["group"]) == ((), ())


def test_a_membership_that_ended_is_left_out(record: Snapshot) -> None:
    assert groups_of_states(record.states) == {
        "FRA": ("weog", "eu"),
        "CHN": ("asia_pacific", "brics"),
        "USA": ("weog",),
    }


@pytest.mark.parametrize(("table", "parameter"), CHOICES)
def test_an_empty_table_has_no_codes(table: str, parameter: str) -> None:
    empty = snapshot(**{table: []})
    assert tuple(row_codes(empty.tables[table], table, parameter, empty.states)) == ()


def test_what_is_missing_is_unknown_where_it_can_be_coded(record: Snapshot) -> None:
    frame = record.tables["documents"].tail(1)
    assert tuple(row_codes(frame, "documents", "body", record.states)) == (("unknown",),)
    assert tuple(row_codes(frame, "documents", "topic", record.states)) == (("unknown",),)
    assert tuple(row_codes(frame, "documents", "symbol", record.states)) == ((),)


def test_codes_of_a_table_are_those_of_its_rows(record: Snapshot) -> None:
    assert codes_of(record, "timeline", "topic")[1] == ("safety", "capacity_building")
    assert tuple(codes_of(snapshot(timeline=[]), "timeline", "topic")) == ()


def test_groups_stand_in_the_order_of_their_vocabulary(record: Snapshot) -> None:
    terms = {code: Term(labels={"en": code}) for code in ("observer", "eu", "weog")}
    groups = Vocabulary(name="groups", about={"en": "groups"}, version=1, terms=terms)
    allowed = allowed_codes({"groups": groups}, record.states)
    assert allowed["group"] == ("observer", "eu", "weog", "asia_pacific", "brics")


def test_a_state_outside_the_list_belongs_to_no_group(record: Snapshot) -> None:
    other = snapshot(votes=[{"symbol": "A/RES/90/9", "iso3": "XKX"}])
    assert tuple(row_codes(other.tables["votes"], "votes", "group", record.states)) == ((),)


@pytest.fixture
def joining() -> dict[str, State]:
    """The invented States, but CHN joined an invented group on 15 November 2035."""
    grove = Membership(group="grove", since="2035-11-15")
    china = state("CHN")
    joined = china.model_copy(update={"groups": [*china.groups, grove]})
    return {"FRA": state("FRA"), "CHN": joined, "USA": state("USA")}


def test_a_vote_counts_for_the_groups_of_its_day(joining: dict[str, State]) -> None:
    votes = [
        {"symbol": "A/RES/90/9", "iso3": iso3, "date": date}
        for date in ("2035-11-14", "2035-11-15", None)
        for iso3 in ("CHN", "USA")
    ]
    frame = snapshot(votes=votes).tables["votes"]
    assert tuple(row_codes(frame, "votes", "group", joining)) == (
        ("asia_pacific", "brics"), ("weog",),
        ("asia_pacific", "brics", "grove"), ("weog",),
        ("asia_pacific", "brics", "grove"), ("weog",),
    )  # fmt: skip


def test_a_row_of_several_states_has_the_groups_of_all_on_its_day(
    joining: dict[str, State],
) -> None:
    said = [
        {"id": date, "date": date, "speaker_iso3": ("CHN", "FRA")}
        for date in ("2034", "2035", "2035-12")
    ]
    frame = snapshot(statements=said).tables["statements"]
    without = ("asia_pacific", "brics", "weog", "eu")
    assert tuple(row_codes(frame, "statements", "group", joining)) == (
        without,
        ("asia_pacific", "brics", "grove", "weog", "eu"),  # some time in 2035, maybe after joining
        ("asia_pacific", "brics", "grove", "weog", "eu"),
    )


def test_a_table_without_dates_has_the_groups_of_today(joining: dict[str, State]) -> None:
    frame = snapshot().tables["countries"]
    assert tuple(row_codes(frame, "countries", "group", joining)) == (
        ("weog", "eu"), ("asia_pacific", "brics", "grove"), ("weog",),
    )  # fmt: skip


def test_choosing_a_group_leaves_out_votes_cast_before_joining(joining: dict[str, State]) -> None:
    votes = [
        {"vote": f"A/RES/90/9@{stage}", "symbol": "A/RES/90/9", "stage": stage, "date": date,
         "iso3": iso3, "position": "yes"}
        for stage, date in (("committee", "2035-11-04"), ("plenary", "2035-12-02"))
        for iso3 in ("CHN", "FRA")
    ]  # fmt: skip
    record = snapshot(votes=votes, states=joining)
    chosen = select(record, "votes", Query().choosing("group", ["grove"]))
    assert list(zip(chosen["stage"], chosen["iso3"], strict=True)) == [("plenary", "CHN")]
    others = select(record, "votes", Query().choosing("group", (), ["grove"]))
    assert list(others["stage"] + " " + others["iso3"]) == [
        "committee CHN", "committee FRA", "plenary FRA",
    ]  # fmt: skip


def test_the_main_topic_is_the_first_and_no_other() -> None:
    topics = [(), ("safety",), ("safety", "capacity_building"), ("capacity_building", "safety")]
    rows = [{"id": f"A/RES/90/9#pp{n}", "topics": own} for n, own in enumerate(topics)]
    found = snapshot(paragraphs=filled("paragraphs", rows))

    def places(**chosen: str) -> list[str]:
        query = Query()
        for name, code in chosen.items():
            own = [code.removeprefix("!")]
            query = query.choosing(name, *(([], own) if code[0] == "!" else (own, [])))
        return [name.rpartition("#")[2] for name in select(found, "paragraphs", query)["id"]]

    assert places(main_topic="unknown") == ["pp0"], "nobody coded it"
    assert places(main_topic="military_peace_security") == []
    assert places(main_topic="safety") == ["pp1", "pp2"]
    assert places(topic="safety", main_topic="!safety") == ["pp3"]
    assert places(topic="capacity_building", main_topic="capacity_building") == ["pp3"]
