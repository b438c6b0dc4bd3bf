from __future__ import annotations

import pytest

from dashboard.analysis.selection.search import matching
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_rows import DOCUMENTS


def ids(record: Snapshot, table: str, text: str) -> list[str]:
    frame = record.tables[table][matching(record, table, text)]
    return list(frame["id"] if "id" in frame else frame["iso3"])


def test_an_empty_table_matches_nothing() -> None:
    empty = snapshot(version="empty", documents=[])
    assert matching(empty, "documents", "text").shape == (0,)


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("documents", "conflict armed", ["A/RES/90/9"]),
        ("documents", "人工智能", ["A/RES/90/9"]),
        ("documents", "L.1/Rev.1", ["A/RES/90/9"]),
        ("documents", "909", ["A/RES/90/9"]),
        ("documents", "invented -resolution -text", ["A/91/5", "paper-one"]),
        ("timeline", "cote policy", ["summit-one"]),
        ("timeline", "AI", ["summit-one"]),
        ("paragraphs", "requests", ["A/RES/90/10#op2"]),
        ("paragraphs", "秘书长", ["A/RES/90/10#op2"]),
        ("paragraphs", '"2 (a)"', ["A/RES/90/10#op2.a"]),
        ("votes", "france", ["FRA", "FRA"]),
        ("votes", "中国", ["CHN", "CHN"]),
        ("sponsors", "法国 90/9", ["FRA"]),
        ("paragraphs", "請秘書長", ["A/RES/90/10#op2"]),
        ("paragraphs", "90/10 para 2 (a)", ["A/RES/90/10#op2.a"]),
        ("paragraphs", "PP1 of 90/9", ["A/RES/90/9#pp1"]),
        ("paragraphs", "90/10 para 3", []),
        ("documents", "90/10 para 2 (a)", ["A/RES/90/10"]),
        ("timeline", "90/9#op1", ["A/RES/90/9"]),
    ],
)
def test_rows_are_found(record: Snapshot, table: str, text: str, expected: list[str]) -> None:
    assert ids(record, table, text) == expected


def test_a_phrase_does_not_run_from_one_column_into_the_next(record: Snapshot) -> None:
    assert ids(record, "paragraphs", '"1 urges"') == []


def test_new_data_is_searched() -> None:
    assert not matching(snapshot(), "documents", "renamed").any()
    renamed = [{**DOCUMENTS[0], "title_en": "Renamed"}]
    assert matching(snapshot(documents=renamed), "documents", "renamed").all()
