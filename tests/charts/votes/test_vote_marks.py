"""The equal marks: every State once, in its block, in reach of a finger, safely named."""

from __future__ import annotations

from collections import Counter

import pytest

from dashboard.charts.votes.vote_marks import vote_marks
from tests.charts.votes.roll_calls import GROUPS, POSITIONS, SIZES, roll_call, whole

HOVER = "{state}: {position} ({group})"
WIDTHS = (1180, 360)


def draw(frame, width: int = 1180, **more):
    words = {
        "names": {"X000": "First", "X190": "<a href='x'>"},
        "hover": HOVER,
        "key": "{position} {n}",
    } | {"block": "{group} ({n})", **more}
    return vote_marks(frame, groups=GROUPS, positions=POSITIONS, width_px=width, **words)


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_row_there_is_no_mark_and_no_key(width: int):
    figure = draw(roll_call(), width)
    assert len(figure.data) == 0
    assert figure.layout.annotations == ()
    assert figure.layout.height > 0


@pytest.mark.parametrize("width", WIDTHS)
def test_every_state_has_one_mark_of_its_own_place_within_the_figure(width: int):
    frame = whole()
    figure = draw(frame, width)
    marks = [code for trace in figure.data for code in trace.customdata]
    assert Counter(marks) == Counter(frame["iso3"])
    places = [at for trace in figure.data for at in zip(trace.x, trace.y, strict=True)]
    assert len(set(places)) == 193
    low = figure.layout.yaxis.range[0]
    assert all(0 < x < width and 0 < y < low for x, y in places)


@pytest.mark.parametrize(("width", "least"), [(1180, 18), (360, 14)])
def test_a_mark_can_be_touched_and_no_two_overlap(width: int, least: int):
    figure = draw(whole(), width)
    sizes = {t.marker.symbol: t.marker.size for t in figure.data}
    assert sizes["circle"] >= least
    places = [at for trace in figure.data for at in zip(trace.x, trace.y, strict=True)]
    nearest = min(
        max(abs(a[0] - b[0]), abs(a[1] - b[1]))
        for n, a in enumerate(places)
        for b in places[n + 1 :]
    )
    assert nearest >= max(sizes.values())


def test_the_key_counts_every_position_also_those_nobody_took():
    figure = draw(roll_call(("X000", "african", "yes"), ("X001", "weog", "yes")))
    assert [t.name for t in figure.data] == [
        "In favour 2",
        "Against 0",
        "Abstaining 0",
        "Not voting 0",
    ]
    assert all(t.showlegend for t in figure.data)
    drawn = draw(whole(), key="{position}: {n}").data
    assert sum(int(t.name.rsplit(" ", 1)[1]) for t in drawn) == 193
    assert len({t.marker.symbol for t in drawn}) == len(POSITIONS)


@pytest.mark.parametrize("width", WIDTHS)
def test_blocks_are_named_with_their_number_and_stand_apart(width: int):
    figure = draw(whole(), width)
    said = [note.text.replace("<br>", " ") for note in figure.layout.annotations]
    assert said == [
        "African States (120)",
        "Western States (60)",
        "&lt;b&gt;x&lt;/b&gt;&amp;amp; (13)",
    ]
    assert sum(SIZES.values()) == 193
    edges = [(note.x, note.y) for note in figure.layout.annotations]
    assert len({x for x, _ in edges}) == (3 if width > 560 else 1)
    assert len({y for _, y in edges}) == (1 if width > 560 else 3)


def test_within_a_block_marks_run_in_the_order_of_positions():
    frame = roll_call(("AAA", "weog", "no"), ("BBB", "weog", "yes"), ("CCC", "weog", "abstain"))
    figure = draw(frame)
    at = {t.customdata[0]: (t.y[0], t.x[0]) for t in figure.data if t.customdata}
    assert sorted(at, key=at.get) == ["BBB", "AAA", "CCC"]


def test_codes_are_written_where_they_can_be_read_and_names_stay_text():
    frame = whole()
    assert {t.mode for t in draw(frame).data} == {"markers+text"}
    assert {t.mode for t in draw(frame, 360).data} == {"markers"}
    said = {
        code: text
        for t in draw(frame).data
        for code, text in zip(t.customdata, t.hovertext, strict=True)
    }
    assert said["X000"] == "First: In favour (African States)"
    assert said["X190"].startswith("&lt;a href='x'&gt;: ")
    assert "<b>" not in said["X190"]
    assert said["X001"].startswith("X001: ")


def test_a_code_without_a_label_is_refused_by_name():
    with pytest.raises(ValueError, match="regional_group 'ghost'"):
        draw(roll_call(("AAA", "ghost", "yes")))
    with pytest.raises(ValueError, match="position 'maybe'"):
        draw(roll_call(("AAA", "weog", "maybe")))
