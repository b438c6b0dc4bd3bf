"""Statements against the vocabularies, the texts they are about and the votes on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.snapshot import examine, take_snapshot
from tests.invented.builders import CHECKED, RESOLUTION, SOURCES, change, resolution, vote, write

FILE = "curated/statements/xdd-said.yaml"
TEXT = "A/RES/90/1"


@pytest.fixture
def data_dir(data_dir: Path) -> Path:
    """The small record with nothing said and nothing asked."""
    for room in ("statements", "requests"):
        for file in (data_dir / "curated" / room).glob("*.yaml"):
            file.unlink()
    return data_dir


def statement(**changes: Any) -> dict[str, Any]:
    values = {
        "id": "xdd-said",
        "date": "2035-12-01",
        "speakers": ["XDD"],
        "forum": {"en": "General Assembly plenary", "zh": "大会全体会议"},
        "type": "invented",
        "stance": "invented",
        "form": "oral",
        "scope": "core",
        "targets": [{"document": TEXT}],
        "point": {"en": "Machines are tools.", "zh": "机器是工具。"},
        "verification": "reported",
        "checked": CHECKED,
        "sources": SOURCES,
        **changes,
    }
    return {key: value for key, value in values.items() if value is not None}


def target(**changes: Any) -> list[dict[str, Any]]:
    return [{"document": TEXT, **changes}]


def problems(data: Path, **changes: Any) -> list[str]:
    write(data / FILE, statement(**changes))
    return [f"{p} ({p.severity})" for p in examine(data)[1]]


def in_committee(data: Path, **changes: Any) -> None:
    """The resolution with a vote of its committee, the plenary's left as it is."""
    committee = vote(stage="committee", date="2035-11-05", **changes)
    write(data / RESOLUTION, resolution(votes=[committee, vote()]))


def test_no_statement_is_no_problem(data_dir: Path) -> None:
    assert examine(data_dir)[1] == []
    assert take_snapshot(data_dir).tables["statements"].empty


def test_a_good_statement_stands(data_dir: Path) -> None:
    named = target(named=["OP2(a)"], paragraphs=["op2.a"], draft="A/C.1/90/L.4")
    assert problems(data_dir, targets=named, vote_stated="no") == []
    row = take_snapshot(data_dir).tables["statements"].iloc[0]
    assert row["paragraphs"] == ("A/RES/90/1#op2.a",)
    assert row["named"] == ("OP2(a)",)


def test_nobody_need_be_named_nor_any_text(data_dir: Path) -> None:
    assert problems(data_dir, speakers=[], targets=[], vote_stated="no") == []


@pytest.mark.parametrize(
    ("changes", "field", "found"),
    [
        ({"type": "speech"}, "type", "found 'speech'; allowed: invented"),
        ({"stance": "support"}, "stance", "found 'support'; allowed: invented"),
        ({"verification": "hearsay"}, "verification", "found 'hearsay'; allowed: verified_prim"),
        ({"group": "groves", "on_behalf_of": {"en": "Groves"}}, "group", "found 'groves'; allowed"),
        ({"group": "grove"}, "group", "grove, but on_behalf_of names no group"),
        ({"speakers": ["XDD", "XZZ"]}, "speakers[1]", "no such State: found 'XZZ'"),
        ({"aligned": ["XZZ"]}, "aligned[0]", "no such State: found 'XZZ'"),
        (
            {"targets": [{"document": "second-summitt"}]},
            "targets[0].document",
            "no such record: found 'second-summitt'",
        ),
        (
            {"targets": [{"document": "A/RES/90/7"}]},
            "targets[0].document",
            "no such record: found 'A/RES/90/7'",
        ),
        (
            {"targets": target(paragraphs=["op1", "op9"])},
            "targets[0].paragraphs[1]",
            "no such paragraph in A/RES/90/1: found 'op9'; allowed: pp1",
        ),
        (
            {"targets": [{"document": "A/91/7", "paragraphs": ["op1"]}]},
            "targets[0].paragraphs",
            "A/91/7 was not imported; its paragraphs can only stand in named",
        ),
    ],
)
def test_what_takes_a_statement_out(
    data_dir: Path, changes: dict[str, Any], field: str, found: str
) -> None:
    told = problems(data_dir, **changes)
    assert len(told) == 1, told
    assert told[0].startswith(f"{FILE}:")
    assert f": {field}: {found}" in told[0]
    assert told[0].endswith("(error)")
    snapshot = take_snapshot(data_dir)
    assert "xdd-said" not in snapshot.statements
    assert snapshot.tables["statements"].empty
    assert TEXT in snapshot.imported


