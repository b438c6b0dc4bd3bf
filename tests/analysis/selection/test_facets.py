from __future__ import annotations

from collections import Counter

import pytest

from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.facets import emptying, facet_counts
from dashboard.analysis.selection.parameters import COLUMNS, PARAMETER
from dashboard.analysis.selection.parse_url import parse_url
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import how_many, select
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot


def counts(record: Snapshot, table: str, query: Query, parameter: str) -> dict[str, int]:
    found = facet_counts(record, table, query, [parameter])[parameter]
    assert found.dtype == "int64"
    return {str(code): int(n) for code, n in found.items()}


def test_an_empty_table_counts_zero_for_every_code() -> None:
    empty = snapshot(version="none", timeline=[])
    assert counts(empty, "timeline", Query(), "track") == {
        "civilian": 0,
        "military": 0,
        "cross_cutting": 0,
    }


def test_counts_leave_out_their_own_choice_and_keep_the_others(record: Snapshot) -> None:
    query = Query().choosing("kind", ["law"]).choosing("lane", ["outside"])
    assert counts(record, "timeline", query, "kind") == {
        "resolution": 0, "report": 0, "summit": 2, "law": 1,
    }  # fmt: skip
    assert counts(record, "timeline", query, "lane") == {"un": 0, "outside": 1}


def test_rows_without_a_code_are_counted_as_unknown(record: Snapshot) -> None:
    found = counts(record, "timeline", Query(), "track")
    assert list(found)[-1] == "unknown"
    assert found["unknown"] == 1
    assert counts(record, "paragraphs", Query(), "tier")["unknown"] == 1


def test_a_row_counts_once_for_each_of_its_codes(record: Snapshot) -> None:
    assert counts(record, "timeline", Query(), "topic") == {
        "safety": 3, "capacity_building": 1, "military_peace_security": 1, "unknown": 1,
    }  # fmt: skip
    assert counts(record, "timeline", Query(), "group")["weog"] == 2
    assert counts(record, "votes", Query(), "group") == {
        "weog": 4, "asia_pacific": 2, "eu": 2, "brics": 2,
    }  # fmt: skip


def test_a_parameter_of_another_table_has_no_counts(record: Snapshot) -> None:
    with pytest.raises(KeyError):
        facet_counts(record, "votes", Query(), ["verb"])


def test_the_filter_that_empties_is_named(record: Snapshot) -> None:
    query = Query().having(q="summit", from_="2036").choosing("track", ["military"])
    assert emptying(record, "timeline", query) == [("track", 2)]
    assert emptying(record, "timeline", query.without("track")) == []


def test_no_single_filter_empties(record: Snapshot) -> None:
    query = Query().having(q="nowhere").choosing("verb", ["urges"]).choosing("part", ["annex"])
    assert emptying(record, "paragraphs", query) == []


def test_several_causes_are_ordered_by_what_they_hide(record: Snapshot) -> None:
    query = Query().choosing("kind", ["law"]).choosing("lane", ["un"])
    assert emptying(record, "timeline", query) == [("lane", 1), ("kind", 2)][::-1]


def test_every_code_a_facet_offers_is_read_back_from_its_link(real: Snapshot) -> None:
    """With symbols, spaces and ids of records without a symbol as they are written."""
    allowed, read = allowed_codes(real.vocabularies, real.states), Counter[str]()
    for table, columns in COLUMNS.items():
        offered = [p for p in columns if PARAMETER[p].kind == "choice"]
        for parameter, counted in facet_counts(real, table, Query(), offered).items():
            for code, rows in counted[counted > 0].items():
                query = parse_url([(parameter, str(code))], allowed, table)
                assert query.choice(parameter).any_of == (code,), (table, parameter)
                read[parameter] += 1
                if parameter == "symbol":
                    assert len(select(real, table, query)) == rows
    assert {*read} == {p.name for p in PARAMETER.values() if p.kind == "choice"}
    assert read["symbol"] > 300


@pytest.mark.parametrize(
    ("table", "symbol"),
    [
        ("paragraphs", "A/RES/80/84 A-B"),
        ("statements", "unsc-arria-ai-2025"),
        ("requests", "A/RES/79/93 A-B"),
    ],
)
def test_symbols_are_offered_as_they_are_written(real: Snapshot, table: str, symbol: str) -> None:
    assert counts(real, table, Query(), "symbol")[symbol] > 0


def test_a_text_known_but_not_read_counts_for_its_weight_alone(real_record: Snapshot):
    counted = facet_counts(real_record, "timeline", Query(), ["weight", "body", "track"])
    timeline = real_record.tables["timeline"]
    unread = timeline["weight"] == "not_read"
    assert counted["weight"]["not_read"] == unread.sum() == 7
    for parameter in ("body", "track"):
        assert counted[parameter].sum() == (~unread).sum()
    assert how_many(real_record, "timeline", Query()) == (~unread).sum()
    chosen = Query().choosing("weight", ["not_read"])
    assert how_many(real_record, "timeline", chosen) == 0
    assert len(select(real_record, "timeline", chosen)) == 7
    nobody = Query().having(q="zzzzzz")
    assert emptying(real_record, "timeline", nobody) == [("q", (~unread).sum())]
