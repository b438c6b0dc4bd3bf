"""What of each table concerns AI, on the invented and on the real record."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.scope import about_ai, table_within
from dashboard.analysis.selection.facets import emptying, facet_counts
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import how_many, select
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES

AI, ALL = Query().having(scope="ai"), Query().having(scope="all")
WEIGHED = ("documents", "recorded_votes", "votes", "sponsors")
COUNTED = ("sponsored", "yes", "no", "abstain", "not_voting", "eligible", "statements", "events")


@pytest.mark.parametrize("table", TABLES)
def test_of_no_rows_none_concerns_ai(table: str):
    empty = pd.DataFrame({name: [] for name in TABLES[table]})
    assert list(about_ai(table, empty)) == []


@pytest.mark.parametrize("table", ["timeline", "statements"])
def test_what_nobody_weighed_is_on_record_because_it_is_about_ai(table: str):
    rows = pd.DataFrame({"weight": pd.Series(["core", "mention", None, "related"], dtype="str")})
    assert list(about_ai(table, rows)) == [True, False, True, True]


@pytest.mark.parametrize("table", WEIGHED)
def test_what_only_mentions_ai_and_what_nobody_weighed_does_not_concern_it(table: str):
    rows = pd.DataFrame({"weight": pd.Series(["core", "mention", None, "related"], dtype="str")})
    assert list(about_ai(table, rows)) == [True, False, False, True]


@pytest.mark.parametrize("table", ["paragraphs", "acts"])
def test_a_paragraph_concerns_ai_by_its_words_or_by_its_text(table: str):
    rows = pd.DataFrame(
        {
            "weight": ["core", "related", "related", "mention", "mention"],
            "mentions_ai": pd.Series([False, False, True, None, False], dtype="boolean"),
            "near_ai": pd.Series([False, False, False, None, True], dtype="boolean"),
        }
    )
    assert list(about_ai(table, rows)) == [True, False, True, False, True]


def test_a_request_of_which_nobody_said_so_does_not_concern_ai():
    rows = pd.DataFrame({"about_ai": pd.Series([True, None, False], dtype="boolean")})
    assert list(about_ai("requests", rows)) == [True, False, False]


@pytest.mark.parametrize("table", TABLES)
def test_everything_is_what_no_scope_is(real_record: Snapshot, table: str):
    everything = select(real_record, table, ALL)
    assert everything.equals(select(real_record, table, Query()))
    narrowed = select(real_record, table, AI)
    assert how_many(real_record, table, AI) == len(narrowed)
    assert 0 < len(narrowed) <= len(everything)
    assert (len(narrowed) == len(everything)) == (table in ("countries", "statements"))


def test_what_states_did_is_counted_over_what_concerns_ai(real_record: Snapshot):
    every, some = (table_within(real_record, "countries", scope) for scope in (None, "ai"))
    assert list(every["iso3"]) == list(some["iso3"])
    assert all((some[name] <= every[name]).all() for name in COUNTED)
    assert list(some.dtypes) == list(every.dtypes)
    sponsors = select(real_record, "sponsors", AI).query("role != 'on_behalf_of_group'")
    sponsors = sponsors.drop_duplicates(["iso3", "symbol"])
    assert some["sponsored"].sum() == len(sponsors)
    votes = select(real_record, "recorded_votes", AI)
    whole = votes[(votes["stage"] == "plenary") & (votes["names"] == "complete")]
    assert some["eligible"].max() == len(whole) < every["eligible"].max()


def test_facets_count_what_concerns_ai(real_record: Snapshot):
    for parameter, scope in (("weight", AI), ("track", AI), ("kind", ALL)):
        counts = facet_counts(real_record, "documents", scope, [parameter])[parameter]
        assert counts.sum() == len(select(real_record, "documents", scope))


def test_a_scope_that_empties_a_result_is_named(real_record: Snapshot):
    query = AI.choosing("weight", ["mention"])
    assert emptying(real_record, "documents", query)[0][0] in ("scope", "weight")
    assert {name for name, _ in emptying(real_record, "documents", query)} == {"scope", "weight"}
    assert query.active() == ("weight",)
