"""What is stronger, softer, fulfilled or moved to another part, on invented wordings."""

from __future__ import annotations

import pytest

from dashboard.analysis.paragraphs.compare import compare
from dashboard.analysis.paragraphs.strength import LEAST_TO_JUDGE
from tests.analysis.paragraphs.two_texts import REPORT, SAID, SHARE, TRAIN, A, B, lines, row, two
from tests.invented.wordings import with_wording


@pytest.mark.parametrize(
    ("before", "after", "change"), [("op1", "pp1", "to_preamble"), ("pp1", "op1", "to_operative")]
)
def test_what_has_no_counterpart_is_looked_for_in_the_other_part(before, after, change):
    record = two([row(A, before, 1, TRAIN)], [row(B, after, 1, SHARE), row(B, "op9", 2, REPORT)])
    said = {f"{A}#{before}": SAID, f"{B}#op9": "Sows oats and rye on the hill behind the church"}
    found = compare(with_wording(record, {**said, f"{B}#{after}": f"Now {SAID}"}), A, B)
    assert lines(found)[0] == (change, before, after, False, ())
    assert list(found["change"]).count("new") == 1
    assert "dropped" not in set(found["change"])


@pytest.mark.parametrize(
    "other", [{"head": "requests", "tier": 4}, {"head": "none"}, {"parent": f"{B}#pp1"}]
)
def test_across_parts_another_verb_or_none_of_its_own_is_another_paragraph(other):
    record = two([row(A, "op1", 1, TRAIN)], [row(B, "pp1", 1, TRAIN, **other)])
    record = with_wording(record, {f"{A}#op1": SAID, f"{B}#pp1": SAID})
    assert set(compare(record, A, B)["change"]) == {"dropped", "new"}


def test_across_parts_chinese_finds_what_english_words_do_not_show():
    record = two([row(A, "op1", 1, TRAIN)], [row(B, "pp1", 1, TRAIN)])
    english = {f"{A}#op1": SAID, f"{B}#pp1": "Green, by May, is what boats in harbours should be"}
    chinese = {f"{A}#op1": "五月前将港口所有船只漆成绿色", f"{B}#pp1": "港口船只五月前漆成绿色"}
    record = with_wording(record, english)
    assert set(compare(record, A, B)["change"]) == {"dropped", "new"}
    assert lines(compare(with_wording(record, chinese, "zh"), A, B)) == [
        ("to_preamble", "op1", "pp1", False, ())
    ]


DECIDES = {"verb": "Decides", "head": "decides", "tier": 6}
WELCOMES = {"verb": "Welcomes", "head": "welcomes", "tier": 0}


@pytest.mark.parametrize(
    ("before", "after", "words", "change"),
    [
        (DECIDES, WELCOMES, "Now {}", "fulfilled"),
        (DECIDES, {**WELCOMES, "head": "notes"}, "Now {}", "fulfilled"),
        (DECIDES, WELCOMES, "Its decision to paint: {}", "reworded"),  # it may still stand open
        (DECIDES, {**WELCOMES, "head": "stresses"}, "Now {}", "softer"),
        (DECIDES, {}, "Now {}", "softer"),
        ({"head": "requests", "tier": 4}, WELCOMES, "Now {}", "softer"),
        (WELCOMES, DECIDES, "Now {}", "stronger"),
        ({"head": "stresses", "tier": 0}, WELCOMES, "Now {}", "softer"),
        (WELCOMES, {"head": "reaffirms", "tier": 0}, "Now {}", "stronger"),
        ({"head": "recognizes", "tier": 0}, WELCOMES, "Now {}", "reworded"),
        (WELCOMES, {"head": "supports", "tier": 2}, "Now {}", "reworded"),
        (WELCOMES, {"head": "looks_forward", "tier": 1}, "Now {}", "reworded"),
        ({}, {"part": "annex", "head": "requests", "tier": 4}, "Now {}", "reworded"),
        ({}, {"softeners": ("as_appropriate",)}, "{} as appropriate", "softened"),
        ({}, {"softeners": ("as_appropriate",)}, "{} and also the sheds where nets and oars lie in"
         " winter and spring when nobody goes out, as appropriate", "reworded"),
    ],
)  # fmt: skip
def test_strength_is_told_only_where_words_and_acts_bear_it_out(before, after, words, change):
    record = two([row(A, "op1", 1, TRAIN, **before)], [row(B, "op1", 1, TRAIN, **after)])
    record = with_wording(record, {f"{A}#op1": SAID, f"{B}#op1": words.format(SAID)})
    found = compare(record, A, B).iloc[0]
    assert (found["basis"], found["change"]) == ("fingerprint", change)
    assert found["softeners"] == (("as_appropriate",) if change == "softened" else ())


def test_below_the_likeness_at_which_strength_is_judged_there_is_none():
    record = two([row(A, "op1", 1, TRAIN)], [row(B, "op1", 1, TRAIN, head="requests", tier=4)])
    halved = " ".join(SAID.split()[:7]) + " while the others wait on land for a whole year"
    found = compare(with_wording(record, {f"{A}#op1": SAID, f"{B}#op1": halved}), A, B).iloc[0]
    assert 0.47 < found["likeness"] < LEAST_TO_JUDGE
    assert found["change"] == "reworded"
