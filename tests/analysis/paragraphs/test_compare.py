"""Two invented texts side by side; test_compare_judged.py has official ones."""

from __future__ import annotations

import pytest

from dashboard.analysis.paragraphs.change import CHANGES
from dashboard.analysis.paragraphs.compare import (
    CITATIONS,
    COLUMNS,
    citations,
    compare,
    count_changes,
)
from tests.analysis.paragraphs.two_texts import REPORT, SAID, SHARE, TRAIN, A, B, lines, row, two
from tests.invented.synthetic import snapshot
from tests.invented.wordings import with_wording


def test_texts_that_are_not_on_record_give_no_lines():
    found = compare(snapshot(), "A/RES/1/1", "<b>none</b>")
    assert list(found.columns) == list(COLUMNS)
    assert found.empty
    assert count_changes(found) == dict.fromkeys((*CHANGES, "moved"), 0)
    assert list(citations(snapshot(), "A/RES/1/1", "x").columns) == list(CITATIONS)


def test_beside_a_text_that_is_not_on_record_nothing_is_called_new():
    found = compare(two([], [row(B, "op1", 1, TRAIN)]), A, B)
    assert list(found["change"]) == ["unknown"]


def test_a_text_is_the_same_as_itself():
    found = compare(two([row(A, "pp1", 1, REPORT), row(A, "op1", 2, TRAIN)], []), A, A)
    assert list(found["change"]) == ["same", "same"]
    assert list(found["position"]) == [1, 2]
    assert not found["moved"].any()


def test_new_dropped_and_moved_paragraphs_stand_where_they_stood():
    record = two(
        [row(A, "op1", 1, TRAIN), row(A, "op2", 2, SHARE), row(A, "op3", 3, REPORT)],
        [
            row(B, "op1", 1, REPORT),
            row(B, "op2", 2, TRAIN),
            row(B, "op3", 3, "Praises gardens that bloom on rooftops"),
        ],
    )
    assert lines(compare(record, A, B)) in (
        [
            ("same", "op3", "op1", True, ()),
            ("same", "op1", "op2", False, ()),
            ("dropped", "op2", None, False, ()),
            ("new", None, "op3", False, ()),
        ],
        [
            ("same", "op3", "op1", False, ()),
            ("same", "op1", "op2", True, ()),
            ("dropped", "op2", None, False, ()),
            ("new", None, "op3", False, ()),
        ],
    )


def test_by_summary_preambular_paragraphs_are_not_paired_with_operative_ones():
    record = two([row(A, "pp1", 1, TRAIN)], [row(B, "op1", 1, TRAIN)])
    assert set(compare(record, A, B)["change"]) == {"dropped", "new"}


def test_while_the_other_text_is_not_wholly_coded_nothing_is_called_new():
    record = two(
        [row(A, "op1", 1, TRAIN), row(A, "op2", 2, None)],
        [row(B, "op1", 1, TRAIN), row(B, "op2", 2, SHARE)],
    )
    found = compare(record, A, B)
    assert [line[:3] for line in lines(found)] == [
        ("same", "op1", "op1"),
        ("dropped", "op2", None),
        ("unknown", None, "op2"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "change", "why"),
    [
        ({}, {"head": "requests", "tier": 4}, "stronger", ("verb",)),
        ({"head": "requests", "tier": 4}, {}, "softer", ("verb",)),
        ({"head": "notes", "tier": 0}, {}, "stronger", ("act",)),
        ({}, {"intensifier": "strongly"}, "stronger", ("intensifier",)),
        ({}, {"softeners": ("as_appropriate",)}, "softened", ("softener",)),
        ({"softeners": ("voluntary_basis",)}, {}, "unsoftened", ("softener",)),
        (
            {},
            {"intensifier": "strongly", "softeners": ("as_appropriate",)},
            "stronger",
            ("intensifier",),
        ),
        (
            {},
            {"head": "requests", "tier": 4, "softeners": ("as_appropriate",)},
            "stronger",
            ("verb",),
        ),
        (
            {"softeners": ("voluntary_basis",)},
            {"softeners": ("as_appropriate",)},
            "reworded",
            (),
        ),
        ({"tier": None, "head": "unknown"}, {}, "reworded", ()),
        ({}, {"cites": ("A/90/5",)}, "reworded", ()),
    ],
)
def test_what_makes_a_paragraph_stronger_or_softer_is_named(before, after, change, why):
    record = two([row(A, "op1", 1, TRAIN, **before)], [row(B, "op1", 1, TRAIN, **after)])
    found = compare(record, A, B).iloc[0]
    assert (found["change"], found["why"]) == (change, why)


@pytest.mark.parametrize(
    ("other", "change"),
    [
        (SAID, "same"),
        (SAID.replace(";", ".").replace(" ", "\N{NO-BREAK SPACE}"), "same"),
        (SAID.replace("green, all of them,", "green all of them"), "editorial"),
        (SAID.replace("the first", "first"), "editorial"),
        (SAID.replace("all", "some"), "reworded"),
        (SAID.replace("green", "blue"), "reworded"),
    ],
)
def test_fingerprints_decide_over_summaries(other: str, change: str):
    record = with_wording(
        two([row(A, "op1", 1, TRAIN)], [row(B, "op1", 1, SHARE)]),
        {f"{A}#op1": SAID, f"{B}#op1": other},
    )
    found = compare(record, A, B).iloc[0]
    assert (found["change"], found["basis"]) == (change, "fingerprint")


def test_the_same_words_are_the_same_whatever_their_coding_says():
    record = with_wording(
        two([row(A, "op1", 1, TRAIN)], [row(B, "op1", 1, TRAIN, head="requests", tier=4)]),
        {f"{A}#op1": SAID, f"{B}#op1": SAID},
    )
    assert list(compare(record, A, B)["change"]) == ["same"]


def test_without_a_summary_a_wording_is_compared_all_the_same():
    record = with_wording(
        two([row(A, "op1", 1, None)], [row(B, "op1", 1, None), row(B, "op2", 2, None)]),
        {f"{A}#op1": SAID, f"{B}#op1": "Sows oats.", f"{B}#op2": SAID.replace("May", "June")},
    )
    assert [line[:3] for line in lines(compare(record, A, B))] == [
        ("new", None, "op1"),
        ("reworded", "op1", "op2"),
    ]


def test_where_one_wording_was_not_taken_summaries_decide():
    record = two([row(A, "op1", 1, TRAIN)], [row(B, "op1", 1, SHARE)])
    assert set(compare(record, A, B)["change"]) == {"new", "dropped"}
    assert set(compare(with_wording(record, {f"{A}#op1": SAID}), A, B)["change"]) == {
        "new",
        "dropped",
    }


def test_citations_are_gained_lost_and_kept():
    record = two(
        [row(A, "pp1", 1, TRAIN, cites=("A/1", "A/2"))],
        [row(B, "pp1", 1, TRAIN, cites=("A/3", "A/2")), row(B, "op1", 2, TRAIN, cites=("A/3",))],
    )
    assert list(citations(record, A, B).itertuples(index=False, name=None)) == [
        ("A/3", "gained", (), (f"{B}#pp1", f"{B}#op1")),
        ("A/1", "lost", (f"{A}#pp1",), ()),
        ("A/2", "kept", (f"{A}#pp1",), (f"{B}#pp1",)),
    ]
