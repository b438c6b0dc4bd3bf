from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.quality.coverage import (
    by_code,
    by_text,
    conflicts,
    files_read,
    wording_attached,
)
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from tests.invented.builders import CHECKED, EVENTS, OVERLAY, SOURCES, change, write


def test_nothing_is_counted_in_an_empty_table():
    counted = by_code(pd.DataFrame({"kind": pd.Series([], dtype="str")}), "kind")
    assert list(counted) == ["code", "rows", "share"]
    assert counted.empty


def test_nothing_was_read_and_nobody_disagrees():
    assert dict(files_read({})) == {}
    assert list(conflicts({}, {})) == ["id", "field", "note_en", "note_zh"]
    assert conflicts({}, {}).empty


def test_codes_are_counted_most_first_with_their_share():
    counted = by_code(pd.DataFrame({"kind": ["law", "summit", "summit", None]}), "kind")
    assert counted["code"].tolist() == ["summit", "law"]
    assert counted["rows"].tolist() == [2, 1]
    assert counted["share"].tolist() == pytest.approx([0.5, 0.25])


def test_texts_known_but_not_read_are_in_no_count():
    rows = pd.DataFrame(
        {"kind": ["law", "law", "summit"], "weight": ["not_read", None, "core"]}, dtype="str"
    )
    counted = by_code(rows, "kind")
    assert dict(zip(counted["code"], counted["rows"], strict=True)) == {"law": 1, "summit": 1}
    assert counted["share"].tolist() == pytest.approx([0.5, 0.5])


def test_what_speaks_of_ai_is_counted_by_name_or_in_other_words():
    rows = pd.DataFrame(
        {
            "symbol": ["b", "a", "a", "a", "a"],
            "summary_en": pd.Series(["Ours.", "Ours.", None, "Ours.", "Ours."], dtype="str"),
            "mentions_ai": pd.Series([None, True, False, False, False], dtype="boolean"),
            "near_ai": pd.Series([None, False, True, True, False], dtype="boolean"),
        }
    )
    found = by_text(rows).to_dict("records")
    assert found == [
        {"symbol": "a", "paragraphs": 4, "summarised": 3, "mention": 3, "done": 2},
        {"symbol": "b", "paragraphs": 1, "summarised": 1, "mention": 0, "done": 0},
    ]
    assert by_text(rows[:0]).empty


def test_files_are_counted_by_language(snapshot: Snapshot):
    assert dict(files_read(snapshot.imported)) == {"en": 2}


def test_every_conflict_is_told_documents_first(data_dir: Path):
    notes = {"en": "A says 1.", "zh": "甲称一。"}
    change(data_dir / OVERLAY, conflicts=[{"field": "votes", "note": {"en": "B says 2."}}])
    change(data_dir / EVENTS.format("machine-law"), conflicts=[{"field": "date", "note": notes}])
    record = take_snapshot(data_dir)
    found = conflicts(record.curated, record.events)
    assert found.to_dict("records")[1] == {
        "id": "machine-law", "field": "date", "note_en": "A says 1.", "note_zh": "甲称一。",
    }  # fmt: skip
    assert found["id"].tolist() == ["A/RES/90/1", "machine-law"]
    assert found["note_zh"].isna().tolist() == [True, False]


def test_conflicts_of_statements_come_last(data_dir: Path):
    change(data_dir / OVERLAY, conflicts=[{"field": "votes", "note": {"en": "B says 2."}}])
    said = {
        "id": "xaa-said",
        "date": "2035-12-01",
        "forum": {"en": "Hall"},
        "type": "invented",
        "stance": "invented",
        "form": "oral",
        "scope": "core",
        "point": {"en": "A tree is a tree."},
        "conflicts": [{"field": "date", "note": {"en": "C says 3."}}],
        "verification": "reported",
        "checked": CHECKED,
        "sources": SOURCES,
    }
    write(data_dir / "curated/statements/xaa-said.yaml", said)
    record = take_snapshot(data_dir)
    found = conflicts(record.curated, record.events, record.statements)
    assert found["id"].tolist() == ["A/RES/90/1", "xaa-said"]
    assert found["note_en"].tolist() == ["B says 2.", "C says 3."]


def test_no_wording_is_attached_to_nothing():
    assert list(wording_attached({}, ())) == ["session", "language", "attached", "missing"]
    assert wording_attached({}, {("A/RES/90/1", "en")}).empty


def test_attached_wording_is_counted_by_session_and_language(data_dir: Path):
    record = take_snapshot(data_dir)
    first, second = record.imported
    found = wording_attached(record.imported, {(first, "en"), (first, "fr"), ("A/7", "ar")})
    assert found.to_numpy().tolist() == [
        [90, "en", 1, [second]],
        [90, "fr", 1, [second]],
        [90, "zh", 0, [first, second]],
    ]
