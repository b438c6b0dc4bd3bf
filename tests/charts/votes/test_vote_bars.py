"""Votes as bars: each as long as its share, with its totals beside it, wide and narrow."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

from dashboard.charts.votes.vote_bars import Line, vote_bars, vote_bars_alt

POSITIONS = {
    "yes": "In favour", "abstain": "Abstaining", "no": "Against", "not_voting": "Not voting",
    "unknown": "Not known",
}  # fmt: skip
LINES = [
    Line("T@plenary", "T <one>", "Plenary"),
    Line("T@committee", "", "Committee"),
    Line("T@paragraph", "", "Paragraph", slim=True),
]
ROWS = [
    ("T@plenary", "yes", 5, 0.5), ("T@plenary", "no", 1, 0.1), ("T@plenary", "not_voting", 4, 0.4),
    ("T@committee", "yes", 6, 0.6), ("T@committee", "unknown", 4, 0.4),
    ("T@paragraph", "unknown", None, 1.0),
]  # fmt: skip
WIDTHS = (360, 1180)


def draw(rows=ROWS, lines=LINES, width: int = 1180):
    totals = pd.DataFrame(rows, columns=["vote", "position", "states", "share"])
    words = {"positions": POSITIONS, "hover": "{text}, {vote}: {parts}"}
    return vote_bars(totals.astype({"states": "Int64"}), lines=lines, width_px=width, **words)


def bars(figure):
    return [trace for trace in figure.data if trace.type == "bar"]


def test_without_a_vote_nothing_is_drawn():
    assert bars(draw([], [])) == []


def test_a_position_without_a_label_is_refused():
    with pytest.raises(ValueError, match="loud"):
        draw([("T@plenary", "loud", 1, 1.0)])


@pytest.mark.parametrize("width", WIDTHS)
def test_the_parts_of_a_bar_meet_and_fill_its_room(width: int):
    pieces: dict[str, list[tuple[float, float]]] = {}
    for trace in bars(draw(width=width)):
        for vote, base, x in zip(trace.customdata, trace.base, trace.x, strict=True):
            pieces.setdefault(vote, []).append((base, x))
    whole = {vote: sum(x for _, x in found) for vote, found in pieces.items()}
    assert len(set(map(round, whole.values()))) == 1
    for found in pieces.values():
        ordered = sorted(found)
        for (base, x), (following, _) in pairwise(ordered):
            assert base + x == pytest.approx(following)
        assert ordered[0][0] >= 0
        assert sum(ordered[-1]) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_totals_stand_beside_each_bar_and_none_where_none_is_known(width: int):
    names, figures = (list(t.text) for t in draw(width=width).data if t.type == "scatter")
    assert [name.strip("\u00a0") for name in names] == ["Plenary", "Committee", "Paragraph"]
    assert [text.strip("\u00a0") for text in figures] == ["● 5  ■ 1", "● 6", "×"]


def test_what_is_said_is_the_whole_vote_letter_by_letter():
    (yes,) = [t for t in bars(draw()) if t.name == "● In favour"]
    assert list(yes.hovertext) == [
        "T &lt;one&gt;, Plenary: In favour 5, Against 1, Not voting 4",
        "T &lt;one&gt;, Committee: In favour 6, Not known 4",
    ]
    assert [note.text for note in draw().layout.annotations] == ["<b>T &lt;one&gt;</b>"]


def test_only_what_is_not_known_is_hatched():
    hatched = {t.name for t in bars(draw()) if t.marker.pattern.shape}
    assert hatched == {"× Not known"}


def test_a_vote_on_a_part_is_thin():
    (unknown,) = [t for t in bars(draw()) if t.name == "× Not known"]
    assert unknown.width[1] < unknown.width[0]


def test_the_sentence_names_the_vote_with_most_against():
    frame = pd.DataFrame(
        [("a", "A", "2033-05-01", 2), ("b", "B", "2034-05-01", 9), ("c", "B", None, None)],
        columns=["id", "symbol", "date", "no"],
    )
    words = {"names": {"a": "A1", "b": "B1", "c": "B2"}, "empty": "None."}
    template = "{n} {texts} {first} {last} {most} {no}"
    assert vote_bars_alt(frame, template=template, **words) == "3 2 2033 2034 B1 9"
    assert vote_bars_alt(frame.tail(1), template=template, **words) == "None."
