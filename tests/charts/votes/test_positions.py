"""Positions can be told apart by everybody, with and without colour, on both papers."""

from __future__ import annotations

import itertools

import pytest

from dashboard.analysis.votes.roll_calls import POSITIONS
from dashboard.charts.votes.positions import (
    LOOKS,
    area_colour,
    position_look,
    roll_call_alt,
)
from tests.charts.votes import roll_calls
from tests.test_theme import SIGHT, contrast, difference

COLOURS = {code: look.colour for code, look in LOOKS.items()}


def test_an_unknown_code_looks_like_nothing_known():
    assert position_look("<b>").colour not in {COLOURS[code] for code in ("yes", "no", "abstain")}
    assert position_look("<b>").symbol == LOOKS["unknown"].symbol


def test_every_position_of_a_roll_call_is_drawn():
    assert set(LOOKS) == set(POSITIONS)


def test_no_two_positions_share_a_shape_or_a_letter():
    assert len({look.symbol for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.glyph for look in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize("sight", SIGHT)
def test_votes_cast_are_far_apart_and_not_voting_is_like_none_of_them(sight: str):
    cast = [COLOURS[code] for code in ("yes", "no", "abstain")]
    assert [pair for pair in itertools.combinations(cast, 2) if difference(*pair, sight) < 20] == []
    grey = COLOURS["not_voting"]
    assert [colour for colour in cast if difference(colour, grey, sight) < 12] == []


def test_text_on_a_mark_is_readable():
    weak = [code for code, look in LOOKS.items() if contrast(look.text, look.colour) < 4]
    assert weak == []
    for code in ("yes", "no", "abstain"):
        assert contrast(LOOKS[code].text, COLOURS[code]) >= 4.5


def test_an_area_of_no_member_is_fainter_than_one_of_a_state_that_did_not_vote():
    assert area_colour("not_member").startswith("rgba(")
    assert area_colour("not_voting") == COLOURS["not_voting"]


def test_a_roll_call_is_told_by_position_and_an_empty_one_says_so():
    words = {"positions": roll_calls.POSITIONS, "part": "{position} {n}", "joint": ", "}
    words |= {"template": "{n}: {parts}.", "empty": "No names."}
    assert roll_call_alt(roll_calls.roll_call(), **words) == "No names."
    frame = roll_calls.roll_call(("A", "weog", "no"), ("B", "weog", "yes"), ("C", "weog", "yes"))
    assert roll_call_alt(frame, **words) == "3: In favour 2, Against 1."
