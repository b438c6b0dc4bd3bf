"""One matter that an event and another record tell is one row, and nothing of either is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.corpus.snapshot import Snapshot, take_snapshot
from tests.invented.builders import EVENTS, REPORT, STATEMENT, change, event, write

SAME = {"A/91/7": REPORT, "alder-explains": STATEMENT}
PAIRS = {
    "ccw-fifth-review-conference-gge-laws": "CCW/GGE.1",
    "china-ccw-military-ai-position-paper-2021": "china-position-paper-military-ai",
    "hlab-launch-2023": "high-level-advisory-body",
    "hlab-interim-report-2023": "governing-ai-for-humanity-interim-report",
    "hlab-final-report-2024": "governing-ai-for-humanity-final-report",
    "un-global-dialogue-2026": "global-dialogue-2026",
    "unesco-recommendation-ai-ethics-2021": "unesco-recommendation-ethics-of-ai",
}
SPOKEN = {
    "china-mfa-wang-wenbin-2021-12-14": "chn-2021-12-14-spokesperson",
    "us-laws-explanation-of-vote-2025": "usa-2025-11-04-eov",
}


def told(data: Path, day: str = "2036-07", **changes: Any) -> Snapshot:
    write(data / EVENTS.format("twin"), event("twin", day, **changes))
    return take_snapshot(data)


def row(snapshot: Snapshot, record_id: str) -> dict[str, Any]:
    table = snapshot.tables["timeline"].set_index("id", drop=False)
    found: dict[str, Any] = table.loc[record_id].to_dict()
    return found


def test_without_same_as_each_has_its_own_row(data_dir: Path):
    snapshot = told(data_dir)
    assert {"twin", "A/91/7"} <= set(snapshot.tables["timeline"]["id"])
    assert snapshot.twin_of("twin") is snapshot.twin_of("") is None
    assert snapshot.mark_of("twin") == "twin"


def test_a_document_tells_of_its_event(data_dir: Path):
    snapshot = told(
        data_dir, same_as="A/91/7", actors=["XEE"], topics=["data"], answers=["machine-law"]
    )
    assert "twin" not in set(snapshot.tables["timeline"]["id"])
    found = row(snapshot, "A/91/7")
    assert (found["same_as"], found["states"], found["topics"]) == ("twin", ("XEE",), ("data",))
    assert found["answers"] == ("A/RES/90/1", "machine-law")
    assert (found["title_en"], found["title_zh"]) == ("Invented report", "虚构")
    assert (found["kind"], found["symbol"]) == ("report", "A/91/7")
    assert snapshot.mark_of("twin") == "A/91/7"
    assert (snapshot.twin_of("twin"), snapshot.twin_of("A/91/7")) == ("A/91/7", "twin")


def test_whoever_answers_the_event_answers_the_document(data_dir: Path):
    for name, answers in (("grove-summit", ["twin"]), ("machine-law", ["A/91/7", "twin"])):
        change(data_dir / EVENTS.format(name), answers=answers)
    snapshot = told(data_dir, same_as="A/91/7", answers=["A/91/7"])
    assert row(snapshot, "grove-summit")["answers"] == ("A/91/7",)
    assert row(snapshot, "machine-law")["answers"] == ("A/91/7",)
    assert row(snapshot, "A/91/7")["answers"] == ("A/RES/90/1",)


def test_an_event_tells_of_its_statement(data_dir: Path):
    snapshot = told(data_dir, "2035-12-01", same_as="alder-explains")
    assert row(snapshot, "twin")["same_as"] == "alder-explains"
    assert "alder-explains" in set(snapshot.tables["statements"]["id"])
    assert snapshot.mark_of("alder-explains") == snapshot.twin_of("alder-explains") == "twin"


@pytest.mark.parametrize("same_as", SAME)
def test_an_event_whose_other_is_left_out_stands_alone(data_dir: Path, same_as: str):
    (data_dir / SAME[same_as]).write_text("id: [", encoding="utf-8")
    snapshot = told(data_dir, same_as=same_as)
    assert pd.isna(row(snapshot, "twin")["same_as"])
    assert snapshot.mark_of("twin") == "twin"


@pytest.mark.parametrize("name", PAIRS | SPOKEN)
def test_pairs_of_the_record(real_record: Snapshot, name: str):
    event_of, other = real_record.events[name], (PAIRS | SPOKEN)[name]
    assert event_of.same_as == other
    ids = set(real_record.tables["timeline"]["id"])
    assert {name, other} & ids == ({other} if name in PAIRS else {name})
    record = real_record.curated.get(other) or real_record.statements[other]
    assert (record.date, record.verification) == (event_of.date, event_of.verification)


def test_no_row_of_the_record_answers_one_that_has_none(real_record: Snapshot):
    rows = real_record.tables["timeline"]
    hidden = {name for name in real_record.events if real_record.mark_of(name) != name}
    assert hidden == PAIRS.keys()
    assert hidden.isdisjoint(target for answers in rows["answers"] for target in answers)
