"""Bars by group: every number written, of whom, and in the order of the labels."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.votes.votes_by_group import by_group_alt, group_bars
from tests.charts.votes.roll_calls import GROUPS, POSITIONS

ROWS = [
    ("african", "yes", 50, 54),
    ("african", "no", 1, 54),
    ("african", "not_voting", 3, 54),
    ("weog", "yes", 0, 29),
    ("weog", "no", 29, 29),
    ("evil", "yes", 0, 0),
]


def frame(rows=ROWS) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["group", "position", "states", "eligible"])


def draw(rows=ROWS, width: int = 1180):
    hover = "{group}, {position}: {n} of {total}"
    words = {"hover": hover, "row": "{group} (n={n})"}
    return group_bars(frame(rows), groups=GROUPS, positions=POSITIONS, width_px=width, **words)


def written(figure) -> list[str]:
    bars = [text for t in figure.data if t.type == "bar" for text in t.text if text]
    beside = [text for t in figure.data if t.type == "scatter" for text in t.text if text]
    return bars + beside


def test_without_a_row_there_is_no_bar():
    figure = draw([])
    assert [t for t in figure.data if t.type == "bar"] == []
    assert written(figure) == []


def test_the_sentence_counts_those_in_favour_and_an_empty_one_says_so():
    words = {"groups": GROUPS, "part": "{group} {n}/{total}", "joint": ", "}
    words |= {"template": "{groups}: {parts}", "empty": "None."}
    assert by_group_alt(frame([]), **words) == "None."
    assert by_group_alt(frame(ROWS[:5]), **words) == "2: African States 50/54, Western States 0/29"


def test_pieces_are_shares_of_those_who_could_vote():
    pieces = {
        tuple(code): x
        for t in draw().data
        if t.type == "bar"
        for code, x in zip(t.customdata, t.x, strict=False)
    }
    assert pieces[("african", "yes")] == pytest.approx(50 / 54)
    assert pieces[("weog", "no")] == 1
    assert ("weog", "yes") not in pieces
    assert sum(x for (group, _), x in pieces.items() if group == "african") == pytest.approx(1)


def test_rows_name_their_whole_and_a_group_without_voters_has_no_bar():
    said = written(draw())
    assert "African States (n=54)" in said
    assert "&lt;b&gt;x&lt;/b&gt;&amp;amp; (n=0)" in said


@pytest.mark.parametrize("width", [1180, 360])
def test_no_number_is_left_to_the_hover_text(width: int):
    said = " ".join(written(draw(width=width)))
    assert "■ 1" in said or " 1 " in f" {said} "
    assert ("■ 1" in said) is (width == 360), "a piece of 6 pixels holds no number"
    assert "50" in said
    assert "29" in said


def test_the_key_has_sign_and_label_in_the_order_of_the_pieces():
    figure = draw()
    assert [t.name for t in figure.data if t.showlegend] == [
        "● In favour",
        "■ Against",
        "○ Not voting",
    ]
    assert figure.layout.legend.traceorder == "normal"


def test_a_code_without_a_label_is_refused():
    with pytest.raises(ValueError, match="group 'ghost'"):
        draw([("ghost", "yes", 1, 1)])
