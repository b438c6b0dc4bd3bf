"""Each of the 47 facts of the five seed documents leads to a record that carries it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.fields import first_day, last_day
from tests.facts.gathered import facts

DATA = Path(__file__).parents[2] / "data"
SEEDS: dict[str, dict[str, Any]] = read_yaml(DATA / "curated" / "seeds.yaml")["facts"]


@pytest.fixture
def stated() -> dict[str, dict[str, Any]]:
    """The facts as gathered from the seeds, by id."""
    return {fact["id"]: fact for fact in facts("seeds")}


def span(corpus: Corpus, record_id: str) -> tuple[str, str | None]:
    """A record's date and last date."""
    if record_id in corpus.imported:
        return corpus.imported[record_id].adopted, None
    record = corpus.events.get(record_id) or corpus.curated[record_id]
    assert record.date is not None
    return record.date, record.end_date


def test_there_are_47() -> None:
    assert len(SEEDS) == 47


def test_all_facts_are_mapped(stated: dict[str, dict[str, Any]]) -> None:
    assert list(SEEDS) == list(stated)


def test_each_record_exists(corpus: Corpus) -> None:
    missing = {entry["record"] for entry in SEEDS.values()} - corpus.ids()
    assert missing == set()


def test_the_date_given_is_the_records_own(corpus: Corpus) -> None:
    wrong = [
        f"{fact}: {entry['date']}"
        for fact, entry in SEEDS.items()
        if entry["date"] != span(corpus, entry["record"])[0]
    ]
    assert wrong == []


def test_dates_agree_unless_a_note_says_why_not(
    corpus: Corpus, stated: dict[str, dict[str, Any]]
) -> None:
    wrong = []
    for fact, entry in SEEDS.items():
        start, end = span(corpus, entry["record"])
        claim = stated[fact]
        apart = last_day(claim.get("end_date") or claim["date"]) < first_day(start) or first_day(
            claim["date"]
        ) > last_day(end or start)
        if apart and "note" not in entry:
            wrong.append(f"{fact}: the seed has {claim['date']}, the record {start}")
    assert wrong == []


def test_notes_are_in_both_languages() -> None:
    notes = [entry["note"] for entry in SEEDS.values() if "note" in entry]
    assert notes
    assert all(set(note) == {"en", "zh"} for note in notes)
