"""Word by word: both texts come back whole, and what stayed by chance parts no change."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.paragraphs.word_difference import word_difference

WORDS = st.lists(
    st.sampled_from([*"a请国,;(-\n", "the", "boats", "paint", "各国", "**", "~~", "<b>"])
)
TEXTS = st.one_of(st.text(max_size=60), WORDS.map(" ".join), WORDS.map("".join))


@pytest.mark.parametrize(
    ("earlier", "later", "runs"),
    [
        ("", "", []),
        (" \n", "", []),
        ("", "a b", [("added", "a b")]),
        ("a b", "\t", [("removed", "a b")]),
        ("—;,", "—;,", [("same", "—;,")]),
        (";", ".", [("removed", ";"), ("added", ".")]),
        ("Mend \n the  roof", "Mend the roof", [("same", "Mend the roof")]),
        ("bind", "non-bind", [("removed", "bind"), ("added", "non-bind")]),
        (
            "Paint the boats;",
            "Paint both boats.",
            [
                ("same", "Paint "),
                ("removed", "the"),
                ("added", "both"),
                ("same", " boats"),
                ("removed", ";"),
                ("added", "."),
            ],
        ),
        ("请各国", "敦促各国", [("removed", "请"), ("added", "敦促"), ("same", "各国")]),
        (
            "请牧人数羊",
            "请牧人酌情数羊",
            [("same", "请牧人"), ("added", "酌情"), ("same", "数羊")],
        ),
    ],
)
def test_words_are_compared_one_by_one_and_chinese_by_sign(earlier, later, runs):
    assert word_difference(earlier, later) == runs


def test_a_word_that_stayed_by_chance_parts_no_change():
    runs = word_difference(
        "Mend every leaking roof of the village today", "Mend any broken tiles of our barns today"
    )
    assert runs == [
        ("same", "Mend "),
        ("removed", "every leaking roof of the village"),
        ("added", "any broken tiles of our barns"),
        ("same", " today"),
    ]


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_what_stayed_with_what_went_is_the_earlier_and_with_what_came_the_later(earlier, later):
    runs = word_difference(earlier, later)
    for text, others in ((earlier, "added"), (later, "removed")):
        back = "".join(words for operation, words in runs if operation != others)
        assert back == " ".join(text.split())
    operations = [operation for operation, _ in runs]
    assert all(one != other for one, other in pairwise(operations))


@pytest.mark.parametrize("sign", [" ", ""])
def test_twenty_thousand_words_are_not_held_each_against_each(sign: str):
    chance = random.Random(7)
    signs = [chr(0x4E00 + number) for number in range(300)]
    first, second = (sign.join(chance.choices(signs, k=20_000)) for _ in range(2))
    runs = word_difference(f"羊{first}羊", f"羊{second}羊")
    assert [operation for operation, _ in runs] == ["same", "removed", "added", "same"]
    assert word_difference(first, f"{first}{sign}羊")[1:] == [("added", f"{sign}羊")]
