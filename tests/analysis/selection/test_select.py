from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.parameters import COLUMNS, acting
from dashboard.analysis.selection.parse_url import parse_url
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.search import SEARCHED
from dashboard.analysis.selection.select import page_of, select
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from tests.invented.synthetic import snapshot


def keys(record: Snapshot, table: str, *pairs: tuple[str, str]) -> list[str]:
    query = parse_url(pairs, allowed_codes(record.vocabularies, record.states), table)
    assert (query.ignored, query.unknown) == ((), ())
    frame = select(record, table, query)
    if table == "votes":
        return list(frame["stage"] + " " + frame["iso3"])
    return list(frame["iso3" if table == "countries" else "id"])


def test_every_parameter_acts_on_a_column_there_is() -> None:
    for table, acts in COLUMNS.items():
        for column in acts.values():
            other, _, name = column.rpartition(".")
            assert name in TABLES[other or table]
    for table, searched in SEARCHED.items():
        for column in searched:
            other, _, name = column.rpartition(".")
            assert name in TABLES[other or table]
    assert set(COLUMNS) == set(SEARCHED) == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_stays_empty_with_its_columns(table: str) -> None:
    empty = snapshot(version="none", **{table: []})
    query = Query().having(q="a", from_="2024", to="2025", sort=("-date",))
    for parameter in acting(table):
        if parameter.kind == "choice":
            query = query.choosing(parameter.name, ["x"], ["y"])
        elif parameter.kind in ("flag", "at_most", "at_least"):
            query = query.having(**{parameter.name: True if parameter.kind == "flag" else 4})
    frame = select(empty, table, query)
    assert frame.empty
    assert list(frame.columns) == list(TABLES[table])
    assert list(frame.dtypes) == list(empty.tables[table].dtypes)


@pytest.mark.parametrize("table", TABLES)
def test_no_parameter_selects_everything_and_nothing_is_changed(
    record: Snapshot, table: str
) -> None:
    before = record.tables[table].copy(deep=True)
    everything = select(record, table, Query())
    pd.testing.assert_frame_equal(everything, before)
    select(record, table, Query().having(q="invented", sort=("-date",), from_="2036"))
    pd.testing.assert_frame_equal(record.tables[table], before)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("kind", "law")], ["law-one"]),
        ([("kind", "law"), ("kind", "summit")], ["summit-one", "summit-two", "law-one"]),
        ([("kind", "!law"), ("kind", "!summit")], ["A/RES/90/9", "A/RES/90/10"]),
        ([("lane", "outside"), ("weight", "core")], ["summit-two"]),
        ([("track", "unknown")], ["law-one"]),
        ([("track", "!civilian"), ("lane", "outside")], ["summit-two", "law-one"]),
        ([("topic", "safety"), ("topic", "!capacity_building")], ["summit-one", "law-one"]),
        ([("topic", "unknown")], ["summit-two"]),
        ([("country", "CHN")], ["summit-one", "law-one"]),
        ([("country", "CHN"), ("country", "!FRA")], ["law-one"]),
        ([("group", "weog")], ["summit-one", "summit-two"]),
        ([("group", "eu")], ["summit-one"]),
        ([("symbol", "90/9")], ["A/RES/90/9"]),
        ([("q", "summit"), ("track", "civilian")], ["summit-one"]),
    ],
)  # fmt: skip
def test_timeline(record: Snapshot, pairs: list[tuple[str, str]], expected: list[str]) -> None:
    assert keys(record, "timeline", *pairs) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2036-06", None, ["summit-one", "law-one"]),
        ("2036-05-31", "2036", ["summit-one", "summit-two"]),
        ("2036-04-10", "2036-04-10", ["summit-one", "summit-two"]),
        (None, "2035-12-01", []),
        (None, "2035", ["A/RES/90/9", "A/RES/90/10"]),
        ("2037-06-16", None, []),
        ("2037-06", "2037-06", ["law-one"]),
        ("2038", "2037", []),
    ],
)
def test_partial_dates_overlap(
    record: Snapshot, start: str | None, end: str | None, expected: list[str]
) -> None:
    assert list(select(record, "timeline", Query().having(from_=start, to=end))["id"]) == expected


