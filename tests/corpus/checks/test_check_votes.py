"""Each judgement on a recorded vote, in the words it is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.checks.check_votes import vote_findings
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.votes import Vote
from dashboard.corpus.snapshot import examine
from tests.invented.builders import CONSENSUS, OVERLAY, REPORT, RESOLUTION, change, vote, write
from tests.invented.builders_codes import MEMBERS, vocabulary

IDS = "allowed: pp1, pp2, op1, op2, op2.a, op3"


@pytest.fixture
def folder(data_dir: Path) -> Path:
    """The small record, with every stage a vote can be taken at."""
    stages = ("plenary", "committee", "paragraph", "amendment", "motion")
    terms: dict[str, dict[str, Any]] = {stage: {} for stage in stages}
    write(data_dir / "vocabulary/stages.yaml", vocabulary("stages", terms))
    return data_dir


def part(local: str = "op2", **changes: Any) -> dict[str, Any]:
    """A committee vote on one paragraph of which one name is known."""
    return {
        "stage": "paragraph",
        "level": "committee",
        "paragraphs": [local],
        "date": "2035-11-02",
        "counts": {},
        "roll_call": {"no": ["XDD"]},
        "names": "partial",
        **changes,
    }


def amendment(
    subject: str, level: str = "plenary", stage: str = "amendment", **changes: Any
) -> dict[str, Any]:
    """A vote on an amendment, or a motion, that is told from others by its subject."""
    said = {"subject": {"en": subject}, "paragraphs": [], "level": level}
    return part(stage=stage, **said, **changes)


def committee(**changes: Any) -> dict[str, Any]:
    """A committee vote of which the lists against and abstaining are known."""
    return {
        "stage": "committee",
        "date": "2035-11-02",
        "counts": {"yes": 3, "no": 1, "abstain": 1},
        "roll_call": {"no": ["XDD"], "abstain": ["XEE"]},
        "names": "partial",
        "complete": ["no", "abstain"],
        **changes,
    }


def said(data: Path, file: str, *votes: dict[str, Any]) -> list[str]:
    """What check says of a file that holds these votes: field, sentence and severity."""
    change(data / file, votes=list(votes))
    found = [problem for problem in examine(data)[1] if problem.file == file]
    return [f"{p.field}: {p.message} ({p.severity})" for p in found]


def intended(iso3: str) -> dict[str, Any]:
    return {"iso3": iso3, "position": "yes", "source": {"url": "https://example.org/invented"}}


def test_no_vote_has_no_fault() -> None:
    assert list(vote_findings("A/RES/90/1", [], Corpus(), None)) == []


def test_a_vote_without_states_and_vocabularies_is_not_judged_by_them() -> None:
    found = Vote.model_validate(committee(stage="unheard_of", verification="unheard_of"))
    assert list(vote_findings("A/RES/90/1", [found], Corpus(), None)) == []


HOSTILE: list[tuple[str, list[dict[str, Any]], list[str]]] = [
    (RESOLUTION, [vote(stage="second")], [
        "votes[0].stage: found 'second'; allowed: plenary, committee, paragraph, amendment, motion"
        " (error)"
    ]),
    (RESOLUTION, [vote(members=47)], [
        "votes[0].members: names are kept of votes in the Assembly alone; say in a note who voted"
        " how (error)"
    ]),
    (OVERLAY, [vote()], [
        "votes[0].stage: the official file has the plenary vote; it stands in the record once"
        " (error)"
    ]),
    (OVERLAY, [committee(), committee(date="2035-11-03")], [
        "votes[1].stage: A/RES/90/1@committee stands twice; stage, level, paragraphs and subject"
        " tell one vote from another (error)"
    ]),
    (OVERLAY, [part("op2"), part("op1"), part("op2")], [
        "votes[2].stage: A/RES/90/1@paragraph.op2 stands twice; stage, level, paragraphs and"
        " subject tell one vote from another (error)"
    ]),
    (OVERLAY, [amendment("one"), amendment("two"), amendment("one")], [
        "votes[2].stage: A/RES/90/1@amendment stands twice; stage, level, paragraphs and subject"
        " tell one vote from another (error)"
    ]),
    (OVERLAY, [committee(subject={"en": "one"}), committee(subject={"en": "two"})], [
        "votes[1].stage: A/RES/90/1@committee stands twice; stage, level, paragraphs and subject"
        " tell one vote from another (error)"
    ]),
    (OVERLAY, [part("op2.b")], [
        f"votes[0].paragraphs[0]: no such paragraph in A/RES/90/1: found 'op2.b'; {IDS};"
        " did you mean 'op2.a'? (error)"
    ]),
    (OVERLAY, [part(paragraphs=["op2", "op2"])], [
        "votes[0].paragraphs[1]: op2 stands twice (error)"
    ]),
    (OVERLAY, [part(paragraphs=[])], [
        "votes[0].paragraphs: is needed at stage paragraph (error)"
    ]),
    (OVERLAY, [committee(paragraphs=["op2"])], [
        "votes[0].paragraphs: stands only at the stage paragraph; found it at committee (error)"
    ]),
    (REPORT, [part("op1", date="2036-07-02")], [
        "votes[0].paragraphs: no official file of this symbol was imported to name paragraphs of"
        " (error)"
    ]),
    *[(OVERLAY, [part(stage=stage, level=None, paragraphs=places)], [
        f"votes[0].level: is needed at stage {stage}; allowed: committee, plenary (error)"
    ]) for stage, places in (("paragraph", ["op1"]), ("amendment", []), ("motion", []))],
    (OVERLAY, [committee(level="committee")], [
        "votes[0].level: stands only at the stages paragraph, amendment, motion; found it at"
        " committee (error)"
    ]),
    (OVERLAY, [part(result="kept")], [
        "votes[0].result: found 'kept'; allowed: invented (error)"
    ]),
    (OVERLAY, [committee(verification="hearsay")], [
        "votes[0].verification: found 'hearsay'; allowed: verified_primary, reported (error)"
    ]),
    (OVERLAY, [committee(counts={"no": 2, "abstain": 1})], [
        "votes[0].counts.no: 2 published, list names 1 (warning)"
    ]),
    (OVERLAY, [committee(counts={"no": 2}, roll_call=None)], [
        "votes[0].counts.no: 2 published, list names 0 (warning)"
    ]),
    (OVERLAY, [committee(counts={"no": 0, "abstain": 1})], [
        "votes[0].roll_call.no: 0 published, list names 1 (error)"
    ]),
    (OVERLAY, [part(counts={"no": 1}, roll_call={"no": ["XDD", "XEE"]})], [
        "votes[0].roll_call.no: 1 published, list names 2 (error)"
    ]),
    (RESOLUTION, [vote(counts={"yes": 4, "no": 1, "abstain": 1})], [
        "votes[0].counts.yes: 4 published, list names 3 (warning)"
    ]),
    (RESOLUTION, [vote(roll_call={"no": ["XDD", "XDD"]}, names="partial", counts={})], [
        "votes[0].roll_call.no[1]: XDD stands under no and again under no (error)"
    ]),
    (OVERLAY, [committee(roll_call={"no": ["XDD"], "abstain": ["XDD"]})], [
        "votes[0].roll_call.abstain[0]: XDD stands under no and again under abstain (error)"
    ]),
    (OVERLAY, [committee(intended=[intended("XAA"), intended("XAA")])], [
        "votes[0].intended[1].iso3: XAA stands under intended twice (error)"
    ]),
    (OVERLAY, [committee(intended=[intended("XZZ")])], [
        "votes[0].intended[0].iso3: no such State: found 'XZZ'; allowed: XAA, XBB, XCC, XDD, XEE,"
        " XFF, XGG, XHH (error)"
    ]),
    (OVERLAY, [committee(roll_call={"no": ["XGG"], "abstain": ["XHH"]})], [
        "votes[0].roll_call: named, but no members on 2035-11-02: XGG, XHH (error)"
    ]),
    (REPORT, [committee(date=None, roll_call={"no": ["XHH"], "abstain": ["XGG"]})], [
        "votes[0].roll_call: named, but no members on 2036-07: XHH (error)"
    ]),
    (RESOLUTION, [vote(roll_call={"yes": [*MEMBERS, "XGG"]}, counts={})], [
        "votes[0].roll_call: named, but no members on 2035-12-01: XGG (error)"
    ]),
    (RESOLUTION, [vote(roll_call={"yes": MEMBERS[:4]}, counts={})], [
        "votes[0].roll_call: members of 2035-12-01 in no list: XEE, XFF (error)"
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "votes", "expected"), HOSTILE)
def test_a_fault_is_named(
    folder: Path, file: str, votes: list[dict[str, Any]], expected: list[str]
) -> None:
    assert said(folder, file, *votes) == expected


SOUND: list[tuple[str, list[dict[str, Any]]]] = [
    (OVERLAY, [committee()]),
    (OVERLAY, [part("op2"), part("op2.a"), part(paragraphs=["op2", "op2.a"]), committee()]),
    (OVERLAY, [part(stage="motion", level="plenary", paragraphs=[], result="invented")]),
    (OVERLAY, [committee(counts={}, roll_call=None, names="not_published", complete=[])]),
    (OVERLAY, [committee(counts={"no": 40}, complete=["abstain"])]),
    (OVERLAY, [committee(intended=[intended("XAA"), intended("XBB")])]),
    (OVERLAY, [committee(date=None)]),
    (RESOLUTION, [vote(counts={})]),
    (RESOLUTION, [vote(roll_call=None, names="not_published")]),
    (CONSENSUS, [part("op1")]),
    (OVERLAY, [part("op2"), part("op2", level="plenary")]),
    (OVERLAY, [amendment("one"), amendment("two"), amendment("one", "committee")]),
    (CONSENSUS, [amendment("one", stage="motion"), amendment("two", stage="motion")]),
]


@pytest.mark.parametrize(("file", "votes"), SOUND)
def test_a_sound_vote_has_no_fault(folder: Path, file: str, votes: list[dict[str, Any]]) -> None:
    assert said(folder, file, *votes) == []


def test_paragraphs_of_a_file_that_cannot_be_read_are_not_held_against_the_vote(
    folder: Path,
) -> None:
    change(folder / OVERLAY, votes=[part("op2")])
    (folder / RESOLUTION).write_text("no: [record\n", encoding="utf-8")
    assert [p.field for p in examine(folder)[1] if p.file == OVERLAY] == []


def test_a_vote_of_the_official_file_is_held_to_its_adoption_where_it_has_no_date(
    folder: Path,
) -> None:
    undated = vote(date=None, roll_call={"yes": [*MEMBERS, "XGG"]}, counts={})
    assert said(folder, RESOLUTION, undated) == [
        "votes[0].roll_call: named, but no members on 2035-12-01: XGG (error)"
    ]


@given(
    published=st.integers(0, 4),
    named=st.lists(st.sampled_from(MEMBERS), max_size=5, unique=True),
    complete=st.booleans(),
)
def test_a_partial_list_may_be_short_but_never_long(
    published: int, named: list[str], complete: bool
) -> None:
    found = Vote.model_validate(
        committee(
            counts={"no": published},
            roll_call={"no": named},
            complete=["no"] if complete else [],
        )
    )
    severities = [f.severity for f in vote_findings("A/RES/90/1", [found], Corpus(), None)]
    if len(named) > published:
        assert severities == ["error"]
    elif len(named) < published and complete:
        assert severities == ["warning"]
    else:
        assert severities == []
