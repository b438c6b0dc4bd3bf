"""Rows by their id, paragraphs by their text: each as the table has it, nulls as None."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.frames import counted_lines, paragraphs_of, rows_by_id
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot


@pytest.mark.parametrize("table", ["documents", "timeline", "recorded_votes", "requests"])
def test_every_row_is_found_by_its_id(real_record: Snapshot, table: str) -> None:
    frame, found = real_record.tables[table], rows_by_id(real_record, table)
    assert list(found) == list(frame["id"])
    for row in frame.sample(5, random_state=1).to_dict("records"):
        for name, value in row.items():
            kept = found[row["id"]][str(name)]
            assert kept == value or (kept is None and str(value) in ("nan", "<NA>", "None"))


def test_an_id_that_is_not_on_record_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        rows_by_id(snapshot(), "documents")["A/RES/1/1"]


def test_requests_of_another_day_are_other_rows(real_record: Snapshot) -> None:
    later = real_record.on(real_record.as_of.replace(year=2040))
    changed = [
        name
        for name, row in rows_by_id(real_record, "requests").items()
        if row["status"] != rows_by_id(later, "requests")[name]["status"]
    ]
    assert changed


def test_a_text_has_its_paragraphs_in_its_order_wherever_they_stand() -> None:
    rows = [
        {"id": f"A/RES/90/{n}#op{at}", "symbol": f"A/RES/90/{n}", "position": at}
        for at in (3, 1, 2)
        for n in (2, 1)
    ]
    found = snapshot(paragraphs=rows)
    assert [row["position"] for row in paragraphs_of(found, "A/RES/90/1")] == [1, 2, 3]
    assert {row["symbol"] for row in paragraphs_of(found, "A/RES/90/2")} == {"A/RES/90/2"}
    assert paragraphs_of(found, "A/RES/90/3") == ()
    assert paragraphs_of(snapshot(paragraphs=[]), "A/RES/90/1") == ()


def test_values_are_counted_with_their_series_in_order_of_both() -> None:
    assert counted_lines(pd.Series([], dtype="str"), [], "row").empty
    found = counted_lines(pd.Series(["b", "a", "b"]), ["y", "x", "x"], "row")
    assert found.values.tolist() == [["a", "x", 1], ["b", "x", 1], ["b", "y", 1]]
    assert list(found) == ["row", "series", "n"]
    assert counted_lines(pd.Series(["a", "a"]), "", "row").values.tolist() == [["a", "", 2]]
