"""Where the words of two texts differ; how alike texts are is held to judged pairs elsewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.paragraphs.likeness import word_difference


def test_words_are_compared_one_by_one_and_chinese_by_character():
    assert word_difference("", "") == []
    assert word_difference("Paint the boats;", "Paint both boats.") == [
        ("same", "Paint "),
        ("removed", "the "),
        ("added", "both "),
        ("same", "boats"),
        ("removed", ";"),
        ("added", "."),
    ]
    assert word_difference("请各国", "敦促各国") == [
        ("removed", "请"),
        ("added", "敦促"),
        ("same", "各国"),
    ]


def test_very_long_texts_are_replaced_whole():
    long = "a " * 5_000
    assert [operation for operation, _ in word_difference(long, long + "b")] == ["removed", "added"]
    assert [operation for operation, _ in word_difference(long, long)] == ["same"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_difference_gives_both_texts_back_but_for_white_space(earlier, later):
    runs = word_difference(earlier, later)
    for text, others in ((earlier, "added"), (later, "removed")):
        back = "".join(words for operation, words in runs if operation != others)
        assert "".join(back.split()) == "".join(text.split())
