"""Pairs of resolutions whose paragraphs were paired by hand against the official texts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.analysis.paragraphs.compare import compare
from dashboard.corpus.snapshot import Snapshot


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
    ("A/RES/78/265", "A/RES/78/311", "fingerprint"): places("pp8>pp8 op9>op6 op4.c>op4 op11>op14"),
}
"""Judged pairs that are not found; A/RES/78/311 takes phrases from all over A/RES/78/265."""

MOST_FALSE = {
    ("A/RES/78/265", "A/RES/78/311", "summary"): 6,
    ("A/RES/78/265", "A/RES/78/311", "fingerprint"): 3,
}
"""Pairs found that were not judged to be any, at most."""


@pytest.fixture(scope="module")
def unheld(real_record: Snapshot) -> Snapshot:
    """The record as if no wording had ever been read."""
    return replace(real_record, fingerprints={}, version="unheld")


@pytest.mark.parametrize("basis", ["summary", "fingerprint"])
@pytest.mark.parametrize("texts", list(JUDGED), ids=" ".join)
def test_paragraphs_are_paired_as_they_were_judged_by_hand(real, unheld, texts, basis):
    found = compare(unheld if basis == "summary" else real, *texts)
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
    told = ("stronger", "softer", "fulfilled", "softened", "unsoftened", "unknown")
    judged = {
        (row["change"], row["earlier_id"], row["later_id"])
        for each in found.values()
        for row in each.to_dict("records")
        if row["change"] in told
    }
    assert judged == {
        ("stronger", "A/RES/79/62#op6", "A/RES/80/57#op1"),  # and encourages
        ("softer", "A/RES/78/241#op1", "A/RES/79/62#op2"),  # notes the views of others
        ("softer", "A/RES/79/62#op3", "A/RES/80/57#op2"),  # and encourages no more
        ("softer", "A/RES/79/62#op4", "A/RES/80/57#op3"),  # one call where there were two
    }
    fresh = found["A/RES/79/239", "A/RES/80/58"].set_index("change").loc["new"]
    assert list(zip(fresh["later_number"], fresh["later_tier"], strict=True))[-2:] == [
        ("9", 6),
        ("10", 6),
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "change"),
    [
        ("A/RES/79/239#pp1", "A/RES/80/58#pp2", "editorial"),  # that
        ("A/RES/79/239#pp9", "A/RES/80/58#pp10", "editorial"),  # the
        ("A/RES/78/241#pp9", "A/RES/79/62#pp12", "editorial"),  # capitals
        ("A/RES/79/56#op2", "A/RES/80/34#op2", "editorial"),  # a capital
        ("A/RES/75/264#op1", "A/RES/77/284#op1", "editorial"),  # two commas
        ("A/RES/79/239#op1", "A/RES/80/58#op1", "reworded"),  # affirms again
        ("A/RES/79/239#op2", "A/RES/80/58#op4", "reworded"),  # to continue
        ("A/RES/78/311#pp1", "A/RES/79/322#pp1", "same"),
        ("A/RES/78/311#pp13", "A/RES/79/322#pp12", "same"),
        ("A/RES/78/311#op12", "A/RES/79/322#op6", "same"),
        ("A/RES/78/311#op13", "A/RES/79/322#op7", "same"),
    ],
)
def test_what_was_read_as_the_same_or_an_editor_s_change_is_told_so(real, earlier, later, change):
    found = compare(real, earlier.partition("#")[0], later.partition("#")[0])
    (line,) = found[found["later_id"] == later].to_dict("records")
    assert (line["earlier_id"], line["change"]) == (earlier, change)


def lines(record: Snapshot, earlier: str, later: str) -> list[dict[str, Any]]:
    """The lines of a comparison in which either of two paragraphs stands."""
    found = compare(record, earlier.partition("#")[0], later.partition("#")[0]).to_dict("records")
    return [r for r in found if r["earlier_id"] == earlier or r["later_id"] == later]


@pytest.mark.parametrize(
    ("earlier", "later", "change"),
    [
        ("A/RES/76/200#op7", "A/RES/78/144#op14", "stronger"),
        ("A/RES/76/200#op3", "A/RES/78/144#op4", "stronger"),
        ("A/RES/78/132#op12", "A/RES/79/194#op15", "stronger"),
        ("A/RES/79/205#op19", "A/RES/80/137#op20", "stronger"),
        ("A/RES/79/146#op27", "A/RES/80/178#op29", "stronger"),
        ("A/RES/78/211#op28", "A/RES/80/199#op31", "stronger"),
        ("A/RES/79/62#op6", "A/RES/80/57#op1", "stronger"),
        ("A/RES/77/284#op2", "A/RES/79/284#op2", "softer"),
        ("A/RES/79/202#op8", "A/RES/80/135#op7", "softer"),
        ("A/RES/79/194#op14", "A/RES/80/118#op14", "softer"),
        ("A/RES/79/62#op3", "A/RES/80/57#op2", "softer"),
        ("A/RES/78/241#op1", "A/RES/79/62#op2", "softer"),
        ("A/RES/78/152#op23", "A/RES/79/205#op25", "softened"),
        ("A/RES/79/194#op62", "A/RES/80/118#op66", "fulfilled"),
        ("A/RES/79/202#op6", "A/RES/80/135#pp25", "to_preamble"),
        ("A/RES/78/144#op12", "A/RES/80/133#pp13", "to_preamble"),
        ("A/RES/79/202#op11", "A/RES/80/135#op10", "reworded"),  # called upon them before
        ("A/RES/79/248#op111", "A/RES/80/234#op99", "reworded"),  # requested it before
        ("A/RES/78/152#op38", "A/RES/79/205#op45", "same"),
        ("A/RES/79/202#pp23", "A/RES/80/135#pp22", "reworded"),  # a preamble
        ("A/RES/78/187#pp40", "A/RES/80/190#pp35", "reworded"),  # a preamble, hardly a pair
        ("A/RES/79/202#op14", "A/RES/80/135#op14", "reworded"),  # reiterates the invitation
        ("A/RES/79/93 A-B#B.op62", "A/RES/80/84 A-B#B.op62", "reworded"),  # a relative clause
        ("A/RES/78/132#op25", "A/RES/79/194#op28", "reworded"),  # and supports
        ("A/RES/78/132#op30", "A/RES/79/194#op33", "reworded"),  # and looks forward
        ("A/RES/79/202#op4", "A/RES/80/135#op4", "reworded"),  # mandates of other treaties
        ("A/RES/78/311#pp6", "A/RES/79/322#pp5", "reworded"),
    ],
)
def test_every_comparison_that_was_read_is_told_as_it_was_read(real, earlier, later, change):
    assert [(r["earlier_id"], r["later_id"], r["change"]) for r in lines(real, earlier, later)] == [
        (earlier, later, change)
    ]


def test_a_declaration_s_plan_and_a_panel_s_subject_are_no_change_of_strength(real):
    found = compare(real, "A/RES/79/1", "A/RES/79/325")
    assert set(found["change"]) == {"reworded", "new", "dropped"}