def test_the_first_and_the_last_day_of_a_period_are_in_it(record: Snapshot) -> None:
    for table, date in (("timeline", "date"), ("documents", "date"), ("recorded_votes", "date")):
        frame = record.tables[table]
        assert frame[date].nunique() > 1
        for day in frame[date].dropna().unique():
            on_the_day = frame["id"][frame[date] == day]
            for bounds in ({"from_": day}, {"to": day}, {"from_": day, "to": day}):
                found = select(record, table, Query().having(**bounds))
                assert set(on_the_day) <= set(found["id"]), (table, bounds)


def test_documents(record: Snapshot) -> None:
    assert keys(record, "documents", ("symbol", "90/93a-b")) == ["A/RES/90/93 A-B"]
    assert keys(record, "documents", ("symbol", "a/91/5")) == ["A/91/5"]
    assert keys(record, "documents", ("mentions", "true")) == ["A/RES/90/9", "A/RES/90/10"]
    assert keys(record, "documents", ("mentions", "false")) == ["A/RES/90/93 A-B"]
    assert keys(record, "documents", ("body", "unknown")) == ["paper-one"]


def test_a_record_without_a_date_is_in_no_period(record: Snapshot) -> None:
    assert "paper-one" not in keys(record, "documents", ("from", "1900"))
    assert "paper-one" not in keys(record, "documents", ("to", "2100"))


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("verb", "urges")], ["A/RES/90/9#op1"]),
        ([("verb", "unknown")], ["A/RES/90/10#op2.a"]),
        ([("tier", "3"), ("tier", "4")], ["A/RES/90/9#op1", "A/RES/90/10#op2"]),
        ([("tier", "unknown")], ["A/RES/90/10#op2.a"]),
        ([("addressee", "member_states"), ("addressee", "!secretary_general")],
         ["A/RES/90/9#op1"]),
        ([("part", "preambular")], ["A/RES/90/9#pp1"]),
        ([("mentions", "true"), ("symbol", "90/10")], ["A/RES/90/10#op2"]),
        ([("mentions", "false")], ["A/RES/90/9#pp1"]),
        ([("near_ai", "true")], ["A/RES/90/9#pp1"]),
        ([("near_ai", "false")], ["A/RES/90/9#op1"]),
    ],
)  # fmt: skip
def test_paragraphs(record: Snapshot, pairs: list[tuple[str, str]], expected: list[str]) -> None:
    assert keys(record, "paragraphs", *pairs) == expected


def test_votes_and_sponsors(record: Snapshot) -> None:
    assert keys(record, "votes", ("stage", "plenary"), ("position", "yes")) == [
        "plenary FRA",
        "plenary CHN",
    ]
    assert keys(record, "votes", ("group", "weog"), ("stage", "committee")) == [
        "committee FRA",
        "committee USA",
    ]
    roles = select(record, "sponsors", Query().choosing("role", ["original_sponsor"]))
    assert list(roles["iso3"]) == ["FRA"]


@pytest.mark.parametrize(
    ("table", "pairs", "expected"),
    [
        ("recorded_votes", [("stage", "paragraph")], ["A/RES/90/9@paragraph.op1"]),
        ("recorded_votes", [("from", "2035-12"), ("stage", "!paragraph")],
         ["A/RES/90/9@plenary"]),
        ("recorded_votes", [("q", "关于人工智能")], ["A/RES/90/9@committee"]),
        ("statements", [("country", "USA")], ["two-explain"]),
        ("statements", [("group", "weog")], ["france-introduces", "two-explain"]),
        ("statements", [("type", "introduction")], ["france-introduces"]),
        ("statements", [("stance", "!support")], ["two-explain"]),
        ("statements", [("symbol", "90/9"), ("weight", "core")], ["france-introduces"]),
        ("statements", [("from", "2035-12-31")], ["two-explain"]),
        ("requests", [("deliverable", "meeting")], ["90-9-1"]),
        ("requests", [("status", "overdue_not_found")], ["90-93-4"]),
        ("requests", [("status", "unknown")], ["90-9-1"]),
        ("requests", [("addressee", "secretary_general"), ("mentions", "true")], ["90-10-2"]),
        ("requests", [("as_of", "2030")], []),
        ("requests", [("as_of", "2037")], ["90-9-1", "90-10-2", "90-93-4"]),
        ("countries", [("country", "CHN")], ["CHN"]),
        ("countries", [("group", "weog")], ["FRA", "USA"]),
        ("countries", [("group", "brics"), ("group", "eu")], ["FRA", "CHN"]),
        ("countries", [("q", "法国")], ["FRA"]),
    ],
)  # fmt: skip
def test_votes_statements_requests_and_countries(
    record: Snapshot, table: str, pairs: list[tuple[str, str]], expected: list[str]
) -> None:
    assert keys(record, table, *pairs) == expected


