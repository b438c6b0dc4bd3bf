"""Attached wording is searched with the paragraph it belongs to, and only there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dashboard.analysis.selection.search import matching
from dashboard.analysis.selection.search_text import with_official_text
from dashboard.corpus import official_text
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.official_text.text_file import OfficialText, file_name, to_json


@pytest.fixture
def attach() -> object:
    """Puts an invented wording into the store of this test."""

    def put(symbol: str, language: str, paragraphs: dict[str, str]) -> None:
        text = OfficialText(
            symbol=symbol, language=language, name="x.xml", sha256="0" * 64, paragraphs=paragraphs
        )
        folder = Path(os.environ["DASHBOARD_TEXTS"])
        folder.mkdir(exist_ok=True)
        (folder / file_name(symbol, language)).write_text(to_json(text), encoding="utf-8")
        official_text.reset()

    return put


def ids(record: Snapshot, text: str) -> list[str]:
    return list(record.tables["paragraphs"][matching(record, "paragraphs", text)]["id"])


def test_without_texts_rows_stay_as_they_are(record: Snapshot) -> None:
    table = record.tables["paragraphs"]
    assert with_official_text(["x"] * len(table), table) == ("x",) * len(table)


def test_wording_of_any_language_is_found_and_gone_when_removed(record, attach) -> None:
    assert ids(record, "sheepfold") == []
    attach("A/RES/90/10", "en", {"op2": "Asks the herders to mend the sheepfold;"})
    attach("A/RES/90/10", "zh", {"op2": "请牧人修补羊圈；"})
    assert ids(record, "herder sheepfold") == ["A/RES/90/10#op2"]
    assert ids(record, "羊圈") == ["A/RES/90/10#op2"]
    assert ids(record, "requests sheepfold") == ["A/RES/90/10#op2"], "verb and wording together"
    assert "A/RES/90/10#op2" not in ids(record, "-sheepfold")
    Path(os.environ["DASHBOARD_TEXTS"], file_name("A/RES/90/10", "en")).unlink()
    official_text.reset()
    assert ids(record, "sheepfold") == []


def test_a_phrase_does_not_run_from_one_language_into_the_next(record, attach) -> None:
    attach("A/RES/90/10", "en", {"op2": "ends with sheepfold"})
    attach("A/RES/90/10", "fr", {"op2": "bergerie pour tous"})
    assert ids(record, '"sheepfold bergerie"') == []


def test_wording_of_a_paragraph_the_record_lacks_and_a_damaged_file_change_nothing(
    record, attach
) -> None:
    attach("A/RES/90/10", "en", {"op77": "sheepfold"})
    folder = Path(os.environ["DASHBOARD_TEXTS"])
    (folder / file_name("A/RES/90/10", "zh")).write_text("{", encoding="utf-8")
    assert ids(record, "sheepfold") == []
    assert "A/RES/90/10#op2" in ids(record, "requests")
