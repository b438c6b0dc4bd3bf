"""Statements as rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.statement_rows import statement_rows
from tests.invented.builders import STATEMENT, change


def found(snapshot: Snapshot, key: str) -> dict[str, Any]:
    table = snapshot.tables["statements"]
    (values,) = table[table["id"] == key].astype(object).to_dict("records")
    return {str(k): None if v is pd.NA or v != v else v for k, v in values.items()}


def test_no_record_no_statement():
    assert list(statement_rows(Corpus())) == []


def test_a_statement_of_one_state(snapshot: Snapshot):
    assert found(snapshot, "alder-explains") == {
        "id": "alder-explains",
        "date": "2035-12-01",
        "date_precision": "day",
        "speaker_iso3": ("XAA",),
        "group": None,
        "on_behalf_of": None,
        "on_behalf_of_zh": None,
        "aligned": (),
        "type": "invented",
        "stance": "invented",
        "vote_stated": "yes",
        "symbol": ("A/RES/90/1",),
        "paragraphs": ("A/RES/90/1#op2",),
        "named": ("OP2",),
        "forum_en": "Plenary",
        "forum_zh": "全体会议",
        "meeting": "A/90/PV.50",
        "person": None,
        "weight": "core",
        "point_en": "Our own words about what was said.",
        "point_zh": "自拟",
        "verification": "reported",
        "checked": "2035-12-31",
        "source": "https://example.org/invented",
        "url": "/statements?item=alder-explains",
    }


def test_a_joint_statement_for_a_group_in_a_month(snapshot: Snapshot):
    joint = found(snapshot, "grove-speaks")
    assert (joint["speaker_iso3"], joint["aligned"]) == (("XDD", "XBB"), ("XCC",))
    assert (joint["group"], joint["on_behalf_of"]) == ("grove", "Grove group")
    assert (joint["date"], joint["date_precision"]) == ("2035-11", "month")
    assert (joint["symbol"], joint["paragraphs"], joint["named"]) == (
        ("A/RES/90/1", "grove-summit"), (), ("3",),
    )  # fmt: skip
    assert (joint["vote_stated"], joint["meeting"], joint["weight"]) == (None, None, "related")


def test_statements_stand_by_date_then_id(data_dir: Path):
    change(data_dir / STATEMENT, date="2035-11")
    assert [row["id"] for row in statement_rows(load(data_dir))] == [
        "alder-explains", "grove-speaks",
    ]  # fmt: skip
    change(data_dir / STATEMENT, date="2036")
    assert [row["id"] for row in statement_rows(load(data_dir))] == [
        "grove-speaks", "alder-explains",
    ]  # fmt: skip


def test_two_targets_of_one_text_name_it_once_and_keep_their_paragraphs(data_dir: Path):
    targets = [
        {"document": "A/RES/90/1", "paragraphs": ["op2"], "named": ["OP2"]},
        {"document": "A/RES/90/1", "paragraphs": ["op3", "op2.a"]},
    ]
    change(data_dir / STATEMENT, targets=targets)
    row = next(r for r in statement_rows(load(data_dir)) if r["id"] == "alder-explains")
    assert row["symbol"] == ("A/RES/90/1",)
    assert row["paragraphs"] == ("A/RES/90/1#op2", "A/RES/90/1#op3", "A/RES/90/1#op2.a")
    assert row["named"] == ("OP2",)


def test_speakers_and_targets_may_be_unknown(data_dir: Path):
    change(data_dir / STATEMENT, speakers=[], targets=[])
    row = next(r for r in statement_rows(load(data_dir)) if r["id"] == "alder-explains")
    assert (row["speaker_iso3"], row["symbol"], row["paragraphs"]) == ((), (), ())
