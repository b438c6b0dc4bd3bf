"""The same words are coded alike: each way in which two codings differ is told, and no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.snapshot import examine
from dashboard.sources.fingerprints import TextFingerprints, fingerprint, to_text
from tests.invented.builders import write

OLDER, NEWER = "A-RES-90-1", "A-RES-90-2"
SAID = "Takes note of the orchard, its walls and its gate"


def says(data: Path, name: str, **said: str) -> None:
    """The paragraphs of a text say this, as far as fingerprints tell."""
    taken = {place: fingerprint(words, "en") for place, words in said.items()}
    found = TextFingerprints("0" * 64, {place: each for place, each in taken.items() if each})
    whole = to_text(name.replace("-", "/"), {"en": found})
    (data / f"imported/90/{name}.fingerprints").write_text(whole)


def codes(data: Path, name: str, **paragraphs: dict[str, Any]) -> None:
    head = {"coded_by": "human", "reviewed": True, "checked": "2035-12-31"}
    coded = {
        place: {
            "summary": {"en": "Notes the orchard.", "zh": "注意到果园。"},
            "topics": ["safety"],
            "addressees": "none",
            **changes,
        }
        for place, changes in paragraphs.items()
    }
    values = {"symbol": name.replace("-", "/"), **head, "paragraphs": coded}
    write(data / f"curated/paragraphs/{name}.yaml", values)


def warnings(data: Path) -> list[str]:
    _, problems = examine(data)
    assert [str(p) for p in problems if p.severity != "warning"] == []
    return [f"{problem.file}:{problem.line}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("changes", "differ"),
    [
        ({}, ""),
        ({"entities": ["Orchard"]}, ""),
        ({"named": ["Gardener"]}, ""),
        ({"topics": ["safety", "data"]}, "topics"),
        ({"summary": {"en": "Notes an orchard.", "zh": "注意到果园。"}}, "summary"),
        ({"summary": {"en": "Notes the orchard.", "zh": "注意到园子。"}}, "summary"),
        ({"addressees": "unknown", "topics": ["data"]}, "topics, addressees"),
    ],
)
def test_the_same_words_are_coded_alike(data_dir: Path, changes: dict[str, Any], differ: str):
    says(data_dir, OLDER, op1=SAID)
    says(data_dir, NEWER, op1=SAID.replace(" ", "\N{NO-BREAK SPACE}") + ".")
    codes(data_dir, OLDER, op1={})
    codes(data_dir, NEWER, op1=changes)
    told = (
        f"curated/paragraphs/{NEWER}.yaml:6: has the words of A/RES/90/1#op1 and another {differ}"
    )
    assert warnings(data_dir) == ([told] if differ else [])


@pytest.mark.parametrize("other", [SAID.replace("gate", "gates"), SAID.replace(",", "")])
def test_other_words_may_be_coded_otherwise(data_dir: Path, other: str):
    says(data_dir, OLDER, op1=SAID)
    says(data_dir, NEWER, op1=other)
    codes(data_dir, OLDER, op1={})
    codes(data_dir, NEWER, op1={"topics": ["data"]})
    assert warnings(data_dir) == []


def test_within_one_text_the_same_words_may_introduce_different_lists(data_dir: Path):
    says(data_dir, OLDER, op1=SAID, op3=SAID)
    says(data_dir, NEWER, op1=SAID)
    codes(data_dir, OLDER, op1={}, op3={"topics": ["data"]})
    codes(data_dir, NEWER, op1={"topics": ["data"]})
    assert warnings(data_dir) == []


def test_without_fingerprints_nothing_is_known_of_the_words(data_dir: Path):
    codes(data_dir, OLDER, op1={})
    codes(data_dir, NEWER, op1={"topics": ["data"]})
    assert warnings(data_dir) == []
    says(data_dir, OLDER, op1=SAID)
    assert warnings(data_dir) == []


@pytest.mark.parametrize(("coded", "left"), [(OLDER, NEWER), (NEWER, OLDER)])
def test_a_coded_text_leaves_no_words_uncoded_that_another_codes(
    data_dir: Path, coded: str, left: str
):
    says(data_dir, coded, op1=SAID, op3="Decides to plant an orchard of our own")
    says(data_dir, left, op1="Recalls the first orchard of the valley", op3=SAID, op4="Stops here")
    codes(data_dir, coded, op1={})
    assert warnings(data_dir) == []  # nothing is asked of a text that nobody has begun to code
    codes(data_dir, left, op1={})
    told = f"op3 has the words of {coded.replace('-', '/')}#op1 and no coding"
    assert warnings(data_dir) == [f"curated/paragraphs/{left}.yaml:5: {told}"]
