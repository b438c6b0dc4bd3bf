"""Wordings compared by fingerprints alone: by hand on invented ones, then over the record."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest

from dashboard.analysis.lineage import predecessors
from dashboard.analysis.paragraphs.fingerprints import Fingerprints, fingerprints_of
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot
from tests.invented.wordings import with_wording

A, B, C = (f"A/RES/9{n}/1#op1" for n in range(3))


def held(record: Snapshot) -> Fingerprints:
    return fingerprints_of(record, record.fingerprints)


def kept(*said: str) -> Fingerprints:
    """The fingerprints of a record whose paragraphs say this, one in each text."""
    names = (f"A/RES/9{n}/1#op1" for n in range(len(said)))
    return held(with_wording(snapshot(), dict(zip(names, said, strict=True))))


def test_a_record_without_fingerprints_knows_nothing() -> None:
    none = held(snapshot())
    assert none.relation(A, B) is None
    assert none.likeness([A], [B, C]).tolist() == [[0, 0]]
    assert none.gained(A, B) == 0
    assert not none.says(A, "to name a")
    assert fingerprints_of(snapshot(), ["A/RES/1/1", "<b>"], "xx").by_id == {}


def test_what_a_wording_gained_and_which_three_words_it_has() -> None:
    found = kept("Asks the makers to name a day.", "Asks the makers to name a day, if need be.")
    assert (found.gained(A, B), found.gained(B, A)) == (3, 0)
    assert found.says(B, "If need be")
    assert not found.says(A, "if need be")
    assert not found.says(A, "makers the to")


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("Asks the makers, all of them, to name a day.", "identical"),
        ("Asks makers, all of them, to name the day", "editorial"),
        ("Asks the makers, all of them, not to name a day", "reworded"),
    ],
)
def test_what_became_of_a_wording(other: str, relation: str) -> None:
    found = kept("Asks the makers, all of them, to name a day;", other)
    assert found.relation(A, B) == found.relation(B, A) == relation
    assert found.relation(A, A) == "identical"
    assert found.relation(A, C) is None


def test_likeness_is_the_share_of_triples_both_have() -> None:
    found = kept("one two three four", "one two three five six", "seven")
    assert found.likeness([A, B, C, "x"], [A, B]).tolist() == [
        [1, pytest.approx(2 / 5)],
        [pytest.approx(2 / 5), 1],
        [0, 0],
        [0, 0],
    ]
    assert found.likeness([], [A]).shape == (0, 1)
    assert found.likeness([A], []).shape == (1, 0)


def _paired(real: Snapshot) -> Sequence[tuple[str, str]]:
    return [(earlier, later) for later, earlier in predecessors(real).items()]


def test_the_record_has_one_for_nearly_every_paragraph(real: Snapshot) -> None:
    assert 9_000 < len(held(real).by_id) <= len(real.tables["paragraphs"])


def test_likeness_of_whole_texts_is_that_of_each_pair(real: Snapshot) -> None:
    found = held(real)
    for earlier, later in _paired(real)[:6]:
        first, second = (
            [n for n in found.by_id if n.startswith(f"{s}#")] for s in (earlier, later)
        )
        grid = found.likeness(first, second)
        for row, column in random.Random(3).sample(sorted(np.ndindex(grid.shape)), 40):
            one, two = (set(np.frombuffer(found.by_id[name].runs, "<u4"))
                        for name in (first[row], second[column]))  # fmt: skip
            expected = 2 * len(one & two) / (len(one) + len(two))
            assert grid[row, column] == pytest.approx(expected)
            assert (grid[row, column] == 1) == (one == two)
