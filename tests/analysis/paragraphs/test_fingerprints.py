"""Wordings compared by fingerprints alone: by hand on invented ones, then over the record."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest

from dashboard.analysis.paragraphs.compare import predecessors
from dashboard.analysis.paragraphs.fingerprints import Fingerprints, fingerprints_of
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.fingerprints import Fingerprint, fingerprint
from tests.invented.synthetic import snapshot
from tests.invented.wordings import with_wording

A, B, C = (f"A/RES/9{n}/1#op1" for n in range(3))


def kept(*said: str, language: str = "en") -> Fingerprints:
    """The fingerprints of a record whose paragraphs say this, one in each text."""
    names = (f"A/RES/9{n}/1#op1" for n in range(len(said)))
    return fingerprints_of(with_wording(snapshot(), dict(zip(names, said, strict=True)), language),
                           language)  # fmt: skip


def taken(text: str, language: str = "en") -> Fingerprint:
    found = fingerprint(text, language)
    assert found is not None
    return found


def test_a_record_without_fingerprints_knows_nothing() -> None:
    none = fingerprints_of(snapshot())
    assert none.relation(A, B) is None
    assert none.likeness([A], [B, C]).tolist() == [[0, 0]]
    assert none.nearest(taken("One two three"), 5) == []


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


def test_chinese_is_compared_by_pairs_of_signs() -> None:
    found = kept("甲乙丙丁", "甲乙丙戊", language="zh")
    assert found.likeness([A], [B]).tolist() == [[pytest.approx(2 / 3)]]
    assert fingerprints_of(with_wording(snapshot(), {A: "甲乙"}, "zh")).by_id == {}


def test_the_nearest_share_what_is_rare() -> None:
    common = "of the members of the body"
    said = [f"{common} {n} oats" for n in range(8)] + ["green boats leave at noon " + common]
    found = kept(*said, "red boats leave at noon")
    near = found.nearest(taken("Blue boats leave at noon, of the members of the body"), 3)
    assert [each.id for each in near[:2]] == ["A/RES/98/1#op1", "A/RES/99/1#op1"]
    assert 1 > near[0].likeness > near[1].likeness > near[2].likeness > 0
    left = found.nearest(taken("red boats leave at noon"), 2, without={"A/RES/99/1"})
    assert left[0].id == "A/RES/98/1#op1"
    assert found.nearest(taken("nothing whatever alike here"), 3) == []
    assert found.nearest(taken(said[0]), 0) == []


def test_half_of_a_wording_and_two_joined_find_where_they_come_from() -> None:
    words = random.Random(5)
    said = [" ".join("".join(words.choices("bdfgkl", k=6)) for _ in range(40)) for _ in range(9)]
    found = kept(*said)
    half = " ".join(said[4].split()[:20])
    assert found.nearest(taken(half), 1)[0].id == "A/RES/94/1#op1"
    joined = found.nearest(taken(f"{said[2]} {said[7]}"), 2)
    assert {each.id for each in joined} == {"A/RES/92/1#op1", "A/RES/97/1#op1"}


def test_every_paragraph_of_the_record_is_nearest_to_its_own_words(real: Snapshot) -> None:
    for language, least in (("en", 9_000), ("zh", 7_000)):
        found = fingerprints_of(real, language)
        assert len(found.by_id) > least
        for name in random.Random(7).sample(sorted(found.by_id), 60):
            (near,) = found.nearest(found.by_id[name], 1)
            assert near.likeness == pytest.approx(1)
            assert found.by_id[near.id].runs == found.by_id[name].runs


def _paired(real: Snapshot) -> Sequence[tuple[str, str]]:
    return [(earlier, later) for later, earlier in predecessors(real).items()]


def test_likeness_of_whole_texts_is_that_of_each_pair(real: Snapshot) -> None:
    found = fingerprints_of(real)
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