def test_dates_do_not_act_on_countries(record: Snapshot) -> None:
    pairs = [("from", "2036"), ("to", "2030")]
    query = parse_url(pairs, allowed_codes(record.vocabularies, record.states), "countries")
    assert query.ignored == ("from", "to")
    assert len(select(record, "countries", query)) == 3
    assert len(select(record, "countries", Query().having(from_="2036", to="2030"))) == 3


def test_a_window_is_cut_from_the_selection(record: Snapshot) -> None:
    frame = record.tables["votes"]
    assert len(page_of(frame, Query())) == 6
    assert list(page_of(frame, Query().having(limit=2, offset=1)).index) == [1, 2]
    assert page_of(frame, Query().having(limit=0)).empty
    assert page_of(frame, Query().having(offset=99)).empty


def test_what_was_not_asked_by_a_day_is_left_out_of_that_day():
    whole = snapshot()
    rows = whole.tables["requests"].to_dict("records")
    for row, date in zip(rows, ("2034-01-01", "2035-12-01", None), strict=True):
        row["date"] = date
    moved = snapshot(requests=rows)
    then = select(moved, "requests", Query().having(as_of="2034-06-30"))
    assert list(then["id"]) == [rows[0]["id"], rows[2]["id"]], "an unknown day excludes nothing"
    assert len(select(moved, "requests", Query().having(as_of="2035-12-01"))) == len(rows)
    assert len(select(moved, "votes", Query().having(as_of="2034"))) == len(moved.tables["votes"])


@pytest.mark.parametrize(
    ("most", "expected"), [(0, []), (1, []), (2, ["A/RES/90/9"]), (3, ["A/RES/90/9"])]
)
def test_few_against_leaves_out_what_was_not_voted_on(
    record: Snapshot, most: int, expected: list[str]
) -> None:
    assert list(select(record, "documents", Query().having(against=most))["id"]) == expected


def sponsored(counts: list[int | None]) -> Snapshot:
    """The invented record with so many sponsors on its first texts."""
    rows = snapshot().tables["documents"].to_dict("records")
    for row, count in zip(rows, counts, strict=False):
        row["sponsors"] = count
    return snapshot(documents=rows)


@pytest.mark.parametrize("table", ["documents", "paragraphs"])
def test_where_no_sponsors_are_known_not_even_none_is_reached(table: str):
    assert select(sponsored([None, None]), table, Query().having(min_sponsors=0)).empty


def test_at_least_so_many_sponsors_reaches_paragraphs_through_their_document():
    whole = sponsored([40, 3])
    assert keys(whole, "documents", ("min_sponsors", "3")) == ["A/RES/90/9", "A/RES/90/10"]
    assert keys(whole, "documents", ("min_sponsors", "4")) == ["A/RES/90/9"]
    assert keys(whole, "documents", ("min_sponsors", "41")) == []
    assert keys(whole, "paragraphs", ("min_sponsors", "40")) == ["A/RES/90/9#pp1", "A/RES/90/9#op1"]
    assert keys(whole, "paragraphs", ("min_sponsors", "3"), ("symbol", "!90/9")) == [
        *("A/RES/90/10#op2", "A/RES/90/10#op2.a"),
    ]
    orphan = [{"id": "A/RES/1/1#op1", "symbol": "A/RES/1/1"}]
    lost = snapshot(paragraphs=orphan)
    assert keys(lost, "paragraphs", ("min_sponsors", "0")) == [], "its document is not on record"
