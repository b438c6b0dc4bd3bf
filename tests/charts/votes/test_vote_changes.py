"""Moves between two votes: every State counted on both sides, changes coloured."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.votes.vote_changes import moves, moves_alt
from tests.charts.votes.roll_calls import POSITIONS


def draw(*rows: tuple[str, str, int], **more):
    frame = pd.DataFrame(list(rows), columns=["earlier", "later", "states"])
    words = {
        "positions": POSITIONS,
        "earlier": "First <b>",
        "later": "Second",
        "hover": "{earlier} to {later}: {n}",
        "node": "{position} {n}",
        **more,
    }
    return moves(frame, **words)


def test_without_a_row_or_with_zeros_only_nothing_is_drawn():
    assert len(draw().data) == 0
    assert len(draw(("yes", "no", 0)).data) == 0


def test_both_ends_count_the_same_states():
    trace = draw(("yes", "yes", 5), ("yes", "abstain", 2), ("no", "yes", 1)).data[0]
    assert list(trace.node.label) == ["In favour 7", "Against 1", "In favour 6", "Abstaining 2"]
    ends = [
        (trace.node.customdata[s], trace.node.customdata[t])
        for s, t in zip(trace.link.source, trace.link.target, strict=True)
    ]
    assert ends == [tuple(pair) for pair in trace.link.customdata]
    assert ends == [("yes", "yes"), ("yes", "abstain"), ("no", "yes")]
    assert list(trace.link.value) == [5, 2, 1]
    assert trace.link.label[1] == "In favour to Abstaining: 2"
    assert all(0 < y < 1 for y in trace.node.y)


def test_a_change_has_a_colour_and_staying_is_grey():
    stayed, changed = draw(("yes", "yes", 5), ("yes", "no", 2)).data[0].link.color
    assert stayed.startswith("rgba(128,128,128,")
    assert changed.startswith("rgba(201,47,85,")


def test_labels_stay_text():
    figure = draw(("yes", "no", 1), positions={"yes": "<b>y</b>", "no": "N"})
    assert figure.layout.annotations[0].text == "First &lt;b&gt;"
    assert figure.data[0].node.label[0] == "&lt;b&gt;y&lt;/b&gt; 1"
    assert "<b>" not in figure.data[0].link.label[0]
    with pytest.raises(ValueError, match="later 'maybe'"):
        draw(("yes", "maybe", 1))


def test_the_sentence_counts_who_stayed_and_who_moved():
    matrix = pd.DataFrame({"earlier": ["yes", "no"], "later": ["yes", "yes"], "states": [5, 2]})
    assert moves_alt(matrix, template="{n} {stayed} {moved}", empty="None.") == "7 5 2"
    assert moves_alt(matrix[:0], template="{n}", empty="None.") == "None."
