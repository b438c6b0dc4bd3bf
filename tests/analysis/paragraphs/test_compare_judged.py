"""Pairs of resolutions whose paragraphs were paired by hand against the official texts."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from dashboard.analysis.paragraphs.compare import compare, predecessors
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot


def places(text: str) -> set[tuple[str, str]]:
    return {(a, b) for a, _, b in (pair.partition(">") for pair in text.split())}


JUDGED = {
    ("A/RES/78/241", "A/RES/79/62"): places(
        "pp1>pp2 pp2>pp5 pp3>pp3 pp4>pp4 pp5>pp7 pp6>pp9 pp7>pp10 pp8>pp11 pp9>pp12 op1>op2"
        " op4>op12"
    ),
    ("A/RES/79/62", "A/RES/80/57"): places(
        "pp1>pp1 pp2>pp2 pp3>pp3 pp4>pp4 pp5>pp5 pp6>pp6 pp7>pp7 pp8>pp8 pp11>pp9 pp13>pp10"
        " pp14>pp11 pp15>pp12 pp16>pp13 op3>op2 op4>op3 op6>op1 op12>op4"
    ),
    ("A/RES/79/239", "A/RES/80/58"): places(
        "pp1>pp2 pp2>pp3 pp3>pp4 pp4>pp5 pp5>pp6 pp6>pp7 pp7>pp8 pp8>pp9 pp9>pp10 pp10>pp11"
        " pp11>pp12 pp12>pp13 pp13>pp14 pp14>pp15 pp16>pp16 pp17>pp17 pp18>pp18 op1>op1 op2>op4"
        " op3>op5 op4>op6 op5>op7 op6>op8 op9>op11"
    ),
    ("A/RES/78/265", "A/RES/78/311"): places(
        "pp1>pp1 pp2>pp2 pp3>pp3 pp6>pp6 pp7>pp4 pp8>pp8 op1>op1 op10>op9 op11>op14 op9>op6"
        " op4.c>op4"
    ),
}
"""Which paragraph of the earlier text became which of the later: read in the official texts."""

MISSED = {
    ("A/RES/79/62", "A/RES/80/57", "summary"): places("op3>op2"),
    ("A/RES/78/265", "A/RES/78/311", "summary"): places("pp8>pp8 op9>op6 op4.c>op4"),
}
"""Judged pairs that are not found; A/RES/78/311 takes phrases from all over A/RES/78/265."""

MOST_FALSE = {("A/RES/78/265", "A/RES/78/311", "summary"): 4}
"""Pairs found that were not judged to be any, at most."""


def invented(words: random.Random, number: int = 40) -> list[str]:
    """Words of no language, so that two sentences have none in common by chance."""
    return ["".join(words.choices("bdfgklmnprstvz", k=7)) for _ in range(number)]


def wording(real: Snapshot, earlier: str, later: str) -> dict[str, str]:
    """Invented sentences: a judged pair shares two thirds of its words, no other pair any."""
    words = random.Random(f"{earlier} {later}")
    table = real.tables["paragraphs"]
    ids: Iterable[str] = table.loc[table["symbol"].isin([earlier, later]), "id"]
    said = {name: invented(words) for name in ids}
    for old, new in sorted(JUDGED[earlier, later]):
        kept = said[f"{earlier}#{old}"]
        said[f"{later}#{new}"] = [*kept[: len(kept) * 2 // 3], *invented(words, 13)]
    return {name: " ".join(sentence) for name, sentence in said.items()}


@pytest.mark.parametrize("basis", ["summary", "wording"])
@pytest.mark.parametrize("texts", list(JUDGED), ids=" ".join)
def test_paragraphs_are_paired_as_they_were_judged_by_hand(real, texts, basis):
    found = compare(real, *texts, wording(real, *texts) if basis == "wording" else None)
    paired = found[found["basis"].notna()]
    assert set(paired["basis"]) == {basis}
    pairs = {
        (a.partition("#")[2], b.partition("#")[2])
        for a, b in zip(paired["earlier_id"], paired["later_id"], strict=True)
    }
    assert JUDGED[texts] - pairs <= MISSED.get((*texts, basis), set())
    assert len(pairs - JUDGED[texts]) <= MOST_FALSE.get((*texts, basis), 0), pairs - JUDGED[texts]


def test_what_moved_and_what_got_stronger_is_what_was_read(real):
    found = {texts: compare(real, *texts) for texts in JUDGED}
    moved = {t: list(f.loc[f["moved"], "later_id"]) for t, f in found.items()}
    assert moved["A/RES/78/241", "A/RES/79/62"] == ["A/RES/79/62#pp5"]
    assert moved["A/RES/79/62", "A/RES/80/57"] == ["A/RES/80/57#op1"]
    assert moved["A/RES/79/239", "A/RES/80/58"] == []
    series = [found[texts] for texts in JUDGED if texts != ("A/RES/78/265", "A/RES/78/311")]
    assert all(not set(f["change"]) & {"stronger", "softer", "unknown"} for f in series)
    fresh = found["A/RES/79/239", "A/RES/80/58"].set_index("change").loc["new"]
    assert list(zip(fresh["later_number"], fresh["later_tier"], strict=True))[-2:] == [
        ("9", 6),
        ("10", 6),
    ]


def test_predecessors_are_derived_from_titles_and_answers(real):
    found = predecessors(real)
    assert {later: found[later] for _, later in JUDGED} == {b: a for a, b in JUDGED}
    assert all(later != earlier for later, earlier in found.items())
    assert predecessors(snapshot()) == {}
