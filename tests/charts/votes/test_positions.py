"""Positions can be told apart by everybody, with and without colour, on both papers."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

from dashboard.analysis.votes.roll_calls import POSITIONS
from dashboard.charts.style import TRACK_COLOURS
from dashboard.charts.votes.positions import (
    ALWAYS,
    ON_POSITION,
    POSITION_COLOURS,
    POSITION_GLYPHS,
    POSITION_SHAPES,
    area_colour,
    position_colour,
    position_symbol,
    require,
)
from tests.test_theme import MODES, SIGHT, THEME, contrast, difference


def test_an_unknown_code_looks_like_nothing_known():
    assert position_colour("<b>") not in {POSITION_COLOURS[code] for code in ALWAYS}
    assert position_symbol("<b>") == POSITION_SHAPES["unknown"]
    with pytest.raises(ValueError, match="position 'maybe' has no label"):
        require(pd.DataFrame({"position": ["yes", "maybe"]}), "position", {"yes": "Yes"})


def test_every_position_of_a_ballot_has_a_colour_a_shape_and_a_letter():
    for table in (POSITION_COLOURS, POSITION_SHAPES, POSITION_GLYPHS, ON_POSITION):
        assert set(table) == set(POSITIONS)


def test_no_two_positions_share_a_shape_or_a_letter():
    assert len(set(POSITION_SHAPES.values())) == len(POSITION_SHAPES)
    assert len(set(POSITION_GLYPHS.values())) == len(POSITION_GLYPHS)


@pytest.mark.parametrize("mode", MODES)
def test_marks_stand_out_from_the_page(mode: str):
    paper = THEME[mode]["backgroundColor"]
    assert [c for c in POSITION_COLOURS.values() if contrast(c, paper) < 3] == []


@pytest.mark.parametrize("sight", SIGHT)
def test_votes_cast_are_far_apart_and_not_voting_is_like_none_of_them(sight: str):
    cast = [POSITION_COLOURS[code] for code in ("yes", "no", "abstain")]
    assert [pair for pair in itertools.combinations(cast, 2) if difference(*pair, sight) < 20] == []
    grey = POSITION_COLOURS["not_voting"]
    assert [colour for colour in cast if difference(colour, grey, sight) < 15] == []


def test_text_on_a_mark_is_readable():
    weak = [code for code in ON_POSITION if contrast(ON_POSITION[code], POSITION_COLOURS[code]) < 4]
    assert weak == []
    for code in ("yes", "no", "abstain"):
        assert contrast(ON_POSITION[code], POSITION_COLOURS[code]) >= 4.5


def test_no_position_has_the_colour_of_a_track():
    assert set(POSITION_COLOURS.values()) & set(TRACK_COLOURS.values()) == set()
    for one, other in itertools.product(POSITION_COLOURS.values(), TRACK_COLOURS.values()):
        assert difference(one, other, "usual") > 20


def test_an_area_of_no_member_is_fainter_than_one_of_a_state_that_did_not_vote():
    assert area_colour("not_member").startswith("rgba(")
    assert area_colour("not_voting") == POSITION_COLOURS["not_voting"]
