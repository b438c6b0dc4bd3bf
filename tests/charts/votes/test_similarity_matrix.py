"""Similarity: a share where it is known, counts where votes are few, a dash where none."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.votes.similarity_matrix import agreement_alt, similarity_matrix

CODES = [("AAA", "Alpha"), ("BBB", "<b>B</b>")]


def draw(*rows: tuple[object, ...], width: int = 1000):
    frame = pd.DataFrame(list(rows), columns=["left", "right", "shared", "same", "pairs", "share"])
    hover = {"hover": "{left}, {right}: {percent} of {shared}", "hover_small": "{same} of {pairs}"}
    return similarity_matrix(frame, codes=CODES, width_px=width, **hover)


def test_without_a_row_the_axes_stand_alone():
    figure = draw()
    assert len(figure.data[0].x) == 0
    assert list(figure.layout.yaxis.ticktext) == ["Alpha", "&lt;b&gt;B&lt;/b&gt;"]


def test_few_votes_give_counts_and_no_shade():
    trace = draw(
        ("AAA", "BBB", 40, 30, 40, 0.754),
        ("BBB", "AAA", 5, 3, 5, None),
        ("AAA", "AAA", 0, 0, 0, None),
    ).data[0]
    assert list(trace.text) == ["75 %", "3/5", "–"]
    assert trace.marker.color[0].startswith("rgba(43,105,175,")
    assert trace.marker.color[1] == trace.marker.color[2] == "rgba(0,0,0,0)"
    assert trace.hovertext[0] == "Alpha, &lt;b&gt;B&lt;/b&gt;: 75 of 40"
    assert trace.hovertext[1] == "3 of 5"
    assert [tuple(code) for code in trace.customdata][:2] == [("AAA", "BBB"), ("BBB", "AAA")]
    assert list(zip(trace.x, trace.y, strict=True)) == [(1, 0), (0, 1), (0, 0)]


def test_squares_fit_a_phone_and_strange_sides_are_refused():
    assert draw(("AAA", "BBB", 40, 30, 40, 0.75), width=360).data[0].marker.size >= 18
    with pytest.raises(ValueError, match="column 'ZZZ'"):
        draw(("AAA", "ZZZ", 1, 1, 1, None))


def test_the_sentence_names_the_ends_and_leaves_out_a_side_with_itself():
    rows = [("A", "A", 1.0), ("A", "B", 0.8), ("A", "C", 0.31), ("B", "C", None)]
    frame = pd.DataFrame(rows, columns=["left", "right", "share"])
    words = {"codes": [("A", "Alpha"), ("B", "Beta"), ("C", "Gamma")], "empty": "None."}
    words["template"] = "{most_left}-{most_right} {most}, {least_left}-{least_right} {least}"
    assert agreement_alt(frame, **words) == "Alpha-Beta 80, Alpha-Gamma 31"
    assert agreement_alt(frame[:1], **words) == agreement_alt(frame[:0], **words) == "None."
