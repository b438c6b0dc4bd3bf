"""The sentences for drawings of votes: counted from the frame, empty where it is."""

from __future__ import annotations

import pandas as pd

from dashboard.charts.votes.vote_alt import (
    agreement_alt,
    by_group_alt,
    grid_alt,
    moves_alt,
    roll_call_alt,
)
from tests.charts.votes.roll_calls import GROUPS, POSITIONS, roll_call

NONE = "No names."


def test_an_empty_frame_says_so():
    assert roll_call_alt(roll_call(), template="{n}", positions=POSITIONS, empty=NONE) == NONE
    bars = pd.DataFrame(columns=["group", "position", "states", "eligible"])
    assert by_group_alt(bars, template="{parts}", groups=GROUPS, empty=NONE) == NONE
    grid = pd.DataFrame(columns=["iso3", "regional_group", "vote", "position"])
    assert grid_alt(grid, template="{states}", empty=NONE) == NONE
    matrix = pd.DataFrame(columns=["earlier", "later", "states"])
    assert moves_alt(matrix, template="{n}", empty=NONE) == NONE


def test_a_ballot_is_told_by_position():
    frame = roll_call(("A", "weog", "no"), ("B", "weog", "yes"), ("C", "weog", "yes"))
    said = roll_call_alt(frame, template="{n}: {parts}.", positions=POSITIONS, empty=NONE)
    assert said == "3: In favour 2, Against 1."


def test_bars_grid_and_moves_are_counted():
    bars = pd.DataFrame(
        [("weog", "yes", 3, 29), ("african", "yes", 50, 54), ("african", "no", 4, 54)],
        columns=["group", "position", "states", "eligible"],
    )
    said = by_group_alt(bars, template="{groups}: {parts}", groups=GROUPS, empty=NONE)
    assert said == "2: African States 50/54, Western States 3/29"
    grid = pd.DataFrame({"iso3": ["A", "A", "B"], "vote": ["v", "w", "v"]})
    assert grid_alt(grid, template="{states} x {votes}", empty=NONE) == "2 x 2"
    matrix = pd.DataFrame({"earlier": ["yes", "no"], "later": ["yes", "yes"], "states": [5, 2]})
    said = moves_alt(matrix, template="{n} {stayed} {moved}", empty=NONE)
    assert said == "7 5 2"


def test_agreement_names_the_ends_and_leaves_out_a_side_with_itself():
    columns = ["left", "right", "share"]
    rows = [("A", "A", 1.0), ("A", "B", 0.8), ("A", "C", 0.31), ("B", "C", None)]
    codes = [("A", "Alpha"), ("B", "Beta"), ("C", "Gamma")]
    template = "{most_left}-{most_right} {most}, {least_left}-{least_right} {least}"
    frame = pd.DataFrame(rows, columns=columns)
    said = agreement_alt(frame, template=template, codes=codes, empty=NONE)
    assert said == "Alpha-Beta 80, Alpha-Gamma 31"
    alone = agreement_alt(frame.iloc[:1], template=template, codes=codes, empty=NONE)
    assert alone == NONE