def test_two_statements_one_good(data_dir: Path) -> None:
    write(data_dir / "curated/statements/xaa-said.yaml", statement(id="xaa-said"))
    problems(data_dir, stance="support")
    corpus, told = examine(data_dir)
    assert list(corpus.statements) == ["xaa-said"]
    assert [p.file for p in told] == [FILE]


@pytest.mark.parametrize("document", ["second-summit", "A/91/7", "S/PV.99999", "A/RES/89/9"])
def test_what_may_be_spoken_of(data_dir: Path, document: str) -> None:
    assert problems(data_dir, targets=[{"document": document}]) == []


def test_a_resolution_nobody_cites_needs_a_note(data_dir: Path) -> None:
    note = {"en": "An older text of the series.", "zh": "该系列的较早案文。"}
    assert problems(data_dir, targets=[{"document": "A/RES/90/7", "note": note}]) == []


def test_a_text_that_could_not_be_read_is_its_own_fault(data_dir: Path) -> None:
    change(data_dir / RESOLUTION, session="ninety")
    told = problems(data_dir, targets=target(paragraphs=["op1"]))
    assert [line for line in told if line.startswith(FILE)] == []


def test_a_draft_the_text_never_had(data_dir: Path) -> None:
    told = problems(data_dir, targets=target(draft="A/C.1/90/L.5"))
    assert "targets[0].draft: no draft of A/RES/90/1: found 'A/C.1/90/L.5'" in told[0]
    assert told[0].endswith("did you mean 'A/C.1/90/L.4'? (warning)")


@pytest.mark.parametrize(
    ("date", "fault"),
    [("2035-10-14", True), ("2035-10", False), ("2035", False), ("2035-10-15", False)],
)
def test_a_draft_spoken_of_before_it_was_printed(data_dir: Path, date: str, fault: bool) -> None:
    spoken = target(draft="A/C.1/90/L.4")
    message = (
        f"{FILE}:2: date: {date} is before 2035-10-15, printed on A/C.1/90/L.4; "
        "a note must say why (warning)"
    )
    assert problems(data_dir, date=date, targets=spoken) == ([message] if fault else [])
    why = [{**spoken[0], "note": {"en": "Of a plan for it.", "zh": "指拟议草案。"}}]
    assert problems(data_dir, date=date, targets=why) == []


def clash(name: str, said: str, recorded: str) -> str:
    return f"vote_stated: XDD stated {said}, the roll call of {name} has {recorded} (warning)"


def test_a_vote_stated_against_the_roll_call_of_the_plenary(data_dir: Path) -> None:
    told = problems(data_dir, vote_stated="abstain")
    assert len(told) == 1
    assert told[0].endswith(clash("A/RES/90/1@plenary", "abstain", "no"))
    assert "xdd-said" in take_snapshot(data_dir).statements


def test_the_vote_of_another_day_is_another_vote(data_dir: Path) -> None:
    assert problems(data_dir, date="2035-11-30", vote_stated="abstain") == []
    assert len(problems(data_dir, date="2035-12", vote_stated="abstain")) == 1


def test_what_was_said_in_a_committee_is_held_against_the_committees_vote(data_dir: Path) -> None:
    label = {"en": "first", "zh": "词"}  # as the small vocabulary of committees calls it
    assert problems(data_dir, forum=label, vote_stated="abstain") == []
    call = {"yes": ["XAA"], "no": [], "abstain": ["XDD"]}
    in_committee(data_dir, roll_call=call, names="partial", counts={"abstain": 1})
    assert problems(data_dir, forum=label, vote_stated="abstain") == []
    told = problems(data_dir, forum=label, vote_stated="no")
    assert len(told) == 1
    assert told[0].endswith(clash("A/RES/90/1@committee", "no", "abstain"))


def test_a_complete_list_that_lacks_the_speaker(data_dir: Path) -> None:
    label = {"en": "first", "zh": "词"}
    call: dict[str, list[str]] = {"yes": [], "no": ["XEE"], "abstain": []}
    partial = {"roll_call": call, "names": "partial", "counts": {"no": 1}}
    in_committee(data_dir, **partial, complete=["no"])
    assert problems(data_dir, forum=label, vote_stated="yes") == []
    told = problems(data_dir, forum=label, vote_stated="no")
    assert len(told) == 1
    assert told[0].endswith(
        "XDD stated no, but the complete list of that position in A/RES/90/1@committee lacks it "
        "(warning)"
    )


def test_a_vote_without_names_contradicts_nobody(data_dir: Path) -> None:
    in_committee(data_dir, roll_call=None, names="not_published")
    label = {"en": "first", "zh": "词"}
    assert problems(data_dir, forum=label, vote_stated="no") == []
