"""`dashboard import-votes` on files with faults: each is told, and what is good is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dashboard.cli import main
from tests.commands.votes_run import Run
from tests.invented import builders
from tests.sources.library.built import NAMED, VOTES, marcxml, record, rows, table


def test_files_that_are_none_are_refused(run: Run) -> None:
    before = run.contents()
    assert run(b"", b"<!DOCTYPE r><r/>", "undl_id\n") == 1
    assert run.err == (
        "refused: 0.xml: file: empty\n"
        "refused: 1.xml: file: DTDForbidden: document types are refused\n"
        "refused: 2.csv: line 1: no column ms_name, ms_vote, date, resolution, total_yes, "
        "total_no, total_abstentions; found undl_id\n"
    )
    assert run.out == "nothing written\n"
    assert main(["import-votes", "votes.json", "/no/such.xml", "--data", str(run.data)]) == 1
    assert run.contents() == before


def test_without_states_nothing_can_be_read(run: Run) -> None:
    (run.data / "states.yaml").unlink()
    assert run(marcxml()) == 2
    assert run.err == "states.yaml: no list of States; names cannot be read without it\n"


def test_two_states_of_one_name_cannot_be_told_apart(run: Run) -> None:
    states = builders.states()
    states["states"][1]["other_names"] = ["Alder"]
    builders.write(run.data / "states.yaml", states)
    assert run(marcxml()) == 2
    assert run.err == "states.yaml: 'Alder' names both XAA and XBB\n"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (marcxml(record(symbol="A/RES/90/2", b=9)), "line 3: A/RES/90/2 yes: total 9, rows 3"),
        (b"<!DOCTYPE r><r/>", "file: DTDForbidden: document types are refused"),
        (marcxml(record(date="December")), "line 14 <992>: date 'December'; a full day is needed"),
    ],
)
def test_one_bad_file_or_vote_is_told_and_the_good_ones_are_written(
    run: Run, unvoted: Path, bad: bytes, said: str
) -> None:
    assert run(bad, marcxml()) == 1
    assert f"refused: 0.xml: {said}" in run.err
    assert run.out.endswith("1 file written\n")
    assert yaml.safe_load(unvoted.read_text(encoding="utf-8"))["votes"][0]["names"] == "complete"


@pytest.mark.parametrize(
    ("row", "written", "told"),
    [
        (",ALDER,Y,", ",ALDR,Y,",
         "line 2 ms_name: unknown State 'ALDR'; allowed: the names in states.yaml; did you mean "
         "Alder?"),
        (",ALDER,Y,", ",ALDER,y,", "line 2 ms_vote: vote 'y'; allowed: Y, N, A, X, NV or nothing"),
        ("XAA,ALDER", "XBB,ALDER",
         "line 2 ms_code: 'ALDER' is XAA, but the code beside it is XBB, Birch and Beech; "
         "allowed: XAA"),
        (",ALDER,Y,", ",CEDAR,Y,", "line 4 ms_name: Cedar (XCC) stands twice: 'CEDAR' in line 2"),
        (",ALDER,Y,2035", ",ALDER,Y,2036", "line 2 date: '2036-12-01'; the other rows"),
    ],
)  # fmt: skip
def test_one_bad_row_is_left_out_and_the_vote_taken_in_part(
    run: Run, unvoted: Path, row: str, written: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = table(rows()).replace(row, written, 1).replace("XAA,CEDAR", "XCC,CEDAR")
    assert run(text) == 1
    assert f"left out: 0.csv: {told}" in run.err
    assert "new, 3-1-1, 5 States" in run.out
    assert "  A/RES/90/1 yes: total 3, rows 2\n" in run.out
    (vote,) = yaml.safe_load(unvoted.read_text(encoding="utf-8"))["votes"]
    assert (vote["names"], vote["complete"]) == ("partial", ["no", "abstain"])
    assert vote["counts"] == {"yes": 3, "no": 1, "abstain": 1}
    assert vote["roll_call"]["yes"] == ["XBB", "XCC"]
    assert main(["check", str(run.data)]) == 0
    capsys.readouterr()
    assert run(text) == 1
    assert "identical" in run.out


def test_a_vote_on_record_is_compared_in_what_could_be_read(run: Run) -> None:
    assert run(table(rows(names={**NAMED, "XDD": "DOGWUD"}))) == 1
    assert run.out.startswith("A/RES/90/1@plenary: identical, 3-1-1, 5 States\n")
    assert "did you mean Dogwood (Republic of)?" in run.err
    assert run(table(rows({**VOTES, "XBB": "A"}, {**NAMED, "XDD": "DOGWUD"}))) == 1
    assert "Birch and Beech: yes on record, abstain in the file" in run.out
    assert "Dogwood" not in run.out


def test_the_same_vote_twice_is_refused(run: Run) -> None:
    assert run(marcxml(), table()) == 1
    assert run.err == (
        "refused: 1.csv: line 2: A/RES/90/1@plenary was read already from 0.xml, line 3\n"
    )
