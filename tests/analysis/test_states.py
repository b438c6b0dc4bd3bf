"""What is on record about one State, or about one group."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.analysis.states import (
    SPONSORED_BY_GROUP,
    SPONSORED_BY_STATE,
    VOTES_OF_GROUP,
    VOTES_OF_STATE,
    Total,
    profile,
)
from dashboard.corpus.records.documents import CuratedDocument
from dashboard.corpus.records.events import Event, Participants
from dashboard.corpus.records.votes import POSITIONS
from tests.analysis.sponsors.sponsor_record import FOUR, ONE, THREE, TWO, record, rows_of

STATEMENTS: list[dict[str, Any]] = [
    {"id": "s-one", "date": "2036", "speaker_iso3": ("AAA", "BBB"), "aligned": ("CCC",)},
    {"id": "s-two", "date": "2037", "speaker_iso3": ("CCC",), "group": "club"},
    {"id": "s-three", "date": "2035", "speaker_iso3": ("CCC",), "aligned": ("CCC", "AAA")},
]
TIMELINE: list[dict[str, Any]] = [
    {"id": ONE, "date": "2035-12-01", "states": ("AAA", "BBB")},
    {"id": "summit", "date": "2036-05-01", "states": ("AAA", "CCC")},
    {"id": "forum", "date": "2037", "states": ("CCC", "BBB")},
]
REQUESTS: list[dict[str, Any]] = [
    {"id": "90-1-4", "symbol": ONE, "date": "2035-12-01", "entity_en": "Bbbland"},
    {"id": "90-3-1", "symbol": THREE, "date": "2036-12-03"},
    {"id": "90-4-1", "symbol": FOUR, "date": "2036-12-04"},
]
EVENTS = {
    "summit": Event.model_construct(
        id="summit", actors=["AAA"], participants=Participants(states=["CCC"])
    ),
    "forum": Event.model_construct(
        id="forum", actors=["CCC"], participants=Participants(states=["BBB"])
    ),
}
CURATED = {THREE: CuratedDocument.model_construct(id=THREE, introduced_by=["AAA"])}


def full():
    return record(
        statements=STATEMENTS,
        timeline=TIMELINE,
        requests=REQUESTS,
        events=EVENTS,
        curated=CURATED,
    )


def columns(frame):
    return {name: str(kind) for name, kind in frame.dtypes.items()}


@pytest.mark.parametrize("code", ["XXX", "", "aaa", "CLUB", "<b>", "unknown"])
def test_a_code_that_is_neither_state_nor_group_is_refused(code):
    with pytest.raises(KeyError):
        profile(record(), code)


def test_a_record_without_rows_gives_empty_frames_and_zeros():
    bare = {"documents": [], "sponsors": [], "votes": [], "recorded_votes": []}
    for code, votes, sponsored in [
        ("AAA", VOTES_OF_STATE, SPONSORED_BY_STATE),
        ("club", VOTES_OF_GROUP, SPONSORED_BY_GROUP),
    ]:
        found = profile(record(**bare), code)
        assert columns(found.votes) == votes
        assert columns(found.sponsored) == sponsored
        for part in (found.votes, found.sponsored, found.statements, found.events, found.requests):
            assert part.empty
        assert set(found.totals.values()) == {Total(0, 0)}


def test_a_state_s_votes_are_all_that_name_it_and_the_totals_those_in_plenary():
    found = profile(full(), "AAA")
    assert (found.code, found.is_group, found.members) == ("AAA", False, ("AAA",))
    assert rows_of(found.votes) == [
        (f"{FOUR}@plenary", FOUR, "plenary", "2036-12-04", "yes"),
        (f"{THREE}@plenary", THREE, "plenary", "2036-12-03", "no"),
        (f"{ONE}@plenary", ONE, "plenary", "2035-12-01", "yes"),
        (f"{ONE}@committee", ONE, "committee", "2035-11-01", "no"),
    ]
    assert {name: found.totals[name] for name in POSITIONS} == {
        "yes": Total(2, 3),
        "no": Total(1, 3),
        "abstain": Total(0, 3),
        "not_voting": Total(0, 3),
    }


def test_a_vote_before_membership_is_shown_and_not_counted():
    found = profile(full(), "CCC")
    assert (f"{ONE}@plenary", ONE, "plenary", "2035-12-01", "not_member") in rows_of(found.votes)
    assert found.totals["yes"] == Total(1, 2)
    assert found.totals["sponsored"] == Total(1, 2)


def test_what_a_state_sponsored_has_the_day_of_adoption():
    assert rows_of(profile(full(), "AAA").sponsored) == [
        (TWO, "2036-12-02", "original_sponsor"),
        (ONE, "2035-12-01", "original_sponsor"),
    ]
    assert profile(full(), "OOO").totals["sponsored"] == Total(1, None), "an observer"


def test_speaking_and_aligning_stay_apart_and_only_speaking_is_counted():
    found = profile(full(), "AAA")
    assert rows_of(found.statements[["id", "part"]]) == [("s-one", "spoke"), ("s-three", "aligned")]
    assert found.totals["statements"] == Total(1, 3)
    spoken = profile(full(), "CCC").statements[["id", "part"]]
    assert rows_of(spoken) == [("s-two", "spoke"), ("s-one", "aligned"), ("s-three", "spoke")]


def test_events_are_led_or_joined_and_a_sponsored_text_is_none():
    assert rows_of(profile(full(), "AAA").events[["id", "part", "names"]]) == [
        ("summit", "led", ("AAA",))
    ]
    assert rows_of(profile(full(), "CCC").events[["id", "part"]]) == [
        ("forum", "led"),
        ("summit", "joined"),
    ]
    assert profile(full(), "BBB").totals["events"] == Total(1, 2)


def test_requests_are_those_of_texts_it_sponsored_or_introduced():
    """BBB is named as asked in a text it sponsored; the reason given is the sponsoring."""
    assert rows_of(profile(full(), "AAA").requests[["id", "why"]]) == [
        ("90-3-1", "introduced"),
        ("90-1-4", "sponsored"),
    ]
    assert rows_of(profile(full(), "BBB").requests[["id", "why"]]) == [
        ("90-4-1", "sponsored"),
        ("90-1-4", "sponsored"),
    ]
    assert profile(full(), "CCC").requests.empty


def test_a_group_is_its_members_of_each_day():
    found = profile(full(), "club")
    assert found.is_group
    assert found.members == ("AAA", "CCC", "OOO")
    assert rows_of(found.votes) == [
        (f"{FOUR}@plenary", FOUR, "plenary", "2036-12-04", 2, 0, 0, 0, 2),
        (f"{THREE}@plenary", THREE, "plenary", "2036-12-03", 0, 1, 0, 0, 1),
        (f"{ONE}@plenary", ONE, "plenary", "2035-12-01", 1, 0, 0, 0, 1),
        (f"{ONE}@committee", ONE, "committee", "2035-11-01", None, 1, None, None, 1),
        (f"{FOUR}@committee", FOUR, "committee", None, 1, None, None, None, 2),
    ]
    assert found.totals["yes"] == Total(3, 4)
    assert found.totals["no"] == Total(1, 4)


def test_a_group_s_texts_count_its_members_also_where_none_sponsored():
    found = profile(full(), "club")
    assert rows_of(found.sponsored) == [
        (FOUR, "2036-12-04", 0, 2),
        (TWO, "2036-12-02", 1, 1),
        (ONE, "2035-12-01", 1, 1),
    ]
    assert found.totals["sponsored"] == Total(2, 3)


@pytest.mark.parametrize("code", ["waico", "frontier_call", "pax_silica"])
def test_a_group_has_no_votes_and_no_texts_of_the_days_before_its_first_member(real, code: str):
    founded = {"waico": "2026-07-16", "frontier_call": "2026-09-21", "pax_silica": "2025-12-12"}
    found = profile(real, code)
    assert [d for d in [*found.votes["date"], *found.sponsored["date"]] if d < founded[code]] == []
    assert found.votes.empty is (code != "pax_silica")
    assert found.totals["sponsored"].of == len(found.sponsored)


def test_a_group_spoke_where_somebody_spoke_for_it():
    found = profile(full(), "club")
    assert rows_of(found.statements[["id", "part"]]) == [("s-two", "spoke")]
    assert found.requests.empty


def test_an_event_of_a_group_names_its_members_of_that_day_that_led_or_else_took_part():
    found = profile(full(), "club").events
    assert rows_of(found[["id", "part", "names"]]) == [
        ("forum", "led", ("CCC",)),
        ("summit", "led", ("AAA",)),
    ]
    found = profile(full(), "grulac").events
    assert rows_of(found[["id", "part", "names"]]) == [
        ("forum", "led", ("CCC",)),  # BBB took part
        ("summit", "joined", ("CCC",)),
    ]


def test_every_state_s_totals_are_its_row_of_the_countries_table(real):
    rows = real.tables["countries"].to_dict("records")
    assert len(rows) == 195
    for row in rows:
        totals = profile(real, row["iso3"]).totals
        for name in ("sponsored", *POSITIONS, "statements", "events"):
            assert totals[name].n == row[name], (row["iso3"], name)
        assert totals["yes"].of == row["eligible"]


def test_votes_of_a_group_add_up_to_those_of_its_members(real):
    for code in ("g7", "p5"):
        group = profile(real, code)
        states = [profile(real, iso3) for iso3 in group.members]
        for name in POSITIONS:
            assert group.totals[name].n == sum(state.totals[name].n for state in states), code


def test_the_regional_groups_together_are_the_published_totals(real):
    groups = ("african", "asia_pacific", "eastern_european", "grulac", "weog")
    frames = [profile(real, code).votes.set_index("vote") for code in groups]
    recorded = real.tables["recorded_votes"].set_index("id")
    whole = recorded[recorded["names"] == "complete"]
    for position in POSITIONS:
        summed = sum(frame.loc[whole.index, position] for frame in frames)
        assert summed.eq(whole[position]).all(), position


def test_the_western_group_and_the_first_ai_resolution(real):
    """All 29 are in the sponsor list of A/RES/78/265, counted by hand."""
    found = profile(real, "weog").sponsored.set_index("symbol").loc["A/RES/78/265"]
    assert tuple(found) == ("2024-03-21", 29, 29)


def test_events_are_counted_out_of_those_that_were_read():
    unread = Event.model_construct(id="known", date="2037", unread=True)
    found = profile(record(timeline=TIMELINE, events={**EVENTS, "known": unread}), "CCC")
    assert found.totals["events"] == Total(2, 2)
