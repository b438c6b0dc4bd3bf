"""Who said what: by text, paragraph, speaker and stance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.statements import (
    about,
    dissociations,
    on_paragraph,
)
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from dashboard.corpus.tables.columns import TABLES
from tests.invented.builders import CHECKED, SOURCES, write
from tests.invented.builders_codes import vocabulary

TEXT = "A/RES/90/1"
SAID: list[dict[str, Any]] = [
    {
        "id": "a-first",
        "speakers": ["XAA"],
        "type": "introduction",
        "stance": "support",
        "targets": [{"document": TEXT}, {"document": "second-summit"}],
    },
    {
        "id": "b-apart",
        "speakers": ["XBB"],
        "type": "dissociation",
        "stance": "dissociation",
        "targets": [{"document": TEXT, "named": ["OP2"], "paragraphs": ["op2"]}],
    },
    {
        "id": "c-grove",
        "speakers": ["XBB"],
        "on_behalf_of": {"en": "The Grove", "zh": "树林集团"},
        "group": "grove",
        "aligned": ["XGG"],
        "type": "explanation",
        "stance": "dissociation",
        "targets": [{"document": TEXT, "named": ["OP2(a)"], "paragraphs": ["op2.a"]}],
    },
    {"id": "d-elsewhere", "type": "dissociation", "stance": "support", "targets": []},
    {
        "id": "e-other",
        "speakers": ["XCC"],
        "type": "dissociation",
        "stance": "dissociation",
        "targets": [{"document": "A/RES/90/2"}],
    },
]


@pytest.fixture
def data_dir(data_dir: Path) -> Path:
    """The small record with nothing said and nothing asked."""
    for room in ("statements", "requests"):
        for file in (data_dir / "curated" / room).glob("*.yaml"):
            file.unlink()
    return data_dir


@pytest.fixture
def spoken(data_dir: Path) -> Snapshot:
    for name, codes in (
        ("statement_types", ("introduction", "dissociation", "explanation")),
        ("stances", ("support", "dissociation")),
    ):
        terms: dict[str, dict[str, Any]] = {code: {} for code in codes}
        write(data_dir / f"vocabulary/{name}.yaml", vocabulary(name, terms))
    for values in SAID:
        whole = {
            "date": "2035-12-01",
            "forum": {"en": "Hall", "zh": "大厅"},
            "form": "oral",
            "scope": "core",
            "point": {"en": "A tree is a tree.", "zh": "树就是树。"},
            "verification": "reported",
            "checked": CHECKED,
            "sources": SOURCES,
        }
        write(data_dir / f"curated/statements/{values['id']}.yaml", {**whole, **values})
    snapshot = take_snapshot(data_dir)
    assert snapshot.problems == ()
    return snapshot


def ids(frame: pd.DataFrame) -> list[str]:
    assert list(frame) == list(TABLES["statements"])
    return list(frame["id"])


def test_nothing_was_said(data_dir: Path) -> None:
    snapshot = take_snapshot(data_dir)
    empty = snapshot.tables["statements"]
    assert ids(empty) == []
    assert ids(about(empty, TEXT)) == ids(on_paragraph(empty, f"{TEXT}#op2")) == []
    assert ids(dissociations(empty, TEXT)) == []


@pytest.mark.parametrize("symbol", ["", "A/RES/90", "A/RES/90/11", "nothing", "(", "*"])
def test_a_text_nobody_spoke_of(spoken: Snapshot, symbol: str) -> None:
    assert ids(about(spoken.tables["statements"], symbol)) == []


@pytest.mark.parametrize("symbol", [TEXT, "a/res/90/1", " A/RES/90/1 "])
def test_about_a_text(spoken: Snapshot, symbol: str) -> None:
    found = about(spoken.tables["statements"], symbol)
    assert ids(found) == ["a-first", "b-apart", "c-grove"]


def test_about_an_event(spoken: Snapshot) -> None:
    assert ids(about(spoken.tables["statements"], "second-summit")) == ["a-first"]


def test_on_a_paragraph_and_not_on_its_parts(spoken: Snapshot) -> None:
    table = spoken.tables["statements"]
    assert ids(on_paragraph(table, f"{TEXT}#op2")) == ["b-apart"]
    assert ids(on_paragraph(table, f"{TEXT}#op2.a")) == ["c-grove"]
    assert ids(on_paragraph(table, f"{TEXT}#op")) == []
    assert ids(on_paragraph(table, "op2")) == []


def test_who_dissociated_from_what(spoken: Snapshot) -> None:
    found = dissociations(spoken.tables["statements"], TEXT)
    assert ids(found) == ["b-apart", "c-grove"]
    assert list(found["named"]) == [("OP2",), ("OP2(a)",)]
    assert list(found["paragraphs"]) == [(f"{TEXT}#op2",), (f"{TEXT}#op2.a",)]


def test_the_russian_explanation_names_paragraph_7_of_79_62(real: Snapshot) -> None:
    found = on_paragraph(real.tables["statements"], "A/RES/79/62#op7")
    assert set(found["id"]) >= {"ind-2024-11-eov", "rus-2024-11-06-eov"}


def test_who_left_the_consensus_on_80_173(real: Snapshot) -> None:
    found = dissociations(real.tables["statements"], "A/RES/80/173")
    assert set(ids(found)) == {
        "nga-2025-12-17-wsis",
        "sau-2025-12-17-wsis",
        "usa-2025-12-17-wsis",
    }
    places = dict(zip(found["id"], found["paragraphs"], strict=True))
    assert places["nga-2025-12-17-wsis"] == ("A/RES/80/173#op11",)
    assert places["usa-2025-12-17-wsis"] == ()
