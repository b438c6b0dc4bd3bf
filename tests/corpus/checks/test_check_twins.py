"""One matter told by two records: what `same_as` may name, and who only looks alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.snapshot import Snapshot, examine
from tests.invented.builders import EVENTS, REPORT, STATEMENT, change, event, write
from tests.invented.builders_codes import VOCABULARIES, vocabulary

TWIN = EVENTS.format("report-out")


@pytest.fixture
def data_dir(data_dir: Path) -> Path:
    """The small record, in which a body may be founded and a State make a statement."""
    kinds = {**VOCABULARIES["kinds"], "body": {}, "statement": {}}
    write(data_dir / "vocabulary/kinds.yaml", vocabulary("kinds", kinds))
    return data_dir


def found(data: Path, **changes: Any) -> list[str]:
    """What checking says of an event on the day, with the body and title of the report."""
    change(data / REPORT, date="2036-07-02", track="civilian")
    ours = {"kind": "report", "body": "secretariat", "titles": {"en": "Report, invented"}}
    write(data / TWIN, {**event("report-out", "2036-07-02", **ours), **changes})
    return [f"{p.field}: {p.message} ({p.severity})" for p in examine(data)[1]]


def test_one_that_is_on_record_and_says_the_same(data_dir: Path):
    assert found(data_dir, same_as="A/91/7") == []


@pytest.mark.parametrize(
    ("same_as", "said"),
    [
        ("A/91/8", "same_as: no such record: found 'A/91/8'; allowed: A/91/7, A/RES/90/1"),
        ("alder-explain", "did you mean 'alder-explains'? (error)"),
        ("grove-summit", "grove-summit is an event; name the document or statement that tells"),
        ("report-out", "same_as: an event cannot be told by itself (error)"),
        ("A/RES/90/2", "date: A/RES/90/2 is of 2035-12-10: give both one day, or explain it"),
        ("alder-explains", "date: alder-explains is of 2035-12-01: give both one day, or"),
    ],
)
def test_one_that_is_not(data_dir: Path, same_as: str, said: str):
    assert any(said in line for line in found(data_dir, same_as=same_as))


def test_another_day_may_be_explained_by_either(data_dir: Path):
    conflict = {"field": "date", "note": {"en": "Sources differ."}}
    assert found(data_dir, same_as="A/91/7", date="2036-07-03", conflicts=[conflict]) == []
    change(data_dir / REPORT, conflicts=[conflict])
    assert found(data_dir, same_as="A/91/7", date="2036-07-03") == []
    change(data_dir / REPORT, conflicts=[conflict | {"field": "outcome"}])
    assert "give both one day" in found(data_dir, same_as="A/91/7", date="2036-07-03")[0]


def test_a_last_day_counts_as_part_of_the_day(data_dir: Path):
    assert "give both one day" in found(data_dir, same_as="A/91/7", end_date="2036-07-04")[0]


def test_one_without_a_day(data_dir: Path):
    found(data_dir)
    change(data_dir / REPORT, kind="body", date=None)
    change(data_dir / TWIN, same_as="A/91/7", kind="body")
    said = [p.message for p in examine(data_dir)[1]]
    assert "A/91/7 has no date, so that it has no mark" in said


def test_two_events_of_one_document(data_dir: Path):
    write(data_dir / EVENTS.format("other"), event("other", "2036-07-02", same_as="A/91/7"))
    said = found(data_dir, same_as="A/91/7")
    assert "same_as: other names A/91/7 too; one matter has one event (error)" in said


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "law"), ("track", "military"), ("verification", "verified_primary")],
)
def test_a_fact_on_which_the_two_differ(data_dir: Path, field: str, value: str):
    (line,) = found(data_dir, same_as="A/91/7", **{field: value})
    assert line.startswith(f"{field}: found {value}, but A/91/7 says ")
    assert line.endswith("(warning)")


def test_a_file_left_out_for_its_own_fault_is_no_fault_of_the_event(data_dir: Path):
    found(data_dir, same_as="A/91/7")
    (data_dir / REPORT).write_text("id: [", encoding="utf-8")
    assert [p.field for p in examine(data_dir)[1] if p.file == TWIN] == []


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"titles": {"en": "The INVENTED report comes out"}},
        {"titles": {"en": "An invented report is published at last by the secretariat"}},
    ],
)
def test_what_looks_like_a_document(data_dir: Path, changes: dict[str, Any]):
    (line,) = found(data_dir, **changes)
    assert line == (
        "titles: looks like A/91/7: say same_as, or link the two if they are different matters "
        "(warning)"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"date": "2036-07-03"},
        {"body": "summits"},
        {"titles": {"en": "Trees by the river"}},
        {"answers": ["A/91/7"]},
        {"leads_to": ["A/91/7"]},
    ],
)
def test_what_does_not(data_dir: Path, changes: dict[str, Any]):
    assert found(data_dir, **changes) == []


def test_what_looks_like_a_statement(data_dir: Path):
    spoken = event("alder-said", "2035-12-01", actors=["XAA"], kind="statement")
    write(data_dir / EVENTS.format("alder-said"), spoken)
    assert [p.message.partition(":")[0] for p in examine(data_dir)[1]] == [
        "looks like alder-explains"
    ]
    change(data_dir / EVENTS.format("alder-said"), actors=["XBB"])
    assert examine(data_dir)[1] == []
    change(data_dir / EVENTS.format("alder-said"), actors=["XAA"], same_as="alder-explains")
    assert examine(data_dir)[1] == []
    change(data_dir / STATEMENT, date="2035-12-02")
    assert "give both one day" in examine(data_dir)[1][0].message


def test_every_pair_of_the_record_is_told_apart(real_record: Snapshot):
    assert [p for p in real_record.problems if "same_as" in p.message] == []
