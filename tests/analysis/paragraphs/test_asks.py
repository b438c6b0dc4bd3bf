"""What is asked of whom: counts on the invented record and on the real one."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.paragraphs.asks import (
    ASKED_COLUMNS,
    MATRIX,
    TRACKS,
    Coverage,
    asked_of,
    asks,
    by_track,
    coverage,
    matrix,
    provisions,
)
from dashboard.analysis.paragraphs.verb_orders import TIERS, VerbOrder, verb_orders
from dashboard.analysis.selection.query import Query
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.frames import frame
from tests.invented.synthetic import filled, snapshot
from tests.invented.synthetic_rows import PARAGRAPHS

OURS = VerbOrder(TIERS, {f"tier_{n}": n for n in range(6, -1, -1)})
PUBLISHED = VerbOrder("published", {"requests": 2, "decides": 1})
SUB = {
    "id": "A/RES/90/10#op2.a",
    "symbol": "A/RES/90/10",
    "date": "2035-12-02",
    "track": "civilian",
    "part": "operative",
    "number": "2 (a)",
    "position": 2,
    "parent": "A/RES/90/10#op2",
    "governed_by": "A/RES/90/10#op2",
    "head": "requests",
    "tier": 4,
    "addressees": ("secretary_general",),
}


def paragraphs(*rows: dict[str, Any]) -> pd.DataFrame:
    return frame("paragraphs", filled("paragraphs", rows))


def rows_of(found: pd.DataFrame) -> list[tuple[Any, ...]]:
    return [
        tuple(None if pd.api.types.is_scalar(v) and pd.isna(v) else v for v in row)
        for row in found.itertuples(index=False, name=None)
    ]


def with_sub(**changed: Any) -> Snapshot:
    dated = [row | {"date": "2035-12-02", "track": "military"} for row in PARAGRAPHS[:3]]
    return snapshot(paragraphs=[*dated, SUB | changed])


def test_nothing_asked_gives_empty_frames_of_the_same_columns():
    empty = paragraphs()
    assert rows_of(matrix(empty, OURS)) == rows_of(by_track(empty, OURS)) == []
    assert list(matrix(empty, OURS).columns) == list(MATRIX)
    assert list(by_track(empty, OURS).columns) == list(TRACKS)
    assert coverage(empty) == Coverage(0, 0, 0)
    assert matrix(empty, OURS)["paragraphs"].dtype == "Int64"


@pytest.mark.parametrize(
    ("part", "addressees", "counted"),
    [
        ("operative", (), Coverage(0, 0, 1)),
        ("operative", ("none",), Coverage(1, 0, 1)),
        ("operative", ("not_applicable",), Coverage(1, 0, 1)),
        ("operative", ("unknown",), Coverage(0, 0, 1)),
        ("annex", ("media",), Coverage(1, 1, 1)),
        ("preambular", ("media",), Coverage(0, 0, 0)),
    ],
)
def test_nobody_unknown_and_uncoded_are_told_apart(part, addressees, counted):
    row = SUB | {"part": part, "addressees": addressees}
    assert coverage(paragraphs(row)) == counted
    assert len(asks(paragraphs(row))) == counted.asking


def test_the_matrix_of_the_invented_record_is_exact(record):
    found = matrix(provisions(record, Query()), OURS)
    assert rows_of(found) == [
        ("tier_4", 4, "member_states", 1, ("A/RES/90/10#op2",)),
        ("tier_4", 4, "secretary_general", 1, ("A/RES/90/10#op2",)),
        ("tier_3", 3, "member_states", 1, ("A/RES/90/9#op1",)),
    ]


def test_a_verb_the_published_order_does_not_name_is_not_ranked(record):
    found = matrix(provisions(record, Query()), PUBLISHED)
    assert rows_of(found)[-1] == ("not_ranked", None, "member_states", 1, ("A/RES/90/9#op1",))
    assert PUBLISHED.rows == ("requests", "decides", "not_ranked", "unknown")
    assert OURS.rows[-2:] == ("tier_0", "unknown")


def test_a_paragraph_no_rule_reads_stands_in_the_row_unknown():
    row = SUB | {"head": "unknown", "tier": None}
    for order in (OURS, PUBLISHED):
        assert rows_of(matrix(paragraphs(row), order)) == [
            ("unknown", None, "secretary_general", 1, ("A/RES/90/10#op2.a",))
        ]


def test_a_sub_paragraph_is_listed_with_the_verb_above_it():
    found = asked_of(with_sub(), "secretary_general", Query()).set_index("id")
    assert list(found["verb"]) == ["Requests", "Requests"]
    assert list(found["inherited"]) == [False, True]


def test_a_verb_that_is_not_on_record_stays_unknown():
    found = asked_of(with_sub(governed_by="A/RES/90/10#gone"), "secretary_general", Query())
    assert found.set_index("id")["verb"].isna()["A/RES/90/10#op2.a"]


def test_tracks_stand_side_by_side_with_zeros_and_their_own_n():
    found = by_track(provisions(with_sub(), Query()), PUBLISHED)
    lines = {tuple(row[:3]): tuple(row[3:]) for row in rows_of(found)}
    assert lines["row", "requests", "civilian"] == (1, 1.0, 1, 1, 1)
    assert lines["row", "requests", "military"] == (1, 0.5, 2, 2, 2)
    assert lines["row", "decides", "military"] == (0, 0.0, 2, 2, 2)
    assert lines["addressee", "secretary_general", "military"] == (1, 0.5, 2, 2, 2)
    assert lines["addressee", "member_states", "civilian"] == (0, 0.0, 1, 1, 1)


def test_a_track_that_asks_nothing_has_no_share():
    found = by_track(paragraphs(SUB | {"addressees": ("none",), "track": None}), PUBLISHED)
    assert {row[2:] for row in rows_of(found)} == {("unknown", 0, None, 0, 1, 1)}


def test_asked_of_puts_the_strongest_and_newest_first():
    newer = PARAGRAPHS[1] | {"id": "A/RES/91/1#op1", "symbol": "A/RES/91/1", "date": "2036-12"}
    older = PARAGRAPHS[1] | {"date": "2035-12-02"}
    unread = older | {"id": "A/RES/91/1#op9", "head": "unknown", "tier": None, "date": "2037"}
    record = snapshot(paragraphs=[unread, older, newer, PARAGRAPHS[2]])
    found = asked_of(record, "member_states", Query())
    assert tuple(found.columns) == ASKED_COLUMNS
    assert list(found["id"]) == [
        "A/RES/90/10#op2", "A/RES/91/1#op1", "A/RES/90/9#op1", "A/RES/91/1#op9",
    ]  # fmt: skip


def test_asked_of_heeds_the_query_and_knows_no_invented_addressee(record):
    query = Query().choosing("symbol", ["A/RES/90/9"])
    assert list(asked_of(record, "member_states", query)["id"]) == ["A/RES/90/9#op1"]
    assert asked_of(record, "<b>nobody</b>", Query()).empty
    assert asked_of(record, "none", Query()).empty


def test_the_capacity_building_resolution_asks_the_un_system(real):
    """Read against the official text of A/RES/78/311: two calls, and support for its role."""
    found = asked_of(real, "un_system", Query().choosing("symbol", ["A/RES/78/311"]))
    assert list(zip(found["number"], found["verb"], found["tier"], strict=True)) == [
        ("9", "Calls upon", 3),
        ("13", "Calls upon", 3),
        ("12", "Supports", 2),
    ]


def test_every_sub_paragraph_of_the_first_ai_resolution_has_its_chapeau_s_verb(real):
    found = provisions(real, Query().choosing("symbol", ["A/RES/78/265"]))
    subs = found[found["parent"].notna()]
    assert set(zip(subs["parent"], subs["head"], subs["tier"], strict=True)) == {
        ("A/RES/78/265#op4", "calls_upon", 3),
        ("A/RES/78/265#op6", "encourages", 2),
        ("A/RES/78/265#op6", "calls_upon", 3),  # its own verb, in (p)
    }


def test_every_cell_of_the_real_matrix_leads_to_paragraphs_that_address_the_class(real):
    found = provisions(real, Query())
    addressees = dict(zip(found["id"], found["addressees"], strict=True))
    orders = verb_orders(real.vocabularies)
    assert len(orders) == 2
    for order in orders.values():
        cells = matrix(found, order)
        assert len(cells) > 50
        assert all(len(ids) == n for ids, n in zip(cells["ids"], cells["paragraphs"], strict=True))
        for cell in cells.itertuples():
            assert all(cell.addressee in addressees[name] for name in cell.ids)
        assert {name for ids in cells["ids"] for name in ids} == set(asks(found)["id"])
