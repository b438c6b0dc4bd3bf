"""The order of a selection: natural, stable, as the language sorts, and the unknown last."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import DOCUMENTS, snapshot


def ids(record: Snapshot, *sort: str) -> list[str]:
    return list(select(record, "documents", Query().having(sort=sort))["id"])


def test_sorting_is_natural_stable_and_leaves_the_unknown_last(record: Snapshot) -> None:
    assert ids(record, "symbol") == [
        "A/91/5", "A/RES/90/9", "A/RES/90/10", "A/RES/90/93 A-B", "paper-one",
    ]  # fmt: skip
    assert ids(record, "-date") == [
        "A/91/5", "A/RES/90/93 A-B", "A/RES/90/9", "A/RES/90/10", "paper-one",
    ]  # fmt: skip
    assert ids(record, "-mentions_ai")[:2] == ["A/RES/90/9", "A/RES/90/10"]
    assert ids(record, "kind", "-mentions_ai")[:3] == [
        "A/91/5",
        "paper-one",
        "A/RES/90/9",
    ]


def test_a_column_of_another_table_sorts_nothing(record: Snapshot) -> None:
    pd.testing.assert_frame_equal(
        select(record, "votes", Query().having(sort=("title_en",))), record.tables["votes"]
    )


@pytest.mark.parametrize(
    ("table", "column"), [("paragraphs", "topics"), ("documents", "topics"), ("timeline", "states")]
)
def test_rows_without_codes_come_last_either_way(record: Snapshot, table: str, column: str) -> None:
    """An empty list says as little as a null."""
    frame = record.tables[table]
    coded = int(frame[column].map(len).gt(0).sum())
    assert 0 < coded < len(frame)
    for sort in (column, f"-{column}"):
        found = list(select(record, table, Query().having(sort=(sort,)))[column])
        assert all(found[:coded]), sort
        assert not any(found[coded:]), sort
    assert found[:coded] == sorted(found[:coded], reverse=True)


def test_names_are_sorted_as_their_language_sorts_them(real_record: Snapshot) -> None:
    def names(column: str) -> list[str]:
        return list(
            select(real_record, "countries", Query().having(sort=(column,)))[column.strip("-")]
        )

    english, chinese = names("name_en"), names("name_zh")
    assert english.index("Côte d'Ivoire") == english.index("Costa Rica") + 1
    assert english.index("Türkiye") < english.index("Tuvalu")
    assert chinese[0] == "阿尔巴尼亚"
    assert names("-name_zh") == chinese[::-1]


def test_accents_do_not_count_in_any_order() -> None:
    rows = [{"id": name, "title_en": name} for name in ("Zoo", "Éclair", "Egg", "eagle")]
    found = select(snapshot(documents=rows), "documents", Query().having(sort=("title_en",)))
    assert list(found["id"]) == ["eagle", "Éclair", "Egg", "Zoo"]


@pytest.mark.parametrize("column", ["date", "yes", "title_en", "topics", "mentions_ai"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_what_is_not_known_stands_last_and_equals_keep_their_order(sign: str, column: str) -> None:
    values = {"date": "2035-01-01", "yes": 5, "title_en": "Same", "topics": ("a",)}
    value = values.get(column, True)
    rows = [{"id": name, column: value} if name in "acd" else {"id": name} for name in "abcde"]
    assert ids(snapshot(documents=rows), sign + column) == ["a", "c", "d", "b", "e"]


def test_a_selection_asked_again_is_the_same_and_a_reader_may_change_it() -> None:
    served, query = snapshot(), Query().having(sort=("-date",), mentions=True)
    first = select(served, "documents", query)
    first["id"] = "changed"
    again = select(served, "documents", query)
    assert list(again["id"]) == list(
        select(snapshot(documents=DOCUMENTS), "documents", query)["id"]
    )
    assert "changed" not in set(again["id"])
