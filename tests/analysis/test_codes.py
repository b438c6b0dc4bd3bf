from __future__ import annotations

import pytest

from dashboard.analysis.codes import allowed_codes, codes_of, groups_of_states, row_codes
from dashboard.analysis.parameters import COLUMNS
from dashboard.corpus.reference import Term, Vocabulary
from dashboard.corpus.snapshot import Snapshot
from tests.synthetic import snapshot


def test_no_vocabulary_and_no_states_leave_tiers_and_nothing_else() -> None:
    allowed = allowed_codes({}, {})
    assert set(allowed) == {"tier", "country", "group"}
    assert (allowed["country"], allowed["group"]) == ((), ())


def test_a_membership_that_ended_is_left_out(record: Snapshot) -> None:
    assert groups_of_states(record.states) == {
        "FRA": ("weog", "eu"),
        "CHN": ("asia_pacific", "brics"),
        "USA": ("weog",),
    }


@pytest.mark.parametrize(("table", "parameter"), [(t, p) for t in COLUMNS for p in COLUMNS[t]])
def test_an_empty_table_has_no_codes(table: str, parameter: str) -> None:
    empty = snapshot(**{table: []})
    assert row_codes(empty.tables[table], table, parameter, empty.states) == ()


def test_what_is_missing_is_unknown_where_it_can_be_coded(record: Snapshot) -> None:
    frame = record.tables["documents"].tail(1)
    assert row_codes(frame, "documents", "body", record.states) == (("unknown",),)
    assert row_codes(frame, "documents", "topic", record.states) == (("unknown",),)
    assert row_codes(frame, "documents", "symbol", record.states) == ((),)


def test_codes_of_a_table_are_those_of_its_rows(record: Snapshot) -> None:
    assert codes_of(record, "timeline", "topic")[1] == ("safety", "capacity_building")
    assert codes_of(snapshot(timeline=[]), "timeline", "topic") == ()


def test_groups_stand_in_the_order_of_their_vocabulary(record: Snapshot) -> None:
    terms = {code: Term(labels={"en": code}) for code in ("observer", "eu", "weog")}
    groups = Vocabulary(name="groups", about={"en": "groups"}, version=1, terms=terms)
    allowed = allowed_codes({"groups": groups}, record.states)
    assert allowed["group"] == ("observer", "eu", "weog", "asia_pacific", "brics")


def test_a_state_outside_the_list_belongs_to_no_group(record: Snapshot) -> None:
    other = snapshot(votes=[{"symbol": "A/RES/90/9", "iso3": "XKX"}])
    assert row_codes(other.tables["votes"], "votes", "group", record.states) == ((),)
