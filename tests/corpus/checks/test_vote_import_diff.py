"""One document with its votes, and how another reading of a vote differs from the record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.checks.vote_import_diff import (
    RecordedDocument,
    UnreadableRecordError,
    differences,
    read_document,
)
from dashboard.corpus.records.votes import Vote
from tests.invented import builders

NOBODY = RecordedDocument("A/RES/90/9", None, None)


def vote(**changes: Any) -> Vote:
    return Vote.model_validate(builders.vote(**changes))


def test_a_document_not_on_record_has_neither_file_nor_vote(data_dir: Path) -> None:
    found = read_document(data_dir, "A/RES/90/9")
    assert found == NOBODY
    assert (found.day, found.meeting, found.outcome, found.vote("plenary")) == (None,) * 4


def test_a_broken_file_is_named_with_its_line(data_dir: Path) -> None:
    path = builders.change(data_dir / builders.OVERLAY, weight="heavy")
    with pytest.raises(UnreadableRecordError, match=r"A-RES-90-1.yaml:\d+: weight: found 'heavy'"):
        read_document(data_dir, "A/RES/90/1")
    path.write_text("a: [", encoding="utf-8")
    with pytest.raises(UnreadableRecordError, match=r"A-RES-90-1.yaml:1: "):
        read_document(data_dir, "A/RES/90/1")


def test_votes_are_found_in_either_file(data_dir: Path) -> None:
    committee = builders.vote(stage="committee", date="2035-11-05")
    paragraph = builders.vote(stage="paragraph", level="plenary", paragraphs=["op2"])
    builders.change(data_dir / builders.OVERLAY, votes=[paragraph, committee])
    found = read_document(data_dir, "A/RES/90/1")
    assert (found.day, found.meeting) == ("2035-12-01", "A/90/PV.50")
    assert found.vote("plenary") == vote()
    assert found.vote("committee") == Vote.model_validate(committee)
    assert found.vote("paragraph") is None


def test_what_people_say_of_the_outcome_stands_first(data_dir: Path) -> None:
    assert read_document(data_dir, "A/RES/90/1").outcome == "adopted_recorded"
    override = {"value": "rejected", "source": builders.SOURCES[0], "why": {"en": "invented"}}
    builders.change(data_dir / builders.OVERLAY, overrides={"outcome": override})
    assert read_document(data_dir, "A/RES/90/1").outcome == "rejected"


def test_a_vote_does_not_differ_from_itself() -> None:
    assert differences(vote(), vote(), NOBODY, {}) == []


@pytest.mark.parametrize(
    "recorded",
    [
        {"date": None},
        {"date": "2035-12"},
        {"meeting": "50th meeting"},
        {"meeting": "A/90 /PV.50"},
        {"counts": {"yes": 3, "abstain": 1}},
    ],
)
def test_what_the_record_leaves_open_is_no_difference(recorded: dict[str, Any]) -> None:
    assert differences(vote(**recorded), vote(meeting="A/90/PV.50"), NOBODY, {}) == []


def test_names_that_only_one_side_has_are_said() -> None:
    call = {"yes": ["XAA", "XGG"], "no": ["XDD"], "abstain": ["XEE"], "not_voting": ["XFF", "XBB"]}
    assert differences(vote(roll_call=call), vote(), NOBODY, {"XCC": "Cedar"}) == [
        "XBB: not_voting on record, yes in the file",
        "XGG: yes on record, not a member in the file",
        "Cedar: in no list on record, yes in the file",
    ]


def test_a_vote_known_by_its_totals_lacks_every_name() -> None:
    counted = vote(roll_call=None, names="not_published")
    assert differences(counted, vote(), NOBODY, {}) == [
        "names: 0 on record, 6 in the file, 6 only there"
    ]


def test_a_vote_known_by_some_names_is_compared_and_its_gaps_counted() -> None:
    partial = vote(names="partial", counts={"no": 1}, roll_call={"no": ["XEE"]}, complete=["no"])
    assert differences(partial, vote(), NOBODY, {"XEE": "Elm"}) == [
        "names: 1 on record, 6 in the file, 5 only there",
        "Elm: no on record, abstain in the file",
    ]
