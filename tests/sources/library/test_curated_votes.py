"""A vote into the text of a record: where it goes, and that all else stays byte for byte."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from dashboard.sources.library.curated_votes import with_vote

VOTE: dict[str, Any] = {
    "stage": "plenary",
    "date": "2035-12-01",
    "counts": {"yes": 2, "no": 0, "abstain": 0},
    "roll_call": {"yes": ["XAA", "XBB"], "no": [], "abstain": [], "not_voting": []},
    "names": "complete",
    "sources": [{"url": "https://example.org/invented", "publisher": "Invented"}],
}
READ = {**VOTE, "roll_call": {"yes": ["XAA", "XBB"]}}
HEAD = "id: A/RES/90/1  # a comment\nsummary:\n  en: 'votes: none'\n"
TAIL = "# about the sources\nverification: reported\nsources: []\n...\n"
COMMITTEE = {"stage": "committee", "counts": {}, "names": "not_published"}


def item(indent: str) -> str:
    lines = ("- stage: committee", "  counts: {}", "  names: not_published")
    return "".join(f"{indent}{line}\n" for line in lines)


def test_a_record_without_votes_gets_them_before_what_follows_in_a_record() -> None:
    new = with_vote(f"{HEAD}{TAIL}", VOTE)
    assert yaml.safe_load(new)["votes"] == [READ]
    assert new.startswith(f"{HEAD}# about the sources\nvotes:\n- stage: plenary\n")
    assert new.endswith("verification: reported\nsources: []\n...\n")


def test_a_nought_is_written_as_a_nought() -> None:
    assert "  counts:\n    'yes': 2\n    'no': 0\n    abstain: 0\n" in with_vote(HEAD + TAIL, VOTE)


@pytest.mark.parametrize("indent", ["", "  ", "    "])
@pytest.mark.parametrize("between", ["", "\n", "# a comment\n", "\n# a comment\n\n"])
def test_it_goes_after_the_votes_there_are_as_far_in_as_they_stand(
    indent: str, between: str
) -> None:
    text = f"{HEAD}votes:  # ours\n{indent}# as told\n{item(indent)}"
    new = with_vote(f"{text}{between}{TAIL}", VOTE)
    assert yaml.safe_load(new)["votes"] == [COMMITTEE, READ]
    assert new.startswith(f"{text}{indent}- stage: plenary\n")
    assert new.endswith(f"{between}{TAIL}")


def test_the_last_key_of_a_record_may_be_its_votes() -> None:
    new = with_vote(f"{HEAD}votes:\n{item('')}...\n", VOTE)
    assert yaml.safe_load(new)["votes"] == [COMMITTEE, READ]
    assert new.endswith("\n...\n")


def test_an_empty_list_is_filled() -> None:
    new = with_vote(f"{HEAD}votes: []\n{TAIL}", VOTE)
    assert yaml.safe_load(new)["votes"] == [READ]


def test_two_votes_go_in_one_after_the_other() -> None:
    other = {**VOTE, "stage": "committee"}
    votes = yaml.safe_load(with_vote(with_vote(HEAD + TAIL, VOTE), other))["votes"]
    assert [vote["stage"] for vote in votes] == ["plenary", "committee"]
