"""`dashboard import-votes` as a person runs it: compared, added, refused, and nothing by halves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.cli import main
from dashboard.corpus.reading.yaml_reader import read_yaml
from tests.commands.votes_run import Run
from tests.invented import builders
from tests.sources.library.built import NAMED, VOTES, marcxml, record, rows, table

DATA = Path(__file__).parents[2] / "data"
IDENTICAL = "A/RES/90/1@plenary: identical, 3-1-1, 6 States\nnothing written\n"


@pytest.mark.parametrize("content", [marcxml(), table(), table(delimiter=";")])
def test_a_vote_on_record_is_identical(run: Run, content: str | bytes) -> None:
    before = run.contents()
    assert run(content) == 0
    assert (run.out, run.err) == (IDENTICAL, "")
    assert run.contents() == before


def test_each_difference_is_listed_and_nothing_changed(run: Run) -> None:
    before = run.contents()
    listed = rows({**VOTES, "XCC": "", "XFF": "N"})
    assert run(marcxml(record(listed, date="2035-12-02", meeting="A/90/PV.51"))) == 1
    assert run.out == (
        "A/RES/90/1@plenary: 6 differences, nothing changed\n"
        "  date: 2035-12-01 on record, 2035-12-02 in the file\n"
        "  meeting: A/90/PV.50 on record, A/90/PV.51 in the file\n"
        "  total of yes: 3 on record, 2 in the file\n"
        "  total of no: 1 on record, 2 in the file\n"
        "  Cedar: yes on record, not_voting in the file\n"
        "  Fir: not_voting on record, no in the file\n"
        "nothing written\n"
    )
    assert run.contents() == before


@pytest.mark.parametrize("content", [marcxml(), table()])
def test_a_vote_not_on_record_is_added_and_the_record_stays_sound(
    run: Run, unvoted: Path, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    before = unvoted.read_text(encoding="utf-8")
    assert run(content) == 0
    assert run.out == (
        f"A/RES/90/1@plenary: new, 3-1-1, 6 States, for {builders.OVERLAY}\n1 file written\n"
    )
    after = unvoted.read_text(encoding="utf-8")
    added = yaml.safe_load(after).pop("votes")
    assert added == [
        {
            "stage": "plenary",
            "date": "2035-12-01",
            "meeting": "A/90/PV.50",
            "counts": {"yes": 3, "no": 1, "abstain": 1},
            "roll_call": {
                "yes": ["XAA", "XBB", "XCC"],
                "no": ["XDD"],
                "abstain": ["XEE"],
                "not_voting": ["XFF"],
            },
            "names": "complete",
            "verification": "single_source",
            "sources": [
                {
                    "url": "https://digitallibrary.un.org/record/4900001",
                    "publisher": "UN Digital Library",
                }
            ],
        }
    ]
    kept = iter(after.splitlines())
    assert all(line in kept for line in before.splitlines()), "a line of the file is gone or moved"
    assert main(["check", str(run.data)]) == 0
    capsys.readouterr()
    assert run(content) == 0
    assert run.out == IDENTICAL


def test_two_votes_of_one_text_are_added_together(run: Run, unvoted: Path) -> None:
    committee = record(date="2035-11-05", meeting="A/C.1/90/PV.30", number="4900002")
    assert run(marcxml(record(), committee)) == 0
    votes = yaml.safe_load(unvoted.read_text(encoding="utf-8"))["votes"]
    assert [vote["stage"] for vote in votes] == ["plenary", "committee"]


def test_votes_in_another_style_are_left_to_people(run: Run, unvoted: Path) -> None:
    text = unvoted.read_text(encoding="utf-8")
    flow = "votes: [{stage: committee, counts: {}, names: not_published}]\n"
    unvoted.write_text(text.replace("verification:", f"{flow}verification:", 1), encoding="utf-8")
    before = run.contents()
    assert run(marcxml()) == 1
    assert run.err == (
        f"refused: {builders.OVERLAY}: its votes are not written line by line; "
        "add the vote by hand\n"
    )
    assert run.contents() == before


def test_a_dry_run_writes_nothing(run: Run, unvoted: Path) -> None:
    before = run.contents()
    assert run(marcxml(), options=("--dry-run",)) == 0
    assert run.out.endswith(f"6 States, for {builders.OVERLAY}\nnothing written: --dry-run\n")
    assert run.contents() == before


def test_what_is_not_on_record_is_said_in_one_sentence(run: Run) -> None:
    assert run(marcxml(record(symbol="A/RES/90/8")), table(symbol="A/RES/ES-10/21")) == 1
    assert (run.out, run.err) == (
        "not on record and left out: A/RES/90/8, A/RES/ES-10/21\nnothing written\n",
        "",
    )
    many = "".join(
        table(symbol=f"A/RES/90/{n}", number=f"{n}", header=n == 10) for n in range(10, 17)
    )
    assert run(many, marcxml()) == 0
    assert "A/RES/90/14 and 2 more\n" in run.out


def test_a_former_name_a_missing_state_a_wrong_total(run: Run) -> None:
    states = builders.states()
    states["states"][5]["other_names"] = ["Old Firland"]
    builders.write(run.data / "states.yaml", states)
    assert run(marcxml(record(rows(names={**NAMED, "XFF": "OLD FIRLAND"})))) == 0
    assert run.out == IDENTICAL
    assert run(table(rows()[:-1])) == 1
    assert "members on 2035-12-01 missing from A/RES/90/1: Fir (XFF)" in run.err
    assert run(table(b=4)) == 1
    assert run.err == "refused: 0.csv: line 2: A/RES/90/1 yes: total 4, rows 3\n"


def test_a_text_adopted_without_a_vote_gets_none(run: Run) -> None:
    before = run.contents()
    assert run(marcxml(record(symbol="A/RES/90/2", date="2035-12-10"))) == 1
    assert run.err == (
        "refused: 0.xml: line 3: A/RES/90/2 has a roll call here and adopted_without_vote on "
        "record\n"
    )
    assert run.contents() == before


def test_a_vote_of_another_day_than_the_adoption_gets_no_place(run: Run, unvoted: Path) -> None:
    assert run(marcxml(record(date="2035-12-02"))) == 1
    assert "voted on 2035-12-02 here, adopted 2035-12-01 on record" in run.err


def test_an_imported_text_that_nobody_curated_has_no_file_for_it(run: Run, unvoted: Path) -> None:
    unvoted.unlink()
    assert run(marcxml()) == 1
    assert run.err == (
        f"refused: {builders.OVERLAY}: no such file to add the vote to; "
        "`dashboard new A/RES/90/1` begins it\n"
    )


def _real() -> tuple[list[tuple[str, str, str]], Mapping[str, Any]]:
    """The roll call of A/RES/79/239 as the record has it, in rows of the library's."""
    document = read_yaml(DATA / "imported/79/A-RES-79-239.yaml")
    former = {"SWZ": "SWAZILAND", "TUR": "TURKEY", "CPV": "CAPE VERDE"}
    former["MKD"] = "THE FORMER YUGOSLAV REPUBLIC OF MACEDONIA"
    states = read_yaml(DATA / "states.yaml")["states"]
    names = {state["iso3"]: state["names"]["en"].upper() for state in states} | former
    noted = {"yes": "Y", "no": "N", "abstain": "A", "not_voting": ""}
    call = document["votes"][0]["roll_call"]
    listed = [(iso3, names[iso3], noted[position]) for position in noted for iso3 in call[position]]
    return sorted(listed, key=lambda row: row[1]), document


def test_a_real_roll_call_comes_back_identical(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed, document = _real()
    assert len(listed) == 193
    circumstances = {
        "symbol": "A/RES/79/239",
        "date": "2024-12-24",
        "meeting": document["meeting"]["record"],
        "number": "4071348",
    }
    xml, text = tmp_path / "v.xml", tmp_path / "v.csv"
    xml.write_bytes(marcxml(record(listed, **circumstances)))
    text.write_text(table(listed, **circumstances), encoding="utf-8")
    for path in (xml, text):
        assert main(["import-votes", str(path), "--data", str(DATA)]) == 0
        assert capsys.readouterr().out == (
            "A/RES/79/239@plenary: identical, 159-2-5, 193 States\nnothing written\n"
        )
