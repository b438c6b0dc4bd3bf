"""How the labels of Compare are judged, on readings worked out by hand and on the record's own."""

from __future__ import annotations

import math

from dashboard.analysis.lineage import predecessors, related
from dashboard.analysis.paragraphs.change import CHANGES
from dashboard.analysis.paragraphs.compare import compare
from dashboard.analysis.quality.comparison_reading import MEASURED, comparison_quality
from dashboard.corpus.records.codings import ComparisonReading
from dashboard.corpus.snapshot import Snapshot

UNTOLD = {"same", "editorial", "reworded", "new", "dropped"}


def measured(*changes: tuple[str, str, str]) -> dict[str, tuple[float, int]]:
    paragraphs = {
        f"A/RES/91/1#op{n}": {
            "earlier": f"A/RES/90/1#op{n}",
            "read": read,
            "told": told,
            "before": b,
        }
        for n, (read, told, b) in enumerate(changes, start=1)
    }
    reading = ComparisonReading.model_validate(
        {"drawn": "by hand", "coded_by": "human", "checked": "2026-11-30", "paragraphs": paragraphs}
    )
    found = comparison_quality(reading)
    return dict(zip(found["measure"], zip(found["value"], found["n"], strict=True), strict=True))


def test_where_nothing_is_told_and_nothing_read_there_is_no_share() -> None:
    found = measured(("reworded", "reworded", "dropped"))
    assert list(found) == list(MEASURED)
    assert all(math.isnan(value) and n == 0 for value, n in found.values())


def test_what_was_told_wrongly_and_what_was_missed() -> None:
    assert measured(
        ("softer", "softer", "reworded"),
        ("reworded", "stronger", "stronger"),
        ("to_preamble", "new", "new"),
        ("softer", "stronger", "softer"),
    ) == {"changes_before": (1 / 2, 2), "changes_right": (1 / 3, 3), "changes_found": (1 / 3, 3)}


def test_every_change_that_is_told_has_been_read_and_nine_in_ten_are_right(
    real_record: Snapshot,
) -> None:
    reading = real_record.comparison_reading
    assert reading is not None
    pairs = [(e, later) for later, e in predecessors(real_record).items()]
    answering = real_record.imported
    pairs += [(e, later) for later in answering for e in related(real_record, later)]
    assert len(pairs) >= 36
    told = {
        row["later_id"]: (row["earlier_id"], row["change"])
        for pair in pairs
        for row in compare(real_record, *pair).to_dict("records")
        if row["change"] not in UNTOLD
    }
    read = {name: (c.earlier, c.told) for name, c in reading.paragraphs.items()}
    assert {name: said for name, said in read.items() if said[1] not in UNTOLD} == told
    assert {c.read for c in reading.paragraphs.values()} <= set(CHANGES)
    found = comparison_quality(reading).set_index("measure")["value"]
    assert found["changes_right"] >= 0.9
    assert found["changes_found"] >= 0.85
